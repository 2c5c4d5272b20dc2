import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stream } from './random'
import { steadyExp, steadyLog10, steadyPower } from './steady'
import { fillSteadyNormal } from './steadyNormal'
import { steadyCos, steadySin } from './steadyTurn'

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('exp is exp', () => {
  fc.assert(
    fc.property(real(-600, 600), (x) => {
      expect(Math.abs(steadyExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15 * (1 + Math.abs(x) / 20))
    }),
    { numRuns: 2000 },
  )
  expect(steadyExp(0)).toBe(1)
})

it('log₁₀ is log₁₀', () => {
  fc.assert(
    fc.property(real(-300, 300), (y) => {
      const x = 10 ** y
      expect(Math.abs(steadyLog10(x) - Math.log10(x))).toBeLessThan(1e-15 * Math.max(1e-3, Math.abs(y)))
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(real(-1e-3, 1e-3), (h) => {
      expect(Math.abs(steadyLog10(1 + h) - Math.log10(1 + h))).toBeLessThan(1e-15 * Math.abs(h) + 1e-30)
    }),
  )
})

it('sine and cosine are sine and cosine', () => {
  fc.assert(
    fc.property(fc.oneof(real(-10, 10), real(-1e4, 1e4)), (x) => {
      expect(Math.abs(steadySin(x) - Math.sin(x))).toBeLessThan(1e-15)
      expect(Math.abs(steadyCos(x) - Math.cos(x))).toBeLessThan(1e-15)
    }),
    { numRuns: 2000 },
  )
  expect([steadySin(0), steadyCos(0)]).toEqual([0, 1])
})

it('log₁₀ has the limits of log₁₀', () => {
  expect(steadyLog10(0)).toBe(Number.NEGATIVE_INFINITY)
  expect(steadyLog10(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
  expect(steadyLog10(-1)).toBeNaN()
  expect(steadyLog10(Number.NaN)).toBeNaN()
  expect(steadyLog10(1)).toBe(0)
})

it('a power is a power', () => {
  fc.assert(
    fc.property(real(-300, 300), real(-2, 2), (log, y) => {
      const x = Math.exp(log)
      expect(Math.abs(steadyPower(x, y) / x ** y - 1)).toBeLessThan(1e-15 * (2 + Math.abs(y * log)))
    }),
    { numRuns: 2000 },
  )
  expect(steadyPower(0, 1 / 7)).toBe(0)
  expect(steadyPower(0, -1 / 5)).toBe(Number.POSITIVE_INFINITY)
  expect(steadyPower(Number.POSITIVE_INFINITY, 1 / 7)).toBe(Number.POSITIVE_INFINITY)
  expect(steadyPower(Number.NaN, 1 / 7)).toBeNaN()
})

it('normal numbers in pairs have mean 0, variance 1 and do not depend on their partner', () => {
  const values = new Float64Array(40_001)
  fillSteadyNormal(stream(3, 'pairs'), values)
  let [sum, square, beside] = [0, 0, 0]
  for (const [k, v] of values.entries()) {
    sum += v
    square += v * v
    if (k % 2 === 1) beside += v * values[k - 1]!
  }
  expect(Math.abs(sum / values.length)).toBeLessThan(4 / 200)
  expect(Math.abs(square / values.length - 1)).toBeLessThan((4 * Math.SQRT2) / 200)
  expect(Math.abs(beside / 20_000)).toBeLessThan(4 / 141)
})
