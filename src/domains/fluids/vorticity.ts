// ω_t + u·∇ω = ν Δω in a periodic box of side 2π: pseudo-spectral, 2/3 rule, Runge-Kutta of order 4. u = ψ_y, v = -ψ_x, Δψ = -ω.
import { type Fourier, fft2, fourier, inverse2, wavenumber } from '@/numerics/fft'

/** Fourier coefficients, not normalised: [n, n], or many of them one after the other; the first index is that of x. */
export interface Spectral {
  re: Float64Array
  im: Float64Array
}
export const spectral = (length: number): Spectral => ({ re: new Float64Array(length), im: new Float64Array(length) })

interface Grid {
  n: number
  table: Fourier
  /** Wavenumbers; for derivatives that of the fastest wave is 0, since it has no sign. */
  k: Float64Array
  slope: Float64Array
  /** Whether the 2/3 rule keeps it. */
  kept: Uint8Array
  // scratch of a step
  now: Spectral
  sum: Spectral
  rate: Spectral
  flow: Spectral
  change: Spectral
}
const grids = new Map<number, Grid>()

function gridOf(n: number): Grid {
  const old = grids.get(n)
  if (old) return old
  const k = Float64Array.from({ length: n }, (_, index) => wavenumber(index, n))
  const zeros = () => spectral(n * n)
  const grid: Grid = {
    n,
    table: fourier(n),
    k,
    slope: k.map((value) => (2 * value === -n ? 0 : value)),
    kept: Uint8Array.from(k, (value) => (3 * Math.abs(value) < n ? 1 : 0)),
    now: zeros(),
    sum: zeros(),
    rate: zeros(),
    flow: zeros(),
    change: zeros(),
  }
  grids.set(n, grid)
  return grid
}

/** Writes the right side at `now` to `rate`. Each inverse transform carries two real fields, one as its imaginary part. */
function slopeOf(grid: Grid, nu: number): void {
  const { n, table, k, slope, kept, now, rate, flow, change } = grid
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const at = i * n + j
      const re = now.re[at]!
      const im = now.im[at]!
      const dx = slope[i]!
      const dy = slope[j]!
      const square = k[i]! ** 2 + k[j]! ** 2
      const psi = square > 0 ? 1 / square : 0
      // (iky ψ) + i (-ikx ψ), and (ikx ω) + i (iky ω)
      flow.re[at] = psi * (dx * re - dy * im)
      flow.im[at] = psi * (dy * re + dx * im)
      change.re[at] = -dx * im - dy * re
      change.im[at] = dx * re - dy * im
    }
  }
  inverse2(table, flow.re, flow.im)
  inverse2(table, change.re, change.im)
  for (let at = 0; at < n * n; at++) {
    rate.re[at] = flow.re[at]! * change.re[at]! + flow.im[at]! * change.im[at]!
    rate.im[at] = 0
  }
  fft2(table, rate.re, rate.im)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const at = i * n + j
      const mask = kept[i]! & kept[j]!
      const decay = nu * (k[i]! ** 2 + k[j]! ** 2)
      rate.re[at] = -mask * rate.re[at]! - decay * now.re[at]!
      rate.im[at] = -mask * rate.im[at]! - decay * now.im[at]!
    }
  }
}

/** One step of length `dt` for the n × n coefficients that begin at `offset`, from `from` to `to` (which may be the same). */
export function advance(from: Spectral, to: Spectral, n: number, offset: number, dt: number, nu: number): void {
  const grid = gridOf(n)
  const { now, sum, rate } = grid
  const count = n * n
  for (let at = 0; at < count; at++) {
    now.re[at] = from.re[offset + at]!
    now.im[at] = from.im[offset + at]!
    sum.re[at] = 0
    sum.im[at] = 0
  }
  for (let stage = 0; stage < 4; stage++) {
    slopeOf(grid, nu)
    const weight = stage === 0 || stage === 3 ? 1 : 2
    const reach = stage === 2 ? dt : dt / 2
    for (let at = 0; at < count; at++) {
      sum.re[at]! += weight * rate.re[at]!
      sum.im[at]! += weight * rate.im[at]!
      now.re[at] = from.re[offset + at]! + reach * rate.re[at]!
      now.im[at] = from.im[offset + at]! + reach * rate.im[at]!
    }
  }
  for (let at = 0; at < count; at++) {
    to.re[offset + at] = from.re[offset + at]! + (dt / 6) * sum.re[at]!
    to.im[offset + at] = from.im[offset + at]! + (dt / 6) * sum.im[at]!
  }
}

/** Coefficients of the n × n samples that begin at `offset`. */
export function analyse(field: ArrayLike<number>, to: Spectral, n: number, offset = 0): void {
  const { table, now } = gridOf(n)
  for (let at = 0; at < n * n; at++) {
    now.re[at] = field[offset + at]!
    now.im[at] = 0
  }
  fft2(table, now.re, now.im)
  for (let at = 0; at < n * n; at++) {
    to.re[offset + at] = now.re[at]!
    to.im[offset + at] = now.im[at]!
  }
}

/** Samples from coefficients, at the same offset. */
export function synthesise(from: Spectral, field: Float64Array, n: number, offset = 0): void {
  const { table, now } = gridOf(n)
  for (let at = 0; at < n * n; at++) {
    now.re[at] = from.re[offset + at]!
    now.im[at] = from.im[offset + at]!
  }
  inverse2(table, now.re, now.im)
  for (let at = 0; at < n * n; at++) field[offset + at] = now.re[at]!
}

/** Samples [side, side] of the smoothest field through the n × n samples of these coefficients: without faster waves. */
export function interpolate(from: Spectral, n: number, side: number, field: Float64Array): void {
  const { table, now } = gridOf(side)
  const { k } = gridOf(n)
  const scale = (side / n) ** 2 // coefficients are sums over samples
  const signsOf = (wave: number) => (2 * wave === -n && side > n ? [wave, -wave] : [wave]) // the fastest wave has no sign
  now.re.fill(0)
  now.im.fill(0)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [xs, ys] = [signsOf(k[i]!), signsOf(k[j]!)]
      for (const kx of xs) {
        for (const ky of ys) {
          const at = ((kx + side) % side) * side + ((ky + side) % side)
          now.re[at]! += (scale / xs.length / ys.length) * from.re[i * n + j]!
          now.im[at]! += (scale / xs.length / ys.length) * from.im[i * n + j]!
        }
      }
    }
  }
  inverse2(table, now.re, now.im)
  field.set(now.re)
}

/** Largest ν·dt at which diffusion alone keeps this rule stable on n × n points: 2.785 over the largest |k|². */
export const stableDiffusion = (n: number): number => 2.785 / (2 * (n / 2) ** 2)
