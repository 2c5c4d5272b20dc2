import { expect, it } from 'vitest'
import { isStable, locus, stableRaster } from '@/numerics/rootConditionPencil'
import { realLeftEnd, stableArea, stableOutline } from '@/numerics/rootConditionRegion'
import { adamsBashforth, type Family, ghvb } from './multistep'
import { pencilOf, realInterval } from './stability'

const BETAS = [1, 0.9, 0.8, 0.5, 0.3, 0.1]
const rule = (family: Family, order: number, beta = 1) => ({ family, order, beta })

it('1. the stable real interval ends where the closed forms say', () => {
  for (const family of ['AB', 'HB', 'GHVB', 'NT'] as const) {
    for (const order of family === 'GHVB' ? [1, 2, 3, 4, 5] : [1, 2, 3, 4]) {
      for (const beta of [...BETAS, 0.05]) {
        const r = rule(family, order, beta)
        expect(Math.abs(realLeftEnd(pencilOf(r)) / realInterval(r) - 1)).toBeLessThan(2e-8)
      }
    }
  }
})

it('2. HB on Euler is stable in an ellipse', () => {
  const point = new Float64Array(4)
  for (const beta of [...BETAS, 0.05]) {
    const pencil = pencilOf(rule('HB', 1, beta))
    const a = (2 - beta) / beta
    for (let k = 0; k < 100; k++) {
      locus(pencil, k / 16, point)
      expect(Math.abs(((point[0]! + a) / a) ** 2 + point[1]! ** 2 - 1)).toBeLessThan(1e-12)
    }
    const raster = new Uint8Array(200 * 200)
    stableRaster(
      pencil,
      [
        [-2.1 * a, 0.1 * a],
        [-1.1, 1.1],
      ],
      200,
      200,
      raster,
    )
    const area = (raster.reduce((sum, v) => sum + v, 0) / 200 ** 2) * 2.2 * a * 2.2
    expect(Math.abs(area / (Math.PI * a) - 1)).toBeLessThan(0.003)
    expect(stableArea(pencil) / (Math.PI * a)).toBeCloseTo(1, 10)
  }
})

it('4. as β → 0 the locus of GHVB becomes that of one order less', () => {
  const [here, there] = [new Float64Array(4), new Float64Array(4)]
  for (const order of [2, 3, 4, 5]) {
    const [limit, plain] = [pencilOf(rule('GHVB', order, 1e-6)), pencilOf(rule('AB', order - 1))]
    for (let theta = 0.1; theta < 3.2; theta += 0.1) {
      locus(limit, theta, here)
      locus(plain, theta, there)
      expect(Math.hypot(here[0]! - there[0]!, here[1]! - there[1]!)).toBeLessThan(1e-4)
    }
  }
})

it('5. weights are consistent', () => {
  const sum = (weights: readonly number[]) => weights.reduce((total, w) => total + w, 0)
  for (const order of [1, 2, 3, 4]) expect(Math.abs(sum(adamsBashforth(order)) - 1)).toBeLessThan(1e-14)
  for (const order of [1, 2, 3, 4, 5]) {
    for (const beta of BETAS) expect(Math.abs(sum(ghvb(order, beta)) - beta)).toBeLessThan(1e-14)
  }
})

it('7. areas', () => {
  const area = (family: Family, order: number, beta = 1) => stableArea(pencilOf(rule(family, order, beta)))
  const card = {
    AB: [
      [1, 1, Math.PI],
      [2, 1, 1.309],
      [3, 1, 0.591],
      [4, 1, 0.181],
    ],
    HB: [
      [4, 0.9, 0.26],
      [4, 0.8, 0.372],
      [4, 0.5, 1.108],
      [4, 0.3, 2.78],
      [3, 0.8, 1.09],
      [3, 0.5, 3.11],
      [2, 0.8, 2.16],
      [2, 0.5, 5.5],
    ],
    GHVB: [
      [4, 0.9, 0.212],
      [4, 0.5, 0.359],
      [4, 0.3, 0.45],
      [3, 0.8, 0.734],
      [3, 0.5, 0.944],
      [2, 0.8, 1.562],
      [2, 0.5, 2.003],
    ],
  } as const
  for (const [family, rows] of Object.entries(card)) {
    for (const [order, beta, expected] of rows)
      expect(Math.abs(area(family as Family, order, beta) / expected - 1)).toBeLessThan(2e-3)
  }
  // a raster of the root condition, computed without loci and arcs
  for (const r of [
    rule('AB', 4),
    rule('HB', 4, 0.05),
    rule('GHVB', 4, 0.2),
    rule('GHVB', 5, 0.5),
    rule('NT', 3, 0.05),
    rule('NT', 4, 0.3),
  ]) {
    const pencil = pencilOf(r)
    const outline = stableOutline(pencil, 1e-3 * realInterval(r))
    const [left, right, top] = boxOf(outline)
    const raster = new Uint8Array(300 * 300)
    stableRaster(
      pencil,
      [
        [left, right],
        [-top, top],
      ],
      300,
      300,
      raster,
    )
    const counted = (raster.reduce((sum, v) => sum + v, 0) / 300 ** 2) * (right - left) * 2 * top
    expect(Math.abs(counted / stableArea(pencil) - 1)).toBeLessThan(3e-3)
  }
})

it('outlines hold exactly the stable points, for every rule and from weak to no momentum', () => {
  for (const family of ['HB', 'GHVB', 'NT'] as const) {
    for (const order of family === 'GHVB' ? [1, 2, 3, 4, 5] : [1, 2, 3, 4]) {
      for (const beta of [0.05, 0.15, 0.19, 0.35, 0.6, 0.8, 1]) {
        const pencil = pencilOf(rule(family, order, beta))
        const tolerance = 1e-4 * Math.sqrt(stableArea(pencil))
        const loops = stableOutline(pencil, tolerance)
        const [left, right, top] = boxOf(loops)
        expect(loops.length).toBe(1) // for all β in [0.05, 1] the set is in one piece
        let wrong = 0
        let stable = 0
        for (let i = 0; i < 400; i++) {
          const re = left + (right - left) * ((i * 0.618_034) % 1)
          const im = top * (1 - 2 * ((i + 0.5) / 400))
          const inside = isStable(pencil, re, im)
          if (inside) stable++
          // the outline is drawn to a tolerance: points this near to it are left out
          const near = [
            [1, 0],
            [-1, 0],
            [0, 1],
            [0, -1],
          ].some(([x, y]) => isStable(pencil, re + x! * tolerance, im + y! * tolerance) !== inside)
          if (!near && inside !== isInside(loops, re, im)) wrong++
        }
        expect(stable).toBeGreaterThan(50)
        expect(wrong).toBe(0)
      }
    }
  }
})

/** Left, right and top of a box that is a little larger. */
function boxOf(loops: readonly Float64Array[]): [left: number, right: number, top: number] {
  const xs = loops.flatMap((loop) => [...loop.filter((_, i) => i % 2 === 0)])
  const ys = loops.flatMap((loop) => [...loop.filter((_, i) => i % 2 === 1)])
  return [Math.min(...xs) * 1.05, Math.max(...xs) * 1.05 + 0.01, Math.max(...ys) * 1.05]
}

/** Even-odd rule. */
function isInside(loops: readonly Float64Array[], x: number, y: number): boolean {
  let inside = false
  for (const loop of loops) {
    for (let i = 0, j = loop.length - 2; i < loop.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [loop[i]!, loop[i + 1]!, loop[j]!, loop[j + 1]!]
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
    }
  }
  return inside
}
