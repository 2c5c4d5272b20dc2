import fc from 'fast-check'
import { expect, it } from 'vitest'
import { steadyExp, steadyLog10, steadyPower } from './steady'
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
