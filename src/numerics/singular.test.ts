import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { fillNormal, stream } from './random'
import { singularValues, startVector, topSingular } from './singular'

const normals = (size: number, seed: number): Float64Array => {
  const out = new Float64Array(size * size)
  fillNormal(stream(seed, 'singular'), out)
  return out
}
const top = (w: Float64Array, size: number, rounds = 1000) =>
  topSingular(w, size, size, startVector(size), new Float64Array(size), rounds, 1e-15)

describe('singular values', () => {
  it.each([1, 2, 3, 8, 40])('of %i² normal numbers, as by an independent program', (size) => {
    const w = normals(size, size)
    const expected = new SingularValueDecomposition(Matrix.from1DArray(size, size, w)).diagonal
    const found = singularValues(w, size, size)
    for (const [k, value] of expected.entries()) expect(Math.abs(found[k]! - value)).toBeLessThan(1e-12 * expected[0]! + 1e-15)
    expect(top(w, size)).toBeCloseTo(expected[0]!, 6)
  })

  it('of diagonals, products of two vectors, and nothing', () => {
    expect([...singularValues([0, 0, 0, -3, 0, 0, 0, 2, 0], 3, 3)]).toEqual([3, 2, 0])
    const outer = Float64Array.from({ length: 25 }, (_, k) => (1 + (k % 5)) * (2 - Math.floor(k / 5)))
    const length = Math.sqrt(55) * Math.sqrt(10)
    expect(singularValues(outer, 5, 5)[0]).toBeCloseTo(length, 10)
    expect(singularValues(outer, 5, 5)[1]).toBeLessThan(1e-6)
    expect(top(outer, 5, 3)).toBeCloseTo(length, 10)
    expect([...singularValues(new Float64Array(9), 3, 3)]).toEqual([0, 0, 0])
    expect(top(new Float64Array(9), 3)).toBe(0)
  })

  it('of matrices that are not square', () => {
    const w = normals(6, 2).subarray(0, 18)
    for (const [rows, columns] of [
      [6, 3],
      [3, 6],
    ] as const) {
      const expected = new SingularValueDecomposition(Matrix.from1DArray(rows, columns, w), { autoTranspose: true }).diagonal
      const found = singularValues(w, rows, columns)
      for (const [k, value] of expected.slice(0, 3).entries()) expect(found[k]).toBeCloseTo(value, 12)
      for (const value of found.slice(3)) expect(value).toBeLessThan(1e-7)
      const top = topSingular(w, rows, columns, startVector(columns), new Float64Array(rows), 1000, 1e-15)
      expect(top).toBeCloseTo(expected[0]!, 8)
    }
  })

  it('a vector that is kept finds the value with two rounds a step, while the matrix drifts', () => {
    const size = 32
    const [w, vector, between] = [normals(size, 1), startVector(size), new Float64Array(size)]
    let value = topSingular(w, size, size, vector, between, 60)
    for (let k = 0; k < 50; k++) {
      const noise = normals(size, 100 + k)
      for (let i = 0; i < w.length; i++) w[i] = 0.99 * w[i]! + 0.1 * noise[i]!
      value = topSingular(w, size, size, vector, between, 2)
    }
    expect(value / singularValues(w, size, size)[0]!).toBeGreaterThan(0.97)
    expect(value / singularValues(w, size, size)[0]!).toBeLessThanOrEqual(1)
  })
})
