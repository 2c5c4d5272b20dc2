// Work against error: what a run by one rule costs and how far off it ends, for many values of the rule's knob.
import { runHermite, type StepRule, startHermite, timeOf } from './hermite'
import { type Bodies, energy, separation } from './nbody'

export interface FrontierPoint {
  /** μ, η or the fixed step. */
  readonly knob: number
  readonly evaluations: number
  /** |ΔE/E| against the start. */
  readonly energyError: number
  /** Largest distance of a body from where it should be; NaN where that is not known. */
  readonly positionError: number
  /** False: stopped at the cap, with the errors so far. */
  readonly isWhole: boolean
}

/** `count` values from low to high with equal ratios, in an order that fills gaps evenly: ends first, then halves, quarters, … */
export function coarseFirst(low: number, high: number, count: number): number[] {
  const order: number[] = []
  const taken = new Set<number>()
  for (let parts = 1; order.length < count; parts *= 2) {
    for (let k = 0; k <= parts; k++) {
      const index = Math.round((k * (count - 1)) / parts)
      if (!taken.has(index)) {
        taken.add(index)
        order.push(index)
      }
    }
  }
  return order.map((index) => low * (high / low) ** (count === 1 ? 0 : index / (count - 1)))
}

const CHUNK = 50_000 // steps between two reports, some 5 ms

/**
 * Runs to `until` with each knob, and yields the points so far with the share of knobs done. `truth` are the exact places at the end.
 * At most `most` steps a run. Do not compare points by wall-clock: a step costs one force evaluation, and one more is made at the start.
 */
export function* frontier(
  bodies: Bodies,
  until: number,
  truth: Float64Array | null,
  rule: (knob: number) => StepRule,
  knobs: readonly number[],
  most: number,
): Generator<{ done: number; result: readonly FrontierPoint[] }, readonly FrontierPoint[], void> {
  const before = energy(bodies)
  const points: FrontierPoint[] = []
  for (const [k, knob] of knobs.entries()) {
    const run = startHermite(bodies)
    let isWhole = false
    while (!isWhole && run.steps < most) {
      const chunk = Math.min(CHUNK, most - run.steps)
      runHermite(run, rule(knob), until, chunk)
      isWhole = timeOf(run) >= until
      if (!isWhole) yield { done: (k + run.steps / most) / knobs.length, result: [...points] }
    }
    points.push({
      knob,
      evaluations: run.steps + 1,
      energyError: Math.abs(energy(run) / before - 1),
      positionError: truth && isWhole ? separation(run.positions, truth) : Number.NaN,
      isWhole,
    })
    yield { done: (k + 1) / knobs.length, result: [...points] }
  }
  return points
}
