// Playback: turns time into steps. It draws nothing; it only moves the session's place.
import type { Session } from './session'

const LONGEST_GAP = 100 // ms: after a pause of the page the run does not jump

/** Steps a second at speed 1. */
export function paceOf(session: Session): number {
  const { demo, store } = session
  const { params } = store.getState()
  return demo.model.pace?.(params) ?? Math.max(1, demo.model.steps(params) / 10)
}

/** Keeps playing while the session says so; call the result to stop listening. */
export function runClock(session: Session): () => void {
  const { store } = session
  let frame = 0
  let last = 0
  let owed = 0

  function tick(now: number): void {
    const state = store.getState()
    if (!state.playing) {
      frame = 0
      return
    }
    frame = requestAnimationFrame(tick)
    owed += (Math.min(now - last, LONGEST_GAP) / 1000) * paceOf(session) * state.speed
    last = now
    const whole = Math.floor(owed)
    if (whole === 0) return
    owed -= whole
    advance(whole)
  }

  function advance(count: number): void {
    const { picture, loop, pauseAtRest } = store.getState()
    if (picture === null) return
    const from = session.here()
    const end = session.endOf()
    const rest = picture.convergedAt
    let to = from + count
    if (pauseAtRest && !loop && rest !== null && from < rest && to >= rest) {
      session.seek(rest)
      session.pause()
      return
    }
    if (to > end) {
      if (!loop) {
        session.seek(end)
        session.pause()
        return
      }
      to = 0
    }
    session.seek(Math.min(to, Math.max(picture.last, from))) // waits if the worker has not computed further yet
  }

  const stop = store.subscribe((state) => {
    if (state.playing && frame === 0) {
      last = performance.now()
      owed = 0
      frame = requestAnimationFrame(tick)
    }
  })
  return () => {
    stop()
    cancelAnimationFrame(frame)
  }
}
