// Data that are a template plus a little Gaussian noise, as a prior whose denoiser is exact: equal weights, one width s. Noisy data are
// x = √ᾱ x₀ + √(1-ᾱ) ε. With v = ᾱ s² + 1 - ᾱ and w_k ∝ exp(-‖x - √ᾱ μ_k‖²/2v):
//   m = Σ w_k μ_k,   E[x₀ | x] = m + c (x - √ᾱ m),   c = √ᾱ s²/v
// The Jacobian of that is c I + (1 - c √ᾱ) (√ᾱ/v) Cov_w(μ), symmetric. Bitwise the same in every engine.
import { dot, dotRow } from '@/numerics/dot'
import { steadyExp, steadyLog } from '@/numerics/steady'

export interface TemplatePrior {
  dim: number
  count: number
  /** μ_k, [count, dim]. */
  templates: Float64Array
  /** ‖μ_k‖², [count]. */
  squares: Float64Array
}

export function templatePrior(templates: Float64Array, dim: number): TemplatePrior {
  const count = templates.length / dim
  const squares = Float64Array.from({ length: count }, (_, k) => {
    const own = templates.subarray(k * dim, (k + 1) * dim)
    return dot(own, own)
  })
  return { dim, count, templates, squares }
}

/** What the denoiser found on its way. */
export interface Posterior {
  /** w_k, [count]; those below e⁻⁵⁰ of the largest are 0. */
  weights: Float64Array
  /** m, [dim]. */
  mean: Float64Array
}
export const posteriorOf = ({ dim, count }: TemplatePrior): Posterior => ({
  weights: new Float64Array(count),
  mean: new Float64Array(dim),
})

const RARE = -50 // in the exponent: e⁻⁵⁰ of a thousand templates is far below rounding

/** E[x₀ | x] goes to `out`, [dim], weights and their mean to `found`. Returns the effective number of templates, e^H of the weights. */
export function denoise(
  { dim, count, templates, squares }: TemplatePrior,
  std: number,
  alphaBar: number,
  x: Float64Array,
  out: Float64Array,
  { weights, mean }: Posterior,
): number {
  const [root, variance] = [Math.sqrt(alphaBar), alphaBar * std * std + 1 - alphaBar]
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    weights[k] = (root * dotRow(templates, k * dim, x) - 0.5 * alphaBar * squares[k]!) / variance
    if (weights[k]! > top) top = weights[k]!
  }
  let sum = 0
  let spread = 0 // Σ e^l l, l the logarithm over the top
  for (let k = 0; k < count; k++) {
    const log = weights[k]! - top
    const weight = log < RARE ? 0 : steadyExp(log)
    weights[k] = weight
    sum += weight
    if (weight > 0) spread += weight * log
  }
  mean.fill(0)
  for (let k = 0; k < count; k++) {
    if (weights[k] === 0) continue
    const weight = weights[k]! / sum
    weights[k] = weight
    for (let i = 0, at = k * dim; i < dim; i++, at++) mean[i]! += weight * templates[at]!
  }
  const pull = (root * std * std) / variance
  for (let i = 0; i < dim; i++) out[i] = mean[i]! + pull * (x[i]! - root * mean[i]!)
  return steadyExp(steadyLog(sum) - spread / sum)
}

/** out = J g, where J is the Jacobian of the denoiser at the place that `found` is of. */
export function jacobianTimes(
  { dim, count, templates }: TemplatePrior,
  std: number,
  alphaBar: number,
  { weights, mean }: Posterior,
  g: Float64Array,
  out: Float64Array,
): void {
  const [root, variance] = [Math.sqrt(alphaBar), alphaBar * std * std + 1 - alphaBar]
  const middle = dot(mean, g)
  out.fill(0)
  for (let k = 0; k < count; k++) {
    if (weights[k] === 0) continue
    const share = weights[k]! * (dotRow(templates, k * dim, g) - middle)
    for (let i = 0, at = k * dim; i < dim; i++, at++) out[i]! += share * (templates[at]! - mean[i]!)
  }
  const pull = (root * std * std) / variance
  const gain = ((1 - pull * root) * root) / variance
  for (let i = 0; i < dim; i++) out[i] = pull * g[i]! + gain * out[i]!
}
