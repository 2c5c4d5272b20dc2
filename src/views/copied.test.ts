import { expect, it } from 'vitest'
import { turnedOver } from './copied'

it('turns rows over and keeps their pixels in order', () => {
  const [width, height] = [2, 3]
  const from = Uint8Array.from({ length: 4 * width * height }, (_, k) => k)
  const to = new Uint8ClampedArray(from.length)
  turnedOver(from, to, width)
  expect([...to.subarray(0, 8)]).toEqual([16, 17, 18, 19, 20, 21, 22, 23])
  expect([...to.subarray(16)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

it('is done with a picture that has no width', () => {
  const to = new Uint8ClampedArray(4)
  turnedOver(Uint8Array.of(1, 2, 3, 4), to, 0)
  expect([...to]).toEqual([0, 0, 0, 0])
})
