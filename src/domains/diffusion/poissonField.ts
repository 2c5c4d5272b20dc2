// Data points as charges on the floor of a space with D more dimensions, of which only the distance r from the floor matters
// (Xu et al. 2023, PFGM++). Everything is written with σ = r/√D, which has a limit for D → ∞: the Gaussian diffusion model.
//   field:    E_x ∝ Σ (x - yᵢ)/qᵢ^{(N+D)/2},  E_r ∝ Σ r/qᵢ^{(N+D)/2},  qᵢ = |x - yᵢ|² + r²
//   its line: dx/dσ = √D E_x/E_r = (x - ŷ)/σ,  ŷ = Σ wᵢ yᵢ,  wᵢ ∝ qᵢ^{-(N+D)/2}
// so ŷ is the denoiser. Exactly, the kernel is a Student t with D degrees of freedom, centre yᵢ and scale σ. `extra` is D, any number ≥ 1, or Infinity.
import { logGamma } from '@/numerics/gammaFunction'
import { rk4, stagesOf } from '@/numerics/ode'

/** Charges of equal strength. */
export interface Charges {
  /** N. */
  dim: number
  count: number
  /** yᵢ, [count, dim]. */
  places: Float64Array
}

const NOTHING = 45 // e^-45 of the nearest charge's weight does not change the last bit of a sum

/**
 * Writes the weights of all charges at the place x[at], … to `weights`; returns ln Σ wᵢ/w of the nearest one, and by `nearest.square` its squared distance. With u the
 * share by which qᵢ is above that of the nearest, w = (1 + u)^{-(N+D)/2}: nothing over- or underflows, and large D lose no digits.
 */
function weigh(
  { dim, count, places }: Charges,
  extra: number,
  sigma: number,
  x: Float64Array,
  at: number,
  weights: Float64Array,
): number {
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < count; k++) {
    let square = 0
    for (let i = at, j = k * dim; i < at + dim; i++, j++) {
      const u = x[i]! - places[j]!
      square += u * u
    }
    weights[k] = square
    if (square < least) least = square
  }
  nearest.square = least
  const isGaussian = extra === Number.POSITIVE_INFINITY
  const scale = isGaussian ? 0.5 / (sigma * sigma) : 1 / (extra * sigma * sigma + least)
  const power = (dim + extra) / 2
  let sum = 0
  for (let k = 0; k < count; k++) {
    const more = (weights[k]! - least) * scale
    const log = isGaussian ? more : power * Math.log1p(more)
    weights[k] = log > NOTHING ? 0 : Math.exp(-log)
    sum += weights[k]!
  }
  for (let k = 0; k < count; k++) weights[k]! /= sum
  return Math.log(sum)
}
const nearest = { square: 0 } // holds nothing between two calls

/** Writes ŷ at x[at], … to the same place of `out`, and the weights, which add up to 1, to `weights` [count]. σ > 0. */
export function denoise(
  charges: Charges,
  extra: number,
  sigma: number,
  x: Float64Array,
  at: number,
  out: Float64Array,
  weights: Float64Array,
): void {
  weigh(charges, extra, sigma, x, at, weights)
  const { dim, count, places } = charges
  for (let i = 0; i < dim; i++) {
    let sum = 0
    for (let k = 0; k < count; k++) sum += weights[k]! * places[k * dim + i]!
    out[at + i] = sum
  }
}

/** Writes the slope dx/dσ of all particles `x` [n, dim] to `out`. */
export function slopeAll(
  charges: Charges,
  extra: number,
  sigma: number,
  x: Float64Array,
  out: Float64Array,
  weights: Float64Array,
): void {
  const { dim } = charges
  for (let at = 0; at < x.length; at += dim) denoise(charges, extra, sigma, x, at, out, weights)
  for (let i = 0; i < x.length; i++) out[i] = (x[i]! - out[i]!) / sigma
}

/** ln of the kernel about a charge at a squared distance from it: the Student t density; for D = ∞ the Gaussian one. */
export function logKernel(dim: number, extra: number, sigma: number, square: number): number {
  const variance = sigma * sigma
  if (extra === Number.POSITIVE_INFINITY) return -(dim / 2) * Math.log(2 * Math.PI * variance) - square / (2 * variance)
  const height = logGamma((dim + extra) / 2) - logGamma(extra / 2) - (dim / 2) * Math.log(Math.PI * extra * variance)
  return height - ((dim + extra) / 2) * Math.log1p(square / (extra * variance))
}

/** ln p_σ at x[at], …: the mean of the kernels about all charges. Up to a factor of σ alone it is ln of r^{D-1} E_r. */
export function logDensity(
  charges: Charges,
  extra: number,
  sigma: number,
  x: Float64Array,
  at: number,
  weights: Float64Array,
): number {
  const log = weigh(charges, extra, sigma, x, at, weights)
  return logKernel(charges.dim, extra, sigma, nearest.square) + log - Math.log(charges.count)
}

/** Workspace of Heun steps for a size and a number of charges. */
export interface HeunWorkspace {
  slope: Float64Array
  ahead: Float64Array
  aheadSlope: Float64Array
  weights: Float64Array
}
export const heunWorkspace = (size: number, count: number): HeunWorkspace => ({
  slope: new Float64Array(size),
  ahead: new Float64Array(size),
  aheadSlope: new Float64Array(size),
  weights: new Float64Array(count),
})

/** Moves `x` [n, dim] in place from noise level `sigma` to `next` by Heun's step, or Euler's if `next` is 0, as the official sampler does. */
export function heunStep(
  charges: Charges,
  extra: number,
  sigma: number,
  next: number,
  x: Float64Array,
  workspace: HeunWorkspace,
): void {
  const { slope, ahead, aheadSlope, weights } = workspace
  const h = next - sigma
  slopeAll(charges, extra, sigma, x, slope, weights)
  if (next === 0) {
    for (let i = 0; i < x.length; i++) x[i]! += h * slope[i]!
    return
  }
  for (let i = 0; i < x.length; i++) ahead[i] = x[i]! + h * slope[i]!
  slopeAll(charges, extra, next, ahead, aheadSlope, weights)
  for (let i = 0; i < x.length; i++) x[i]! += h * (0.5 * slope[i]! + 0.5 * aheadSlope[i]!)
}

/** Moves `x` in place from σ = `from` to `to` > 0 along the field, in `steps` Runge-Kutta steps that are equal in ln σ. */
export function exactPath(charges: Charges, extra: number, x: Float64Array, from: number, to: number, steps: number): void {
  const stages = stagesOf(x.length)
  const weights = new Float64Array(charges.count)
  const slope = (logSigma: number, at: Float64Array, out: Float64Array) => {
    const sigma = Math.exp(logSigma)
    slopeAll(charges, extra, sigma, at, out, weights)
    for (let i = 0; i < out.length; i++) out[i]! *= sigma
  }
  const h = Math.log(to / from) / steps
  for (let k = 0; k < steps; k++) rk4(slope, Math.log(from) + k * h, h, x, stages)
}
