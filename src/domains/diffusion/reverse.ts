// Backwards through dx = -x dt + dW with a score s, at any noise λ: in τ = T - t, dX = [X + ½(1 + λ) s] dτ + √λ dW. λ = 1 is the reverse SDE, λ = 0 the
// probability-flow ODE. If s is the score of the densities themselves, all λ have the same ones. s = ∇u is such a score if u obeys their equation,
// the Fokker-Planck equation for logarithms, ∂u/∂t = d + x·∇u + ½Δu + ½|∇u|²; what is left of it is the residual.
import { rk4, stagesOf } from '@/numerics/ode'
import type { Jet } from './noisyMixture'

/** R of a potential at x[at], …: 0 where it obeys the equation. */
export function residual({ rate, laplacian, gradient }: Jet, x: ArrayLike<number>, at: number): number {
  let rest = rate - gradient.length - laplacian / 2
  for (let i = 0; i < gradient.length; i++) rest -= gradient[i]! * (x[at + i]! + gradient[i]! / 2)
  return rest
}

/** `steps` + 1 times from `from` down to `to` > 0, each by the same factor below the one before. */
export function geometricTimes(from: number, to: number, steps: number): Float64Array {
  const times = Float64Array.from({ length: steps + 1 }, (_, k) => from * (to / from) ** (k / steps))
  times[steps] = to
  return times
}

/** Velocity of the density in τ, without its spreading: x + ½(1 + λ) s. */
export const drift = (x: number, score: number, lambda: number): number => x + ((1 + lambda) / 2) * score

/** Euler and Maruyama: moves `x` by `dt` in τ; `noise` are standard normal numbers, of no account for λ = 0. Arrays have one shape. */
export function samplerStep(
  x: Float64Array,
  score: ArrayLike<number>,
  noise: ArrayLike<number>,
  lambda: number,
  dt: number,
): void {
  const kick = Math.sqrt(lambda * dt)
  for (let i = 0; i < x.length; i++) {
    x[i]! += dt * drift(x[i]!, score[i]!, lambda)
    if (kick > 0) x[i]! += kick * noise[i]!
  }
}

// --- the linear case: data N(0, v₀), and the score -x a(t) with a = 1/v + c, v = v₀ e⁻²ᵗ + ½(1 - e⁻²ᵗ), which is exact for c = 0 -----------------------

export interface LinearCase {
  /** v₀ */
  data: number
  c: number
}
export const trueVariance = ({ data }: Pick<LinearCase, 'data'>, t: number): number =>
  data * Math.exp(-2 * t) - Math.expm1(-2 * t) / 2

const ROUNDS = 2000 // of Runge and Kutta: within 1e-10

/** Variance at `to` of samples that set out at `from` with the true one: V̇ = (2 - (1 + λ) a) V + λ in τ. */
export function linearVariance(one: LinearCase, lambda: number, from: number, to: number): number {
  const start = trueVariance(one, from)
  const x = Float64Array.of(start)
  const stages = stagesOf(1)
  const h = Math.log(to / from) / ROUNDS // in log t, since a changes fastest for small t
  for (let k = 0; k < ROUNDS; k++)
    rk4(
      (log, [v], out) => {
        const t = Math.exp(log)
        const a = 1 / trueVariance(one, t) + one.c
        out[0] = -t * ((2 - (1 + lambda) * a) * v! + lambda)
      },
      Math.log(from) + k * h,
      h,
      x,
      stages,
    )
  return x[0]!
}

/** W₂ of two centred normal distributions. */
export const normalDistance = (one: number, other: number): number => Math.abs(Math.sqrt(one) - Math.sqrt(other))

/** R = (…) x² + a constant: the coefficient of x², -½ȧ + a - ½a². */
export function linearResidual(one: LinearCase, t: number): number {
  const v = trueVariance(one, t)
  const a = 1 / v + one.c
  return (1 - 2 * v) / (2 * v * v) + a - (a * a) / 2
}
