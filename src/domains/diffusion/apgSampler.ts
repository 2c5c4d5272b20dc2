// Sampling with projected guidance: predict, guide, one Euler step, for all particles.
import { type Apg, type ApgParts, apg } from './apg'
import { type Denoiser, setSigma } from './mixture'
import { predict } from './predict'

/** Particles and what guidance remembers of them; every array is [n, dim]. Plain data. */
export interface ApgState {
  x: Float64Array
  cond: Float64Array
  all: Float64Array
  /** Running sum of differences; 0 at the start. */
  sum: Float64Array
  /** The last guided prediction of x0. */
  guided: Float64Array
}

export const startApg = (x: Float64Array): ApgState => ({
  x,
  cond: new Float64Array(x.length),
  all: new Float64Array(x.length),
  sum: new Float64Array(x.length),
  guided: new Float64Array(x.length),
})

/**
 * One step from noise level `sigma` to `next` with a denoiser that predicts x0: Euler's on dx/dσ = (x - x0)/σ, which is DDIM in this frame,
 * x ← x0 + (next/sigma)(x - x0).
 */
export function stepApg(state: ApgState, d: Denoiser, settings: Apg, sigma: number, next: number, parts?: ApgParts): void {
  const { x, cond, all, sum, guided } = state
  const ratio = next / sigma
  setSigma(d, sigma)
  for (let at = 0; at < x.length; at += d.dim) {
    predict(d, x, at, cond, all)
    apg(settings, cond, all, at, d.dim, sum, guided, parts)
    for (let i = at; i < at + d.dim; i++) x[i] = guided[i]! + ratio * (x[i]! - guided[i]!)
  }
}
