// Work against error: the cost of a run by one rule and the error at its end, for many values of the rule's knob.
import { runHermite, type StepRule, startHermite, timeOf } from './hermite'
import { type Bodies, energy, separation } from './nbody'

export interface FrontierPoint {
  /** μ, η or the fixed step. */
  readonly knob: number
  readonly evaluations: number
  /** |ΔE/E| relative to the start. */
  readonly energyError: number
  /** Largest distance of a body from its exact place; NaN if that is unknown. */
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

/** A run in progress to a fixed time. */
export interface Runner {
  bodies(): Bodies
  evaluations(): number
  /** Continues for about so many force evaluations, or to the end; then returns true. */
  run(evaluations: number): boolean
}
export function hermiteRunner(bodies: Bodies, rule: StepRule, until: number): Runner {
  const run = startHermite(bodies)
  return {
    bodies: () => run,
    evaluations: () => run.steps + 1,
    run(steps) {
      runHermite(run, rule, until, steps)
      return timeOf(run) >= until
    },
  }
}

const CHUNK = 50_000 // force evaluations between two reports, some 5 ms

/**
 * Runs with each knob, and yields the points so far with the share of knobs done. `truth` are the exact places at the end. At most `most` force
 * evaluations a run. Compare points by force evaluations, not by wall-clock time: a Hermite step costs one, and the start one more.
 */
export function* frontier(
  start: (knob: number) => Runner,
  truth: Float64Array | null,
  knobs: readonly number[],
  most: number,
): Generator<{ done: number; result: readonly FrontierPoint[] }, readonly FrontierPoint[], void> {
  const points: FrontierPoint[] = []
  for (const [k, knob] of knobs.entries()) {
    const runner = start(knob)
    const before = energy(runner.bodies())
    let isWhole = false
    while (!isWhole && runner.evaluations() < most) {
      isWhole = runner.run(Math.min(CHUNK, most - runner.evaluations()))
      if (!isWhole) yield { done: (k + Math.min(1, runner.evaluations() / most)) / knobs.length, result: [...points] }
    }
    points.push({
      knob,
      evaluations: runner.evaluations(),
      energyError: Math.abs(energy(runner.bodies()) / before - 1),
      positionError: truth && isWhole ? separation(runner.bodies().positions, truth) : Number.NaN,
      isWhole,
    })
    yield { done: (k + 1) / knobs.length, result: [...points] }
  }
  return points
}
