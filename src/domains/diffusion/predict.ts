// The denoiser kernels: conditional and unconditional prediction of one particle from the same exponentials. Nothing is allocated.
import type { Denoiser } from './mixture'

/**
 * Predictions at the point x[at], …, x[at + dim - 1], written to the same places of `cond` (wanted class) and `all` (whole mixture).
 * Returns the posterior probability of the wanted class.
 */
export function predict(d: Denoiser, x: Float64Array, at: number, cond: Float64Array, all: Float64Array): number {
  if (d.dim !== 2) return predictInSpace(d, x, at, cond, all)
  return d.equal ? predictEqual(d, x, at, cond, all) : predictInPlane(d, x, at, cond, all)
}

/** Two dimensions: 24 components cost 25 exponentials and little else. */
function predictInPlane(d: Denoiser, x: Float64Array, at: number, cond: Float64Array, all: Float64Array): number {
  const { count, members, means, logHeights, rates, gains, offsets, logs } = d
  const x0 = x[at]!
  const x1 = x[at + 1]!
  let memberTop = -Infinity
  for (let k = 0; k < members; k++) {
    const u = x0 - means[2 * k]!
    const v = x1 - means[2 * k + 1]!
    logs[k] = logHeights[k]! - (u * u + v * v) * rates[k]!
    memberTop = Math.max(memberTop, logs[k]!)
  }
  let top = memberTop
  for (let k = members; k < count; k++) {
    const u = x0 - means[2 * k]!
    const v = x1 - means[2 * k + 1]!
    logs[k] = logHeights[k]! - (u * u + v * v) * rates[k]!
    top = Math.max(top, logs[k]!)
  }
  // members against their own maximum: far from the class, all of them would vanish against the others'
  let sum = 0
  let gain = 0
  let offset0 = 0
  let offset1 = 0
  for (let k = 0; k < members; k++) {
    const r = expOfNegative(logs[k]! - memberTop)
    sum += r
    gain += r * gains[k]!
    offset0 += r * offsets[2 * k]!
    offset1 += r * offsets[2 * k + 1]!
  }
  cond[at] = (gain * x0 + offset0) / sum
  cond[at + 1] = (gain * x1 + offset1) / sum
  const scale = expOfNegative(memberTop - top)
  const memberSum = scale * sum
  sum = memberSum
  gain *= scale
  offset0 *= scale
  offset1 *= scale
  for (let k = members; k < count; k++) {
    const r = expOfNegative(logs[k]! - top)
    sum += r
    gain += r * gains[k]!
    offset0 += r * offsets[2 * k]!
    offset1 += r * offsets[2 * k + 1]!
  }
  all[at] = (gain * x0 + offset0) / sum
  all[at + 1] = (gain * x1 + offset1) / sum
  return memberSum / sum
}

/** The same where all components are equally wide: a sixth faster, for no differences have to be squared. */
function predictEqual(d: Denoiser, x: Float64Array, at: number, cond: Float64Array, all: Float64Array): number {
  const { count, members, tilts, slopes, gains, offsets, logs } = d
  const x0 = x[at]!
  const x1 = x[at + 1]!
  let memberTop = -Infinity
  for (let k = 0; k < members; k++) {
    const log = tilts[k]! + slopes[2 * k]! * x0 + slopes[2 * k + 1]! * x1
    logs[k] = log
    if (log > memberTop) memberTop = log
  }
  let top = memberTop
  for (let k = members; k < count; k++) {
    const log = tilts[k]! + slopes[2 * k]! * x0 + slopes[2 * k + 1]! * x1
    logs[k] = log
    if (log > top) top = log
  }
  const gain = gains[0]!
  let sum = 0
  let offset0 = 0
  let offset1 = 0
  for (let k = 0; k < members; k++) {
    const r = expOfNegative(logs[k]! - memberTop)
    sum += r
    offset0 += r * offsets[2 * k]!
    offset1 += r * offsets[2 * k + 1]!
  }
  cond[at] = gain * x0 + offset0 / sum
  cond[at + 1] = gain * x1 + offset1 / sum
  const scale = expOfNegative(memberTop - top)
  const memberSum = scale * sum
  sum = memberSum
  offset0 *= scale
  offset1 *= scale
  for (let k = members; k < count; k++) {
    const r = expOfNegative(logs[k]! - top)
    sum += r
    offset0 += r * offsets[2 * k]!
    offset1 += r * offsets[2 * k + 1]!
  }
  all[at] = gain * x0 + offset0 / sum
  all[at + 1] = gain * x1 + offset1 / sum
  return memberSum / sum
}

/** The same in any dimension. */
function predictInSpace(d: Denoiser, x: Float64Array, at: number, cond: Float64Array, all: Float64Array): number {
  const { dim, count, members, means, logHeights, rates, logs } = d
  let memberTop = -Infinity
  let otherTop = -Infinity
  for (let k = 0; k < count; k++) {
    let square = 0
    for (let i = at, j = k * dim; i < at + dim; i++, j++) {
      const u = x[i]! - means[j]!
      square += u * u
    }
    logs[k] = logHeights[k]! - square * rates[k]!
    if (k < members) memberTop = Math.max(memberTop, logs[k]!)
    else otherTop = Math.max(otherTop, logs[k]!)
  }
  const top = Math.max(memberTop, otherTop)
  const memberSum = addUp(d, 0, members, memberTop, x, at, cond)
  const otherSum = addUp(d, members, count, otherTop, x, at, all)
  const scale = expOfNegative(memberTop - top) * memberSum
  const otherScale = members < count ? expOfNegative(otherTop - top) * otherSum : 0
  for (let i = at; i < at + dim; i++) {
    const others = otherScale === 0 ? 0 : (otherScale * all[i]!) / otherSum
    cond[i] = cond[i]! / memberSum
    all[i] = (scale * cond[i]! + others) / (scale + otherScale)
  }
  return scale / (scale + otherScale)
}

const NOTHING = -45 // e^-45 = 3e-20 of the largest: a thousand such terms do not change the last bit of a sum

/** Sums e^{log - top} (gain x + offset) over components `from` to `to` into `out`; returns the sum of the exponentials. */
function addUp(d: Denoiser, from: number, to: number, top: number, x: Float64Array, at: number, out: Float64Array): number {
  const { dim, gains, offsets, logs } = d
  for (let i = 0; i < dim; i++) out[at + i] = 0
  let sum = 0
  let gain = 0
  for (let k = from; k < to; k++) {
    const log = logs[k]! - top
    if (log < NOTHING) continue
    const r = expOfNegative(log)
    sum += r
    gain += r * gains[k]!
    for (let i = 0, j = k * dim; i < dim; i++, j++) out[at + i]! += r * offsets[j]!
  }
  for (let i = at; i < at + dim; i++) out[i]! += gain * x[i]!
  return sum
}

/** Classifier-free guidance at the same places: all + guidance (cond - all). At 0 the whole mixture, at 1 the class, beyond it extrapolates. */
export function guide(guidance: number, cond: Float64Array, all: Float64Array, at: number, dim: number, out: Float64Array): void {
  for (let i = at; i < at + dim; i++) out[i] = all[i]! + guidance * (cond[i]! - all[i]!)
}

// e^x = 2^{-k/1024} e^rest with whole k and |rest| ≤ ln 2/2048, where four terms of the series suffice: up to twice as fast as Math.exp. It is
// in this file because a call across modules in the inner loop doubles the cost of a prediction where modules are not bundled.
const SLICES = 1024
const PER_UNIT = SLICES / Math.LN2
// ln 2/1024 in two parts; products of the first with whole k are exact
const COARSE = Math.fround(Math.LN2 / SLICES)
const FINE = Math.LN2 / SLICES - COARSE + 2.319_046_813_846_3e-17 / SLICES // the last term: ln 2 beyond double precision
const sliced = Float64Array.from({ length: SLICES }, (_, i) => 2 ** (-i / SLICES))
const halved = Float64Array.from({ length: 1024 }, (_, i) => 2 ** -i)
const LOWEST = -700

/** e^x for x ≤ 0, relative error below 2e-15; e^-700 = 1e-304 for every lower x, NaN for NaN. */
export function expOfNegative(x: number): number {
  const bounded = Math.max(x, LOWEST)
  const k = (0.5 - bounded * PER_UNIT) | 0
  const rest = bounded + k * COARSE + k * FINE
  return sliced[k & 1023]! * halved[k >> 10]! * (1 + rest + rest * rest * (1 / 2 + rest * (1 / 6)))
}
