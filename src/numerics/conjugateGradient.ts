// Conjugate gradients for B x = b with a symmetric, positive semidefinite B: in m steps x moves within x₀ + span{r₀, B r₀, …, B^{m-1} r₀}, the Krylov
// space, to the place where the error is least in the norm of B. (Hestenes and Stiefel 1952.)
import { dot } from './dot'

/** out = B v; both [n]. */
export type Apply = (v: Float64Array, out: Float64Array) => void

/** What the next step needs, beside x. Plain data. */
export interface CgState {
  /** b - B x, [n]. */
  residual: Float64Array
  /** [n]. */
  direction: Float64Array
  /** Scratch, [n]. */
  image: Float64Array
  /** ‖residual‖². */
  square: number
}

export const cgState = (size: number): CgState => ({
  residual: new Float64Array(size),
  direction: new Float64Array(size),
  image: new Float64Array(size),
  square: 0,
})

/** Begins at x. */
export function startCg(apply: Apply, b: Float64Array, x: Float64Array, s: CgState): void {
  apply(x, s.image)
  for (let i = 0; i < x.length; i++) {
    s.residual[i] = b[i]! - s.image[i]!
    s.direction[i] = s.residual[i]!
  }
  s.square = dot(s.residual, s.residual)
}

/**
 * One step; x changes in place. False, and nothing changes, once ‖residual‖ is below `stop`, or where B does nothing to the direction: a converged run
 * would divide 0 by 0.
 */
export function advanceCg(apply: Apply, x: Float64Array, s: CgState, stop: number): boolean {
  if (!(Math.sqrt(s.square) >= stop) || s.square === 0) return false
  apply(s.direction, s.image)
  const bend = dot(s.direction, s.image)
  if (!(bend > 0)) return false
  const length = s.square / bend
  for (let i = 0; i < x.length; i++) {
    x[i]! += length * s.direction[i]!
    s.residual[i]! -= length * s.image[i]!
  }
  const square = dot(s.residual, s.residual)
  const keep = square / s.square
  for (let i = 0; i < x.length; i++) s.direction[i] = s.residual[i]! + keep * s.direction[i]!
  s.square = square
  return true
}

/** At most `steps` steps from x, in place. Returns how many were made; the norms of the residuals before and after each go to `norms`, [> steps]. */
export function conjugateGradients(
  apply: Apply,
  b: Float64Array,
  x: Float64Array,
  steps: number,
  stop: number,
  s: CgState,
  norms?: Float64Array,
): number {
  startCg(apply, b, x, s)
  let count = 0
  if (norms) norms[0] = Math.sqrt(s.square)
  while (count < steps && advanceCg(apply, x, s, stop)) {
    count++
    if (norms) norms[count] = Math.sqrt(s.square)
  }
  return count
}
