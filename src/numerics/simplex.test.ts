import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CORNERS, fromTriangle, levelLine, nearestShares, toTriangle } from './simplex'

const anyPlace = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }))
const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)

it('has sides of length 1, and gives back the shares of a place', () => {
  for (const k of [0, 1, 2]) expect(distance(CORNERS[k]!, CORNERS[(k + 1) % 3]!)).toBeCloseTo(1, 12)
  fc.assert(
    fc.property(anyPlace, (at) => {
      const [x, y] = toTriangle(fromTriangle(at))
      expect(x).toBeCloseTo(at[0], 10)
      expect(y).toBeCloseTo(at[1], 10)
    }),
  )
  expect(fromTriangle([0.5, 0]).map((v) => Math.round(v * 1e9) / 1e9)).toEqual([0.5, 0.5, 0])
})

it('finds the nearest shares: no other place of the triangle is nearer', () => {
  fc.assert(
    fc.property(
      anyPlace,
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      (at, [u, v]) => {
        const found = nearestShares(at, 0.001)
        expect(found.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 12)
        for (const share of found) expect(share).toBeGreaterThanOrEqual(0.001 - 1e-12)
        const [a, b] = u + v > 1 ? [1 - u, 1 - v] : [u, v]
        const other = [a, b, 1 - a - b].map((share) => 0.001 + 0.997 * share)
        expect(distance(toTriangle(found), at)).toBeLessThanOrEqual(distance(toTriangle(other), at) + 1e-9)
      },
    ),
  )
})

it('draws the line on which a mean has its value', () => {
  const weights = [1, 0.8, 0.2] as const
  for (const value of [0.3, 0.8, 0.9]) {
    const ends = levelLine(weights, value)
    expect(ends).not.toBeNull()
    for (const end of ends!) {
      const shares = fromTriangle(end)
      expect(shares.reduce((all, share, k) => all + share * weights[k]!, 0)).toBeCloseTo(value, 12)
      for (const share of shares) expect(share).toBeGreaterThanOrEqual(-1e-12)
    }
  }
  expect(levelLine(weights, 1.1)).toBeNull()
  expect(levelLine([1, 1, 1], 1)).toBeNull()
})
