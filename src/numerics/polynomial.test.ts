import { expect, it } from 'vitest'
import { deflate, evaluate, largestModulus, roots } from './polynomial'
import { fillNormal, stream } from './random'

/** Coefficients of Π (ζ - root), [degree + 1, 2]. */
function fromRoots(at: readonly (readonly [number, number])[]): Float64Array {
  let p = [1, 0]
  for (const [re, im] of at) {
    const next = [0, 0, ...p]
    for (let k = 0; k < p.length; k += 2) {
      next[k]! -= p[k]! * re - p[k + 1]! * im
      next[k + 1]! -= p[k]! * im + p[k + 1]! * re
    }
    p = next
  }
  return Float64Array.from(p)
}

/** Largest distance from a wanted root to the nearest one found. */
function miss(found: Float64Array, wanted: readonly (readonly [number, number])[]): number {
  const near = ([re, im]: readonly [number, number]) =>
    Math.min(...wanted.map((_, k) => Math.hypot(found[2 * k]! - re, found[2 * k + 1]! - im)))
  return Math.max(...wanted.map(near))
}

it('finds random simple roots of degree 1 to 5', () => {
  const random = stream(1, 'roots')
  const numbers = new Float64Array(10)
  const out = new Float64Array(10)
  for (let trial = 0; trial < 500; trial++) {
    const degree = 1 + (trial % 5)
    fillNormal(random, numbers)
    const wanted = Array.from({ length: degree }, (_, k) => [numbers[2 * k]!, numbers[2 * k + 1]!] as const)
    const p = fromRoots(wanted)
    roots(p, degree, out)
    const gap = Math.min(...wanted.flatMap((a, i) => wanted.slice(0, i).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1]))), 1)
    expect(miss(out, wanted)).toBeLessThan(1e-12 / gap ** 2) // a near pair is worse conditioned
  }
})

it('finds roots of unity, double roots and roots at 0', () => {
  const out = new Float64Array(10)
  roots(Float64Array.of(-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0), 5, out)
  for (let k = 0; k < 5; k++) expect(Math.hypot(out[2 * k]!, out[2 * k + 1]!)).toBeCloseTo(1, 14)
  const double = [
    [0.5, 0.5],
    [0.5, 0.5],
    [-0.9, 0.1],
  ] as const
  roots(fromRoots(double), 3, out)
  expect(miss(out, double)).toBeLessThan(3e-8) // √ε
  const atZero = [
    [0, 0],
    [0, 0],
    [0.2, 0],
    [1, 0],
  ] as const
  roots(fromRoots(atZero), 4, out)
  expect(miss(out, atZero)).toBeLessThan(1e-15)
  expect(largestModulus(out, 4)).toBeCloseTo(1, 14)
})

it('evaluates value and derivative, and deflates', () => {
  const wanted = [
    [0.3, -1],
    [2, 0.5],
    [-0.7, 0.2],
  ] as const
  const p = fromRoots(wanted)
  const out = new Float64Array(4)
  evaluate(p, 3, 2, 0.5, out)
  expect(Math.hypot(out[0]!, out[1]!)).toBeLessThan(2e-15)
  const quotient = new Float64Array(6)
  deflate(p, 3, 2, 0.5, quotient)
  fromRoots([wanted[0], wanted[2]]).forEach((value, k) => {
    expect(quotient[k]).toBeCloseTo(value, 14)
  })
  // p'(root) = Π of the distances to the others
  evaluate(quotient, 2, 2, 0.5, out)
  const [re, im] = [out[0]!, out[1]!]
  evaluate(p, 3, 2, 0.5, out)
  expect(out[2]).toBeCloseTo(re, 13)
  expect(out[3]).toBeCloseTo(im, 13)
})
