import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direction, latitude, longitude, rayleigh, type SphereLoss, sphereRosenbrock } from './sphere'

const surfaces: Record<string, SphereLoss> = { rayleigh: rayleigh([0.2, 1, 3]), rosenbrock: sphereRosenbrock }

/** Away from the poles and from longitude ±180°, where Rosenbrock on the sphere is not smooth. */
const anywhere = fc
  .tuple(
    fc.double({ min: -3, max: 3, noNaN: true }),
    fc.double({ min: -1.3, max: 1.3, noNaN: true }),
    fc.double({ min: 0.3, max: 5, noNaN: true }),
  )
  .map(([east, north, length]) => direction(east, north).map((part) => part * length))
const gradientOf = (f: SphereLoss, w: ArrayLike<number>) => {
  const out = new Float64Array(3)
  f.gradient(w, out)
  return out
}
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!
const lengthOf = (a: ArrayLike<number>) => Math.sqrt(dot(a, a))

describe.each(Object.entries(surfaces))('%s', (_name, f) => {
  it('depends on the direction alone: w · ∇f = 0 and ∇f(cw) = ∇f(w)/c', () => {
    fc.assert(
      fc.property(anywhere, (w) => {
        const slope = gradientOf(f, w)
        expect(Math.abs(dot(w, slope))).toBeLessThan(1e-13 * Math.max(1, lengthOf(w) * lengthOf(slope)))
        for (const c of [0.1, 7]) {
          const there = w.map((part) => c * part)
          expect(Math.abs(f.value(there) - f.value(w))).toBeLessThan(1e-12 * Math.max(1, f.value(w)))
          const other = gradientOf(f, there)
          for (let i = 0; i < 3; i++)
            expect(Math.abs(other[i]! * c - slope[i]!)).toBeLessThan(1e-12 * Math.max(1, lengthOf(slope)))
        }
      }),
    )
  })

  it('has the gradient of its value', () => {
    const h = 1e-6
    fc.assert(
      fc.property(anywhere, (given) => {
        const w = given.map((part) => part / lengthOf(given))
        const slope = gradientOf(f, w)
        for (let i = 0; i < 3; i++) {
          const at = (by: number) => f.value(w.map((part, j) => (i === j ? part + by : part)))
          const difference = (at(h) - at(-h)) / (2 * h)
          expect(Math.abs(difference - slope[i]!)).toBeLessThan(1e-6 * Math.max(1, lengthOf(slope)) + (1e-10 * f.value(w)) / h)
        }
      }),
    )
  })

  it('is lowest where it says', () => {
    for (const place of f.minima) {
      expect(lengthOf(place)).toBeCloseTo(1, 15)
      expect(f.value(place)).toBeCloseTo(f.lowest, 15)
      expect(lengthOf(gradientOf(f, place))).toBeLessThan(1e-12)
    }
    fc.assert(fc.property(anywhere, (w) => f.value(w) >= f.lowest - 1e-15))
  })
})

it('turns longitude and latitude into directions and back', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3.14, max: 3.14, noNaN: true }),
      fc.double({ min: -1.57, max: 1.57, noNaN: true }),
      (east, north) => {
        const [x, y, z] = direction(east, north)
        expect(latitude(7 * y, 7)).toBeCloseTo(north, 7)
        if (Math.abs(north) < 1.5) expect(longitude(x, z)).toBeCloseTo(east, 12)
      },
    ),
  )
})
