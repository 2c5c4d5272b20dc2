// Numbers refer to the list "Must hold" of the method; 2 and 6 are in tests/golden, 8 and 9 in the demo.
import { describe, expect, it } from 'vitest'
import { fillNormal, stream } from '@/numerics/random'
import { invertPositive, norm, offIdentity, spectrumEnds } from '@/numerics/smallMatrix'
import {
  asPrinted,
  asReleased,
  averageCovariance,
  dampedInverse,
  type InverseUpdate,
  identity,
  inversionCost,
  precondition,
  rankOneCost,
  shermanMorrison,
  stabilize,
} from './kronecker'

const GAMMA = 0.95
const SIZE = 5
const s = stream(7)
const vector = (size = SIZE, scale = 1) => {
  const v = new Float64Array(size)
  fillNormal(s, v)
  return v.map((x) => scale * x)
}
const u = new Float64Array(SIZE)
const matrix = (entries: readonly number[]) => Float64Array.from(entries)

describe('an inverse that takes in vectors', () => {
  it('1: the exact formula keeps the inverse of the moving average', () => {
    const [inverse, average] = [identity(SIZE), identity(SIZE)]
    for (let k = 0; k < 50; k++) {
      const v = vector()
      shermanMorrison(inverse, v, SIZE, GAMMA, u)
      for (let i = 0; i < SIZE; i++)
        for (let j = 0; j < SIZE; j++) average[i * SIZE + j] = GAMMA * average[i * SIZE + j]! + (1 - GAMMA) * v[i]! * v[j]!
    }
    expect(offIdentity(average, inverse, SIZE)).toBeLessThan(1e-12)
    invertPositive(average, SIZE)
    for (const [k, entry] of average.entries()) expect(inverse[k]).toBeCloseTo(entry, 12)
  })

  it('3: exact formula and released code stay symmetric and positive for 10⁴ vectors', () => {
    for (const update of [shermanMorrison, asReleased]) {
      const inverse = identity(SIZE)
      for (let k = 0; k < 1e4; k++) {
        update(inverse, vector(SIZE, k % 3 === 0 ? 0.01 : 1), SIZE, GAMMA, u)
        if (k % 100 === 0) expect(spectrumEnds(inverse.slice(), SIZE)[0]).toBeGreaterThan(0)
      }
      for (let i = 0; i < SIZE; i++) for (let j = 0; j < SIZE; j++) expect(inverse[i * SIZE + j]).toBe(inverse[j * SIZE + i])
    }
  })

  it('4: a vector 0 leaves the decay alone', () => {
    const start = matrix([2, 0.5, 0.5, 1])
    const changedBy = (update: InverseUpdate) => {
      const inverse = start.slice()
      update(inverse, [0, 0], 2, GAMMA, u)
      return inverse
    }
    for (const k of [0, 1, 2, 3]) {
      expect(changedBy(shermanMorrison)[k]).toBeCloseTo(start[k]! / GAMMA, 14)
      expect(changedBy(asPrinted)[k]).toBeCloseTo(start[k]! * GAMMA, 14)
      expect(changedBy(asReleased)[k]).toBeCloseTo(0.95 * start[k]! + (k % 3 === 0 ? 0.05 : 0), 14)
    }
  })

  it('7: of one number, n equal vectors v make 1/(γⁿ + (1 - γⁿ) v²)', () => {
    for (const v of [0.3, 1, 4]) {
      const inverse = identity(1)
      for (let n = 1; n <= 40; n++) {
        shermanMorrison(inverse, [v], 1, GAMMA, u)
        expect(inverse[0]! * (GAMMA ** n + (1 - GAMMA ** n) * v * v)).toBeCloseTo(1, 12)
      }
    }
  })

  it('the printed formula overflows under vectors of the golden size, and withers under small ones', () => {
    const top = (scale: number) => {
      const inverse = identity(3)
      for (let k = 0; k < 400; k++) asPrinted(inverse, vector(3, scale), 3, GAMMA, u)
      return Math.max(...inverse)
    }
    expect(top(2)).toBeGreaterThan(1e50)
    expect(top(0.3)).toBeLessThan(1e-6)
  })

  it('the stabiliser mixes in the identity where an entry is too large, and not at ζ = 1', () => {
    const inverse = matrix([60, 1, 1, 2])
    expect(stabilize(inverse, 2, 50, 1)).toBe(false)
    expect(stabilize(inverse, 2, 100, 0.9)).toBe(false)
    expect(stabilize(inverse, 2, 50, 0.9)).toBe(true)
    expect([...inverse].map((x) => Math.round(1e9 * x) / 1e9)).toEqual([54.1, 0.9, 0.9, 1.9])
  })
})

describe('a preconditioned gradient', () => {
  const [m, n] = [2, 3]
  const [between, out] = [new Float64Array(m * n), new Float64Array(m * n)]
  it('5: has the length of the gradient, and is the gradient for multiples of the identity', () => {
    const gradient = vector(m * n)
    const left = matrix([2, 0.3, 0.3, 1])
    const right = identity(n)
    shermanMorrison(right, vector(n), n, GAMMA, u)
    precondition(left, gradient, right, m, n, between, out)
    expect(norm(out) / norm(gradient)).toBeCloseTo(1, 13)
    precondition(
      identity(m).map((x) => 3 * x),
      gradient,
      identity(n).map((x) => 7 * x),
      m,
      n,
      between,
      out,
    )
    for (const [k, value] of gradient.entries()) expect(out[k]).toBeCloseTo(value, 13)
    precondition(left, new Float64Array(m * n), right, m, n, between, out)
    expect([...out]).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('K-FAC inverts its average, damped', () => {
    const [average, inverse] = [identity(2), new Float64Array(4)]
    averageCovariance(average, matrix([1, 3, 2, -2]), 2, 2, 0.5) // two samples: (1, 2) and (3, -2)
    expect([...average]).toEqual([3, -1, -1, 2.5])
    dampedInverse(average, 2, 1, inverse)
    expect(offIdentity(matrix([4, -1, -1, 3.5]), inverse, 2)).toBeLessThan(1e-15)
  })

  it('9: twice the width costs 4 times for a vector, 8 times for an inversion', () => {
    for (const size of [32, 64, 128]) {
      expect(Math.abs(rankOneCost(2 * size) / rankOneCost(size) / 4 - 1)).toBeLessThan(0.05)
      expect(Math.abs(inversionCost(2 * size) / inversionCost(size) / 8 - 1)).toBeLessThan(0.1)
      expect(rankOneCost(size)).toBe(2 * size * size + 2 * size)
      expect(inversionCost(size)).toBe(size ** 3)
    }
  })
})
