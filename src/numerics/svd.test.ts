import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { fillNormal, stream } from './random'
import { svd, svdWorkspace } from './svd'

const draws = stream(11)
function matrix(rows: number, columns: number): Float64Array {
  const a = new Float64Array(rows * columns)
  fillNormal(draws, a)
  return a
}
function decompose(a: Float64Array, rows: number, columns: number) {
  const out = svdWorkspace(rows, columns)
  svd(a, out)
  return out
}
/** Largest |Σ valuesₖ leftₖ rightₖᵀ - a|. */
function off(a: Float64Array, rows: number, columns: number): number {
  const { left, values, right } = decompose(a, rows, columns)
  let most = 0
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      let sum = -a[i * columns + j]!
      for (let k = 0; k < columns; k++) sum += values[k]! * left[k * rows + i]! * right[k * columns + j]!
      most = Math.max(most, Math.abs(sum))
    }
  return most
}
const gram = (rows: Float64Array, length: number, p: number, q: number) =>
  Array.from({ length }, (_, i) => rows[p * length + i]! * rows[q * length + i]!).reduce((sum, x) => sum + x, 0)

describe('singular values', () => {
  it.each([
    [12, 12],
    [4, 3],
    [3, 5],
    [7, 1],
    [1, 1],
  ])('of a %d × %d matrix: those of ml-matrix, with vectors that make the matrix again', (rows, columns) => {
    const a = matrix(rows, columns)
    expect(off(a, rows, columns)).toBeLessThan(1e-14 * 4 * Math.max(rows, columns))
    const { values, left, right } = decompose(a, rows, columns)
    const oracle = new SingularValueDecomposition(Matrix.from1DArray(rows, columns, a), { autoTranspose: true }).diagonal
    for (const [k, value] of oracle.entries()) expect(values[k]).toBeCloseTo(value, 12)
    const count = Math.min(rows, columns)
    for (let p = 0; p < count; p++)
      for (let q = 0; q < count; q++) {
        expect(gram(left, rows, p, q)).toBeCloseTo(p === q ? 1 : 0, 13)
        expect(gram(right, columns, p, q)).toBeCloseTo(p === q ? 1 : 0, 13)
      }
  })

  it('of a matrix of rank 2: the others are rounding', () => {
    const [b, c] = [matrix(12, 2), matrix(2, 12)]
    const a = new Float64Array(144)
    for (let i = 0; i < 12; i++) for (let j = 0; j < 12; j++) a[i * 12 + j] = b[i * 2]! * c[j]! + b[i * 2 + 1]! * c[12 + j]!
    expect(off(a, 12, 12)).toBeLessThan(1e-13)
    const { values } = decompose(a, 12, 12)
    expect(values[1]).toBeGreaterThan(0.1)
    for (let k = 2; k < 12; k++) expect(values[k]).toBeLessThan(1e-14)
  })

  it('small ones keep their digits beside large ones', () => {
    const a = Float64Array.of(1e8, 0, 1e8, 1e-6)
    expect(decompose(a, 2, 2).values[1]! * decompose(a, 2, 2).values[0]!).toBeCloseTo(1e2, 10) // their product is the determinant
  })

  it('of nothing are 0, and of what is not a number are none, in finite time', () => {
    expect([...decompose(new Float64Array(12), 4, 3).values]).toEqual([0, 0, 0])
    expect(decompose(new Float64Array(4).fill(Number.NaN), 2, 2).values[0]).toBeNaN()
  })
})
