// ½ Σ λᵢ (wᵢ - wᵢ*)²: a hundred weights, each with its own slope. The loss is exact, the gradients of the workers are not.
import { memoized } from '@/memoized'
import { stream, uniform } from '@/numerics/random'
import { steadyPower } from '@/numerics/steady'
import { steadyNormal } from '@/numerics/steadyNormal'
import { type Params, SIZE } from './params'

export interface Problem {
  /** λ, from 1 to 10^-1.5 in random order, and w*. */
  readonly slopes: Float64Array
  readonly target: Float64Array
  /** Indices from the steepest to the flattest. */
  readonly order: readonly number[]
}

export function makeProblem(task: number): Problem {
  const draws = stream(task, 'problem')
  const order = Array.from({ length: SIZE }, (_, i) => i)
  for (let i = SIZE - 1; i > 0; i--) {
    const j = Math.floor(uniform(draws) * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  const slopes = new Float64Array(SIZE)
  for (const [rank, i] of order.entries()) slopes[i] = steadyPower(10, (-1.5 * rank) / (SIZE - 1))
  return { slopes, target: Float64Array.from({ length: SIZE }, () => steadyNormal(draws)), order }
}

export const problemOf = memoized((p: Params): Problem => makeProblem(p.task))

export function lossOf({ slopes, target }: Pick<Problem, 'slopes' | 'target'>, weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += slopes[i]! * (weights[i]! - target[i]!) ** 2
  return sum / 2
}
