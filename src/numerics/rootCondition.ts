// The root condition: every root of p has |ζ| ≤ 1, and those with |ζ| = 1 are simple. The recurrence with this polynomial then stays bounded.
import { roots } from './polynomial'

/** Highest degree that the scratch arrays hold. */
export const HIGHEST_DEGREE = 8

export const OUTSIDE = 0 // some root has |ζ| > 1
export const INSIDE = 1 // all have |ζ| < 1
export const BORDERLINE = -1 // too near to the circle for this test

const NEAR = 1e-9 // relative; rounding of the recursion stays far below for degree ≤ 8

/**
 * Where the roots lie, by Schur and Cohn's recursion: q = (āₙ p - a₀ p*)/ζ, with p* the conjugate reversed polynomial, has one root
 * less inside if |a₀| < |aₙ|, and keeps those on the circle. About n² complex products, no root is computed.
 * Overwrites `p` ([degree + 1, 2], leading coefficient real).
 */
export function schurCohn(p: Float64Array, degree: number): number {
  const top = 2 * degree
  for (let low = 0; low < top; low += 2) {
    const ar = p[low]!
    const ai = p[low + 1]!
    const lead = p[top]!
    const rest = lead * lead - ar * ar - ai * ai
    if (!(rest > NEAR * lead * lead)) return rest < -NEAR * lead * lead ? OUTSIDE : BORDERLINE
    // in place: entries i and j = low + top - i need each other; q's index k stands at k + 1
    for (let i = low + 2, j = top - 2; i <= j; i += 2, j -= 2) {
      const ir = p[i]!
      const ii = p[i + 1]!
      const jr = p[j]!
      const ji = p[j + 1]!
      p[i] = lead * ir - (ar * jr + ai * ji)
      p[i + 1] = lead * ii - (ai * jr - ar * ji)
      p[j] = lead * jr - (ar * ir + ai * ii)
      p[j + 1] = lead * ji - (ai * ir - ar * ii)
    }
    p[top] = rest
  }
  return INSIDE
}

const copy = new Float64Array(2 * HIGHEST_DEGREE + 2)
const found = new Float64Array(2 * HIGHEST_DEGREE)
const ON_CIRCLE = 1e-9 // | |ζ| - 1 | that counts as on the circle
const SAME_ROOT = 1e-6 // two roots on the circle closer than this count as one double root (which rounding splits by some 1e-8)

/** Whether the root condition holds. `p` [degree + 1, 2] is kept; its leading coefficient must be real and not 0. */
export function rootCondition(p: Float64Array, degree: number): boolean {
  for (let i = 0; i < 2 * degree + 2; i++) copy[i] = p[i]!
  const place = schurCohn(copy, degree)
  return place === BORDERLINE ? rootConditionByRoots(p, degree) : place === INSIDE
}

/** The same from the roots themselves: slower, but right where two or more roots are near the circle. */
export function rootConditionByRoots(p: Float64Array, degree: number): boolean {
  roots(p, degree, found)
  for (let k = 0; k < degree; k++) {
    const re = found[2 * k]!
    const im = found[2 * k + 1]!
    const modulus = Math.hypot(re, im)
    if (modulus > 1 + ON_CIRCLE) return false
    if (modulus < 1 - ON_CIRCLE) continue
    for (let j = 0; j < k; j++) if (Math.hypot(found[2 * j]! - re, found[2 * j + 1]! - im) < SAME_ROOT) return false
  }
  return true
}
