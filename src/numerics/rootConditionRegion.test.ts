import { expect, it } from 'vitest'
import { fillNormal, stream } from './random'
import { isStable, locus, type Pencil, stableRaster } from './rootConditionPencil'
import { boundaryArcs, isBoundary, locusCurve, realLeftEnd, stableArea, stableOutline } from './rootConditionRegion'

const pencil = (rho: number[], sigma: number[]): Pencil => ({
  degree: rho.length - 1,
  rho: Float64Array.from(rho),
  sigma: Float64Array.from(sigma),
})
const euler = pencil([-1, 1], [1, 0])
const adams4 = pencil([0, 0, 0, -1, 1], [-9 / 24, 37 / 24, -59 / 24, 55 / 24, 0])

it('knows the disc of Euler', () => {
  expect(boundaryArcs(euler)).toEqual([[0, Math.PI]])
  expect(stableArea(euler)).toBeCloseTo(Math.PI, 10)
  expect(realLeftEnd(euler)).toBeCloseTo(2, 8)
  const [outline, ...others] = stableOutline(euler, 1e-3)
  expect(others).toEqual([])
  for (let i = 0; i < outline!.length; i += 2) expect(Math.hypot(outline![i]! + 1, outline![i + 1]!)).toBeCloseTo(1, 14)
  expect([isStable(euler, -2, 0), isStable(euler, -2.000001, 0), isStable(euler, 0, 0)]).toEqual([true, false, true])
})

it('takes arcs that are known already, and few panels', () => {
  for (const p of [euler, adams4]) {
    const arcs = boundaryArcs(p)
    expect(stableOutline(p, 1e-3, arcs)).toEqual(stableOutline(p, 1e-3))
    expect(stableArea(p, arcs)).toBe(stableArea(p))
    expect(Math.abs(stableArea(p, arcs, 64) / stableArea(p, arcs) - 1)).toBeLessThan(1e-8)
  }
})

it('differentiates the locus', () => {
  const [at, before, after] = [new Float64Array(4), new Float64Array(4), new Float64Array(4)]
  for (const theta of [0.3, 1.2, 2.8]) {
    locus(adams4, theta, at)
    locus(adams4, theta - 1e-5, before)
    locus(adams4, theta + 1e-5, after)
    for (const i of [0, 1]) expect(at[2 + i]).toBeCloseTo((after[i]! - before[i]!) / 2e-5, 8)
  }
})

it('cuts off the loops of a locus that crosses itself', () => {
  const arcs = boundaryArcs(adams4)
  expect(arcs.length).toBe(2)
  expect(isBoundary(adams4, 0.4)).toBe(true)
  expect(isBoundary(adams4, 1)).toBe(false)
  // the whole locus still has them: it runs to the right of 0
  const curve = locusCurve(adams4, 1e-3)
  expect(Math.max(...curve.filter((_, i) => i % 2 === 0))).toBeGreaterThan(0.3)
  expect(Math.max(...stableOutline(adams4, 1e-3)[0]!.filter((_, i) => i % 2 === 0))).toBeLessThan(0.1)
  expect([...curve.slice(0, 2)]).toEqual([curve.at(-2), -curve.at(-1)!])
  // both ends of the gap are the same point of the plane
  const [a, b] = [new Float64Array(4), new Float64Array(4)]
  locus(adams4, arcs[0]![1], a)
  locus(adams4, arcs[1]![0], b)
  expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)).toBeLessThan(2e-9)
})

it('has outlines that close, wind once around the stable points and around no other', () => {
  const [outline] = stableOutline(adams4, 1e-4)
  const random = new Float64Array(800)
  fillNormal(stream(5), random)
  let stable = 0
  for (let i = 0; i < random.length; i += 2) {
    const [re, im] = [0.3 * random[i]! - 0.1, 0.4 * random[i + 1]!]
    let turn = 0
    const n = outline!.length
    for (let k = 0; k < n; k += 2) {
      const [ax, ay] = [outline![k]! - re, outline![k + 1]! - im]
      const [bx, by] = [outline![(k + 2) % n]! - re, outline![(k + 3) % n]! - im]
      turn += Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
    }
    const inside = isStable(adams4, re, im)
    expect(turn / (2 * Math.PI)).toBeCloseTo(inside ? 1 : 0, 9)
    if (inside) stable++
  }
  expect(stable).toBeGreaterThan(40)
})

it('paints rows of a raster with the top first', () => {
  const whole = new Uint8Array(12 * 8)
  const window = [
    [-2.5, 0.5],
    [-1, 3],
  ] as const
  stableRaster(euler, window, 12, 8, whole)
  expect(whole.slice(0, 12 * 4).every((v) => v === 0)).toBe(true) // Im > 1
  expect(whole.at(12 * 6 + 4)).toBe(1)
  const parts = new Uint8Array(12 * 8)
  stableRaster(euler, window, 12, 8, parts, 0, 5)
  stableRaster(euler, window, 12, 8, parts, 5, 8)
  expect(parts).toEqual(whole)
})
