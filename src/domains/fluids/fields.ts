// Initial fields, and how their squares are spread over wavenumbers. Samples are at x = 2πi/n, y = 2πj/n; index i·n + j.
import { fft2, fourier, inverse2, wavenumber } from '@/numerics/fft'
import { fillNormal, type Stream } from '@/numerics/random'

/** amplitude · cos(kx x + ky y + phase) */
export type Wave = readonly [kx: number, ky: number, amplitude: number, phase: number]

export function fillWaves(waves: readonly Wave[], n: number, out: Float64Array): void {
  const h = (2 * Math.PI) / n
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0
      for (const [kx, ky, amplitude, phase] of waves) sum += amplitude * Math.cos(kx * i * h + ky * j * h + phase)
      out[i * n + j] = sum
    }
  }
}

/** S(k) = exp(-|k|²/2k0²); 0 for k = 0 and for the fastest waves, which have no sign. */
export function spectrumAt(kx: number, ky: number, k0: number, n: number): number {
  if ((kx === 0 && ky === 0) || 2 * kx === -n || 2 * ky === -n) return 0
  return Math.exp(-(kx * kx + ky * ky) / (2 * k0 * k0))
}

const scratch = new Map<number, Float64Array>()

/** A random field of that spectrum: filtered white noise. Normal, seeded; the same noise for every k0. */
export function fillRandom(s: Stream, k0: number, n: number, out: Float64Array): void {
  const im = scratch.get(n) ?? new Float64Array(n * n)
  scratch.set(n, im)
  fillNormal(s, out)
  im.fill(0)
  const table = fourier(n)
  fft2(table, out, im)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const factor = Math.sqrt(spectrumAt(wavenumber(i, n), wavenumber(j, n), k0, n))
      out[i * n + j]! *= factor
      im[i * n + j]! *= factor
    }
  }
  inverse2(table, out, im)
}

export const meanSquare = (field: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < field.length; at++) sum += field[at]! ** 2
  return sum / field.length
}

/** ‖a - b‖ / ‖b‖; 0 where both vanish. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [off, size] = [0, 0]
  for (let at = 0; at < b.length; at++) {
    off += (a[at]! - b[at]!) ** 2
    size += b[at]! ** 2
  }
  return off === 0 ? 0 : Math.sqrt(off / size)
}

/** Share of the mean square in each shell max(|kx|, |ky|) = 0 … n/2: a coarse grid represents whole shells, so shells are square here. */
export function shells(field: ArrayLike<number>, n: number): Float64Array {
  const [re, im] = [Float64Array.from(field), new Float64Array(n * n)]
  fft2(fourier(n), re, im)
  const out = new Float64Array(n / 2 + 1)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const shell = Math.max(Math.abs(wavenumber(i, n)), Math.abs(wavenumber(j, n)))
      out[shell]! += (re[i * n + j]! ** 2 + im[i * n + j]! ** 2) / n ** 4
    }
  }
  return out
}
