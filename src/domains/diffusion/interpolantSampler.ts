// Samplers of an interpolant, all with the same densities ρ_t: the ODE Ẋ = b, the SDE dX = (b + εs) dt + √(2ε) dW for any ε ≥ 0, and the
// backward SDE with drift b - εs, run from t = 1. With τ = 1 - t its steps have the drift -b + εs: only the sign of b changes.
import type { Slope, Stages } from '@/numerics/ode'
import { evaluate, type Fields, setTime } from './interpolantFields'

export interface Sampler {
  /** ε, noise level of the SDE, data²/time. */
  epsilon: number
  /** 1: from t = 0 to 1; -1: from t = 1 to 0. */
  direction: 1 | -1
  /** Constant errors of b and s along the last axis: an imperfect model. */
  velocityError: number
  scoreError: number
}
export const exactOde: Sampler = { epsilon: 0, direction: 1, velocityError: 0, scoreError: 0 }

/** Workspace for steps of clouds of one size. */
export interface Workspace extends Stages {
  score: Float64Array
  moved: Float64Array
}
export const workspaceOf = (size: number): Workspace => ({
  slope: new Float64Array(size),
  sum: new Float64Array(size),
  at: new Float64Array(size),
  score: new Float64Array(size),
  moved: new Float64Array(size),
})

/** Writes ±b̂ + εŝ of all particles x [n, dim] at the time of `f` to `out`. */
export function driftOf(f: Fields, sampler: Sampler, x: Float64Array, score: Float64Array, out: Float64Array): void {
  const { dim } = f
  const { epsilon, direction, velocityError, scoreError } = sampler
  const error = direction * velocityError + epsilon * scoreError
  for (let i = 0; i < x.length; i += dim) evaluate(f, x, i, out, score)
  for (let i = 0; i < x.length; i++) out[i] = direction * out[i]! + epsilon * score[i]!
  if (error !== 0) for (let i = dim - 1; i < x.length; i += dim) out[i]! += error
}

/** The ODE as a slope for `rk4`, in the sampler's own time: τ = t forward, 1 - t backward. */
export const odeOf =
  (f: Fields, sampler: Sampler, { score }: Workspace): Slope =>
  (tau, x, out) => {
    setTime(f, sampler.direction === 1 ? tau : 1 - tau)
    driftOf(f, sampler, x, score, out)
  }

/** The paper's code: noise first, then Heun's step with both slopes taken at the end of the step. `noise` is standard normal, [n, dim]. */
export function heunStep(
  f: Fields,
  sampler: Sampler,
  t: number,
  dt: number,
  x: Float64Array,
  noise: Float64Array,
  { slope, sum, moved, score }: Workspace,
): void {
  const amount = Math.sqrt(2 * sampler.epsilon * dt)
  setTime(f, t + sampler.direction * dt)
  for (let i = 0; i < x.length; i++) x[i]! += amount * noise[i]!
  driftOf(f, sampler, x, score, slope)
  for (let i = 0; i < x.length; i++) moved[i] = x[i]! + dt * slope[i]!
  driftOf(f, sampler, moved, score, sum)
  for (let i = 0; i < x.length; i++) x[i]! += (dt / 2) * (slope[i]! + sum[i]!)
}

/** Euler and Maruyama's step from time t. */
export function eulerStep(
  f: Fields,
  sampler: Sampler,
  t: number,
  dt: number,
  x: Float64Array,
  noise: Float64Array,
  { slope, score }: Workspace,
): void {
  const amount = Math.sqrt(2 * sampler.epsilon * dt)
  setTime(f, t)
  driftOf(f, sampler, x, score, slope)
  for (let i = 0; i < x.length; i++) x[i]! += dt * slope[i]! + amount * noise[i]!
}
