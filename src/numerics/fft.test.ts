import { expect, it } from 'vitest'
import { fft, fft2, fourier, inverse2, wavenumber } from './fft'
import { fillNormal, stream } from './random'

const noise = (length: number, seed: number) => {
  const out = new Float64Array(length)
  fillNormal(stream(seed), out)
  return out
}
const gap = (a: Float64Array, b: Float64Array) => a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0)

it.each([1, 2, 4, 8, 64, 3, 6, 12, 15, 40])('is the sum that defines it, n = %i', (n) => {
  const [re, im] = [noise(n, 1), noise(n, 2)]
  const [sumRe, sumIm] = [new Float64Array(n), new Float64Array(n)]
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++) {
      const angle = (-2 * Math.PI * j * k) / n
      sumRe[k]! += re[j]! * Math.cos(angle) - im[j]! * Math.sin(angle)
      sumIm[k]! += re[j]! * Math.sin(angle) + im[j]! * Math.cos(angle)
    }
  }
  fft(re, im)
  expect(gap(re, sumRe)).toBeLessThan(5e-13) // the sum's own rounding
  expect(gap(im, sumIm)).toBeLessThan(5e-13) // the sum's own rounding
})

it('finds a wave of the plane at its wavenumbers, first index first', () => {
  const n = 16
  const [kx, ky] = [3, -5]
  const re = Float64Array.from({ length: n * n }, (_, at) =>
    Math.cos((2 * Math.PI * (kx * Math.floor(at / n) + ky * (at % n))) / n),
  )
  const im = new Float64Array(n * n)
  fft2(fourier(n), re, im)
  const found = [...re.keys()].filter((at) => Math.hypot(re[at]!, im[at]!) > 1e-9)
  expect(found.map((at) => [wavenumber(Math.floor(at / n), n), wavenumber(at % n, n)])).toEqual([
    [3, -5],
    [-3, 5],
  ])
  for (const at of found) expect(re[at]).toBeCloseTo((n * n) / 2, 10)
})

it('goes back in two dimensions, and keeps the sum of squares', () => {
  const n = 24
  const [re, im] = [noise(n * n, 3), noise(n * n, 4)]
  const [startRe, startIm] = [re.slice(), im.slice()]
  const squares = () => re.reduce((sum, value, k) => sum + value ** 2 + im[k]! ** 2, 0)
  const before = squares()
  fft2(fourier(n), re, im)
  expect(squares() / (n * n) / before).toBeCloseTo(1, 12)
  inverse2(fourier(n), re, im)
  expect(gap(re, startRe)).toBeLessThan(1e-14)
  expect(gap(im, startIm)).toBeLessThan(1e-14)
})
