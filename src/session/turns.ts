// Who is drawn in this frame. What a visitor drags is drawn in every frame. What follows it (other pictures, numbers) is too while there is time,
// and takes turns when frames get too long. When changes stop, all followers catch up.

const LONG = 7 // ms of the main thread's work; a frame has 16.7, and the same processor may have to paint it
const LATE = 1.4 // times the shortest distance between two frames
const FORGETS = 1.01 // times that distance grows in each frame: a window may move to a slower display
const LEAST = 1 / 4 // a follower is drawn at least in every fourth frame
const PAUSE = 100 // ms between two frames that do not follow each other
const REST = 300 // ms after which all are drawn in the first frame again: a key, a preset

/** What a browser knows of frames; tests pass their own. */
export interface Frames {
  next(act: (time: number) => void): void
  /** Calls `act` after the current frame has been drawn. */
  drawn(act: () => void): void
  now(): number
}

export const browserFrames: Frames = {
  next: (act) => {
    if (document.hidden) setTimeout(() => act(performance.now()), 16)
    else requestAnimationFrame(act)
  },
  drawn: (act) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      act()
    }
    port2.postMessage(null)
  },
  now: () => performance.now(),
}

export function createTurns(frames: Frames = browserFrames) {
  const waiting = new Set<() => void>()
  let many = Number.POSITIVE_INFINITY // followers may be drawn in one frame; a half: one in every second frame
  let saved = 0 // fraction of a follower, from frames in which none was drawn
  let scheduled = false
  let short = false // of time: the last frame did not draw all
  let [before, shortest] = [Number.NaN, Number.POSITIVE_INFINITY]

  /** Fewer are drawn after a frame that was too long for them, one more after each that was not. */
  function learn(served: number, work: number, distance: number): void {
    if (work > LONG || (distance > LATE * shortest && distance < PAUSE))
      many = Math.max(LEAST, Math.min(many, Math.max(served, 1)) / 2)
    else if (waiting.size > 0) many = many < 1 ? 2 * many : Math.floor(many) + 1
  }

  function serve(time: number): void {
    const distance = time - before
    before = time
    if (distance > REST) many = Number.POSITIVE_INFINITY
    if (distance > 0) shortest = Math.min(FORGETS * shortest, distance)
    short = false
    if (waiting.size === 0) return
    saved += many
    const served = [...waiting].slice(0, Math.floor(saved))
    saved = Number.isFinite(many) ? saved - Math.floor(saved) : 0
    for (const follower of served) {
      waiting.delete(follower)
      follower()
    }
    short = waiting.size > 0
    frames.drawn(() => learn(served.length, frames.now() - time, distance))
    schedule()
  }

  function schedule(): void {
    if (scheduled || waiting.size === 0) return
    scheduled = true
    frames.next((time) => {
      scheduled = false
      serve(time)
    })
  }

  return {
    /** Calls `follower` once when it is its turn; those who wait longest come first. */
    ask(follower: () => void): void {
      waiting.add(follower)
      schedule()
    },
    leave: (follower: () => void): void => void waiting.delete(follower),
    /** Whether time is short now; other work that loads the processor should wait too. */
    isShort: (): boolean => short && frames.now() - before < REST,
    /** In a frame that has just begun at `time`: draws those whose turn it is. */
    serve,
    /** All at once, for a picture of the whole. */
    finish(): void {
      for (const follower of waiting) follower()
      waiting.clear()
    },
  }
}
