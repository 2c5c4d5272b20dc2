import { expect, it } from 'vitest'
import { diskIntegral, legendre, loopPoints, loopWork, type PlaneField } from './loops'

const loop = { centre: [0.4, -0.7], radius: 1.3 } as const
const field =
  (f: (x: number, y: number) => readonly [number, number]): PlaneField =>
  (points, out) => {
    for (let at = 0; at < points.length; at += 2) out.set(f(points[at]!, points[at + 1]!), at)
  }

it('closes the loop', () => {
  const points = loopPoints(loop, 12)
  expect(points.slice(24)).toEqual(points.slice(0, 2))
})

it('does no work on a gradient, and twice the area on a turn', () => {
  const gradient = loopWork(
    field((x, y) => [Math.cos(x) * Math.exp(y), Math.sin(x) * Math.exp(y)]),
    loop,
    60,
  ) // of sin x eʸ
  expect(Math.abs(gradient.circulation)).toBeLessThan(1e-13)
  const turn = loopWork(
    field((x, y) => [-y, x]),
    loop,
    60,
  )
  expect(turn.circulation).toBeCloseTo(2 * Math.PI * loop.radius ** 2, 12)
  expect(Math.abs(turn.flux)).toBeLessThan(1e-13)
})

it('agrees with Stokes and Gauss', () => {
  const f = field((x, y) => [Math.sin(x * y) + y, Math.cos(x) * y * y])
  const { circulation, flux } = loopWork(f, loop, 80)
  const area = (g: (x: number, y: number) => number) =>
    diskIntegral(
      (points, out) => {
        for (let k = 0; k < out.length; k++) out[k] = g(points[2 * k]!, points[2 * k + 1]!)
      },
      loop,
      24,
      80,
    )
  expect(circulation).toBeCloseTo(
    area((x, y) => -Math.sin(x) * y * y - x * Math.cos(x * y) - 1),
    12,
  )
  expect(flux).toBeCloseTo(
    area((x, y) => y * Math.cos(x * y) + 2 * y * Math.cos(x)),
    12,
  )
})

it('has a rule that integrates polynomials', () => {
  for (const count of [1, 2, 5, 24]) {
    const { places, weights } = legendre(count)
    const power = 2 * count - 2
    const sum = places.reduce((total, x, k) => total + weights[k]! * x ** power, 0)
    expect(sum).toBeCloseTo(2 / (power + 1), 13)
  }
})
