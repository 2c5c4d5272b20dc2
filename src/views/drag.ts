// The life of a drag, from the press to its end. It knows no page: ./useDrag passes it the events of an element.
import type { Point } from '@/contract'

/** What it reads of a PointerEvent. */
export type Pointer = Pick<PointerEvent, 'pointerId' | 'pointerType' | 'button' | 'buttons'>

export interface DragActions<T> {
  begin?(thing: T): void
  /** `by`: px since the press. */
  move?(thing: T, by: Point): void
  /** Called once for each drag that has begun; nothing moves afterwards. */
  end?(thing: T): void
  /** Released where it was pressed, by one finger; called after `end`. */
  tap?(thing: T, at: Point): void
}

interface Hold<T> {
  thing: T
  pointer: number
  from: Point
  slack: number
  moved: boolean
  /** No second finger came. */
  alone: boolean
}

const SLACK = 4 // px: a press that moves less is a tap
const FINGER_SLACK = 10 // a finger rolls

const distance = ([x, y]: Point, [u, v]: Point) => Math.hypot(x - u, y - v)

export function createDrag<T>(actions: () => DragActions<T>) {
  let hold: Hold<T> | null = null
  const holds = (pointer: Pick<Pointer, 'pointerId'>): Hold<T> | null => (hold?.pointer === pointer.pointerId ? hold : null)

  function follow(held: Hold<T>, at: Point): void {
    held.moved ||= distance(at, held.from) >= held.slack
    if (held.moved) actions().move?.(held.thing, [at[0] - held.from[0], at[1] - held.from[1]])
  }

  function stop(): void {
    if (hold === null) return
    const { thing } = hold
    hold = null
    actions().end?.(thing)
  }

  return {
    /** A press on `thing`; returns whether it is accepted. */
    down(pointer: Pointer, at: Point, thing: T): boolean {
      if (pointer.button !== 0) return false
      if (hold !== null && hold.pointer !== pointer.pointerId) {
        hold.alone = false
        return false
      }
      stop() // the release before this press was not reported
      const slack = pointer.pointerType === 'touch' ? FINGER_SLACK : SLACK
      hold = { thing, pointer: pointer.pointerId, from: at, slack, moved: false, alone: true }
      actions().begin?.(thing)
      return true
    },
    move(pointer: Pointer, at: Point): void {
      const held = holds(pointer)
      if (held === null) return
      if (pointer.buttons === 0) stop()
      else follow(held, at)
    },
    up(pointer: Pointer, at: Point): void {
      const held = holds(pointer)
      if (held === null) return
      follow(held, at)
      stop()
      if (!held.moved && held.alone) actions().tap?.(held.thing, at)
    },
    /** The browser has taken the pointer, or the element has lost it: what was moved stays where it is. */
    lost(pointer: Pick<Pointer, 'pointerId'>): void {
      if (holds(pointer)) stop()
    },
    /** Ends the drag from outside: a new state came, or the thing is gone. */
    stop,
  }
}
