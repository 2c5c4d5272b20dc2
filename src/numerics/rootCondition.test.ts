import { expect, it } from 'vitest'
import { largestModulus, roots } from './polynomial'
import { fillNormal, stream, uniform } from './random'
import { rootCondition } from './rootCondition'

const polynomial = (...coefficients: (readonly [number, number])[]) => Float64Array.from(coefficients.flat())

it('agrees with computed roots on random polynomials of degree 1 to 8', () => {
  const random = stream(2, 'polynomials')
  const found = new Float64Array(16)
  let stable = 0
  for (let trial = 0; trial < 4000; trial++) {
    const degree = 1 + (trial % 8)
    const p = new Float64Array(2 * degree + 2)
    fillNormal(random, p)
    const size = 0.9 * uniform(random) // shrinks the lower coefficients, so that about half are stable
    for (let i = 0; i < 2 * degree; i++) p[i]! *= size
    p[2 * degree] = 1
    p[2 * degree + 1] = 0
    roots(p, degree, found)
    const largest = largestModulus(found, degree)
    if (Math.abs(largest - 1) < 1e-6) continue
    expect(rootCondition(p, degree)).toBe(largest < 1)
    if (largest < 1) stable++
  }
  expect(stable).toBeGreaterThan(1000)
  expect(stable).toBeLessThan(3000)
})

it('admits simple roots on the circle and refuses double ones', () => {
  const u = [Math.cos(1), Math.sin(1)] as const
  expect(rootCondition(polynomial([-1, 0], [1, 0]), 1)).toBe(true) // ζ - 1
  expect(rootCondition(polynomial([-u[0], -u[1]], [1, 0]), 1)).toBe(true)
  expect(rootCondition(polynomial([-1, 0], [0, 0], [1, 0]), 2)).toBe(true) // ζ² - 1
  expect(rootCondition(polynomial([1, 0], [-2, 0], [1, 0]), 2)).toBe(false) // (ζ - 1)²
  expect(rootCondition(polynomial([-1, 0], [0, 0], [0, 0], [0, 0], [0, 0], [1, 0]), 5)).toBe(true) // ζ⁵ - 1
  const square = polynomial([Math.cos(2), Math.sin(2)], [-2 * u[0], -2 * u[1]], [1, 0]) // (ζ - u)²
  expect(rootCondition(square, 2)).toBe(false)
  expect(rootCondition(polynomial([0, 0], [0, 0], [-1, 0], [1, 0]), 3)).toBe(true) // ζ²(ζ - 1)
  expect(rootCondition(polynomial([-0.5, 0], [1.5, 0], [-2, 0], [1, 0]), 3)).toBe(true) // (ζ - 1)(ζ² - ζ + ½)
})

it('tells 1e-8 on either side of the circle apart', () => {
  for (const size of [1 - 1e-8, 1 + 1e-8]) {
    // (ζ - size·i)(ζ - 0.3)(ζ + 0.9)
    const p = polynomial([0, 0.27 * size], [-0.27, -0.6 * size], [0.6, -size], [1, 0])
    expect(rootCondition(p, 3)).toBe(size < 1)
  }
})
