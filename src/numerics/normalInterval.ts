// The standard normal law on intervals, with full relative precision far out in the tails, and bitwise the same in every engine.
import { steadyExp } from './steady'

const INNER = 3 // up to here the series of Φ - ½, which has no cancellation; beyond it the continued fraction of Mills's ratio
const TERMS = 60 // of the fraction: 1e-16 at 3, less beyond
const ROOT = 1 / Math.sqrt(2 * Math.PI)

/** exp(-x²/2)/√(2π); 0 beyond 37. */
export const steadyDensity = (x: number): number => (Math.abs(x) > 37 ? 0 : ROOT * steadyExp((-x * x) / 2))

/** Probability of more than |x|, given the density there. */
export function tailBeyond(x: number, density: number): number {
  const far = Math.abs(x)
  if (far > INNER) {
    let ratio = far
    for (let k = TERMS; k > 0; k--) ratio = far + k / ratio
    return density / ratio
  }
  // (Φ(x) - ½)/φ(x) = x + x³/3 + x⁵/(3·5) + …
  let term = far
  let sum = far
  for (let k = 3; term > 1e-17 * sum; k += 2) {
    term *= (far * far) / k
    sum += term
  }
  return 0.5 - density * sum
}

/** Probability of [a, b], a ≤ b, given the tails beyond both. */
export const intervalShare = (a: number, b: number, beyondA: number, beyondB: number): number =>
  a > 0 ? beyondA - beyondB : b < 0 ? beyondB - beyondA : 1 - beyondA - beyondB
