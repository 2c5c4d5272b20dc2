// Velocity b = E[ẋ_t | x_t = x] and score s = ∇ log ρ_t of an interpolant between two Gaussian mixtures, in closed form. Each pair of components
// (i, j) is a Gaussian at every time, with mean m = aμ⁰ + bμ¹ and covariance C = a²C⁰ + b²C¹ + 2ab c I + γ² I. With y = C⁻¹(x - m) and
// responsibilities r ∝ p q N(x; m, C):
//   b = Σ r [ṁ + (aȧC⁰ + bḃC¹ + (ȧb + aḃ) c I + γγ̇ I) y],   s = -Σ r y,   v = E[∂ₜI | x] = b + γγ̇ s.
// Here c is a covariance between x0 and x1, the same along every axis; 0 for the independent coupling.
import type { Gaussians } from './gaussians'
import { type Interpolant, type Mix, noMix, setMix } from './interpolant'
import { expOfNegative } from './predict'

/** Fields prepared for one time; `setTime` moves them to another. Plain data with its own scratch arrays: one for each user. */
export interface Fields {
  dim: 1 | 2
  count: number
  kind: Interpolant
  cross: number
  from: Gaussians
  to: Gaussians
  t: number
  mix: Mix
  logHeights: Float64Array // log of p q (2π)^{-d/2} |C|^{-1/2}, [count]
  means: Float64Array // m, [count, dim]
  rates: Float64Array // ṁ, [count, dim]
  inverses: Float64Array // C⁻¹ as xx, xy, yy, [count, 3]
  pushes: Float64Array // (Ċ/2) C⁻¹, row by row, [count, 4]
  /** Scratch: logs of the unnormalised responsibilities and x - m, for one point. */
  logs: Float64Array
  offsets: Float64Array
}

export function fieldsOf(from: Gaussians, to: Gaussians, kind: Interpolant, cross = 0): Fields {
  const { dim } = to
  if (from.dim !== dim) throw new Error('fieldsOf: the two clouds have different dimensions')
  const count = from.weights.length * to.weights.length
  const zeros = (each: number) => new Float64Array(count * each)
  const fields: Fields = {
    dim,
    count,
    kind,
    cross,
    from,
    to,
    t: 0,
    mix: noMix(),
    logHeights: zeros(1),
    means: zeros(dim),
    rates: zeros(dim),
    inverses: zeros(3),
    pushes: zeros(4),
    logs: zeros(1),
    offsets: zeros(2),
  }
  setTime(fields, 0)
  return fields
}

/** Prepares the fields for time t in [0, 1]; once a stage, for all particles. */
export function setTime(f: Fields, t: number): void {
  const { dim, from, to, mix, cross } = f
  f.t = t
  setMix(f.kind, t, mix)
  const { a, b, aDot, bDot, variance, growth } = mix
  const shared = 2 * a * b * cross + variance // what C has on its diagonal besides a²C⁰ + b²C¹
  const sharedRate = (aDot * b + a * bDot) * cross + growth
  const [toCount, size] = [to.weights.length, dim * dim]
  for (let k = 0; k < f.count; k++) {
    const i = Math.floor(k / toCount)
    const j = k % toCount
    for (let axis = 0; axis < dim; axis++) {
      f.means[k * dim + axis] = a * from.means[i * dim + axis]! + b * to.means[j * dim + axis]!
      f.rates[k * dim + axis] = aDot * from.means[i * dim + axis]! + bDot * to.means[j * dim + axis]!
    }
    const entry = (at: number) => a * a * from.covariances[i * size + at]! + b * b * to.covariances[j * size + at]!
    const rate = (at: number) => a * aDot * from.covariances[i * size + at]! + b * bDot * to.covariances[j * size + at]!
    const xx = entry(0) + shared
    const gxx = rate(0) + sharedRate
    const logWeight = Math.log(from.weights[i]! * to.weights[j]!) - (dim / 2) * Math.log(2 * Math.PI)
    if (dim === 1) {
      f.inverses[3 * k] = 1 / xx
      f.pushes[4 * k] = gxx / xx
      f.logHeights[k] = logWeight - Math.log(xx) / 2
      continue
    }
    const [xy, yy] = [entry(1), entry(3) + shared]
    const [gxy, gyy] = [rate(1), rate(3) + sharedRate]
    const det = xx * yy - xy * xy
    const [ixx, ixy, iyy] = [yy / det, -xy / det, xx / det]
    f.inverses[3 * k] = ixx
    f.inverses[3 * k + 1] = ixy
    f.inverses[3 * k + 2] = iyy
    f.pushes[4 * k] = gxx * ixx + gxy * ixy
    f.pushes[4 * k + 1] = gxx * ixy + gxy * iyy
    f.pushes[4 * k + 2] = gxy * ixx + gyy * ixy
    f.pushes[4 * k + 3] = gxy * ixy + gyy * iyy
    f.logHeights[k] = logWeight - Math.log(det) / 2
  }
}

/** Writes log(p q N) of every pair at the point x[at], … to `logs`, and returns the largest. */
function weigh(f: Fields, x: Float64Array, at: number): number {
  return f.dim === 1 ? weighOnLine(f, x[at]!) : weighInPlane(f, x[at]!, x[at + 1]!)
}
function weighOnLine({ count, means, inverses, logHeights, logs, offsets }: Fields, x: number): number {
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    const u = x - means[k]!
    offsets[2 * k] = u
    const log = logHeights[k]! - (u * u * inverses[3 * k]!) / 2
    logs[k] = log
    if (log > top) top = log
  }
  return top
}
function weighInPlane({ count, means, inverses, logHeights, logs, offsets }: Fields, x: number, y: number): number {
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    const u = x - means[2 * k]!
    const v = y - means[2 * k + 1]!
    offsets[2 * k] = u
    offsets[2 * k + 1] = v
    const log = logHeights[k]! - (u * u * inverses[3 * k]! + v * v * inverses[3 * k + 2]!) / 2 - u * v * inverses[3 * k + 1]!
    logs[k] = log
    if (log > top) top = log
  }
  return top
}

/** log ρ_t at the point x[at], … */
export function logDensity(f: Fields, x: Float64Array, at = 0): number {
  const top = weigh(f, x, at)
  let sum = 0
  for (let k = 0; k < f.count; k++) sum += expOfNegative(f.logs[k]! - top)
  return top + Math.log(sum)
}

/** Writes b and s at the point x[at], … to the same places of `velocity` and `score`. */
export function evaluate(f: Fields, x: Float64Array, at: number, velocity: Float64Array, score: Float64Array): void {
  if (f.dim === 1) evaluateOnLine(f, x, at, velocity, score)
  else evaluateInPlane(f, x, at, velocity, score)
}

function evaluateOnLine(f: Fields, x: Float64Array, at: number, velocity: Float64Array, score: Float64Array): void {
  const { count, rates, inverses, pushes, logs, offsets } = f
  const top = weighOnLine(f, x[at]!)
  let sum = 0
  let b = 0
  let s = 0
  for (let k = 0; k < count; k++) {
    const share = expOfNegative(logs[k]! - top)
    const u = offsets[2 * k]!
    sum += share
    b += share * (rates[k]! + pushes[4 * k]! * u)
    s -= share * inverses[3 * k]! * u
  }
  velocity[at] = b / sum
  score[at] = s / sum
}

const NEGLIGIBLE = -40 // a pair with e⁻⁴⁰ of the largest changes no digit

function evaluateInPlane(f: Fields, x: Float64Array, at: number, velocity: Float64Array, score: Float64Array): void {
  const { count, rates, inverses, pushes, logs, offsets } = f
  const top = weighInPlane(f, x[at]!, x[at + 1]!)
  let sum = 0
  let bx = 0
  let by = 0
  let sx = 0
  let sy = 0
  for (let k = 0; k < count; k++) {
    const below = logs[k]! - top
    if (below < NEGLIGIBLE) continue
    const share = expOfNegative(below)
    const u = offsets[2 * k]!
    const v = offsets[2 * k + 1]!
    sum += share
    bx += share * (rates[2 * k]! + pushes[4 * k]! * u + pushes[4 * k + 1]! * v)
    by += share * (rates[2 * k + 1]! + pushes[4 * k + 2]! * u + pushes[4 * k + 3]! * v)
    sx -= share * (inverses[3 * k]! * u + inverses[3 * k + 1]! * v)
    sy -= share * (inverses[3 * k + 1]! * u + inverses[3 * k + 2]! * v)
  }
  velocity[at] = bx / sum
  velocity[at + 1] = by / sum
  score[at] = sx / sum
  score[at + 1] = sy / sum
}

/** ∂ₓb on a line: Σ r push - (Σ r b y - b Σ r y), for b, y of each pair. */
export function velocitySlope(f: Fields, x: Float64Array): number {
  const top = weigh(f, x, 0)
  let sum = 0
  let b = 0
  let y = 0
  let by = 0
  let push = 0
  for (let k = 0; k < f.count; k++) {
    const share = expOfNegative(f.logs[k]! - top)
    const own = f.rates[k]! + f.pushes[4 * k]! * f.offsets[2 * k]!
    const slope = f.inverses[3 * k]! * f.offsets[2 * k]!
    sum += share
    b += share * own
    y += share * slope
    by += share * own * slope
    push += share * f.pushes[4 * k]!
  }
  return push / sum - by / sum + (b / sum) * (y / sum)
}
