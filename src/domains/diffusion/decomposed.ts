// The decomposed diffusion sampler (Chung, Lee and Ye 2024): in each step the denoised guess is led to the measurements by a few conjugate-gradient
// steps that begin at the guess, and then noise is added again.
import type { LinearOperator } from '@/domains/imaging/operators'
import { dampedOf, normalOf } from '@/domains/imaging/operators'
import { type Apply, type CgState, cgState, conjugateGradients } from '@/numerics/conjugateGradient'
import { dot } from '@/numerics/dot'
import { jacobianTimes, type Posterior, type TemplatePrior } from './templatePrior'

/** Measurements y = A x + noise, and what the correction of a guess needs. */
export interface Correction {
  operator: LinearOperator
  /** y, [rows]. */
  measured: Float64Array
  /** γ weights the data; ∞: AᵀA x = Aᵀ y, without damping. */
  gamma: number
  /** The matrix of the equations. */
  system: Apply
  /** Aᵀ y, [columns]. */
  back: Float64Array
  /** Scratch: the right side, [columns], and a measurement, [rows]. */
  right: Float64Array
  seen: Float64Array
  cg: CgState
}

export function correctionOf(operator: LinearOperator, measured: Float64Array, gamma: number): Correction {
  const back = new Float64Array(operator.columns)
  operator.adjoint(measured, back)
  return {
    operator,
    measured,
    gamma,
    system: gamma === Number.POSITIVE_INFINITY ? normalOf(operator) : dampedOf(operator, gamma),
    back,
    right: new Float64Array(operator.columns),
    seen: new Float64Array(operator.rows),
    cg: cgState(operator.columns),
  }
}

/**
 * x, [columns], holds the guess x̂₀ and is corrected in place by at most `steps` CG steps that begin there:
 *   γ = ∞:  AᵀA x = Aᵀ y,     otherwise  (I + γ AᵀA) x = x̂₀ + γ Aᵀ y,  the least of γ/2 ‖y - A x‖² + 1/2 ‖x - x̂₀‖².
 * Returns how many were made; norms of the residuals go to `norms`.
 */
export function correct(c: Correction, x: Float64Array, steps: number, stop: number, norms?: Float64Array): number {
  const { gamma, back, right, system, cg } = c
  for (let i = 0; i < x.length; i++) right[i] = gamma === Number.POSITIVE_INFINITY ? back[i]! : x[i]! + gamma * back[i]!
  return conjugateGradients(system, right, x, steps, stop, cg, norms)
}

/** A x - y goes to `out`, [rows]; its length is returned. */
export function misfit(
  { operator, measured }: Pick<Correction, 'operator' | 'measured'>,
  x: Float64Array,
  out: Float64Array,
): number {
  operator.apply(x, out)
  for (let i = 0; i < out.length; i++) out[i]! -= measured[i]!
  return Math.sqrt(dot(out, out))
}

/**
 * The step of DDIM to the level ᾱ′, x in place: x′ = √ᾱ′ x̂₀′ + √(1-ᾱ′) (η ε + √(1-η²) ε̂). The noise ε̂ is that which the denoiser saw, by its guess
 * x̂₀ at the level ᾱ; x̂₀′ is the corrected guess; ε is fresh noise. All [dim].
 */
export function renoise(
  x: Float64Array,
  guess: Float64Array,
  corrected: Float64Array,
  fresh: Float64Array,
  alphaBar: number,
  next: number,
  eta: number,
): void {
  const [root, noise] = [Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar)]
  const [rootNext, noiseNext] = [Math.sqrt(next), Math.sqrt(1 - next)]
  const kept = Math.sqrt(1 - eta * eta)
  for (let i = 0; i < x.length; i++) {
    const predicted = (x[i]! - root * guess[i]!) / noise
    x[i] = rootNext * corrected[i]! + noiseNext * (eta * fresh[i]! + kept * predicted)
  }
}

/**
 * Gradient of ‖y - A x̂₀(x)‖ by x, through the denoiser: what diffusion posterior sampling (Chung et al. 2023) moves x against. `guess` is x̂₀(x), and
 * `found` what the denoiser found there. 0 where the measurements are met.
 */
export function posteriorGradient(
  c: Correction,
  prior: TemplatePrior,
  std: number,
  alphaBar: number,
  guess: Float64Array,
  found: Posterior,
  out: Float64Array,
): void {
  const length = misfit(c, guess, c.seen)
  if (!(length > 0)) {
    out.fill(0)
    return
  }
  c.operator.adjoint(c.seen, c.right)
  for (let i = 0; i < c.right.length; i++) c.right[i]! /= length
  jacobianTimes(prior, std, alphaBar, found, c.right, out)
}
