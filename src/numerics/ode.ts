// Steps for x' = f(t, x), in place and without allocation: Runge and Kutta's of order four, and the implicit midpoint rule.

/** Writes f(t, x) to `out`; both [size]. */
export type Slope = (t: number, x: Float64Array, out: Float64Array) => void

/** Workspace for systems of one size. */
export interface Stages {
  slope: Float64Array
  sum: Float64Array
  at: Float64Array
}
export const stagesOf = (size: number): Stages => ({
  slope: new Float64Array(size),
  sum: new Float64Array(size),
  at: new Float64Array(size),
})

/** One step of size h; local error O(h⁵). */
export function rk4(f: Slope, t: number, h: number, x: Float64Array, { slope, sum, at }: Stages): void {
  const size = x.length
  f(t, x, slope)
  for (let i = 0; i < size; i++) {
    sum[i] = slope[i]!
    at[i] = x[i]! + (h / 2) * slope[i]!
  }
  f(t + h / 2, at, slope)
  for (let i = 0; i < size; i++) {
    sum[i]! += 2 * slope[i]!
    at[i] = x[i]! + (h / 2) * slope[i]!
  }
  f(t + h / 2, at, slope)
  for (let i = 0; i < size; i++) {
    sum[i]! += 2 * slope[i]!
    at[i] = x[i]! + h * slope[i]!
  }
  f(t + h, at, slope)
  for (let i = 0; i < size; i++) x[i]! += (h / 6) * (sum[i]! + slope[i]!)
}

const [ROUNDS, CLOSE] = [60, 1e-15]

/**
 * One step of the implicit midpoint rule, x' = x + h f(t + h/2, (x + x')/2): order two, symplectic for Hamiltonian f, separable or not, and exact for
 * quadratic invariants (Hairer, Lubich and Wanner, Geometric Numerical Integration, chapter VI). The middle is found by iteration, so h must be small
 * beside the time in which f changes.
 */
export function implicitMidpoint(f: Slope, t: number, h: number, x: Float64Array, { slope, at: middle }: Stages): void {
  middle.set(x)
  for (let round = 0; round < ROUNDS; round++) {
    f(t + h / 2, middle, slope)
    let moved = 0
    let size = 0
    for (let i = 0; i < x.length; i++) {
      const next = x[i]! + (h / 2) * slope[i]!
      moved = Math.max(moved, Math.abs(next - middle[i]!))
      size = Math.max(size, Math.abs(next))
      middle[i] = next
    }
    if (!(moved > CLOSE * size)) break
  }
  for (let i = 0; i < x.length; i++) x[i] = 2 * middle[i]! - x[i]!
}
