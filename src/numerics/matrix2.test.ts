import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eigen2, symmetric2 } from './matrix2'

const real = fc.double({ min: -100, max: 100, noNaN: true })

it('turns the low and the high eigenvector into multiples of themselves', () => {
  fc.assert(
    fc.property(real, real, real, (a, b, c) => {
      const { values, angle } = eigen2(a, b, c)
      const directions = [angle, angle + Math.PI / 2]
      for (const [index, value] of values.entries()) {
        const x = Math.cos(directions[index]!)
        const y = Math.sin(directions[index]!)
        expect(Math.hypot(a * x + b * y - value * x, b * x + c * y - value * y)).toBeLessThan(1e-12 * 300)
      }
    }),
  )
})

it('recovers eigenvalues and angle of a matrix made from them', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 179, noNaN: true }), fc.double({ min: 2, max: 1000, noNaN: true }), (degrees, high) => {
      const { values, angle } = eigen2(...symmetric2(1, high, (degrees * Math.PI) / 180))
      expect(Math.abs(values[0] - 1)).toBeLessThan(1e-12 * high)
      expect(Math.abs(values[1] / high - 1)).toBeLessThan(1e-13)
      expect(Math.abs(Math.sin(angle - (degrees * Math.PI) / 180))).toBeLessThan(1e-12)
    }),
  )
})

it('gives the identity the angle 0', () => expect(eigen2(3, 0, 3)).toEqual({ values: [3, 3], angle: 0 }))
