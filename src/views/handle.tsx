// Things to drag: by pointer, by touch, by arrow keys, or by tapping one and then its target (WCAG 2.5.7).
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { Plane, Point } from '@/contract'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { usePlot } from './parts'
import { useDrag } from './useDrag'
import { useWordsOnTop } from './words'

export interface HandleItem {
  name: string
  label: string
  invite?: string
  quiet?: boolean
  at: Point
  /** The value to announce, if it is not the place. */
  value?: Point
  /** Parameters it moves. */
  moves: readonly string[]
}
export interface HandlesProps {
  items: readonly HandleItem[]
  /** What to do with one, for screen readers. */
  hint: string
  /** Name of the handle in hand; null once it is taken away. */
  held: string | null
  /** Name of the handle that waits for a tap on its target. */
  armed: string | null
  onArm(name: string | null): void
  onBegin(name: string): void
  onMove(name: string, to: Point): void
  /** An arrow key; returns whether the thing knows what it means. If not, it moves by a share of the window. */
  onNudge?(name: string, arrow: Point): boolean
  onEnd(name: string): void
  /** Pointed at or focused; null: no longer. */
  onLight(item: HandleItem | null): void
}

const REACH = 14 // px: radius of the invisible disc that takes the pointer (28 px target)
const ROUNDING = 1e-12 // of the window: a smaller coordinate is announced as 0
const STEPS_ACROSS = 100 // arrow key steps across the window; ten times coarser with Shift, finer with Alt

const ARROWS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }

/** The handles of one plot. If some are close together, a press takes the nearest. */
export function Handles({ items, hint, held, armed, onArm, onBegin, onMove, onNudge, onEnd, onLight }: HandlesProps) {
  const { plane } = usePlot()
  const group = useRef<SVGGElement>(null)
  const [[x0, x1], [y0, y1]] = plane.window
  const size = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))
  const inside = (value: number, a: number, b: number) => Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b))
  /** Where a handle is drawn: at the edge if its place is outside. */
  const pixel = ({ at }: HandleItem): Point => [
    inside(plane.x(at[0]), plane.x(x0), plane.x(x1)),
    inside(plane.y(at[1]), plane.y(y0), plane.y(y1)),
  ]
  const shown = items.filter((item) => pixel(item).every(Number.isFinite))

  const distance = (item: HandleItem, [px, py]: Point) => Math.hypot(pixel(item)[0] - px, pixel(item)[1] - py)
  const { handlers, stop } = useDrag<Taken>({
    /** The one whose invitation was pressed, otherwise the nearest. */
    take(at, { target }) {
      const invited = (target as Element).closest('.invite')?.closest<SVGElement>('[data-handle]')?.dataset.handle
      const [first] = shown.toReversed().sort((a, b) => distance(a, at) - distance(b, at))
      const item = shown.find(({ name }) => name === invited) ?? first
      return item === undefined ? null : { name: item.name, from: pixel(item), wasArmed: armed === item.name }
    },
    begin({ name }) {
      group.current?.querySelector<SVGElement>(`[data-handle="${name}"]`)?.focus({ preventScroll: true })
      onArm(null)
      onBegin(name)
    },
    move: ({ name, from: [x, y] }, [dx, dy]) => onMove(name, plane.at(x + dx, y + dy)),
    end: ({ name }) => onEnd(name),
    tap: ({ name, wasArmed }) => onArm(wasArmed ? null : name),
  })
  useEffect(() => {
    if (held === null) stop()
  }, [held, stop])
  useOwnPress(group)
  useWordsOnTop(group, plane)
  const key = (event: KeyboardEvent, item: HandleItem) => {
    const arrow = ARROWS[event.key]
    if (arrow === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (onNudge?.(item.name, arrow)) return
    const factor = (event.shiftKey ? 10 : event.altKey ? 0.1 : 1) / STEPS_ACROSS
    onMove(item.name, [item.at[0] + arrow[0] * factor * (x1 - x0), item.at[1] + arrow[1] * factor * (y1 - y0)])
  }
  const waiting = shown.find((item) => item.name === armed)
  const place = ([px, py]: Point) => {
    if (waiting === undefined) return
    onBegin(waiting.name)
    onMove(waiting.name, plane.at(px, py))
    onEnd(waiting.name)
    onArm(null)
  }
  return (
    <g ref={group} {...handlers}>
      {waiting && <Target onPlace={place} onLeave={() => onArm(null)} />}
      {shown.map((item) => {
        const [x, y] = pixel(item)
        const [vx, vy] = (item.value ?? item.at).map((v) => (Math.abs(v) < ROUNDING * size ? 0 : v)) as unknown as Point
        const [isHeld, isArmed] = [held === item.name, armed === item.name]
        const classes = ['handle', item.quiet && 'quiet', isHeld && 'held', isArmed && 'armed'].filter(Boolean).join(' ')
        return (
          <g
            key={item.name}
            role="slider"
            tabIndex={0}
            aria-label={item.label}
            aria-roledescription={hint}
            aria-valuenow={Math.round(vx * 1e6) / 1e6}
            aria-valuetext={messages.placeIs(formatNumber(vx, 3), formatNumber(vy, 3))}
            className={classes}
            data-handle={item.name}
            data-params={item.moves.join(' ')}
            onPointerEnter={() => onLight(item)}
            onPointerLeave={() => onLight(null)}
            onFocus={() => onLight(item)}
            onBlur={() => onLight(null)}
            onKeyDown={(event) => key(event, item)}
          >
            <HandleMark x={x} y={y} large={isHeld || isArmed} invite={item.invite} />
          </g>
        )
      })}
    </g>
  )
}

/** A handle under a press. */
interface Taken {
  name: string
  /** px: its place at the press. */
  from: Point
  wasArmed: boolean
}

/**
 * Prevents the browser's own actions for a press on a handle: a mouse selects no text and drags no selection, and a finger does not scroll the page,
 * even in browsers that ignore `touch-action` inside an SVG.
 */
function useOwnPress(element: RefObject<SVGElement | null>): void {
  useEffect(() => {
    const refuse = (event: Event) => {
      if (event.cancelable && (event.target as Element).closest('.handle')) event.preventDefault()
    }
    const group = element.current
    const kinds = ['mousedown', 'touchstart']
    for (const kind of kinds) group?.addEventListener(kind, refuse, { passive: false })
    return () => {
      for (const kind of kinds) group?.removeEventListener(kind, refuse)
    }
  }, [element])
}

/** While a handle waits for its place, the whole picture takes the next tap; Escape leaves the handle where it is. */
function Target({ onPlace, onLeave }: { onPlace(at: Point): void; onLeave(): void }) {
  const { plane } = usePlot()
  const [[x0], [, y1]] = plane.window
  const { handlers } = useDrag({ take: () => true, tap: (_, at) => onPlace(at) })
  useEffect(() => {
    const key = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && onLeave()
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  })
  return <rect x={plane.x(x0)} y={plane.y(y1)} width={plane.width} height={plane.height} className="target" {...handlers} />
}

const LARGE = 12 // px: radius of the ring in hand

/** Where an invitation is written beside a handle at `x`, `y`. */
function inviteAt(x: number, y: number, { x: px, window: [[, x1]] }: Plane): { x: number; y: number; anchor: 'start' | 'end' } {
  const turned = x > px(x1) - 130
  return { x: turned ? x - 18 : x + 18, y: y - 10, anchor: turned ? 'end' : 'start' }
}

function HandleMark({ x, y, large, invite }: { x: number; y: number; large: boolean; invite?: string }) {
  const { plane, palette } = usePlot()
  const place = inviteAt(x, y, plane)
  return (
    <>
      <circle cx={x} cy={y} r={REACH} className="reach" />
      <circle
        cx={x}
        cy={y}
        r={large ? LARGE : 9.5}
        className="ring"
        fill="none"
        stroke={palette.ink}
        strokeWidth={1.5 * palette.weight}
      />
      {invite && (
        <text
          x={place.x}
          y={place.y}
          textAnchor={place.anchor}
          fill={palette.ink}
          stroke={palette.paper}
          className="mark-label bold invite"
          data-word=""
        >
          {invite}
        </text>
      )}
    </>
  )
}
