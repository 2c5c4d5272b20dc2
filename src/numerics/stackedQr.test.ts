import { expect, it } from 'vitest'
import { normal, stream } from './random'
import { absorb, emptyTriangle, withColumns } from './stackedQr'

const ROWS = 37
const SIZE = 5
const random = stream(3, 'qr')
const table = Float64Array.from({ length: ROWS * SIZE }, () => normal(random)) // [ROWS, SIZE]

function triangleOf(blocks: readonly number[]) {
  const triangle = emptyTriangle(SIZE)
  let from = 0
  for (const count of blocks) {
    const block = new Float64Array(SIZE * count)
    for (let j = 0; j < SIZE; j++) for (let i = 0; i < count; i++) block[j * count + i] = table[(from + i) * SIZE + j]!
    absorb(triangle, block, count)
    from += count
  }
  return triangle
}
const gram = (r: Float64Array, size: number, rows: number) =>
  Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size]
    let sum = 0
    for (let k = 0; k < rows; k++) sum += r[k * size + i]! * r[k * size + j]!
    return sum
  })

it('keeps the Gram matrix, is upper triangular, and does not mind how rows are cut into blocks', () => {
  const whole = triangleOf([ROWS])
  const parts = triangleOf([1, 2, 20, 14])
  for (const { r } of [whole, parts]) {
    expect(Math.max(...gram(r, SIZE, SIZE).map((v, k) => Math.abs(v - gram(table, SIZE, ROWS)[k]!)))).toBeLessThan(1e-13)
    for (let i = 0; i < SIZE; i++) for (let j = 0; j < i; j++) expect(r[i * SIZE + j]).toBe(0)
  }
})

it('leaves columns out', () => {
  const some = withColumns(triangleOf([ROWS]), [0, 3])
  const expected = gram(table, SIZE, ROWS)
  const found = gram(some.r, 2, 2)
  expect(found[1]).toBeCloseTo(expected[3]!, 12)
  expect(found[3]).toBeCloseTo(expected[3 * SIZE + 3]!, 12)
})
