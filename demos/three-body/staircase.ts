// Choices as a line: each holds for an interval.
import { ACTIONS, INTERVAL } from '@/domains/dynamics/stepChoice'

export interface Staircase {
  /** Two points an interval. */
  xs: Float64Array
  /** log10 μ. */
  ys: Float64Array
}

export function staircase(actions: ArrayLike<number>): Staircase {
  const xs = new Float64Array(2 * actions.length)
  const ys = new Float64Array(2 * actions.length)
  for (let k = 0; k < actions.length; k++) {
    const y = Math.log10(ACTIONS[actions[k]!]!)
    xs.set([k * INTERVAL, (k + 1) * INTERVAL], 2 * k)
    ys.set([y, y], 2 * k)
  }
  return { xs, ys }
}
