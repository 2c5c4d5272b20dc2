import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { fillNormal, stream } from './random'
import {
  addOuter,
  diagonalize,
  invertPositive,
  norm,
  offIdentity,
  orthonormalize,
  setIdentity,
  spectrumEnds,
  times,
  timesVector,
} from './smallMatrix'

const random = (size: number, seed: number) => {
  const out = new Float64Array(size)
  fillNormal(stream(seed), out)
  return out
}
/** Positive definite: B Bᵀ + I. */
const positive = (size: number, seed = 3) => {
  const b = Matrix.from1DArray(size, size, random(size * size, seed))
  return Float64Array.from(b.mmul(b.transpose()).add(Matrix.eye(size)).to1DArray())
}

describe('small matrices', () => {
  it('products and inverses are those of another library', () => {
    const [a, b] = [random(12, 1), random(20, 2)]
    const out = new Float64Array(15)
    expect(times(a, b, 3, 4, 5, out)).toBe(60)
    const expected = Matrix.from1DArray(3, 4, a)
      .mmul(Matrix.from1DArray(4, 5, b))
      .to1DArray()
    for (const [k, value] of expected.entries()) expect(out[k]).toBeCloseTo(value, 13)
    const image = new Float64Array(3)
    expect(timesVector(a, b.subarray(0, 4), 3, 4, image)).toBe(12)
    const column = Matrix.from1DArray(3, 4, a)
      .mmul(Matrix.columnVector(b.subarray(0, 4)))
      .to1DArray()
    for (const [k, value] of column.entries()) expect(image[k]).toBeCloseTo(value, 13)
    const p = positive(6)
    const inverted = p.slice()
    invertPositive(inverted, 6)
    const known = inverse(Matrix.from1DArray(6, 6, p)).to1DArray()
    for (const [k, value] of known.entries()) expect(inverted[k]).toBeCloseTo(value, 12)
    expect(offIdentity(p, inverted, 6)).toBeLessThan(1e-12)
    expect(offIdentity(p, p, 6)).toBeGreaterThan(1)
  })

  it('an inversion counts size³ multiply-adds, an outer product size² + size', () => {
    for (const size of [4, 16]) {
      expect(invertPositive(positive(size), size)).toBe(size ** 3)
      expect(addOuter(positive(size), random(size, 5), size, 0.5, 2)).toBe(size ** 2 + size)
    }
  })

  it('an added outer product keeps the matrix symmetric to the bit', () => {
    const p = positive(5)
    const u = random(5, 9)
    const before = p.slice()
    addOuter(p, u, 5, 0.5, 2)
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 5; j++) {
        expect(p[5 * i + j]).toBe(p[5 * j + i])
        expect(p[5 * i + j]).toBeCloseTo(0.5 * before[5 * i + j]! + 2 * u[i]! * u[j]!, 13)
      }
  })

  it('eigenvalues are those of another library, also of a diagonal matrix', () => {
    const p = positive(6)
    const known = new EigenvalueDecomposition(Matrix.from1DArray(6, 6, p)).realEigenvalues.sort((a, b) => a - b)
    const [low, high] = spectrumEnds(p.slice(), 6)
    expect(low).toBeCloseTo(known[0]!, 11)
    expect(high).toBeCloseTo(known[5]!, 11)
    diagonalize(p, 6)
    const found = known.map((_, i) => p[7 * i]!).sort((a, b) => a - b)
    for (const [k, value] of known.entries()) expect(found[k]).toBeCloseTo(value, 11)
    const unit = new Float64Array(9)
    setIdentity(unit, 3)
    expect(spectrumEnds(unit, 3)).toEqual([1, 1])
  })

  it('rows become orthonormal', () => {
    const a = random(36, 4)
    orthonormalize(a, 6)
    const turned = Float64Array.from(Matrix.from1DArray(6, 6, a).transpose().to1DArray())
    expect(offIdentity(a, turned, 6)).toBeLessThan(1e-14)
    expect(norm([3, 4])).toBe(5)
  })
})
