// A map that looks like a rotation: F(x, y) = (x + α, y + β + h(x + α) - h(x)) on the torus, h(x) = a cos 2πqx, observed by ψ = exp(2πiy).
// Fⁿ(x, y) = (x + nα, y + nβ + h(x + nα) - h(x)), so ⟨ψ∘Fⁿ, ψ⟩ = exp(2πinβ) J₀(4πa sin πnqα).
import { besselJ, besselJ0, lackOfJ0 } from '@/numerics/bessel'

export interface Adversary {
  alpha: number
  beta: number
  q: number
  a: number
}

/** qα - (nearest whole number), in [-½, ½], without the rounding of the product: whole q up to 2²⁹. */
export function turnsOff(q: number, alpha: number): number {
  const head = Math.fround(alpha)
  const exact = q * head // 24 + 29 bits
  const off = exact - Math.round(exact) + q * (alpha - head)
  return off - Math.round(off)
}

/** h(x + nα) - h(x) where u = qx, in turns. */
export function shift({ alpha, q, a }: Adversary, n: number, u: number): number {
  const half = Math.PI * n * turnsOff(q, alpha)
  return -2 * a * Math.sin(half) * Math.sin(2 * Math.PI * u + half)
}

/** c_n without its phase exp(2πinβ): real, in [-1, 1]. */
export const overlap = (m: Adversary, n: number): number => besselJ0(argument(m, n))
const argument = ({ a, q, alpha }: Adversary, n: number) => 4 * Math.PI * a * Math.sin(Math.PI * n * turnsOff(q, alpha))

/** c_n as [re, im]. */
export function correlation(m: Adversary, n: number): readonly [number, number] {
  const size = overlap(m, n)
  const angle = 2 * Math.PI * turnsOff(n, m.beta)
  return [size * Math.cos(angle), size * Math.sin(angle)]
}

/** Largest distance between a point's image and its image under the rotation. */
export const change = (m: Adversary): number => 2 * m.a * Math.abs(Math.sin(Math.PI * turnsOff(m.q, m.alpha)))

/** One-step residual |ψ∘F - exp(2πiβ)ψ|. */
export const oneStepResidual = (m: Adversary): number => Math.sqrt(2 * lackOfJ0(argument(m, 1)))

/** Lines that hold all but 1e-9 of the weight for a ≤ ½. */
export const LINES = 12
let weights = { a: Number.NaN, of: [] as readonly number[] } // of the last a asked for

/** Weight of the spectral line at β + m qα: J_m(2πa)². */
export function lineWeight({ a }: Adversary, line: number): number {
  if (weights.a !== a) weights = { a, of: Array.from({ length: LINES + 1 }, (_, m) => besselJ(m, 2 * Math.PI * a) ** 2) }
  return weights.of[Math.abs(line)] ?? 0
}

/**
 * What a learner with c_0 … c_{T-1} sees `offset` turns from β: the spectrum smoothed over 1/T, scaled so that an eigenfunction gives 1 at its own
 * angle.
 */
export function seen(m: Adversary, length: number, offset: number): number {
  const off = turnsOff(m.q, m.alpha)
  let sum = 0
  for (let line = -LINES; line <= LINES; line++) {
    const weight = lineWeight(m, line)
    if (weight > FAINT) sum += weight * fejer(length, offset - line * off)
  }
  return sum
}
const FAINT = 1e-9
function fejer(length: number, turns: number): number {
  const below = Math.sin(Math.PI * turns)
  if (Math.abs(below) < 1e-12) return 1
  return (Math.sin(Math.PI * length * turns) / (length * below)) ** 2
}

/** First n at which c_n is 0; null if a is too small for that, or qα whole. */
export function foundOut(m: Adversary): number | null {
  const off = Math.abs(turnsOff(m.q, m.alpha))
  const needed = FIRST_ZERO / (4 * Math.PI * m.a)
  return needed > 1 || off < 1e-13 ? null : Math.asin(needed) / (Math.PI * off)
}
const FIRST_ZERO = 2.404_825_557_695_773 // of J₀

const HIDDEN = 0.2 // argument of J₀ at the end of the data: c is still 0.99
const LARGEST_Q = 2 ** 29

/** The adversary's answer to a learner with T snapshots: the smallest q that hides for that long, a denominator of α's continued fraction. */
export function answer(alpha: number, a: number, length: number): number {
  const enough = HIDDEN / (4 * Math.PI ** 2 * Math.max(a, 1e-9) * length)
  let [before, q] = [0, 1]
  let distance = 1 // of `before`
  while (Math.abs(turnsOff(q, alpha)) > enough) {
    const own = Math.abs(turnsOff(q, alpha))
    const next = Math.floor(distance / own) * q + before
    if (next > LARGEST_Q || next === q) break
    ;[before, q, distance] = [q, next, own]
  }
  return q
}

/** One step of the real map in place, [x, y] mod 1. */
export function adversaryStep({ alpha, beta, q, a }: Adversary, state: Float64Array): void {
  const x = state[0]!
  const h = (at: number) => a * Math.cos(2 * Math.PI * q * at)
  const next = x + alpha
  const y = state[1]! + beta + h(next) - h(x)
  state[0] = next - Math.floor(next)
  state[1] = y - Math.floor(y)
}
