import { expect, it } from 'vitest'
import { dot, dotRow } from './dot'

it.each([1, 4, 7, 400])('a row of %d numbers has the inner product of its entries', (size) => {
  const v = Float64Array.from({ length: size }, (_, k) => Math.sin(k + 1))
  const matrix = Float64Array.from({ length: 3 * size }, (_, k) => Math.cos(k))
  expect(dotRow(matrix, size, v)).toBeCloseTo(dot(matrix.subarray(size, 2 * size), v), 12)
})
