import { expect, it } from 'vitest'
import { warmupCosine } from './schedule'

it('rises in a straight line to 1, and falls to 0 along half a cosine', () => {
  const shares = Array.from({ length: 200 }, (_, k) => warmupCosine(k, 50, 200))
  expect(shares[0]).toBe(0.02)
  expect(shares[49]).toBe(1)
  expect(shares[50]).toBe(1)
  expect(shares[125]).toBeCloseTo(0.5, 15)
  expect(shares[199]).toBeCloseTo((1 - Math.cos(Math.PI / 150)) / 2, 14)
  for (let k = 51; k < 200; k++) expect(shares[k]).toBeLessThan(shares[k - 1]!)
})

it('has a rate for trainings that are no longer than their warm-up', () => {
  expect([0, 1, 2].map((k) => warmupCosine(k, 2, 2))).toEqual([0.5, 1, 1])
})
