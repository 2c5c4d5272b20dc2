// A linear teacher: Y = W* X with inputs from N(0, A). The loss ½ tr((W - W*) A (W - W*)ᵀ) is exact, the batches are not.
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { orthonormalize } from '@/numerics/smallMatrix'
import { steadyPower } from '@/numerics/steady'
import { steadyNormal } from '@/numerics/steadyNormal'
import { type Params, sizesOf } from './params'

export interface Problem {
  readonly m: number
  readonly n: number
  /** Axes of A, one a row, [n, n]; and its eigenvalues along them, from the largest. */
  readonly axes: Float64Array
  readonly spread: Float64Array
  /** W*, [m, n]. */
  readonly target: Float64Array
  readonly start: Float64Array
}

/** Direction of the long axis of the plane and its length; a point at the origin has none. */
export function longAxis({ widest: [x, y] }: Pick<Params, 'widest'>): readonly [x: number, y: number, length: number] {
  const length = Math.sqrt(x * x + y * y)
  return length > 0.05 ? [x / length, y / length, length] : [1, 0, 0.05]
}

/** Fills with normal numbers. */
function fill(s: Stream, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = steadyNormal(s)
}

export function makeProblem(p: Params): Problem {
  const [m, n] = sizesOf(p)
  const spread = new Float64Array(n)
  if (p.tab === 'plane') {
    const [x, y, length] = longAxis(p)
    spread.set([length * length, (length * length) / p.kappa])
    const [target, start] = [new Float64Array(2), Float64Array.from(p.start)]
    return { m, n, axes: Float64Array.of(x, y, -y, x), spread, target, start }
  }
  for (let j = 0; j < n; j++) spread[j] = j === 0 ? 1 : steadyPower(p.kappa, -j / (n - 1))
  const draws = stream(p.seed, 'problem')
  const [axes, target] = [new Float64Array(n * n), new Float64Array(m * n)]
  fill(draws, axes)
  orthonormalize(axes, n)
  fill(draws, target)
  return { m, n, axes, spread, target, start: new Float64Array(m * n) }
}

export const problemOf = memoized((p: Params): Problem => makeProblem(p))

/** A as a matrix, [n, n]. */
export function covarianceOf({ n, axes, spread }: Problem): Float64Array {
  const out = new Float64Array(n * n)
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[i * n + j]! += spread[k]! * axes[k * n + i]! * axes[k * n + j]!
  return out
}

/** ½ tr((W - W*) A (W - W*)ᵀ). */
export function lossOf({ m, n, axes, spread, target }: Problem, weights: Float64Array): number {
  let sum = 0
  for (let i = 0; i < m; i++)
    for (let k = 0; k < n; k++) {
      let along = 0
      for (let j = 0; j < n; j++) along += (weights[i * n + j]! - target[i * n + j]!) * axes[k * n + j]!
      sum += spread[k]! * along * along
    }
  return sum / 2
}

/** Writes a batch of inputs, [n, b]. */
export function drawBatch({ n, axes, spread }: Problem, s: Stream, b: number, x: Float64Array): void {
  x.fill(0)
  for (let sample = 0; sample < b; sample++)
    for (let k = 0; k < n; k++) {
      const size = Math.sqrt(spread[k]!) * steadyNormal(s)
      for (let j = 0; j < n; j++) x[j * b + sample]! += size * axes[k * n + j]!
    }
}
