// When there is work on runs and maps, and when they tell how far they are: the same on the page and in the worker. All in ms.
// A run is seen running: quick ones come whole, longer ones as pictures about ten times a second.

/** Of computing within one frame of the page; the shorter one where the page has no time for all. */
export const FRAME_SLICE = 4
export const SHORT_FRAME_SLICE = 2
/** Of computing until messages, or other work, are looked at again. */
export const SLICE = 8
/** A newer wish waits so long for the run under way: begun anew by every move of a drag, no run would come to its end. */
export const PATIENCE = 250
/** Until a run shows how far it is. */
const SILENCE = 150
/** The same, and once only, while a newer run is wished: a drag does not flicker. */
const HELD_SILENCE = 200
/** Between two pictures of a run, and of a map, that is being computed. */
const RUN_NEWS = 100
export const MAP_NEWS = 40
/** Of computing between two snapshots of a run: what going back has to compute again. */
export const REPLAY = 20

/** Tells of one run that is under way since `begun`. */
export class News {
  private told = Number.NEGATIVE_INFINITY

  constructor(private readonly begun: number) {}

  /** Whether it is time to tell; then it has been told. `isHeld`: a newer run is wished. */
  due(now: number, isHeld = false): boolean {
    const isDue = isHeld
      ? this.told < this.begun && now > this.begun + HELD_SILENCE
      : now > this.begun + SILENCE && now >= this.told + RUN_NEWS
    if (isDue) this.told = now
    return isDue
  }
}
