// The state that is compared with the one on screen, as a session of its own: one clock and one view for both.
import { sameValue } from '@/contract'
import type { WorkerClient } from '@/engine'
import { paperPlace } from './lesson'
import { createSession, type Session } from './session'

/**
 * Opens the kept state of `session`, which must have one. It follows the step, the view and the locks of `session`, and what `session` keeps; what the
 * hand changes in it, `session` keeps, with its history. `client`: computes for this state alone.
 */
export function openKept(session: Session, client: WorkerClient): Session {
  const { demo, store } = session
  const { kept, step, view, locked } = store.getState()
  const params = kept ?? store.getState().params
  const beside = createSession(demo, { ...paperPlace(demo), params, step, view }, [], client)
  beside.set({ locked })
  const stopFollowing = store.subscribe((state, old) => {
    if (state.kept !== old.kept && state.kept !== null && !sameValue(state.kept, beside.store.getState().params))
      beside.goTo({ params: state.kept, step: state.step }, 'kept', false)
    if (state.step !== old.step) beside.seek(state.step)
    if (state.view !== old.view) beside.set({ view: state.view })
    if (state.locked !== old.locked) beside.set({ locked: state.locked })
  })
  const stopTelling = beside.store.subscribe((state, old) => {
    if (state.held !== old.held) {
      if (state.held !== null) session.beginGesture('kept')
      else session.endGesture('kept')
    }
    const { kept: known, step: wanted } = store.getState()
    if (state.params === old.params || known === null || sameValue(state.params, known)) return
    session.keep(state.params, 'kept')
    if (state.step !== wanted) beside.seek(wanted) // a demo may start again where a parameter changes
  })
  const { close } = beside
  return {
    ...beside,
    close() {
      stopFollowing()
      stopTelling()
      close()
    },
  }
}
