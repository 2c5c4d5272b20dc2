// Copies of a model that train separately and agree now and then. NoLoCo (Kolehmainen et al. 2025, and its released program): each of n replicas has slow
// weights φᵢ; a local phase from φᵢ moves it by Δᵢ; then newly drawn pairs agree: δᵢ ← α δᵢ + β Δ̄ + γ (φ̄ - φᵢ), φᵢ ← φᵢ + δᵢ, with means over the pair.
// DiLoCo is the same with means over all, so that nothing is left to pull together. Arrays of replicas are [n, d].
import { type Stream, uniform } from '@/numerics/random'

export interface OuterSettings {
  /** Outer momentum, outer learning rate, pull-together. */
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
}

/** Shuffles a permutation in place; the partner of order[k] is order[k + n/2]. */
export function shufflePairs(s: Stream, order: Int32Array): void {
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(uniform(s) * (k + 1))
    const kept = order[k]!
    order[k] = order[other]!
    order[other] = kept
  }
}

/**
 * `count` steps θ ← θ - ωA(θ - c) from `from`, where A is diagonal [d] and `centers` are [count, d]. Writes θ - from to `moved` at `offset`, and the
 * places after 0, 1, … `count` steps to `path`, [count + 1, d], if given.
 */
export function localSteps(
  from: Float64Array,
  offset: number,
  curvatures: ArrayLike<number>,
  rate: number,
  centers: Float64Array,
  count: number,
  moved: Float64Array,
  path?: Float64Array,
): void {
  const d = curvatures.length
  for (let axis = 0; axis < d; axis++) {
    const share = rate * curvatures[axis]!
    const start = from[offset + axis]!
    let theta = start
    if (path) path[axis] = theta
    for (let k = 0; k < count; k++) {
      theta -= share * (theta - centers[k * d + axis]!)
      if (path) path[(k + 1) * d + axis] = theta
    }
    moved[offset + axis] = theta - start
  }
}

/** All pairs agree: φ and δ, [n, d], change in place. */
export function gossip(
  phi: Float64Array,
  delta: Float64Array,
  moved: Float64Array,
  order: Int32Array,
  { alpha, beta, gamma }: OuterSettings,
): void {
  const half = order.length / 2
  const d = phi.length / order.length
  for (let k = 0; k < half; k++)
    for (let axis = 0; axis < d; axis++) {
      const [i, j] = [order[k]! * d + axis, order[k + half]! * d + axis]
      const move = (moved[i]! + moved[j]!) / 2
      const pull = (phi[j]! - phi[i]!) / 2 // of i to the middle; that of j is the opposite
      delta[i] = alpha * delta[i]! + beta * move + gamma * pull
      delta[j] = alpha * delta[j]! + beta * move - gamma * pull
      phi[i]! += delta[i]!
      phi[j]! += delta[j]!
    }
}

/** Writes the mean of the rows of [n, d]. */
export function meanOfRows(rows: Float64Array, n: number, out: Float64Array): void {
  const d = rows.length / n
  out.fill(0)
  for (let i = 0; i < n; i++) for (let axis = 0; axis < d; axis++) out[axis]! += rows[i * d + axis]! / n
}

/** DiLoCo: the shared φ and δ, [d], use the mean of all n rows of `moved`, [n, d]. */
export function agreeAll(
  phi: Float64Array,
  delta: Float64Array,
  moved: Float64Array,
  n: number,
  { alpha, beta }: Pick<OuterSettings, 'alpha' | 'beta'>,
): void {
  for (let axis = 0; axis < phi.length; axis++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += moved[i * phi.length + axis]!
    delta[axis] = alpha * delta[axis]! + (beta * sum) / n
    phi[axis]! += delta[axis]!
  }
}
