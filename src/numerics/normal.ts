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
