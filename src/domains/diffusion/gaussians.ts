// Mixtures of Gaussians with covariances of their own, on a line or in a plane: Σ wₖ N(μₖ, Cₖ).
import { normal, type Stream, uniform } from '@/numerics/random'

export interface Gaussians {
  dim: 1 | 2
  /** Sum to 1, [count]. */
  weights: Float64Array
  /** [count, dim]. */
  means: Float64Array
  /** [count, dim, dim], symmetric. */
  covariances: Float64Array
}

/** From lists, as data files have them; weights are normalised. */
export function gaussians(
  weights: readonly number[],
  means: readonly (readonly number[])[],
  covariances: readonly (readonly (readonly number[])[])[],
): Gaussians {
  const dim = means[0]!.length
  if (dim !== 1 && dim !== 2) throw new Error(`gaussians: dimension ${dim}, not 1 or 2`)
  const total = weights.reduce((sum, w) => sum + w, 0)
  return {
    dim,
    weights: Float64Array.from(weights, (w) => w / total),
    means: Float64Array.from(means.flat()),
    covariances: Float64Array.from(covariances.flat(2)),
  }
}

/** The mixture of one coordinate alone. */
export function marginal({ dim, weights, means, covariances }: Gaussians, axis: number): Gaussians {
  return {
    dim: 1,
    weights,
    means: Float64Array.from(weights, (_, k) => means[k * dim + axis]!),
    covariances: Float64Array.from(weights, (_, k) => covariances[(k * dim + axis) * dim + axis]!),
  }
}

/** Fills `out` [n, dim] with samples: for each a component, then its Cholesky factor times normal numbers. */
export function fillSamples({ dim, weights, means, covariances }: Gaussians, s: Stream, out: Float64Array): void {
  for (let i = 0; i < out.length; i += dim) {
    let rest = uniform(s)
    let k = 0
    while (k < weights.length - 1 && rest >= weights[k]!) rest -= weights[k++]!
    const c = k * dim * dim
    const root = Math.sqrt(covariances[c]!)
    const u = normal(s)
    out[i] = means[k * dim]! + root * u
    if (dim === 1) continue
    const across = covariances[c + 1]! / root
    out[i + 1] = means[k * dim + 1]! + across * u + Math.sqrt(covariances[c + 3]! - across * across) * normal(s)
  }
}
