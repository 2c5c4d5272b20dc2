// What a spectrum on cells shows: its bump, its slope, and how badly one power law fits.
import { type Law, removalAt } from '@/domains/acceleration/law'
import type { Volumes } from '@/domains/acceleration/volumes'
import { line } from '@/numerics/regression'

export interface Bump {
  /** Where the maximum is, χ. */
  chi: number
  /** The maximum over the lowest value between the injection and it. */
  contrast: number
}
const LEAST = 1 + 1e-9 // smaller contrasts are rounding

/** The highest maximum of `values` [cells] above the injection at y = `inj`; at the upper wall too. Null: the spectrum only falls. */
export function bumpOf({ ys, h, cells }: Volumes, values: Float64Array, inj: number): Bump | null {
  const first = Math.max(1, Math.ceil((inj - ys[0]!) / h) + 2) // the injection is shared by two cells
  let best = -1
  for (let i = first; i < cells; i++) {
    const isTop = values[i]! > values[i - 1]! && (i === cells - 1 || values[i]! >= values[i + 1]!)
    if (isTop && (best < 0 || values[i]! > values[best]!)) best = i
  }
  if (best < 0) return null
  let least = values[best]!
  for (let i = first - 1; i < best; i++) least = Math.min(least, values[i]!)
  const contrast = least > 0 ? values[best]! / least : Number.POSITIVE_INFINITY
  return contrast > LEAST ? { chi: Math.exp(ys[best]! + h * offsetAt(values, best)), contrast } : null
}

/** Where between the cells the maximum is, by a parabola through three logarithms: -½ to ½. */
function offsetAt(values: Float64Array, i: number): number {
  if (i === values.length - 1) return 0
  const [a, b, c] = [Math.log(values[i - 1]!), Math.log(values[i]!), Math.log(values[i + 1]!)]
  const bend = a - 2 * b + c
  const offset = bend < 0 ? (a - c) / (2 * bend) : 0
  return Number.isFinite(offset) ? Math.min(Math.max(offset, -0.5), 0.5) : 0
}

/** Slope of ln n over ln χ at y, between the two middles around it; null outside or where n is 0. */
export function slopeAt({ ys, h, cells }: Volumes, n: ArrayLike<number>, y: number): number | null {
  const i = Math.floor((y - ys[0]!) / h)
  if (i < 0 || i > cells - 2) return null
  const slope = Math.log(n[i + 1]! / n[i]!) / h
  return Number.isFinite(slope) ? slope : null
}

export interface Fit {
  slope: number
  /** Logarithm of the fitted n at χ = 1. */
  intercept: number
  /** By which factor it is off, as a root mean square of logarithms. */
  misfit: number
  from: number
  to: number
}
const SHARE = 1e-3 // of the largest n above the injection: less is not fitted

/** The best single power law above the injection, least squares of ln n at the middles of cells. */
export function powerLawOf({ ys, h, cells }: Volumes, n: Float64Array, inj: number): Fit | null {
  const first = Math.max(0, Math.ceil((inj - ys[0]!) / h) + 1)
  let top = 0
  for (let i = first; i < cells; i++) top = Math.max(top, n[i]!)
  let last = first
  for (let i = first; i < cells; i++) if (n[i]! > SHARE * top) last = i
  if (last - first < 3) return null
  const xs = ys.subarray(first, last + 1)
  const logs = n.slice(first, last + 1).map((v) => Math.log(Math.max(v, 1e-300)))
  const { slope, intercept } = line(xs, logs)
  let square = 0
  for (let k = 0; k < xs.length; k++) square += (logs[k]! - intercept - slope * xs[k]!) ** 2
  return { slope, intercept, misfit: Math.exp(Math.sqrt(square / xs.length)), from: xs[0]!, to: xs.at(-1)! }
}

/** How long a particle of momentum e^y stays: 1/(1/τ_esc + 1/τ_cat). */
export const residenceAt = (law: Law, y: number): number => 1 / removalAt(law, y)
