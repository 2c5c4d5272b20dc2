// A pencil ρ(ζ) - z σ(ζ) is the characteristic polynomial of a linear multistep method at z = λδ. Here: stability at one z, a raster of
// it, and the boundary locus z(θ) = ρ(e^{iθ})/σ(e^{iθ}), where a root is on the unit circle.
import { BORDERLINE, HIGHEST_DEGREE, INSIDE, rootConditionByRoots, schurCohn } from './rootCondition'

/** Real coefficients by power, [degree + 1] each. ρ is monic; σ has a lower degree (an explicit method), so the stable set is bounded. */
export interface Pencil {
  degree: number
  rho: Float64Array
  sigma: Float64Array
}

const polynomial = new Float64Array(2 * HIGHEST_DEGREE + 2)

/** Writes ρ - zσ to `out`, [degree + 1, 2]. */
export function pencilAt({ degree, rho, sigma }: Pencil, re: number, im: number, out: Float64Array): void {
  for (let k = 0; k <= degree; k++) {
    out[2 * k] = rho[k]! - re * sigma[k]!
    out[2 * k + 1] = -im * sigma[k]!
  }
}

/** Whether z = re + i im is in the (closed) stable set. */
export function isStable(pencil: Pencil, re: number, im: number): boolean {
  pencilAt(pencil, re, im, polynomial)
  const place = schurCohn(polynomial, pencil.degree)
  if (place !== BORDERLINE) return place === INSIDE
  pencilAt(pencil, re, im, polynomial)
  return rootConditionByRoots(polynomial, pencil.degree)
}

/**
 * Rows `from` to `to` of a picture of the stable set: `out` [height, width], 1 where the centre of the pixel is stable. Row 0 is the top.
 */
export function stableRaster(
  pencil: Pencil,
  window: readonly [x: readonly [number, number], y: readonly [number, number]],
  width: number,
  height: number,
  out: Uint8Array,
  from = 0,
  to = height,
): void {
  const [[left, right], [bottom, top]] = window
  for (let row = from; row < to; row++) {
    const im = top - ((row + 0.5) * (top - bottom)) / height
    for (let column = 0; column < width; column++) {
      out[row * width + column] = isStable(pencil, left + ((column + 0.5) * (right - left)) / width, im) ? 1 : 0
    }
  }
}

/** The locus at θ: writes z and dz/dθ to `out`, [re, im, re', im']. */
export function locus({ degree, rho, sigma }: Pencil, theta: number, out: Float64Array): void {
  const c = Math.cos(theta)
  const s = Math.sin(theta)
  // Horner for both polynomials and their derivatives at u = c + i s
  let rr = 0
  let ri = 0
  let rdr = 0
  let rdi = 0
  let sr = 0
  let si = 0
  let sdr = 0
  let sdi = 0
  let t = 0
  for (let k = degree; k >= 0; k--) {
    t = rdr * c - rdi * s + rr
    rdi = rdr * s + rdi * c + ri
    rdr = t
    t = rr * c - ri * s + rho[k]!
    ri = rr * s + ri * c
    rr = t
    t = sdr * c - sdi * s + sr
    sdi = sdr * s + sdi * c + si
    sdr = t
    t = sr * c - si * s + sigma[k]!
    si = sr * s + si * c
    sr = t
  }
  const size = sr * sr + si * si
  const zr = (rr * sr + ri * si) / size
  const zi = (ri * sr - rr * si) / size
  // dz/dθ = i u (ρ' - zσ')/σ
  const nr = rdr - (zr * sdr - zi * sdi)
  const ni = rdi - (zr * sdi + zi * sdr)
  const qr = (nr * sr + ni * si) / size
  const qi = (ni * sr - nr * si) / size
  out[0] = zr
  out[1] = zi
  out[2] = -(c * qi + s * qr)
  out[3] = c * qr - s * qi
}
