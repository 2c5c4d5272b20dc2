// Sampling with projected guidance: predict, guide, one Euler step, for all particles.
import { type Apg, type ApgParts, apg } from './apg'
import { type Denoiser, setSigma } from './mixture'
import { predictAll } from './predict'

/** Particles and the memory of their guidance; every array is [n, dim]. Plain data. */
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

/** The guided predictions at noise level `sigma` by a denoiser that predicts x0. Call it once a step: each call adds to the running sum. */
export function guideApg(state: ApgState, d: Denoiser, settings: Apg, sigma: number, parts?: ApgParts): void {
  const { x, cond, all, sum, guided } = state
  setSigma(d, sigma)
  predictAll(d, x, cond, all)
  for (let at = 0; at < x.length; at += d.dim) apg(settings, cond, all, at, d.dim, sum, guided, parts)
}

/** Euler's step on dx/dσ = (x - x0)/σ from `sigma` to `next`, which is DDIM in this frame: x ← x0 + (next/sigma)(x - x0). */
export function moveApg({ x, guided }: ApgState, sigma: number, next: number): void {
  const ratio = next / sigma
  for (let i = 0; i < x.length; i++) x[i] = guided[i]! + ratio * (x[i]! - guided[i]!)
}

/** One step from noise level `sigma` to `next`. */
export function stepApg(state: ApgState, d: Denoiser, settings: Apg, sigma: number, next: number, parts?: ApgParts): void {
  guideApg(state, d, settings, sigma, parts)
  moveApg(state, sigma, next)
}
