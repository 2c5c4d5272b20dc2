// One registry of keys: what they do, and the help sheet.
import { tinykeys } from 'tinykeys'
import { messages } from '@/messages'
import { nextPhase } from '@/session/lesson'
import type { Session } from '@/session/session'
import { isPressed } from './focus'
import { isMotionReduced } from './motion'

export interface KeyAction {
  /** As tinykeys reads them. */
  keys: readonly string[]
  /** As the help sheet shows them. */
  shown: string
  does: string
  /** A single letter or sign: can be switched off (WCAG 2.1.4). */
  single?: boolean
  /** Works wherever the reader is; the other keys are left to the browser while the figure is out of sight. */
  anywhere?: boolean
  /** Used only while this holds; otherwise the browser handles the key. */
  when?(session: Session, presenting: boolean): boolean
  run(session: Session): void
}

/** Page Up and Down move through the phases inside a lesson and on a stage; elsewhere they scroll. */
const inLesson = (session: Session, presenting: boolean) => presenting || session.store.getState().lecture !== null

export const KEYS: readonly KeyAction[] = [
  { keys: ['Space'], shown: 'Space', does: messages.keys.toggle, run: (s) => s.toggle() },
  { keys: ['ArrowRight'], shown: '→', does: messages.keys.forward, run: (s) => s.stepBy(1) },
  { keys: ['ArrowLeft'], shown: '←', does: messages.keys.back, run: (s) => s.stepBy(-1) },
  { keys: ['Shift+ArrowRight'], shown: 'Shift →', does: messages.keys.forward10, run: (s) => s.stepBy(10) },
  { keys: ['Shift+ArrowLeft'], shown: 'Shift ←', does: messages.keys.back10, run: (s) => s.stepBy(-10) },
  { keys: ['Home'], shown: 'Home', does: messages.keys.start, run: (s) => s.seek(0) },
  { keys: ['End'], shown: 'End', does: messages.keys.end, run: (s) => s.seek('end') },
  { keys: ['$mod+z'], shown: 'Ctrl Z', does: messages.keys.undo, anywhere: true, run: (s) => s.undo() },
  { keys: ['$mod+Shift+z', '$mod+y'], shown: 'Ctrl Shift Z', does: messages.keys.redo, anywhere: true, run: (s) => s.redo() },
  { keys: ['PageDown'], shown: 'Page Down', does: messages.keys.next, when: inLesson, run: (s) => stepLesson(s, 1) },
  { keys: ['PageUp'], shown: 'Page Up', does: messages.keys.previous, when: inLesson, run: (s) => stepLesson(s, -1) },
  { keys: ['r'], shown: 'R', does: messages.keys.reset, single: true, run: (s) => s.reset() },
]

/** One phase forward or back in the lesson: scene, deed, answer, next scene. From outside, forward enters it. */
export function stepLesson(session: Session, by: 1 | -1): void {
  const next = nextPhase(session.demo, session.store.getState(), by)
  if (next === null) return
  if (by > 0 && next.phase === 'deed') session.deed(!isMotionReduced(), 'deed')
  else if (next.phase === 'answer' && by > 0) session.answer()
  else session.stop(next.lecture, by > 0 ? 'scene' : next.phase)
}

/** Whether a key belongs to the focused control. */
export function isTaken(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof Element)) return false
  if (target.closest('textarea, select, [contenteditable], dialog[open]')) return true
  const input = target.closest('input')
  const navigates = event.key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(event.key)
  if (input?.type === 'range') return navigates
  if (input && input.type !== 'checkbox' && input.type !== 'radio') return true
  if (input?.type === 'radio' && event.key.startsWith('Arrow')) return true
  if (target.closest('[role="slider"]') && event.key.startsWith('Arrow')) return true
  return event.key === ' ' && target.closest('button, a, summary, input') !== null && !isPressed(target)
}

const SEEN = 0.25 // of the large picture: with less visible it counts as out of sight
function isFigureInSight(): boolean {
  const box = document.querySelector('.large .plot')?.getBoundingClientRect()
  if (box === undefined) return true
  const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)
  return seen > SEEN * Math.min(box.height, innerHeight)
}

/** Listens on the window until the result is called. `more`: single keys of the app. */
export function listenToKeys(
  session: Session,
  settings: () => { singleKeys: boolean; presenting: boolean },
  more: Readonly<Record<string, () => void>>,
): () => void {
  const guard =
    (action: () => void, { single = false, anywhere = false, when }: Pick<KeyAction, 'single' | 'anywhere' | 'when'>) =>
    (event: KeyboardEvent) => {
      const { singleKeys, presenting } = settings()
      if (event.defaultPrevented || isTaken(event) || (single && !singleKeys) || when?.(session, presenting) === false) return
      if (!anywhere && !isFigureInSight()) return
      event.preventDefault()
      // A button pressed before would be pressed again when the key goes up.
      if (event.key === ' ') addEventListener('keyup', (up) => up.preventDefault(), { once: true, capture: true })
      action()
    }
  const bindings: Record<string, (event: KeyboardEvent) => void> = {}
  for (const action of KEYS) for (const key of action.keys) bindings[key] = guard(() => action.run(session), action)
  for (const [key, run] of Object.entries(more)) bindings[key] = guard(run, { single: true, anywhere: true })
  return tinykeys(window, bindings)
}
