import { describe, expect, it } from 'vitest'
import { carryStep, densityWorkspace, driftDiffusionStep } from './density'
import { normalDensity } from './normal'
import { stream, uniform } from './random'
import { onSpline, splineOf } from './spline'
import { solveTridiagonal } from './tridiagonal'
import { densityDistance, projections, slicedDistance } from './wasserstein'

const random = (n: number, draws = stream(3)) => Float64Array.from({ length: n }, () => uniform(draws))

describe('solveTridiagonal', () => {
  it('solves what was multiplied out', () => {
    const n = 40
    const draws = stream(1)
    const [below, above, x] = [random(n, draws), random(n, draws), random(n, draws)]
    const main = random(n, draws).map((v) => 2.5 + v)
    const sides = x.map((v, i) => below[i]! * (x[i - 1] ?? 0) + main[i]! * v + above[i]! * (x[i + 1] ?? 0))
    solveTridiagonal(below, main, above, sides, new Float64Array(n))
    for (let i = 0; i < n; i++) expect(sides[i]).toBeCloseTo(x[i]!, 13)
  })
})

const HALF = 6
const gridOf = (cells: number) => {
  const width = (2 * HALF) / cells
  const middles = Float64Array.from({ length: cells }, (_, k) => -HALF + (k + 0.5) * width)
  const faces = Float64Array.from({ length: cells + 1 }, (_, k) => -HALF + k * width)
  return { width, middles, faces, workspace: densityWorkspace(cells) }
}
const mass = (q: Float64Array, width: number) => q.reduce((sum, v) => sum + v * width, 0)

describe('driftDiffusionStep', () => {
  it('keeps the mass and makes nothing negative, however strong the drift', () => {
    const { width, faces, workspace } = gridOf(60)
    const velocity = faces.map((x) => 50 * Math.sin(7 * x) - 20 * x)
    for (const diffusion of [0, 1e-9, 0.3, 100]) {
      const q = random(60)
      const before = mass(q, width)
      for (let k = 0; k < 20; k++) driftDiffusionStep(q, velocity, diffusion, width, 0.1, workspace)
      expect(Math.abs(mass(q, width) / before - 1)).toBeLessThan(1e-12)
      expect(Math.min(...q)).toBeGreaterThanOrEqual(0)
    }
  })

  it('rests at the density exp(-x²/2) of an Ornstein-Uhlenbeck process, exactly between neighbours', () => {
    const { width, faces, workspace, middles } = gridOf(120)
    const velocity = faces.map((x) => -x)
    const q = new Float64Array(120).fill(1)
    for (let k = 0; k < 60; k++) driftDiffusionStep(q, velocity, 1, width, 10, workspace)
    // v is constant between two cells, so their quotient is exp(v width/D): that of the exact density at their middles
    for (let k = 30; k < 90; k++)
      expect(q[k + 1]! / q[k]!).toBeCloseTo(Math.exp((middles[k]! ** 2 - middles[k + 1]! ** 2) / 2), 10)
  })

  it('is of order 1 in time: half the step, half the error', () => {
    const errorWith = (steps: number) => {
      const { width, faces, workspace, middles } = gridOf(1200)
      const velocity = faces.map((x) => -x)
      const at = (v: number) => middles.map((x) => normalDensity(x / Math.sqrt(v)) / Math.sqrt(v))
      const q = at(0.25)
      for (let k = 0; k < steps; k++) driftDiffusionStep(q, velocity, 0.5, width, 0.5 / steps, workspace)
      const exact = at(0.5 + (0.25 - 0.5) * Math.exp(-1))
      return Math.max(...q.map((v, k) => Math.abs(v - exact[k]!)))
    }
    expect(errorWith(20) / errorWith(40)).toBeCloseTo(2, 1)
  })
})

describe('carryStep', () => {
  const squeezed = (cells: number, steps: number) => {
    const { width, faces, workspace, middles } = gridOf(cells)
    const velocity = faces.map((x) => 0.7 - x)
    const at = (mean: number, std: number) => middles.map((x) => normalDensity((x - mean) / std) / std)
    const q = at(-1, 1)
    for (let k = 0; k < steps; k++) carryStep(q, velocity, velocity, width, 1 / steps, workspace)
    return { q, exact: at(0.7 - 1.7 * Math.exp(-1), Math.exp(-1)), width }
  }

  it('keeps the mass and makes nothing negative, walls and rough velocities included', () => {
    const { width, faces, workspace } = gridOf(60)
    const velocity = faces.map((x) => 5 * Math.sin(7 * x) + 4)
    const q = random(60).map((v) => (v < 0.4 ? 0 : v))
    const before = mass(q, width)
    for (let k = 0; k < 40; k++) carryStep(q, velocity, velocity, width, 0.1, workspace)
    expect(Math.abs(mass(q, width) / before - 1)).toBeLessThan(1e-12)
    expect(Math.min(...q)).toBeGreaterThanOrEqual(0)
  })

  it('squeezes a normal density as it should, with far less spreading than upwind', () => {
    const { q, exact, width } = squeezed(800, 200)
    const upwind = exact.slice()
    expect(densityDistance(q, exact, width)).toBeLessThan(2e-4)
    const { faces, workspace, middles } = gridOf(800)
    upwind.set(middles.map((x) => normalDensity(x + 1)))
    for (let k = 0; k < 200; k++)
      driftDiffusionStep(
        upwind,
        faces.map((x) => 0.7 - x),
        0,
        width,
        1 / 200,
        workspace,
      )
    expect(densityDistance(upwind, exact, width)).toBeGreaterThan(5e-3)
  })

  it('is of order 2', () => {
    const error = (cells: number, steps: number) => {
      const { q, exact } = squeezed(cells, steps)
      return Math.max(...q.map((v, k) => Math.abs(v - exact[k]!)))
    }
    expect(error(200, 25) / error(400, 50)).toBeGreaterThan(3.2)
  })
})

describe('densityDistance', () => {
  const middles = Float64Array.from({ length: 4000 }, (_, k) => -10 + (k + 0.5) / 200)
  const normal = (mean: number, std: number) => middles.map((x) => normalDensity((x - mean) / std))

  it('of normal densities is the root of (difference of means)² + (difference of widths)²', () => {
    expect(densityDistance(normal(0.3, 0.5), normal(-0.4, 1.2), 1 / 200)).toBeCloseTo(Math.hypot(0.7, 0.7), 4)
    expect(densityDistance(normal(0.3, 0.5), normal(0.3, 0.5), 1 / 200)).toBe(0)
  })
  it('is not upset by masses so small that they have no reciprocal', () => {
    const tiny = 1e-310
    expect(densityDistance([tiny, 1, tiny, 0, 1, tiny], [0, 1, tiny, tiny, 1, 0], 1)).toBe(0)
    expect(densityDistance([1, tiny, 0], [tiny, tiny, 1], 1)).toBeCloseTo(2, 14)
  })
  it('carries mass over empty places, and needs some', () => {
    expect(densityDistance([1, 0, 0, 0], [0, 0, 0, 5], 2)).toBeCloseTo(6, 14)
    expect(densityDistance([1, 0, 1], [0, 2, 0], 1)).toBeCloseTo(Math.sqrt(7 / 12), 14)
    expect(densityDistance([0, 0], [1, 1], 1)).toBeNaN()
  })
})

describe('slicedDistance', () => {
  it('of a shift by d is d/√2, whatever the order of the points', () => {
    const x = random(400)
    const turned = new Float64Array(400)
    for (let k = 0; k < 200; k++) turned.set([x[2 * (199 - k)]! + 3, x[2 * (199 - k) + 1]! - 4], 2 * k)
    expect(slicedDistance(projections(x, 8), projections(turned, 8))).toBeCloseTo(5 / Math.SQRT2, 12)
  })
})

describe('splineOf', () => {
  const heights = [0.2, -0.4, 1, 0.3, -0.8]
  const spline = splineOf(heights, -1, 0.5)
  const at = (x: number) => onSpline(spline, x)

  it('goes through its knots, with the slope and the area of what it draws, level at the ends and beyond', () => {
    for (const [k, height] of heights.entries()) expect(at(-1 + 0.5 * k).height).toBeCloseTo(height, 12)
    for (const x of [-2, -0.9, -0.3, 0.2, 0.6, 0.99, 1.7]) {
      const h = 1e-5
      expect((at(x + h).height - at(x - h).height) / (2 * h)).toBeCloseTo(at(x).slope, 8)
      expect((at(x + h).area - at(x - h).area) / (2 * h)).toBeCloseTo(at(x).height, 8)
    }
    expect(at(5).height).toBe(-0.8)
    expect(at(-3).slope).toBe(0)
  })
  it('bends the same on both sides of a knot', () => {
    const bend = (x: number) => (at(x + 1e-6).slope - at(x).slope) / 1e-6
    for (const x of [-0.5, 0, 0.5]) expect(bend(x - 2e-6)).toBeCloseTo(bend(x + 1e-6), 3)
  })
})
