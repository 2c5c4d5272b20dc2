import { expect, it } from 'vitest'
import { densityWorkspace } from '@/numerics/density'
import {
  type Bump,
  bumpAfter,
  bumpEnergy,
  bumpSlope,
  bumpVelocity,
  carried,
  fillBump,
  gridEnergy,
  gridSlope,
  lineGrid,
  noiseStep,
  pullAt,
} from './gradientFlow'

const starts: readonly Bump[] = [
  { mean: 2, variance: 0.25 },
  { mean: -1, variance: 1.5 },
  { mean: 0, variance: 0.5 },
]
const grid = lineGrid(400, -8, 8)

it.each(starts)('falls as fast as its particles move, from N($mean, $variance)', (bump) => {
  const h = 1e-4
  for (const t of [0.05, 0.4, 1.5]) {
    const [before, now, after] = [t - h, t, t + h].map((time) => bumpAfter(bump, time)) as [Bump, Bump, Bump]
    const slope = (bumpEnergy(after) - bumpEnergy(before)) / (2 * h)
    expect(Math.abs(slope - bumpSlope(now))).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)))
    const x = carried(bump, bump.mean + 0.7, t)
    const speed = (carried(bump, bump.mean + 0.7, t + h) - carried(bump, bump.mean + 0.7, t - h)) / (2 * h)
    expect(speed).toBeCloseTo(bumpVelocity(now, x), 6)
  }
})

it.each(starts)('falls on a grid by -∫ρ|u|² within 1 %, and at least as fast as e⁻²ᵗ, from N($mean, $variance)', (bump) => {
  const dt = 0.0025
  const q = new Float64Array(grid.n)
  fillBump(grid, bump, q)
  const [workspace, pull] = [densityWorkspace(grid.n), pullAt(grid)]
  const first = gridEnergy(grid, q)
  expect(first).toBeCloseTo(bumpEnergy(bump), 5)
  for (let step = 1; step <= 600; step++) {
    const [energy, slope] = [gridEnergy(grid, q), gridSlope(grid, q)]
    noiseStep(q, pull, grid, dt, workspace)
    const now = gridEnergy(grid, q)
    expect(now).toBeLessThanOrEqual(first * Math.exp(-2 * step * dt) * (1 + 1e-9))
    const found = (now - energy) / dt
    expect(Math.abs(found / ((slope + gridSlope(grid, q)) / 2) - 1)).toBeLessThan(0.01)
  }
  expect(gridEnergy(grid, q) / bumpEnergy(bumpAfter(bump, 1.5))).toBeCloseTo(1, 1)
})
