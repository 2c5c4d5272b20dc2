// Noise as steepest descent. dX = -X dt + √2 dW has densities ∂ρ/∂t = ∇·(ρ ∇(ln ρ + V)), V = x²/2: of all ways to move mass, the one on which the free
// energy F = ∫ ρ ln ρ + ∫ ρ V falls fastest for its cost ∫ ρ|u|² (Jordan, Kinderlehrer and Otto 1998). F is KL(ρ | N(0, 1)) - ½ ln 2π. Particles with
// the velocity u = -x - ∇ ln ρ, and no noise, have the same densities, and dF/dt = -∫ ρ|u|². A normal density stays one:
//   m = m₀ e⁻ᵗ,   v = 1 + (v₀ - 1) e⁻²ᵗ,   KL = ½(v - 1 - ln v + m²),   dKL/dt = -(v - 1)²/v - m².
import { type DensityWorkspace, driftDiffusionStep } from '@/numerics/density'

/** A normal density on a line. */
export interface Bump {
  mean: number
  variance: number
}

/** Where noise has brought it after time t. */
export const bumpAfter = ({ mean, variance }: Bump, t: number): Bump => ({
  mean: mean * Math.exp(-t),
  variance: 1 + (variance - 1) * Math.exp(-2 * t),
})

/** KL(N(m, v) | N(0, 1)), what the free energy has above its least value. */
export const bumpEnergy = ({ mean, variance }: Bump): number => (variance - 1 - Math.log(variance) + mean * mean) / 2

/** dKL/dt = -E|u|². */
export const bumpSlope = ({ mean, variance }: Bump): number => -((variance - 1) ** 2) / variance - mean * mean

/** u at x: -x + (x - m)/v. */
export const bumpVelocity = ({ mean, variance }: Bump, x: number): number => -x + (x - mean) / variance

/** Where u has brought a particle that was at `x` at time 0: it keeps its place in units of the width. */
export function carried(bump: Bump, x: number, t: number): number {
  const now = bumpAfter(bump, t)
  return now.mean + Math.sqrt(now.variance / bump.variance) * (x - bump.mean)
}

/** Equal cells on a line; faces [n + 1], walls included. */
export interface LineGrid {
  readonly n: number
  readonly low: number
  readonly width: number
}
export const lineGrid = (n: number, low: number, high: number): LineGrid => ({ n, low, width: (high - low) / n })
export const cellAt = ({ low, width }: LineGrid, k: number): number => low + (k + 0.5) * width

/** Means of a normal density over the cells, of mass 1. */
export function fillBump(grid: LineGrid, { mean, variance }: Bump, out: Float64Array): void {
  let mass = 0
  for (let k = 0; k < grid.n; k++) {
    out[k] = Math.exp(-((cellAt(grid, k) - mean) ** 2) / (2 * variance))
    mass += out[k]! * grid.width
  }
  for (let k = 0; k < grid.n; k++) out[k]! /= mass
}

/** -x at the faces. */
export const pullAt = ({ n, low, width }: LineGrid): Float64Array =>
  Float64Array.from({ length: n + 1 }, (_, face) => -(low + face * width))

/** One implicit step of the density under drift -x and noise √2. Order 1 in dt, 2 in the width; keeps mass and sign. */
export const noiseStep = (
  q: Float64Array,
  pull: Float64Array,
  { width }: LineGrid,
  dt: number,
  workspace: DensityWorkspace,
): void => driftDiffusionStep(q, pull, 1, width, dt, workspace)

/** KL(ρ | N(0, 1)) on the grid; cells without mass count nothing. */
export function gridEnergy(grid: LineGrid, q: Float64Array): number {
  let sum = 0
  for (let k = 0; k < grid.n; k++) {
    if (!(q[k]! > 0)) continue
    const x = cellAt(grid, k)
    sum += q[k]! * (Math.log(q[k]!) + (x * x + Math.log(2 * Math.PI)) / 2) * grid.width
  }
  return sum
}

/** -∫ ρ|u|² on the grid, u = -x - ∇ ln ρ by differences between cells. */
export function gridSlope(grid: LineGrid, q: Float64Array): number {
  let sum = 0
  for (let k = 1; k < grid.n; k++) {
    if (!(q[k - 1]! > 0 && q[k]! > 0)) continue
    const x = (cellAt(grid, k - 1) + cellAt(grid, k)) / 2
    const u = -x - (Math.log(q[k]!) - Math.log(q[k - 1]!)) / grid.width
    sum += ((q[k - 1]! + q[k]!) / 2) * u * u * grid.width
  }
  return -sum
}
