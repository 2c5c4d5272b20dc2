import { expect, it } from 'vitest'
import { normalCdf } from './normal'
import { intervalShare, steadyDensity, tailBeyond } from './normalInterval'

const share = (a: number, b: number) => intervalShare(a, b, tailBeyond(a, steadyDensity(a)), tailBeyond(b, steadyDensity(b)))

it('is the difference of Φ, and all intervals together are certain', () => {
  for (const [a, b] of [
    [-0.4, 0.3],
    [0.2, 1.4],
    [-2.9, -2.1],
    [-3.2, 4],
  ] as const)
    expect(share(a, b)).toBeCloseTo(normalCdf(b) - normalCdf(a), 14)
  let sum = 0
  for (let l = -20; l <= 20; l++) sum += share((l - 0.5 - 0.3) / 1.7, (l + 0.5 - 0.3) / 1.7)
  expect(sum).toBeCloseTo(1, 13)
})

it('keeps its relative precision far out', () => {
  // Q(10), Q(20) and Q(30): Abramowitz and Stegun, table 26.2
  const known = [7.619853024160527e-24, 2.753624118606234e-89, 4.906713927148187e-198]
  for (const [k, q] of known.entries()) {
    const x = 10 * (k + 1)
    expect(tailBeyond(x, steadyDensity(x)) / q).toBeCloseTo(1, 12)
    expect(share(x, x + 1)).toBe(share(-x - 1, -x))
  }
})

it('does not jump where series and fraction meet', () => {
  const [below, above] = [3 - 1e-9, 3 + 1e-9].map((x) => tailBeyond(x, steadyDensity(x)))
  expect((below! - above!) / (2e-9 * steadyDensity(3))).toBeCloseTo(1, 3) // rounding: 1e-16 of 1e-11
})
