import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discriminant, largestModulus, quadraticRoots } from './quadratic'

const coefficient = fc.double({ min: -4, max: 4, noNaN: true })

describe('quadraticRoots', () => {
  it('has the given sum and product', () => {
    fc.assert(
      fc.property(coefficient, coefficient, (sum, product) => {
        const [[a, b], [c, d]] = quadraticRoots(sum, product)
        expect(Math.abs(a + c - sum)).toBeLessThan(1e-12)
        expect(Math.abs(b + d)).toBe(0)
        expect(Math.abs(a * c - b * d - product)).toBeLessThan(1e-12)
      }),
    )
  })

  it('keeps the small root of a stiff pair: 1e8 and 1e-8', () => {
    const [[large], [small]] = quadraticRoots(1e8 + 1e-8, 1)
    expect(large).toBeCloseTo(1e8, 6)
    expect(Math.abs(small / 1e-8 - 1)).toBeLessThan(1e-15)
  })

  it('sees a double root through rounding', () => {
    const sum = 1 + 0.64 - 0.04 // 1.6 only up to rounding: the plain discriminant is 4e-16, its root 2e-8
    expect(discriminant(sum, 0.64)).toBe(0)
    expect(quadraticRoots(sum, 0.64)).toEqual([
      [0.8, 0],
      [0.8, 0],
    ])
    expect(quadraticRoots(0, 0)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })
})

describe('largestModulus', () => {
  it('is the modulus of the larger root', () => {
    fc.assert(
      fc.property(coefficient, coefficient, (sum, product) => {
        const moduli = quadraticRoots(sum, product).map(([re, im]) => Math.hypot(re, im))
        expect(Math.abs(largestModulus(sum, product) - Math.max(...moduli))).toBeLessThan(1e-12)
      }),
    )
  })
})
