import { expect, it } from 'vitest'
import { meanSquaredError, psnr } from './imageQuality'

it('a tenth of the range everywhere is 20 dB, and equal pictures have no noise', () => {
  const picture = Float64Array.from({ length: 16 }, (_, k) => Math.sin(k))
  const other = picture.map((v, k) => v + (k % 2 === 0 ? 0.2 : -0.2))
  expect(meanSquaredError(picture, other)).toBeCloseTo(0.04, 14)
  expect(psnr(picture, other)).toBeCloseTo(20, 12)
  expect(psnr(picture, other, 1)).toBeCloseTo(20 - 20 * Math.log10(2), 12)
  expect(psnr(picture, picture)).toBe(Number.POSITIVE_INFINITY)
})
