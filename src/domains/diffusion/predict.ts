// The denoiser kernels: conditional and unconditional prediction of one particle from the same exponentials. Nothing is allocated.
import type { Denoiser } from './mixture'

/**
 * Predictions at the point x[at], …, x[at + dim - 1], written to the same places of `cond` (wanted class) and `all` (whole mixture).
 * Returns the posterior probability of the wanted class.
 */
export function predict(d: Denoiser, x: Float64Array, at: number, cond: Float64Array, all: Float64Array): number {
  return d.dim === 2 ? predictInPlane(d, x, at, cond, all) : predictInSpace(d, x, at, cond, all)
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
  // members against their own maximum: far from the class, all of them would vanish beside the others
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

/** Predictions at all points of `x`. In the plane, for equal widths, points are done in pairs, which share the reads of the components. */
export function predictAll(d: Denoiser, x: Float64Array, cond: Float64Array, all: Float64Array): void {
  const byTwos = d.dim === 2 && d.equal ? x.length - (x.length % 4) : 0
  for (let at = 0; at < byTwos; at += 4) predictTwo(d, x, at, cond, all)
  for (let at = byTwos; at < x.length; at += d.dim) predict(d, x, at, cond, all)
}

/** Points a and b at x[at], …, x[at + 3]. Equal widths: log r = tilt + slope·x, the gain is one number. */
function predictTwo(d: Denoiser, x: Float64Array, at: number, cond: Float64Array, all: Float64Array): void {
  const { count, members, tilts, slopes, offsets, logs } = d
  const a0 = x[at]!
  const a1 = x[at + 1]!
  const b0 = x[at + 2]!
  const b1 = x[at + 3]!
  let topA = -Infinity
  let topB = -Infinity
  let memberTopA = 0
  let memberTopB = 0
  for (let k = 0; k < count; k++) {
    const tilt = tilts[k]!
    const slope0 = slopes[2 * k]!
    const slope1 = slopes[2 * k + 1]!
    const a = tilt + slope0 * a0 + slope1 * a1
    const b = tilt + slope0 * b0 + slope1 * b1
    logs[2 * k] = a
    logs[2 * k + 1] = b
    if (a > topA) topA = a
    if (b > topB) topB = b
    if (k === members - 1) {
      memberTopA = topA
      memberTopB = topB
    }
  }
  let sumA = 0
  let sumB = 0
  let offsetA0 = 0
  let offsetA1 = 0
  let offsetB0 = 0
  let offsetB1 = 0
  for (let k = 0; k < members; k++) {
    const a = expOfNegative(logs[2 * k]! - memberTopA)
    const b = expOfNegative(logs[2 * k + 1]! - memberTopB)
    const offset0 = offsets[2 * k]!
    const offset1 = offsets[2 * k + 1]!
    sumA += a
    sumB += b
    offsetA0 += a * offset0
    offsetA1 += a * offset1
    offsetB0 += b * offset0
    offsetB1 += b * offset1
  }
  const gain = d.gains[0]!
  cond[at] = gain * a0 + offsetA0 / sumA
  cond[at + 1] = gain * a1 + offsetA1 / sumA
  cond[at + 2] = gain * b0 + offsetB0 / sumB
  cond[at + 3] = gain * b1 + offsetB1 / sumB
  const scaleA = expOfNegative(memberTopA - topA)
  const scaleB = expOfNegative(memberTopB - topB)
  sumA *= scaleA
  offsetA0 *= scaleA
  offsetA1 *= scaleA
  sumB *= scaleB
  offsetB0 *= scaleB
  offsetB1 *= scaleB
  for (let k = members; k < count; k++) {
    const a = expOfNegative(logs[2 * k]! - topA)
    const b = expOfNegative(logs[2 * k + 1]! - topB)
    const offset0 = offsets[2 * k]!
    const offset1 = offsets[2 * k + 1]!
    sumA += a
    sumB += b
    offsetA0 += a * offset0
    offsetA1 += a * offset1
    offsetB0 += b * offset0
    offsetB1 += b * offset1
  }
  all[at] = gain * a0 + offsetA0 / sumA
  all[at + 1] = gain * a1 + offsetA1 / sumA
  all[at + 2] = gain * b0 + offsetB0 / sumB
  all[at + 3] = gain * b1 + offsetB1 / sumB
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

// e^x = 2^{-k/1024} e^rest with whole k and |rest| ≤ ln 2/2048, so four terms of the series suffice: up to twice as fast as Math.exp. It is
// in this file because a call across unbundled modules in the inner loop doubles the cost of a prediction.
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
