// The fourth-order Runge-Kutta step for x' = f(t, x), in place and without allocation.

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
