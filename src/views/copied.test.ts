import { expect, it } from 'vitest'
import { asImage } from './copied'

it('turns rows over and keeps their pixels in order', () => {
  const [width, height] = [2, 3]
  const from = Uint8Array.from({ length: 4 * width * height }, (_, k) => (k % 4 === 3 ? 255 : k))
  const to = new Uint8ClampedArray(from.length)
  asImage(from, to, width)
  expect([...to.subarray(0, 8)]).toEqual([16, 17, 18, 255, 20, 21, 22, 255])
  expect([...to.subarray(16)]).toEqual([0, 1, 2, 255, 4, 5, 6, 255])
})

it('gives colours that are mixed over nothing without their alpha', () => {
  const to = new Uint8ClampedArray(12)
  asImage(Uint8Array.of(51, 26, 0, 51, 0, 0, 0, 0, 255, 9, 0, 255), to, 3)
  expect([...to]).toEqual([255, 130, 0, 51, 0, 0, 0, 0, 255, 9, 0, 255])
})

it('is done with a picture that has no width', () => {
  const to = new Uint8ClampedArray(4)
  asImage(Uint8Array.of(1, 2, 3, 4), to, 0)
  expect([...to]).toEqual([0, 0, 0, 0])
})
