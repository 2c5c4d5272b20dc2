// Many equal round Gaussians along a curve or a surface, seen through noise: x = μₖ + (b + noise), all with the same share. With τ² = b² + σ²,
// responsibilities rₖ ∝ exp(-|x - μₖ|²/2τ²), and the mean m and covariance V of the μₖ under them, all is exact in any dimension:
//   score s = ∇ log p = (m - x)/τ²,   Hessian ∇∇ log p = V/τ⁴ - I/τ².

export interface Points {
  readonly dim: number
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
  /** m - x, [dim]. */
  readonly pull: Float64Array
}

export function noisyPoints(points: Points, sigma: number): NoisyPoints {
  const variance = points.std ** 2 + sigma * sigma
  return { points, sigma, variance, logs: new Float64Array(points.count), pull: new Float64Array(points.dim) }
}
export function setPointNoise(noisy: NoisyPoints, sigma: number): void {
  noisy.sigma = sigma
  noisy.variance = noisy.points.std ** 2 + sigma * sigma
}

/** Fills the logs at x[at]; returns the largest. */
function look({ points: { dim, count, places }, variance, logs }: NoisyPoints, x: Float64Array, at: number): number {
  const rate = -1 / (2 * variance)
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    let square = 0
    for (let i = 0; i < dim; i++) square += (x[at + i]! - places[k * dim + i]!) ** 2
    const log = rate * square
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
  for (let k = 0; k < points.count; k++) if (logs[k]! - top > RARE) sum += Math.exp(logs[k]! - top)
  return top + Math.log(sum / points.count) - (points.dim / 2) * Math.log(2 * Math.PI * variance)
}

/** Score [dim] and Hessian [dim, dim] at x[at]. */
export function pointJet(noisy: NoisyPoints, x: Float64Array, at: number, score: Float64Array, hessian: Float64Array): void {
  const { points, variance, logs, pull } = noisy
  const { dim, count, places } = points
  const top = look(noisy, x, at)
  let sum = 0
  pull.fill(0)
  hessian.fill(0)
  for (let k = 0; k < count; k++) {
    const log = logs[k]! - top
    if (!(log > RARE)) continue
    const r = Math.exp(log)
    sum += r
    for (let i = 0; i < dim; i++) {
      const d = places[k * dim + i]! - x[at + i]!
      pull[i]! += r * d
      for (let j = 0; j <= i; j++) hessian[i * dim + j]! += r * d * (places[k * dim + j]! - x[at + j]!)
    }
  }
  for (let i = 0; i < dim; i++) {
    pull[i]! /= sum
    score[i] = pull[i]! / variance
  }
  for (let i = 0; i < dim; i++)
    for (let j = 0; j <= i; j++) {
      const value = (hessian[i * dim + j]! / sum - pull[i]! * pull[j]!) / (variance * variance) - (i === j ? 1 / variance : 0)
      hessian[i * dim + j] = value
      hessian[j * dim + i] = value
    }
}
