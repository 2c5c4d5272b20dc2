// A mixture of Gaussians under dx = -x dt + dW: xt given x0 is N(e⁻ᵗ x0, ½(1 - e⁻²ᵗ) I), so at time t component k is N(mₖ, vₖ I) with
// mₖ = e⁻ᵗ μₖ and vₖ = e⁻²ᵗ sₖ² + ½(1 - e⁻²ᵗ). With responsibilities rₖ and gₖ = -(x - mₖ)/vₖ, u = log p has
//   ∇u = Σ rₖ gₖ      Δu = Σ rₖ (|gₖ|² - d/vₖ) - |∇u|²      ∂u/∂t = Σ rₖ (-(d/2) v̇ₖ/vₖ - gₖ·ṁₖ + |gₖ|² v̇ₖ/2),  ṁ = -m, v̇ = 1 - 2v.
import type { Mixture } from './mixture'

/** Of the noise alone. */
export const noiseVariance = (t: number): number => -Math.expm1(-2 * t) / 2

/** A mixture prepared for one time; `setTime` moves it to another. Plain data. */
export interface NoisyMixture {
  dim: number
  count: number
  /** Of the data: means [count, dim], squared widths and logarithms of shares [count]. */
  data: { means: Float64Array; squares: Float64Array; logShares: Float64Array }
  /** mₖ [count, dim], vₖ, and log share - (d/2) log 2πvₖ [count]. */
  means: Float64Array
  variances: Float64Array
  logHeights: Float64Array
  /** Holds nothing between two calls, [count]. */
  workspace: Float64Array
}

/** Components without weight are left out. */
export function noisyMixture({ dim, means, stds, weights }: Mixture, t: number): NoisyMixture {
  const used = Array.from(weights.keys()).filter((k) => weights[k]! > 0)
  const total = used.reduce((sum, k) => sum + weights[k]!, 0)
  const count = used.length
  const made: NoisyMixture = {
    dim,
    count,
    data: {
      means: Float64Array.from({ length: count * dim }, (_, i) => means[used[Math.floor(i / dim)]! * dim + (i % dim)]!),
      squares: Float64Array.from(used, (k) => stds[k]! ** 2),
      logShares: Float64Array.from(used, (k) => Math.log(weights[k]! / total)),
    },
    means: new Float64Array(count * dim),
    variances: new Float64Array(count),
    logHeights: new Float64Array(count),
    workspace: new Float64Array(count),
  }
  setTime(made, t)
  return made
}

/** Once a time, for all places. */
export function setTime({ dim, count, data, means, variances, logHeights }: NoisyMixture, t: number): void {
  const shrink = Math.exp(-t)
  const noise = noiseVariance(t)
  for (let k = 0; k < count; k++) {
    const v = shrink * shrink * data.squares[k]! + noise
    variances[k] = v
    logHeights[k] = data.logShares[k]! - (dim / 2) * Math.log(2 * Math.PI * v)
    for (let i = k * dim; i < (k + 1) * dim; i++) means[i] = shrink * data.means[i]!
  }
}

/** A potential u at one place: its value, ∂u/∂t, Δu and ∇u. */
export interface Jet {
  value: number
  rate: number
  laplacian: number
  gradient: Float64Array
}
export const startJet = (dim: number): Jet => ({ value: 0, rate: 0, laplacian: 0, gradient: new Float64Array(dim) })

/** u = log p at x[at], …, written to `out`. */
export function logDensityJet(
  { dim, count, means, variances, logHeights, workspace }: NoisyMixture,
  x: ArrayLike<number>,
  at: number,
  out: Jet,
): void {
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    let square = 0
    for (let i = 0; i < dim; i++) square += (x[at + i]! - means[k * dim + i]!) ** 2
    workspace[k] = logHeights[k]! - square / (2 * variances[k]!)
    top = Math.max(top, workspace[k]!)
  }
  const { gradient } = out
  let sum = 0
  let rate = 0
  let curved = 0
  gradient.fill(0)
  for (let k = 0; k < count; k++) {
    const r = Math.exp(workspace[k]! - top)
    const v = variances[k]!
    const speed = 1 - 2 * v
    let square = 0
    let along = 0
    for (let i = 0; i < dim; i++) {
      const m = means[k * dim + i]!
      const g = (m - x[at + i]!) / v
      square += g * g
      along -= g * m
      gradient[i]! += r * g
    }
    sum += r
    curved += r * (square - dim / v)
    rate += r * (((square - dim / v) * speed) / 2 - along)
  }
  let slopes = 0
  for (let i = 0; i < dim; i++) {
    gradient[i]! /= sum
    slopes += gradient[i]! ** 2
  }
  out.value = top + Math.log(sum)
  out.rate = rate / sum
  out.laplacian = curved / sum - slopes
}

/** Density and score on a line at `places` [n] from few exponentials: written to `density` and `score`. */
export function fillLine(
  { count, means, variances, logHeights, workspace }: NoisyMixture,
  places: Float64Array,
  density: Float64Array,
  score: Float64Array,
): void {
  for (let i = 0; i < places.length; i++) {
    const x = places[i]!
    let top = Number.NEGATIVE_INFINITY
    for (let k = 0; k < count; k++) {
      const d = x - means[k]!
      const log = logHeights[k]! - (d * d) / (2 * variances[k]!)
      workspace[k] = log
      if (log > top) top = log
    }
    let sum = 0
    let slope = 0
    for (let k = 0; k < count; k++) {
      const log = workspace[k]!
      const r = log === top ? 1 : Math.exp(log - top)
      sum += r
      slope += (r * (means[k]! - x)) / variances[k]!
    }
    density[i] = Math.exp(top) * sum
    score[i] = slope / sum
  }
}
