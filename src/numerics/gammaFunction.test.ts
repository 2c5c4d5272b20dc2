import { describe, expect, it } from 'vitest'
import { logGamma, trigamma } from './gammaFunction'

describe('logGamma', () => {
  it('is ln (n - 1)! at whole n, and ln √π at ½', () => {
    let sum = 0
    for (let n = 1; n < 300; n++) {
      expect(Math.abs(logGamma(n) - sum)).toBeLessThan(1e-14 * Math.max(1, sum))
      sum += Math.log(n)
    }
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14)
  })

  it('obeys Γ(x)Γ(1 - x) = π / sin πx, and doubles as Legendre says', () => {
    for (const x of [0.01, 0.2, 0.37, 0.5, 0.9]) {
      expect(logGamma(x) + logGamma(1 - x)).toBeCloseTo(Math.log(Math.PI / Math.sin(Math.PI * x)), 13)
      const [half, double] = [logGamma(x) + logGamma(x + 0.5), logGamma(2 * x)]
      expect(half - double).toBeCloseTo((1 - 2 * x) * Math.LN2 + 0.5 * Math.log(Math.PI), 13)
    }
  })
})

describe('trigamma', () => {
  it('is π²/6 at 1 and π²/2 at ½, falls by 1/x² with each step, and is the slope of the slope of ln Γ', () => {
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 14)
    expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 13)
    for (const x of [0.3, 4, 11.7, 12.3, 800]) {
      expect(trigamma(x) - trigamma(x + 1)).toBeCloseTo(1 / x ** 2, 13)
      const h = 1e-3 * Math.sqrt(x)
      const second = (logGamma(x + h) - 2 * logGamma(x) + logGamma(x - h)) / h ** 2
      expect(Math.abs(second / trigamma(x) - 1)).toBeLessThan(2e-5)
    }
    expect(trigamma(Number.POSITIVE_INFINITY)).toBe(0)
  })
})
