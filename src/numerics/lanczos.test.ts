import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { expect, it } from 'vitest'
import { lowest } from './lanczos'
import { stream, uniform } from './random'
import { eigenFromTop, tridiagonal } from './tridiagonal'

const SIZE = 60
const random = stream(5)
const entries = Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, () => uniform(random) - 0.5))
const matrix = new Matrix(entries).add(new Matrix(entries).transpose())
const apply = (v: Float64Array, out: Float64Array) => out.set(matrix.mmul(Matrix.columnVector(v)).to1DArray())
const exact = new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues.toSorted((a, b) => a - b)

function found(close: number, most?: number) {
  const work = lowest(apply, SIZE, close, most)
  let next = work.next()
  while (!next.done) next = work.next()
  return next.value
}

it('finds the lowest eigenvalue, its vector and the gap', () => {
  const { value, vector, gap, residual } = found(1e-11)
  expect(value).toBeCloseTo(exact[0]!, 12)
  expect(gap).toBeCloseTo(exact[1]! - exact[0]!, 10)
  expect(residual).toBeLessThanOrEqual(1e-11)
  const image = new Float64Array(SIZE)
  apply(vector, image)
  expect(Math.max(...image.map((x, i) => Math.abs(x - value * vector[i]!)))).toBeLessThan(1e-10)
  expect(vector.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 12)
})

it('stops at its most vectors with an upper bound', () => {
  const { value, count } = found(1e-11, 12)
  expect(count).toBe(12)
  expect(value).toBeGreaterThan(exact[0]!)
})

it('knows a matrix of one row, and one whose space ends early', () => {
  const one = lowest((v, out) => out.set([3 * v[0]!]), 1, 1e-11).next()
  expect(one.done && one.value.value).toBeCloseTo(3, 13)
  const two = lowest((v, out) => out.set(v), 8, 1e-11).next()
  expect(two.done && two.value.value).toBeCloseTo(1, 12)
})

it('eigenvalues of the second difference are known', () => {
  const n = 9
  const t = tridiagonal(n)
  t.diagonal.fill(2)
  t.beside.fill(1)
  for (let rank = 0; rank < n; rank++)
    expect(eigenFromTop(t, n, rank)).toBeCloseTo(2 + 2 * Math.cos(((rank + 1) * Math.PI) / (n + 1)), 12)
})
