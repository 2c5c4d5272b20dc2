// x_t = α x0 + σ ε: data blurred with noise. Four quantities that a network may predict are one function of (x, t) in four units:
//   x̂0 = E[x0 | x],   ε̂ = (x - α x̂0)/σ,   s = ∇ log p_t = -ε̂/σ,   v = α̇ x̂0 + σ̇ ε̂,
// where v is the mean velocity of points that pass x at time t. As an SDE forward in time dx = f x dt + g dW with f = α̇/α, g² = d(σ²)/dt - 2 f σ²,
// and v = f x - ½ g² s. Lai et al., The Principles of Diffusion Models, section 6.3.

import { steadyCos, steadySin } from '@/numerics/steadyTurn'

/** A schedule at one time: α, σ and their derivatives in time. */
export interface Level {
  readonly t: number
  readonly alpha: number
  readonly sigma: number
  readonly alphaRate: number
  readonly sigmaRate: number
}
/** By time: 0 is data, 1 is noise. */
export type Schedule = (t: number) => Level

const QUARTER = Math.PI / 2
/** The variance of the noise and the square of the signal add up to 1. The same in every engine, for training. */
export const turning: Schedule = (t) => {
  const [alpha, sigma] = [steadyCos(QUARTER * t), steadySin(QUARTER * t)]
  return { t, alpha, sigma, alphaRate: -QUARTER * sigma, sigmaRate: QUARTER * alpha }
}
/** Rectified flow: x0 and ε are mixed along a straight line. */
export const straight: Schedule = (t) => ({ t, alpha: 1 - t, sigma: t, alphaRate: -1, sigmaRate: 1 })
/** The signal is kept, and noise grows to `top` at time 1. */
export const exploding =
  (top: number): Schedule =>
  (t) => ({ t, alpha: 1, sigma: top * t, alphaRate: 0, sigmaRate: top })

export const TARGETS = ['x0', 'noise', 'score', 'velocity'] as const
export type Target = (typeof TARGETS)[number]
export type Predictions = Readonly<Record<Target, number>>

/** v at x, from x̂0. */
export const velocityFrom = ({ alpha, sigma, alphaRate, sigmaRate }: Level, x: number, x0: number): number =>
  alphaRate * x0 + (sigmaRate * (x - alpha * x0)) / sigma
/** All four at x, from x̂0. */
export function fromData(level: Level, x: number, x0: number): Predictions {
  const noise = (x - level.alpha * x0) / level.sigma
  return { x0, noise, score: -noise / level.sigma, velocity: velocityFrom(level, x, x0) }
}

/** x̂0 at x, from any of the four. */
export function toData({ alpha, sigma, alphaRate, sigmaRate }: Level, target: Target, x: number, value: number): number {
  switch (target) {
    case 'x0':
      return value
    case 'noise':
      return (x - sigma * value) / alpha
    case 'score':
      return (x + sigma * sigma * value) / alpha
    case 'velocity':
      return (sigma * value - sigmaRate * x) / (alphaRate * sigma - sigmaRate * alpha)
  }
}

/** |change of the target| for a change of x̂0 by 1: its square is the factor between their squared losses. */
export function lossScale({ alpha, sigma, alphaRate, sigmaRate }: Level, target: Target): number {
  const noise = alpha / sigma
  if (target === 'x0') return 1
  if (target === 'noise') return noise
  return target === 'score' ? noise / sigma : Math.abs(alphaRate - sigmaRate * noise)
}

/** f of the forward SDE. */
export const driftRate = ({ alpha, alphaRate }: Level): number => alphaRate / alpha
/** g². */
export const noiseRate = (level: Level): number => 2 * level.sigma * (level.sigmaRate - driftRate(level) * level.sigma)
/** ln(α/σ), half the logarithm of the signal-to-noise ratio. */
export const halfLogSnr = ({ alpha, sigma }: Level): number => Math.log(alpha / sigma)

/** From `late` (t) back to `early` (s < t), given x_t and x0, x_s is normal: mean `fromX` x_t + `fromData` x0, and this variance. */
export interface Bridge {
  readonly fromX: number
  readonly fromData: number
  readonly variance: number
  /** x_t given x_s: mean `shrink` x_s, variance `spread`. */
  readonly shrink: number
  readonly spread: number
}
export function bridge(late: Level, early: Level): Bridge {
  const shrink = late.alpha / early.alpha
  const spread = late.sigma ** 2 - (shrink * early.sigma) ** 2
  const [noise, before] = [late.sigma ** 2, early.sigma ** 2]
  return {
    fromX: (shrink * before) / noise,
    fromData: (early.alpha * spread) / noise,
    variance: (spread * before) / noise,
    shrink,
    spread,
  }
}
