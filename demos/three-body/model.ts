// r″ᵢ = Σ mⱼ (rⱼ - rᵢ)/|rⱼ - rᵢ|³: three moving bodies, beside the exact path and, on request, a twin. One step of the player is one step of the
// integrator, or a fixed number of them if a run has more than the player can hold: equal work in each, not equal time.
import type { Stepped } from '@/contract'
import { closestPair, distanceSquared, separation } from '@/domains/dynamics/nbody'
import { bodiesIn, energyErrorIn, type Flight, fly, startFlight, timeIn } from './flight'
import type { Params } from './params'
import { bodiesAt, truthOf } from './start'
import { flown, wholeOf } from './whole'

export { type Params, params } from './params'

/** The most pictures of a run: as many as can be recorded and drawn within a frame during a drag. */
export const MOST_PICTURES = 1000
/** Beads that are shown. Each represents several steps of the integrator, since beads of single steps would touch. */
export const BEADS = 24
export const STEPS_PER_BEAD = 8

export interface State {
  flight: Flight
  twin: Flight | null
  /** Places at the last `BEADS` beads, [BEADS, 3, 2], a ring; bead k is at k mod BEADS. */
  beads: Float64Array
  /** Exact places of the bodies, [3, 2]; NaN if they are not known. */
  exact: Float64Array
  /** Smallest distance of two bodies after any step so far, and when. */
  nearest: number
  nearestTime: number
  /** Remaining steps of the integrator. */
  left: number
}
export interface Frame {
  time: number
  /** Places and velocities, [3, 2]. */
  places: readonly number[]
  velocities: readonly number[]
  exact: readonly number[] | null
  twin: readonly number[] | null
  /** Index of the closest pair in PAIRS. */
  pair: number
  /** Places at the last beads, the newest last, [n, 3, 2]. */
  beads: Float64Array
  /** Stopped before the end: too many steps. */
  stopped: boolean
}

/** Steps of the integrator in one step of the player. */
export const strideOf = (p: Params): number => Math.max(1, Math.ceil(wholeOf(p).steps / MOST_PICTURES))

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const bodies = bodiesAt(p)
    const flight = startFlight(bodies, p)
    const s: State = {
      flight,
      twin: p.twin ? startFlight(bodiesAt({ ...p, r1: [p.r1[0] + p.nudge, p.r1[1]] }), p) : null,
      beads: new Float64Array(6 * BEADS),
      exact: new Float64Array(6).fill(Number.NaN),
      nearest: Number.POSITIVE_INFINITY,
      nearestTime: 0,
      left: wholeOf(p).steps,
    }
    note(s)
    look(s, p)
    return s
  },
  step(s, p) {
    for (let k = strideOf(p); k > 0 && s.left > 0; k--) {
      fly(s.flight, p.scheme, p.until, 1)
      s.left--
      note(s)
    }
    look(s, p)
  },
  frame: (s, p) => ({
    time: timeIn(s.flight),
    places: Array.from(bodiesIn(s.flight).positions),
    velocities: Array.from(bodiesIn(s.flight).velocities),
    exact: Number.isNaN(s.exact[0]) ? null : Array.from(s.exact),
    twin: s.twin && Array.from(bodiesIn(s.twin).positions),
    pair: closestPair(bodiesIn(s.flight).positions),
    beads: beadsOf(s),
    stopped: s.left === 0 && !wholeOf(p).arrived,
  }),
  count: flown,
  steps: (p) => Math.max(1, Math.ceil(wholeOf(p).steps / strideOf(p))),
  dt: () => 1,
  pace: (p) => Math.max(20, model.steps(p) / 16),
}

/** Called after a step of the integrator. */
function note(s: State): void {
  const { positions } = bodiesIn(s.flight)
  if (s.flight.steps % STEPS_PER_BEAD === 0) s.beads.set(positions, 6 * ((s.flight.steps / STEPS_PER_BEAD) % BEADS))
  const distance = distanceSquared(positions, closestPair(positions))
  if (distance < s.nearest * s.nearest) {
    s.nearest = Math.sqrt(distance)
    s.nearestTime = timeIn(s.flight)
  }
}

const MOST_TWIN_STEPS = 100_000 // in one step of the player

/** Called after a step of the player: brings the twin and the exact bodies to the same time. */
function look(s: State, p: Params): void {
  const time = timeIn(s.flight)
  if (s.twin) fly(s.twin, p.scheme, time, MOST_TWIN_STEPS)
  if (!truthOf(p).at(time, s.exact)) s.exact.fill(Number.NaN)
}

function beadsOf({ flight, beads }: State): Float64Array {
  const found = Math.floor(flight.steps / STEPS_PER_BEAD) + 1
  const count = Math.min(BEADS, found)
  const out = new Float64Array(6 * count)
  for (let k = 0; k < count; k++) {
    const from = 6 * ((found - count + k) % BEADS)
    out.set(beads.subarray(from, from + 6), 6 * k)
  }
  return out
}

/** Largest distance of a body from its exact place; null if that is not known. */
export const placeError = (s: State): number | null =>
  Number.isNaN(s.exact[0]) ? null : separation(bodiesIn(s.flight).positions, s.exact)
export const twinDistance = (s: State): number | null =>
  s.twin && separation(bodiesIn(s.flight).positions, bodiesIn(s.twin).positions)
export const energyError = (s: State): number => energyErrorIn(s.flight)
