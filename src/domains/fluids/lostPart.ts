// u_t + c·∇u = ν Δu, and what a player on every s-th sample must lose: it cannot tell waves with equal k mod N/s apart.
import { fft2, fourier, inverse2, wavenumber } from '@/numerics/fft'
import { spectrumAt } from './fields'
import type { Spectral } from './vorticity'

/** Drift and diffusion over a time: every wave is multiplied by G(k) = exp(-(ν|k|² + i c·k) t). */
export interface Drift {
  nu: number
  cx: number
  cy: number
  t: number
}

/** [n, n]: G at the wavenumbers of the grid. With n = N/s these are the factors of an exact solver on the coarse grid. */
export function exactFactors({ nu, cx, cy, t }: Drift, n: number): Spectral {
  const out = { re: new Float64Array(n * n), im: new Float64Array(n * n) }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [kx, ky] = [wavenumber(i, n), wavenumber(j, n)]
      const size = Math.exp(-nu * (kx * kx + ky * ky) * t)
      const [x, y] = [cx * kx * t, cy * ky * t]
      // the fastest waves have no sign: half of each drifts in either direction, which keeps fields real
      const [sinX, sinY] = [2 * kx === -n ? 0 : Math.sin(x), 2 * ky === -n ? 0 : Math.sin(y)]
      out.re[i * n + j] = size * (Math.cos(x) * Math.cos(y) - sinX * sinY)
      out.im[i * n + j] = -size * (sinX * Math.cos(y) + Math.cos(x) * sinY)
    }
  }
  return out
}

/** Index on the coarse grid of the waves that look like fine index `at`. */
const seenAs = (at: number, side: number, n: number): number => (Math.floor(at / side) % n) * n + ((at % side) % n)

/** [N, N] fine tables for many spectra: G, and |k|² where the spectrum is not 0 (else -1). */
export interface FineTable {
  side: number
  factor: Spectral
  square: Float64Array
}
export function fineTable(drift: Drift, side: number): FineTable {
  const factor = exactFactors(drift, side)
  const square = Float64Array.from({ length: side * side }, (_, at) => {
    const [kx, ky] = [wavenumber(Math.floor(at / side), side), wavenumber(at % side, side)]
    return spectrumAt(kx, ky, 1e9, side) > 0 ? kx * kx + ky * ky : -1
  })
  return { side, factor, square }
}
const power = (square: number, k0: number) => (square < 0 ? 0 : Math.exp(-square / (2 * k0 * k0)))

/** [N/s, N/s]: the best linear player, M(κ) = Σ G S / Σ S over the waves that look like κ, for random fields of spectrum S. */
export function bestFactors({ side, factor, square }: FineTable, s: number, k0: number): Spectral {
  const n = side / s
  const out = { re: new Float64Array(n * n), im: new Float64Array(n * n) }
  const weight = new Float64Array(n * n)
  for (let at = 0; at < side * side; at++) {
    const [seen, S] = [seenAs(at, side, n), power(square[at]!, k0)]
    weight[seen]! += S
    out.re[seen]! += factor.re[at]! * S
    out.im[seen]! += factor.im[at]! * S
  }
  for (let seen = 0; seen < n * n; seen++) {
    if (weight[seen] === 0) continue
    out.re[seen]! /= weight[seen]!
    out.im[seen]! /= weight[seen]!
  }
  return out
}

/** Mean squared error of players with factors M: Σ |G - M|² S / Σ |G|² S; with the best ones this is η, the part that no player can keep. */
export function lostFraction({ side, factor, square }: FineTable, s: number, k0: number, players: Spectral): number {
  const n = side / s
  let [lost, all] = [0, 0]
  for (let at = 0; at < side * side; at++) {
    const [seen, S] = [seenAs(at, side, n), power(square[at]!, k0)]
    const re = factor.re[at]!
    const im = factor.im[at]!
    lost += ((re - players.re[seen]!) ** 2 + (im - players.im[seen]!) ** 2) * S
    all += (re * re + im * im) * S
  }
  return all > 0 ? lost / all : 0
}

const scratch = new Map<number, Spectral>()

/** Multiplies every wave of the n × n samples at `offset` by its factor. */
export function applyFactors(field: Float64Array, factors: Spectral, n: number, offset = 0): void {
  let made = scratch.get(n)
  if (!made) {
    made = { re: new Float64Array(n * n), im: new Float64Array(n * n) }
    scratch.set(n, made)
  }
  const { re, im } = made
  for (let at = 0; at < n * n; at++) {
    re[at] = field[offset + at]!
    im[at] = 0
  }
  fft2(fourier(n), re, im)
  for (let at = 0; at < n * n; at++) {
    const real = re[at]!
    re[at] = real * factors.re[at]! - im[at]! * factors.im[at]!
    im[at] = real * factors.im[at]! + im[at]! * factors.re[at]!
  }
  inverse2(fourier(n), re, im)
  for (let at = 0; at < n * n; at++) field[offset + at] = re[at]!
}
