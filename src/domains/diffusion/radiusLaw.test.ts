// Number 6 of the list "Must hold" of PFGM++; numbers of independent programs stand in tests/golden.
import { describe, expect, it } from 'vitest'
import { stream } from '@/numerics/random'
import { mean, median, rootMeanSquare } from '@/numerics/regression'
import {
  drawNoise,
  drawRadius,
  logRadiusDensity,
  logRadiusSpread,
  meanSquareRadius,
  radiusQuantiles,
  surprise,
} from './radiusLaw'

const DIFFUSION = Number.POSITIVE_INFINITY
const CASES = [
  [1, 1],
  [2, 1],
  [2, 3.5],
  [2, DIFFUSION],
  [3072, 1],
  [3072, 128],
  [3072, DIFFUSION],
] as const
const DRAWS = 20_000

describe('radii', () => {
  it('drawn have the spread of ln R, the median and the mean square of their law', () => {
    for (const [N, D] of CASES) {
      const s = stream(7, `${N} ${D}`)
      const radii = Array.from({ length: DRAWS }, () => drawRadius(s, N, D))
      const logs = radii.map(Math.log)
      const middle = mean(logs)
      const spread = logRadiusSpread(N, D)
      expect(Math.abs(rootMeanSquare(logs.map((log) => log - middle)) / spread - 1), `${N} ${D}`).toBeLessThan(0.02)
      expect(Math.abs(Math.log(median(radii) / radiusQuantiles(N, D)(0.5)))).toBeLessThan(0.03 * spread)
      if (D > 4) expect(Math.abs(mean(radii.map((radius) => radius ** 2)) / meanSquareRadius(N, D) - 1)).toBeLessThan(0.03)
    }
    expect(meanSquareRadius(2, 2)).toBe(DIFFUSION)
  })

  it('have a density that adds up to 1, is highest at √N for every D, and has these quantiles', () => {
    for (const [N, D] of CASES) {
      const [top, width] = [0.5 * Math.log(N), logRadiusSpread(N, D) / 40]
      let sum = 0
      for (let k = -1600; k <= 3200; k++) sum += width * Math.exp(logRadiusDensity(N, D, top + k * width))
      expect(sum).toBeCloseTo(1, 9)
      expect(logRadiusDensity(N, D, top)).toBeGreaterThan(logRadiusDensity(N, D, top + width))
      expect(logRadiusDensity(N, D, top)).toBeGreaterThan(logRadiusDensity(N, D, top - width))
      const quantile = radiusQuantiles(N, D)
      expect(quantile(0.2)).toBeLessThan(quantile(0.21))
    }
    // closed forms in two dimensions
    expect(radiusQuantiles(2, 1)(0.9)).toBeCloseTo(Math.sqrt(99), 10)
    expect(radiusQuantiles(2, DIFFUSION)(0.5)).toBeCloseTo(Math.sqrt(2 * Math.LN2), 13)
    expect(radiusQuantiles(1, 1)(0.5)).toBeCloseTo(1, 12)
  })
})

describe('noise vectors', () => {
  it('point everywhere alike', () => {
    const s = stream(3)
    const out = new Float64Array(2 * DRAWS)
    for (let k = 0; k < DRAWS; k++) drawNoise(s, 2, 1, out, 2 * k)
    const angles = Array.from({ length: DRAWS }, (_, k) => Math.atan2(out[2 * k + 1]!, out[2 * k]!))
    for (const wave of [1, 2, 3]) {
      expect(Math.abs(mean(angles.map((angle) => Math.cos(wave * angle))))).toBeLessThan(3 / Math.sqrt(2 * DRAWS))
      expect(Math.abs(mean(angles.map((angle) => Math.sin(wave * angle))))).toBeLessThan(3 / Math.sqrt(2 * DRAWS))
    }
  })

  it('on a line are a Student t', () => {
    const s = stream(5)
    const out = new Float64Array(DRAWS)
    for (let k = 0; k < DRAWS; k++) drawNoise(s, 1, 2, out, k)
    // the distribution function of two degrees of freedom: ½ + t/2√(2 + t²)
    for (const t of [-1, 0.5, 2]) {
      const share = out.filter((x) => x < t).length / DRAWS
      expect(Math.abs(share - (0.5 + t / (2 * Math.sqrt(2 + t * t))))).toBeLessThan(0.011)
    }
  })
})

describe('surprise', () => {
  it('is 8.7 for diffusion in 3072 dimensions with half as much noise again, and small for small D', () => {
    expect(surprise(3072, DIFFUSION, 0.5)).toBeCloseTo(8.74, 2)
    expect([2048, 128, 1].map((D) => Number(surprise(3072, D, 0.5).toPrecision(2)))).toEqual([5.5, 1.7, 0.1])
    expect(surprise(3072, 128, 0.5)).toBeCloseTo(1.74, 2)
    expect(surprise(2, 1, 0)).toBe(0)
  })
})
