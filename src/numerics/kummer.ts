// Kummer's functions, the two solutions of x u″ + (b - x) u′ = a u.
import { logGamma } from './gammaFunction'

const MOST = 2000 // terms; x = 500 takes some 1200
/** M(a, b, x) by its series, for a, b, x ≥ 0, where all terms are positive: within 1e-14 of itself for x up to 500; larger ones overflow. */
export function kummerM(a: number, b: number, x: number): number {
  let [sum, term] = [1, 1]
  for (let k = 0; k < MOST; k++) {
    term *= ((a + k) / (b + k)) * (x / (k + 1))
    sum += term
    if (term < 1e-17 * sum) break
  }
  return sum
}

const SPACING = 1 / 16
const [LEAST, MOST_LOG] = [-40, 60] // ln t: what lies outside is below 1e-17 for a ≥ 1
/** Γ(a) U(a, b, x) = ∫ e^(-xt) t^(a-1) (1 + t)^(b-a-1) dt for a ≥ 1, x > 0: in ln t the trapezium rule converges exponentially. Its logarithm. */
function logIntegral(a: number, b: number, x: number): number {
  const log = (s: number) => {
    const t = Math.exp(s)
    return -x * t + a * s + (b - a - 1) * Math.log1p(t)
  }
  let top = Number.NEGATIVE_INFINITY
  for (let s = LEAST - Math.max(0, Math.log(x)); s < MOST_LOG; s += SPACING) top = Math.max(top, log(s))
  let sum = 0
  for (let s = LEAST - Math.max(0, Math.log(x)); s < MOST_LOG; s += SPACING) sum += Math.exp(log(s) - top)
  return top + Math.log(SPACING * sum)
}

/**
 * ln U(a, b, x) for a > 0, b > a + 1 and x > 0, within 1e-11: from a + 1 and a + 2, where the integral has no long tail, by the recurrence
 * U(a) = (2a + 2 + x - b) U(a + 1) - (a + 1)(a + 2 - b) U(a + 2).
 */
export function logKummerU(a: number, b: number, x: number): number {
  const one = logIntegral(a + 1, b, x) - logGamma(a + 1)
  const two = logIntegral(a + 2, b, x) - logGamma(a + 2)
  return one + Math.log(2 * a + 2 + x - b - (a + 1) * (a + 2 - b) * Math.exp(two - one))
}
