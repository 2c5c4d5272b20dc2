// A mixture in the plane seen through noise: x = x0 + σ noise with x0 ~ Σ wₖ N(mₖ, Cₖ). Component k is then N(mₖ, Sₖ), Sₖ = Cₖ + σ² I, and with the
// responsibilities rₖ ∝ wₖ |Sₖ|^{-½} exp(-½ (x - mₖ)ᵀ Sₖ⁻¹ (x - mₖ)) and gₖ = -Sₖ⁻¹(x - mₖ) all is exact:
//   score s = ∇ log p = Σ rₖ gₖ,   Hessian ∇∇ log p = Σ rₖ (gₖ gₖᵀ - Sₖ⁻¹) - s sᵀ.
// For equal round components without Hessians ./mixture is quicker.
import type { Gaussians } from './gaussians'
import { expOfNegative } from './predict'

/** Prepared for one noise level; `setNoise` moves it to another. Plain data with its own scratch: one for each user. */
export interface NoisyGaussians {
  readonly data: Gaussians
  readonly count: number
  sigma: number
  /** Sₖ⁻¹ as xx, xy, yy, [count, 3]. */
  readonly inverses: Float64Array
  /** log of wₖ / (2π |Sₖ|^½), [count]. */
  readonly logHeights: Float64Array
  /** Scratch of one point: logs of the shares, and gₖ [count, 2]. */
  readonly logs: Float64Array
  readonly pulls: Float64Array
}

/** @param data in the plane; a RangeError otherwise. */
export function noisyGaussians(data: Gaussians, sigma: number): NoisyGaussians {
  if (data.dim !== 2) throw new RangeError(`noisyGaussians: dimension ${data.dim}, not 2`)
  const count = data.weights.length
  const made: NoisyGaussians = {
    data,
    count,
    sigma,
    inverses: new Float64Array(3 * count),
    logHeights: new Float64Array(count),
    logs: new Float64Array(count),
    pulls: new Float64Array(2 * count),
  }
  setNoise(made, sigma)
  return made
}

/** Once a noise level, for all places. */
export function setNoise(noisy: NoisyGaussians, sigma: number): void {
  const { data, count, inverses, logHeights } = noisy
  noisy.sigma = sigma
  for (let k = 0; k < count; k++) {
    const a = data.covariances[4 * k]! + sigma * sigma
    const b = data.covariances[4 * k + 1]!
    const c = data.covariances[4 * k + 3]! + sigma * sigma
    const determinant = a * c - b * b
    inverses[3 * k] = c / determinant
    inverses[3 * k + 1] = -b / determinant
    inverses[3 * k + 2] = a / determinant
    logHeights[k] = Math.log(data.weights[k]!) - Math.log(2 * Math.PI) - Math.log(determinant) / 2
  }
}

/** Fills the scratch at (x, y); returns the largest log. */
function look({ data: { means }, count, inverses, logHeights, logs, pulls }: NoisyGaussians, x: number, y: number): number {
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    const u = x - means[2 * k]!
    const v = y - means[2 * k + 1]!
    const gx = -(inverses[3 * k]! * u + inverses[3 * k + 1]! * v)
    const gy = -(inverses[3 * k + 1]! * u + inverses[3 * k + 2]! * v)
    pulls[2 * k] = gx
    pulls[2 * k + 1] = gy
    const log = logHeights[k]! + 0.5 * (gx * u + gy * v)
    logs[k] = log
    if (log > top) top = log
  }
  return top
}

/** log p at (x, y). */
export function logDensityAt(noisy: NoisyGaussians, x: number, y: number): number {
  const top = look(noisy, x, y)
  let sum = 0
  for (let k = 0; k < noisy.count; k++) sum += expOfNegative(noisy.logs[k]! - top)
  return top + Math.log(sum)
}

/** Scores at `points` [n, 2], written to `out` [n, 2]. */
export function fillScores(noisy: NoisyGaussians, points: Float64Array, out: Float64Array): void {
  const { count, logs, pulls } = noisy
  for (let at = 0; at < points.length; at += 2) {
    const top = look(noisy, points[at]!, points[at + 1]!)
    let sum = 0
    let sx = 0
    let sy = 0
    for (let k = 0; k < count; k++) {
      const r = expOfNegative(logs[k]! - top)
      sum += r
      sx += r * pulls[2 * k]!
      sy += r * pulls[2 * k + 1]!
    }
    out[at] = sx / sum
    out[at + 1] = sy / sum
  }
}

/** Hessians of log p at `points` [n, 2], which are the Jacobians of the score: xx, xy, yx, yy, written to `out` [n, 4]. */
export function fillHessians(noisy: NoisyGaussians, points: Float64Array, out: Float64Array): void {
  const { count, inverses, logs, pulls } = noisy
  for (let at = 0; at < points.length; at += 2) {
    const top = look(noisy, points[at]!, points[at + 1]!)
    let [sum, sx, sy, xx, xy, yy] = [0, 0, 0, 0, 0, 0]
    for (let k = 0; k < count; k++) {
      const r = expOfNegative(logs[k]! - top)
      const gx = pulls[2 * k]!
      const gy = pulls[2 * k + 1]!
      sum += r
      sx += r * gx
      sy += r * gy
      xx += r * (gx * gx - inverses[3 * k]!)
      xy += r * (gx * gy - inverses[3 * k + 1]!)
      yy += r * (gy * gy - inverses[3 * k + 2]!)
    }
    sx /= sum
    sy /= sum
    out[2 * at] = xx / sum - sx * sx
    out[2 * at + 1] = xy / sum - sx * sy
    out[2 * at + 2] = xy / sum - sx * sy
    out[2 * at + 3] = yy / sum - sy * sy
  }
}
