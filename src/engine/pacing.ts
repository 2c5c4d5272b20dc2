// When runs and maps are computed, and how often they report: the same on the page and in the worker. All in ms. Quick runs appear at once,
// longer ones as pictures about ten times a second.

/** Computing time within one frame of the page; the shorter one when the page is short of time. */
export const FRAME_SLICE = 4
export const SHORT_FRAME_SLICE = 2
/** Computing time until messages, or other work, are looked at again. */
export const SLICE = 8
/** How long the run under way goes on after a newer one is wanted. Without this every move of a drag would start a new run and none would finish. */
export const PATIENCE = 250
/** Time until a run shows its progress. */
const SILENCE = 150
/** The same, and only once, while a newer run is wanted: a drag does not flicker. */
const HELD_SILENCE = 200
/** Time between two pictures of a run, or of a map, that is being computed. */
const RUN_NEWS = 100
export const MAP_NEWS = 40
/** Computing time between two snapshots of a run: the most that going back has to compute again. */
export const REPLAY = 20

/** Decides when one run, under way since `begun`, reports. */
export class News {
  private told = Number.NEGATIVE_INFINITY

  constructor(private readonly begun: number) {}

  /** Whether it is time to report; the caller then reports. `isHeld`: a newer run is wanted. */
  due(now: number, isHeld = false): boolean {
    const isDue = isHeld
      ? this.told < this.begun && now > this.begun + HELD_SILENCE
      : now > this.begun + SILENCE && now >= this.told + RUN_NEWS
    if (isDue) this.told = now
    return isDue
  }
}
