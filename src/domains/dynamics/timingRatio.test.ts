// Numbers refer to the list "Must hold" of the method two-ball-drop.
import { describe, expect, it } from 'vitest'
import { fillNormal, stream } from '@/numerics/random'
import { mean, median } from '@/numerics/regression'
import { dilutedSlope, fitCloud, lognormalSpread } from './timingRatio'

/** A cloud of n points that follow t1²/t2² = (h1/h2)^p with scatter. */
function cloudOf(n: number, sigma: number, p: number, scatter: number, seed = 1) {
  const draws = new Float64Array(2 * n)
  fillNormal(stream(seed, 'cloud'), draws)
  const heights = draws.subarray(0, n).map((x) => Math.exp(sigma * x))
  return { heights, times: heights.map((h, k) => h ** p * Math.exp(scatter * draws[n + k]!)) }
}

describe('fits', () => {
  it('give exponent and scatter back', () => {
    const { exponent, scatter, freeExponent, freeFactor } = fitCloud(cloudOf(20_000, 0.6, 1.7, 0.3))
    expect(exponent).toBeCloseTo(1.7, 1)
    expect(scatter).toBeCloseTo(0.3, 2)
    expect(freeExponent).toBeCloseTo(1.7, 1)
    expect(freeFactor).toBeCloseTo(1, 2)
    expect(fitCloud(cloudOf(50, 0.6, 2, 0)).exponent).toBeCloseTo(2, 12)
  })
})

describe('regression dilution', () => {
  it('8: is 1 for gravity without scatter, and the formula is what 10⁵ draws show', () => {
    expect(dilutedSlope(0.5, 1, 0)).toBeCloseTo(1, 14)
    expect(dilutedSlope(0.5, 1, 0.6)).toBeCloseTo(0.282, 3)
    const slopes = [1, 2, 3, 4, 5].map((seed) => fitCloud(cloudOf(100_000, 0.5, 1, 0.6, seed)).slope)
    for (const slope of slopes) expect(Math.abs(slope / dilutedSlope(0.5, 1, 0.6) - 1)).toBeLessThan(0.15)
    expect(Math.abs(mean(slopes) / dilutedSlope(0.5, 1, 0.6) - 1)).toBeLessThan(0.05)
  })

  it('makes a small slope of a high exponent and of scatter alike', () => {
    expect(dilutedSlope(0.6, 2, 0)).toBeCloseTo(0.19, 2)
    expect(dilutedSlope(0.6, 1, 0.8)).toBeLessThan(0.25)
    expect(dilutedSlope(0.6, 0, 0.5)).toBe(0)
  })
})

it('a lognormal spread brings mean and median back', () => {
  const sigma = lognormalSpread(2.18, 1.19)
  expect(sigma).toBeCloseTo(1.1, 2)
  const draws = new Float64Array(200_000)
  fillNormal(stream(3), draws)
  const values = draws.map((x) => 1.19 * Math.exp(sigma * x))
  expect(median(values)).toBeCloseTo(1.19, 1)
  expect(mean(values)).toBeCloseTo(2.18, 1)
  expect(lognormalSpread(5.51, 5.63)).toBe(0)
})
