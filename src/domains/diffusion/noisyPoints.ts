// Many equal round Gaussians along a curve or a surface, seen through noise: x = μₖ + (b + noise), all with the same share. With τ² = b² + σ²,
// responsibilities rₖ ∝ exp(-|x - μₖ|²/2τ²), and the mean m and covariance V of the μₖ under them, all is exact:
//   score s = ∇ log p = (m - x)/τ²,   Hessian ∇∇ log p = V/τ⁴ - I/τ².

import { expOfNegative } from './predict'

export interface Points {
  readonly dim: 2 | 3
  readonly count: number
  /** μₖ, [count, dim]. */
  readonly places: Float64Array
  /** b. */
  readonly std: number
}
/** Prepared for one noise level. Plain data with its own scratch: one for each user. */
export interface NoisyPoints {
  readonly points: Points
  sigma: number
  /** τ². */
  variance: number
  /** Logs of the responsibilities, up to a constant, [count]. */
  readonly logs: Float64Array
}

export function noisyPoints(points: Points, sigma: number): NoisyPoints {
  const variance = points.std ** 2 + sigma * sigma
  return { points, sigma, variance, logs: new Float64Array(points.count) }
}
export function setPointNoise(noisy: NoisyPoints, sigma: number): void {
  noisy.sigma = sigma
  noisy.variance = noisy.points.std ** 2 + sigma * sigma
}

/** Fills the logs at x[at]; returns the largest. */
function look({ points: { dim, count, places }, variance, logs }: NoisyPoints, x: Float64Array, at: number): number {
  const rate = -1 / (2 * variance)
  const [x0, x1, x2] = [x[at]!, x[at + 1]!, dim === 3 ? x[at + 2]! : 0]
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    const u = places[k * dim]! - x0
    const v = places[k * dim + 1]! - x1
    const w = dim === 3 ? places[k * dim + 2]! - x2 : 0
    const log = rate * (u * u + v * v + w * w)
    logs[k] = log
    if (log > top) top = log
  }
  return top
}

const RARE = -40 // a share below e⁻⁴⁰ is lost in rounding

/** log p at x[at]. */
export function logDensityOfPoints(noisy: NoisyPoints, x: Float64Array, at: number): number {
  const { points, variance, logs } = noisy
  const top = look(noisy, x, at)
  let sum = 0
  for (let k = 0; k < points.count; k++) if (logs[k]! - top > RARE) sum += expOfNegative(logs[k]! - top)
  return top + Math.log(sum / points.count) - (points.dim / 2) * Math.log(2 * Math.PI * variance)
}

/** Score [dim] and Hessian [dim, dim] at x[at]. */
export function pointJet(noisy: NoisyPoints, x: Float64Array, at: number, score: Float64Array, hessian: Float64Array): void {
  const { points, variance, logs } = noisy
  const { dim, count, places } = points
  const isSpace = dim === 3
  const top = look(noisy, x, at)
  const [x0, x1, x2] = [x[at]!, x[at + 1]!, isSpace ? x[at + 2]! : 0]
  let [sum, su, sv, sw] = [0, 0, 0, 0]
  let [uu, uv, vv, uw, vw, ww] = [0, 0, 0, 0, 0, 0]
  for (let k = 0; k < count; k++) {
    const log = logs[k]! - top
    if (!(log > RARE)) continue
    const r = expOfNegative(log)
    const u = places[k * dim]! - x0
    const v = places[k * dim + 1]! - x1
    sum += r
    su += r * u
    sv += r * v
    uu += r * u * u
    uv += r * u * v
    vv += r * v * v
    if (isSpace) {
      const w = places[k * dim + 2]! - x2
      sw += r * w
      uw += r * u * w
      vw += r * v * w
      ww += r * w * w
    }
  }
  const [mu, mv, mw] = [su / sum, sv / sum, sw / sum]
  const square = variance * variance
  const own = 1 / variance
  const [xx, xy, yy] = [(uu / sum - mu * mu) / square - own, (uv / sum - mu * mv) / square, (vv / sum - mv * mv) / square - own]
  score[0] = mu / variance
  score[1] = mv / variance
  if (!isSpace) {
    hessian[0] = xx
    hessian[1] = xy
    hessian[2] = xy
    hessian[3] = yy
    return
  }
  score[2] = mw / variance
  const [xz, yz] = [(uw / sum - mu * mw) / square, (vw / sum - mv * mw) / square]
  hessian[0] = xx
  hessian[1] = xy
  hessian[2] = xz
  hessian[3] = xy
  hessian[4] = yy
  hessian[5] = yz
  hessian[6] = xz
  hessian[7] = yz
  hessian[8] = (ww / sum - mw * mw) / square - own
}
