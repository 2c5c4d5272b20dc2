import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { line, mean, median, powerLaw, quantile, rootMeanSquare, throughOrigin, variation } from './regression'

const xs = [0.3, 0.55, 0.8, 1.1, 1.5, 2.3, 3, 4.1]

describe('straight lines', () => {
  it('finds the line that points lie on', () => {
    const { slope, intercept } = line(
      xs,
      xs.map((x) => 2 - 0.7 * x),
    )
    expect(slope).toBeCloseTo(-0.7, 13)
    expect(intercept).toBeCloseTo(2, 13)
    expect(
      throughOrigin(
        xs,
        xs.map((x) => 1.5 * x),
      ),
    ).toBeCloseTo(1.5, 13)
  })

  it('leaves residuals that are orthogonal to what was fitted', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 8, maxLength: 8 }), (ys) => {
        const { slope, intercept } = line(xs, ys)
        const left = ys.map((y, k) => y - intercept - slope * xs[k]!)
        expect(Math.abs(left.reduce((sum, r) => sum + r, 0))).toBeLessThan(1e-12)
        expect(Math.abs(left.reduce((sum, r, k) => sum + r * xs[k]!, 0))).toBeLessThan(1e-12)
        const through = throughOrigin(xs, ys)
        expect(Math.abs(ys.reduce((sum, y, k) => sum + (y - through * xs[k]!) * xs[k]!, 0))).toBeLessThan(1e-12)
      }),
    )
  })

  it('says nothing where there is nothing', () => {
    expect(line([], []).slope).toBeNaN()
    expect(line([1, 1], [2, 3]).slope).not.toBe(0)
    expect(mean([])).toBeNaN()
    expect(median([])).toBeNaN()
  })
})

it('middles, and a spread that scaling leaves', () => {
  expect(median([5, 1, 3])).toBe(3)
  expect(median([5, 1, 3, 100])).toBe(4)
  expect(mean([1, 2, 6])).toBe(3)
  expect(rootMeanSquare([3, -4])).toBeCloseTo(Math.sqrt(12.5), 14)
  expect(variation([1, 3])).toBe(0.5)
  expect(variation([4.32, 12.96])).toBeCloseTo(0.5, 14)
})

describe('quantiles', () => {
  it('are those of NumPy', () => {
    // numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6], [0, 0.1, 0.25, 0.5, 0.9, 1])
    const values = [3, 1, 4, 1, 5, 9, 2, 6]
    const found = [0, 0.1, 0.25, 0.5, 0.9, 1].map((q) => quantile(values, q))
    for (const [k, expected] of [1, 1, 1.75, 3.5, 6.9, 9].entries()) expect(found[k]).toBeCloseTo(expected, 13)
    expect(quantile([], 0.5)).toBeNaN()
  })
})

describe('power laws', () => {
  it('are found among points that have no logarithm', () => {
    const { slope, factor } = powerLaw([...xs, 0, 5, 6], [...xs.map((x) => 3 * x ** -1.5), 1, -2, Infinity])
    expect(slope).toBeCloseTo(-1.5, 13)
    expect(factor).toBeCloseTo(3, 12)
  })
})
