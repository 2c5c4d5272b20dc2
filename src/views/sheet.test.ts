import { expect, it } from 'vitest'
import { putPicture, startSheet } from './sheet'

it('puts a picture at its place, from -1 to 1 as bytes, and leaves the others white', () => {
  const sheet = startSheet(2, 1, 2)
  putPicture(sheet, 1, [9, 9, 9, -1, 0, 1, 0.5, 0.5, 0.5, -2, 2, 0, 1, 1, 1], 3, 1)
  const pixel = (row: number, column: number) => Array.from(sheet.bytes.slice(4 * (4 * row + column), 4 * (4 * row + column) + 4))
  expect([pixel(0, 2), pixel(0, 3)]).toEqual([
    [0, 128, 255, 255],
    [191, 191, 191, 255],
  ])
  expect([pixel(1, 2), pixel(1, 3), pixel(0, 0)]).toEqual([
    [0, 255, 128, 255],
    [255, 255, 255, 255],
    [255, 255, 255, 255],
  ])
  putPicture(sheet, 0, new Array(12).fill(0.25), 0, 2)
  expect(pixel(0, 0)).toEqual([191, 191, 191, 255])
})
