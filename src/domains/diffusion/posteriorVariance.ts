// How uncertain the clean sample is: Var[x0 | x] = Σ rₖ (d sₖ²σ²/vₖ + |mₖ - D|²), the trace of the covariance, with mₖ = (sₖ² x + σ² μₖ)/vₖ, vₖ = sₖ² + σ²,
// the responsibilities rₖ and D = Σ rₖ mₖ.
import type { Denoiser } from './mixture'

/** At the point x[at], …, for a denoiser that predicts x0, at its noise level. It uses the denoiser's scratch array; nothing is allocated. */
export function posteriorVariance(d: Denoiser, x: Float64Array, at: number): number {
  const { dim, count, means, variances, logHeights, rates, gains, offsets, logs, sigma } = d
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    let square = 0
    for (let i = 0; i < dim; i++) square += (x[at + i]! - means[k * dim + i]!) ** 2
    logs[k] = logHeights[k]! - square * rates[k]!
    top = Math.max(top, logs[k]!)
  }
  let total = 0
  for (let k = 0; k < count; k++) {
    logs[k] = Math.exp(logs[k]! - top)
    total += logs[k]!
  }
  let sum = 0
  for (let k = 0; k < count; k++) sum += (logs[k]! * dim * variances[k]! * sigma * sigma) / (variances[k]! + sigma * sigma)
  for (let i = 0; i < dim; i++) {
    let mean = 0
    for (let k = 0; k < count; k++) mean += logs[k]! * (gains[k]! * x[at + i]! + offsets[k * dim + i]!)
    mean /= total
    for (let k = 0; k < count; k++) sum += logs[k]! * (gains[k]! * x[at + i]! + offsets[k * dim + i]! - mean) ** 2
  }
  return sum / total
}

/** Entropy of a normal law in `dim` dimensions with that variance in all, spread evenly, in nats. */
export const normalEntropy = (variance: number, dim: number): number =>
  (dim / 2) * Math.log((2 * Math.PI * Math.E * variance) / dim)
