// Steady states that have a formula, and the numbers that follow from them.
import { logGamma } from '@/numerics/gammaFunction'
import { kummerM, logKummerU } from '@/numerics/kummer'
import { excess, isClosed, type Law } from './law'

/** ln n without escape, up to a constant: n = χ³ exp ∫ χ̇/D dχ. */
export function closedLog(law: Law, y: number): number {
  const { q, gain, b } = law
  const power = (e: number) => (e === 0 ? y : Math.exp(e * y) / e)
  return 3 * y + (gain === 0 ? 0 : gain * power(2 - q)) - (b === 0 ? 0 : b * power(excess(law)))
}
/** Where χᵏN = χᵏ⁻¹n has its maximum without escape and gain: ((k + 2)/b)^(1/e). */
export const closedPeak = (law: Law, k: number): number => ((k + 2) / law.b) ** (1 / excess(law))

/** Slopes of ln n over ln χ above and below the injection, for q = 2, no losses and the constant rate of removal a. */
export function powerSlopes(a: number, gain = 0): { above: number; below: number } {
  const half = (3 + gain) / 2
  const root = Math.sqrt(half * half + a)
  return { above: half - root, below: half + root }
}

/** ln n for q = r = 2, no gain, the constant rate of removal a, losses b and a unit rate of injection at χ₀, on all χ > 0; for bχ₀ up to 500. */
export function kummerLog(a: number, b: number, inj: number, y: number): number {
  const sigma = powerSlopes(a).below - 3 // -3/2 + √(9/4 + a)
  const [lower, upper] = [b * Math.exp(Math.min(y, inj)), b * Math.exp(Math.max(y, inj))]
  const scale = 3 * Math.log(b) + b * Math.exp(inj) + logGamma(sigma) - logGamma(2 * sigma + 4)
  const one = sigma * Math.log(lower) - lower + Math.log(kummerM(sigma, 2 * sigma + 4, lower))
  const two = sigma * Math.log(upper) - upper + logKummerU(sigma, 2 * sigma + 4, upper)
  return 3 * y + scale + one + two
}

export type Form = 'closed' | 'power' | 'kummer'
/** Which formula applies. All but the first are for a range without ends. */
export function formOf(law: Law): Form | null {
  if (isClosed(law)) return 'closed'
  const isConstant = law.q === 2 && law.delta === 0 && law.tauC === Number.POSITIVE_INFINITY
  if (!isConstant) return null
  return law.b === 0 ? 'power' : law.r === 2 && law.gain === 0 && law.b * law.low < 500 ? 'kummer' : null
}
/** ln n by the formula, for a unit rate of injection at y = `inj` (without removal: up to a constant); null where there is none. */
export function exactLog(law: Law, inj: number, y: number): number | null {
  const form = formOf(law)
  if (form === null) return null
  if (form === 'closed') return closedLog(law, y)
  if (form === 'kummer') return kummerLog(1 / law.tau0, law.b, inj, y)
  const { above, below } = powerSlopes(1 / law.tau0, law.gain)
  return (y > inj ? above : below) * (y - inj) - Math.log(below - above)
}
