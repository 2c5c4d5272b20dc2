import { expect, it } from 'vitest'
import { normalCdf, normalDensity, normalTail } from './normal'

it('knows the values of tables', () => {
  // mpmath: ncdf(0.5), ncdf(1), ncdf(1.959963984540054), ncdf(-3), ncdf(6)
  const known = [
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1, 0.841344746068543],
    [1.959963984540054, 0.975],
    [-3, 0.00134989803163009],
    [6, 0.999999999013412],
  ] as const
  for (const [x, value] of known) expect(Math.abs(normalCdf(x) - value)).toBeLessThan(3e-15)
})

it('is antisymmetric around ½, ends at 0 and 1, and its slope is the density', () => {
  for (const x of [0.1, 1.3, 4, 8, 9, 40]) expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15)
  expect([normalCdf(40), normalCdf(-40), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([1, 0, 1])
  expect(normalCdf(Number.NaN)).toBeNaN()
  const h = 1e-5
  for (const x of [-2, 0, 0.7]) expect((normalCdf(x + h) - normalCdf(x - h)) / (2 * h)).toBeCloseTo(normalDensity(x), 9)
})

it('has tails to a small relative error', () => {
  // mpmath: ncdf(-x)
  const known = [
    [-1, 0.8413447460685429],
    [2.9, 0.0018658133003840384],
    [3.1, 0.0009676032132183566],
    [8, 6.220960574271784e-16],
    [30, 4.906713927148187e-198],
  ] as const
  for (const [x, value] of known) expect(Math.abs(normalTail(x) / value - 1)).toBeLessThan(3e-13)
})
