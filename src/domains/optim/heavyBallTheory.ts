// Heavy ball along one eigen-direction of a quadratic, in closed form. The error e obeys
//   e″ = (1 + β - a) e′ - β e   with a = αλ (step size × curvature),
// so it is a sum of powers of the roots of σ² - (1 + β - a) σ + β, and each step shrinks it by the factor ρ = max |σ|.
import { type Complex, discriminant, largestModulus, quadraticRoots } from '@/numerics/quadratic'

/** σ₊ and σ₋; their product is β and their sum 1 + β - a. */
export const roots = (a: number, beta: number): readonly [Complex, Complex] => quadraticRoots(1 + beta - a, beta)

/** ρ(a, β). Allocates nothing. */
export const rate = (a: number, beta: number): number => largestModulus(1 + beta - a, beta)

/** ρ of the slowest of several directions. */
export const worstRate = (alpha: number, beta: number, curvatures: readonly number[]): number =>
  Math.max(...curvatures.map((curvature) => rate(alpha * curvature, beta)))

/**
 * What the error does: `glides` (roots real and positive), `ripples` (a complex pair), `flips` its sign each step (real and negative), `stays`
 * (ρ = 1) or `fliesOff`. A double root counts as real.
 */
export type Region = 'glides' | 'ripples' | 'flips' | 'stays' | 'fliesOff'
const NEUTRAL = 1e-12 // a ρ this near to 1 is the edge; the rounding of the roots is some 1e-16

export function region(a: number, beta: number): Region {
  const factor = rate(a, beta)
  if (Math.abs(factor - 1) <= NEUTRAL) return 'stays'
  if (factor > 1) return 'fliesOff'
  if (discriminant(1 + beta - a, beta) < 0) return 'ripples'
  return a < 1 + beta ? 'glides' : 'flips'
}

/** The range of a with a complex pair of roots: (1 ∓ √β)². There ρ = √β for every a. */
export const wedge = (beta: number): readonly [from: number, to: number] => [
  (1 - Math.sqrt(beta)) ** 2,
  (1 + Math.sqrt(beta)) ** 2,
]

/** Turn of the error per step in the wedge, rad: cos θ = (1 + β - a) / 2√β; null outside. */
export function angle(a: number, beta: number): number | null {
  return discriminant(1 + beta - a, beta) < 0 ? Math.acos((1 + beta - a) / (2 * Math.sqrt(beta))) : null
}

/** The least β that ripples at a, for 0 ≤ a ≤ 1: with it the error falls fastest. */
export const criticalBeta = (a: number): number => (1 - Math.sqrt(a)) ** 2

/** The fence: a stable step has 0 < a < 2 + 2β (β < 1). */
export const fence = (beta: number): number => 2 + 2 * beta

/** Steps until the error has shrunk to `factor`, by rate alone; null if it never does. */
export function stepsTo(factor: number, rate: number): number | null {
  return rate < 1 ? Math.log(factor) / Math.log(rate) : null
}

export interface Tuning {
  alpha: number
  beta: number
  /** Of the slowest direction. */
  rate: number
}

/** Fastest heavy ball for curvatures in [low, high] (Polyak 1964): both ends are on the edges of the wedge. ρ = (√κ - 1)/(√κ + 1). */
export function bestHeavyBall(low: number, high: number): Tuning {
  const sum = Math.sqrt(low) + Math.sqrt(high)
  const rate = (Math.sqrt(high) - Math.sqrt(low)) / sum
  return { alpha: 4 / (sum * sum), beta: rate * rate, rate }
}

/** Fastest gradient descent: both ends shrink by (κ - 1)/(κ + 1). */
export const bestDescent = (low: number, high: number): Tuning => ({
  alpha: 2 / (low + high),
  beta: 0,
  rate: (high - low) / (high + low),
})

/**
 * Fastest step of the heavy ball with a given momentum: both ends of the valley at the same distance from the middle of the wedge, α = 2(1 + β)/(low +
 * high). With Polyak's β it is Polyak's α, with β = 0 that of gradient descent.
 */
export const bestStep = (beta: number, low: number, high: number): number => (2 * (1 + beta)) / (low + high)

/** Fastest Nesterov on quadratics: ρ = 1 - 2/√(3κ + 1) (Lessard, Recht and Packard 2016). */
export function bestNesterov(low: number, high: number): Tuning {
  const root = Math.sqrt((3 * high) / low + 1)
  return { alpha: 4 / (3 * high + low), beta: (root - 2) / (root + 2), rate: 1 - 2 / root }
}

/** ρ of Nesterov's rule: e″ = (1 - a) [(1 + β) e′ - β e]. */
export const nesterovRate = (a: number, beta: number): number => largestModulus((1 - a) * (1 + beta), (1 - a) * beta)

// Samplers of diffusion models write the same rule with an averaging weight w = 1 - β and a solver step δ = α / w.

/** The point (a, β) in the terms of samplers: δ|λ| and w. */
export const toSampler = (a: number, beta: number): readonly [reach: number, weight: number] => [a / (1 - beta), 1 - beta]

/** The inverse. */
export const fromSampler = (reach: number, weight: number): readonly [a: number, beta: number] => [reach * weight, 1 - weight]

/** The fence in these terms: δ|λ| < (4 - 2w)/w. */
export const samplerFence = (weight: number): number => (4 - 2 * weight) / weight
