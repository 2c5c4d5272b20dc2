// One registry of keys: what they do, and the help sheet.
import { tinykeys } from 'tinykeys'
import { messages } from '@/messages'
import type { Session } from '@/session/session'

export interface KeyAction {
  /** As tinykeys reads them. */
  keys: readonly string[]
  /** As the help sheet shows them. */
  shown: string
  does: string
  /** A single letter or sign: can be switched off (WCAG 2.1.4). */
  single?: boolean
  /** Taken only while this holds; otherwise the key does what it always does. */
  when?(session: Session, presenting: boolean): boolean
  run(session: Session): void
}

/** Page Up and Down turn lecture steps inside the lecture and on a stage; elsewhere they scroll. */
const inLecture = (session: Session, presenting: boolean) => presenting || session.store.getState().lecture !== null

export const KEYS: readonly KeyAction[] = [
  { keys: ['Space'], shown: 'Space', does: messages.keys.toggle, run: (s) => s.toggle() },
  { keys: ['ArrowRight'], shown: '→', does: messages.keys.forward, run: (s) => s.stepBy(1) },
  { keys: ['ArrowLeft'], shown: '←', does: messages.keys.back, run: (s) => s.stepBy(-1) },
  { keys: ['Shift+ArrowRight'], shown: 'Shift →', does: messages.keys.forward10, run: (s) => s.stepBy(10) },
  { keys: ['Shift+ArrowLeft'], shown: 'Shift ←', does: messages.keys.back10, run: (s) => s.stepBy(-10) },
  { keys: ['Home'], shown: 'Home', does: messages.keys.start, run: (s) => s.seek(0) },
  { keys: ['End'], shown: 'End', does: messages.keys.end, run: (s) => s.seek('end') },
  { keys: ['$mod+z'], shown: 'Ctrl Z', does: messages.keys.undo, run: (s) => s.undo() },
  { keys: ['$mod+Shift+z', '$mod+y'], shown: 'Ctrl Shift Z', does: messages.keys.redo, run: (s) => s.redo() },
  { keys: ['PageDown'], shown: 'Page Down', does: messages.keys.next, when: inLecture, run: (s) => stepLecture(s, 1) },
  { keys: ['PageUp'], shown: 'Page Up', does: messages.keys.previous, when: inLecture, run: (s) => stepLecture(s, -1) },
  { keys: ['r'], shown: 'R', does: messages.keys.reset, single: true, run: (s) => s.reset() },
]

/** Moves through the lecture; outside of it, forward enters it. */
export function stepLecture(session: Session, by: number): void {
  const { lecture } = session.store.getState()
  const count = session.demo.lecture.length
  const next = lecture === null ? (by > 0 ? 0 : count - 1) : lecture + by
  if (next >= 0 && next < count) session.lectureStep(next)
}

/** Whether a key belongs to the control that has the focus. */
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
  return event.key === ' ' && target.closest('button, a, summary, input') !== null
}

/** Listens on the window until the result is called. `more`: single keys of the app. */
export function listenToKeys(
  session: Session,
  settings: () => { singleKeys: boolean; presenting: boolean },
  more: Readonly<Record<string, () => void>>,
): () => void {
  const guard =
    (action: () => void, single = false, when?: KeyAction['when']) =>
    (event: KeyboardEvent) => {
      const { singleKeys, presenting } = settings()
      if (event.defaultPrevented || isTaken(event) || (single && !singleKeys) || when?.(session, presenting) === false) return
      event.preventDefault()
      action()
    }
  const bindings: Record<string, (event: KeyboardEvent) => void> = {}
  for (const { keys, run, single, when } of KEYS) for (const key of keys) bindings[key] = guard(() => run(session), single, when)
  for (const [key, run] of Object.entries(more)) bindings[key] = guard(run, true)
  return tinykeys(window, bindings)
}
