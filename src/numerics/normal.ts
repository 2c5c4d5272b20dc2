// The standard normal distribution function Φ, to about 1e-15: G. Marsaglia, Evaluating the Normal Distribution, J. Stat. Software 2004.

const BEYOND = 8.3 // Φ is 0 or 1 there to double precision

export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

/** Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …): all terms have one sign, so the error is absolute. */
export function normalCdf(x: number): number {
  if (!(Math.abs(x) < BEYOND)) return x > 0 ? 1 : x < 0 ? 0 : Number.NaN
  let term = x
  let sum = x
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k
    sum += term
  }
  return 0.5 + sum * normalDensity(x)
}

const FAR = 3 // from here on the tail is no longer a difference of near numbers
const TERMS = 60

/** 1 - Φ(x) with a small relative error, 3e-13 or less, also where it is tiny: the continued fraction φ(x)/(x + 1/(x + 2/(x + …))) (Laplace) beyond 3. */
export function normalTail(x: number): number {
  if (!(x > FAR)) return 1 - normalCdf(x)
  let below = x
  for (let k = TERMS; k > 0; k--) below = x + k / below
  return normalDensity(x) / below
}
