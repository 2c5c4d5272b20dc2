// Samplers for few calls of the model, from noise level a = σₖ₋₁ to b = σₖ. All follow dx/dσ = (x - D)/σ, where D(x, σ) = E[x0 | x] is the model.
//   DDIM:             x ← (b/a) x + (1 - b/a) D
//   DPM-Solver++(2M): the same with D + (D - D')/2ρ, where D' is the prediction before and ρ = ln(σₖ₋₂/a)/ln(a/b)
//   noise 2M:         the same two steps in the predicted noise ε = (x - D)/a:  x ← x - (a - b) [ε + (ε - ε')/2ρ]
// The first step and the last one have no memory (order 1). Each step calls the model once.
import { denoiser, type Mixture, setSigma } from './mixture'
import { predictAll } from './predict'

/** The model: writes E[x0 | x] of all samples `x` [n, dim] at noise level `sigma` to `out`. */
export type Predict = (sigma: number, x: Float64Array, out: Float64Array) => void

/** The exact model of a mixture. Its denoiser and scratch array are its own: one model for each user. */
export function exactModel(mixture: Mixture): Predict {
  const d = denoiser(mixture, 'x0')
  let ofClass = new Float64Array(0)
  return (sigma, x, out) => {
    if (ofClass.length < x.length) ofClass = new Float64Array(x.length)
    setSigma(d, sigma)
    predictAll(d, x, ofClass, out)
  }
}

export type Solver = 'ddim' | 'noise' | 'data'

/** Arrays are [n, dim]. Plain data. */
export interface FewCalls {
  x: Float64Array
  /** What is extrapolated, D or ε: of this step, and of the step before. */
  newest: Float64Array
  previous: Float64Array
  /** Calls of the model so far. */
  calls: number
}
export const startFewCalls = (x: Float64Array): FewCalls => ({
  x,
  newest: new Float64Array(x.length),
  previous: new Float64Array(x.length),
  calls: 0,
})

/** Ratio of the last two steps in log σ: ρ of step `k`, which goes from `sigmas[k - 1]` to `sigmas[k]`; k ≥ 2. */
export const stepRatio = (sigmas: Float64Array, k: number): number =>
  Math.log(sigmas[k - 2]! / sigmas[k - 1]!) / Math.log(sigmas[k - 1]! / sigmas[k]!)

/** Step `k` = 1 to n over the noise levels `sigmas` [n + 1], falling and positive. */
export function stepFewCalls(s: FewCalls, solver: Solver, model: Predict, sigmas: Float64Array, k: number): void {
  const { x } = s
  const [a, b] = [sigmas[k - 1]!, sigmas[k]!]
  const old = s.newest
  s.newest = s.previous
  s.previous = old
  const { newest, previous } = s
  model(a, x, newest)
  s.calls++
  if (solver === 'noise') for (let i = 0; i < x.length; i++) newest[i] = (x[i]! - newest[i]!) / a
  const remembers = solver !== 'ddim' && k > 1 && k < sigmas.length - 1
  const ahead = remembers ? 1 / (2 * stepRatio(sigmas, k)) : 0
  const ratio = b / a
  for (let i = 0; i < x.length; i++) {
    const used = newest[i]! + ahead * (newest[i]! - previous[i]!)
    x[i] = solver === 'noise' ? x[i]! - (a - b) * used : ratio * x[i]! + (1 - ratio) * used
  }
}
