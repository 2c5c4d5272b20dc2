// The closest approach of any two bodies in a stretch of time, from the reference scheme.
import { type GaussRadau, runGaussRadau, startGaussRadau, stepGaussRadau } from './gaussRadau'
import { type Bodies, distanceSquared, PAIRS } from './nbody'

export interface Approach {
  distance: number
  time: number
  /** Indices of the bodies. */
  pair: readonly [number, number]
}

/** r·v of a pair: negative while the bodies approach. */
function closing({ positions: x, velocities: v }: Bodies, pair: number): number {
  const [i, j] = PAIRS[pair]!
  let sum = 0
  for (let c = 0; c < 2; c++) sum += (x[2 * j + c]! - x[2 * i + c]!) * (v[2 * j + c]! - v[2 * i + c]!)
  return sum
}

/** The time in the next step of `before` at which r·v changes its sign, found to the last bit by bisection. */
function turningPoint(before: GaussRadau, after: number, pair: number): Approach {
  let [low, high] = [before.clock[0]!, after]
  let there = before
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    there = structuredClone(before)
    runGaussRadau(there, middle)
    if (closing(there, pair) < 0) low = middle
    else high = middle
  }
  return { distance: Math.sqrt(distanceSquared(there.positions, pair)), time: there.clock[0]!, pair: PAIRS[pair]! }
}

/** Null if no pair has a turning point before `until`. Copies the state once a step. */
export function closestApproach(bodies: Bodies, until: number): Approach | null {
  const run = startGaussRadau(bodies)
  let best: Approach | null = null
  while (run.clock[0]! < until) {
    const before = structuredClone(run)
    stepGaussRadau(run, until)
    for (let pair = 0; pair < PAIRS.length; pair++) {
      if (!(closing(before, pair) < 0 && closing(run, pair) >= 0)) continue
      const ends = Math.min(distanceSquared(before.positions, pair), distanceSquared(run.positions, pair))
      if (best && ends > 100 * best.distance ** 2) continue // a step is too short to halve a distance three times
      const found = turningPoint(before, run.clock[0]!, pair)
      if (!best || found.distance < best.distance) best = found
    }
  }
  return best
}
