import { describe, expect, it } from 'vitest'
import { border, logSlope, peak, peakSlope, signChanges, slope } from './statistics'

const range = (n: number, f: (k: number) => number) => Float64Array.from({ length: n }, (_, k) => f(k))

describe('slope', () => {
  it('is that of a line, far from the origin too', () => expect(slope([1e6, 1e6 + 1, 1e6 + 3], [5, 7, 11])).toBeCloseTo(2, 10))
  it('is the least-squares one', () => expect(slope([0, 1, 2], [0, 0, 3])).toBeCloseTo(1.5, 14))
  it('leaves out what is not finite', () =>
    expect(slope([0, 1, 2, 3], [0, Number.NaN, 4, Number.NEGATIVE_INFINITY])).toBeCloseTo(2, 14))
  it('is NaN without two points', () => expect(slope([1, 1], [0, 1])).toBeNaN())
})

describe('decays', () => {
  it('logSlope finds the factor of a geometric sequence of either sign', () =>
    expect(
      Math.exp(
        logSlope(
          range(50, (k) => 3 * (-0.9) ** k),
          10,
        ),
      ),
    ).toBeCloseTo(0.9, 12))
  it('peakSlope finds the envelope of a swing, where the plain slope does not', () => {
    const swing = range(400, (k) => 0.97 ** k * Math.cos(0.4 * k + 0.3))
    expect(Math.abs(Math.exp(peakSlope(swing)) - 0.97)).toBeLessThan(1e-4)
    const fast = range(400, (k) => 0.28 ** k * Math.abs(Math.cos(1.7 * k + 0.3))) // never rises, but oscillates
    expect(Math.abs(Math.exp(peakSlope(fast)) - 0.28)).toBeLessThan(1e-4)
    expect(peakSlope(range(2, (k) => 0.5 ** k))).toBeNaN()
  })
  it('peak looks at a half-open range and skips NaN', () => {
    expect(peak([1, -5, Number.NaN, 2, 9], 1, 4)).toBe(5)
    expect(peak([], 0)).toBe(0)
  })
})

it('signChanges counts crossings, through zero once', () => {
  expect(signChanges([1, 2, -1, -2, 3])).toBe(2)
  expect(signChanges([1, 0, -1, 0, 0, -2])).toBe(1)
})

it('border finds where a condition ends', () => expect(border(0, 2, (x) => x * x < 2)).toBeCloseTo(Math.SQRT2, 11))
