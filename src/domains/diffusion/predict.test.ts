import { expect, it } from 'vitest'
import { expOfNegative } from './predict'

it('is e^x to 2e-15 down to -700', () => {
  let worst = 0
  for (let i = 0; i <= 200_000; i++) {
    const x = -700 * (i / 200_000) ** 2
    worst = Math.max(worst, Math.abs(expOfNegative(x) / Math.exp(x) - 1))
  }
  expect(worst).toBeLessThan(2e-15)
})

it('has its limits', () => {
  expect(expOfNegative(0)).toBe(1)
  expect(expOfNegative(-1e-300)).toBe(1)
  expect(expOfNegative(-1e9)).toBe(expOfNegative(-700))
  expect(expOfNegative(-Infinity)).toBeLessThan(1e-303)
  expect(expOfNegative(Number.NaN)).toBeNaN()
})
