// Where AdamW's weights come to rest. Its steps have about the same size whatever the gradient, and each step removes ηλ of the weight: noise and decay
// balance at a size that does not depend on the start. With white noise ξ of variance 1 in place of the scaled gradient,
//   m ← b m + (1 - b) ξ,  w ← a w - η m,  a = 1 - ηλ,
// and constant mean squares of w and m, and mean of their product:
import { steadyPower } from '@/numerics/steady'

/** Root mean square of w at rest: the root of η² (1-b)² (1+ab) / ((1-a²)(1-b²)(1-ab)). Infinite without decay, and where the decay overshoots. */
export function restingSize(rate: number, decay: number, beta1: number): number {
  const a = 1 - rate * decay
  const b = beta1
  if (!(a * a < 1)) return Number.POSITIVE_INFINITY
  return (rate * (1 - b) * Math.sqrt((1 + a * b) / ((1 - a * b) * (1 - b * b)))) / Math.sqrt(1 - a * a)
}

/** The decay λ, from 0 to 1/η, at which weights rest at this size; the nearest if there is none. By bisection: the size falls monotonically. */
export function decayFor(rate: number, size: number, beta1: number): number {
  let [low, high] = [0, 1 / rate]
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2
    if (restingSize(rate, middle, beta1) > size) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Its limit √(η/2λ) for ηλ far below 1 - b. */
export const simpleSize = (rate: number, decay: number): number => Math.sqrt(rate / (2 * decay))

/** Steps in which the rest of the start falls to 1/e. */
export const relaxation = (rate: number, decay: number): number => 1 / (rate * decay)

/**
 * Variances of inputs along d directions, proportional to i^-α and adding up to d, so that each input has variance 1 if all directions are mixed equally.
 * Equal in every engine.
 */
export function structuredSpread(size: number, alpha: number): Float64Array {
  const spread = Float64Array.from({ length: size }, (_, i) => steadyPower(i + 1, -alpha))
  let sum = 0
  for (const value of spread) sum += value
  return spread.map((value) => (value * size) / sum)
}

/** Multiplies [size] numbers from `from` on by the matrix of Walsh and Hadamard over √size, which mixes all equally; `size`: a power of 2. In place. */
export function mixWalsh(x: Float64Array, size: number, from = 0): void {
  for (let half = 1; half < size; half *= 2)
    for (let start = from; start < from + size; start += 2 * half)
      for (let i = start; i < start + half; i++) {
        const [one, other] = [x[i]!, x[i + half]!]
        x[i] = one + other
        x[i + half] = one - other
      }
  const scale = 1 / Math.sqrt(size)
  for (let i = from; i < from + size; i++) x[i]! *= scale
}
