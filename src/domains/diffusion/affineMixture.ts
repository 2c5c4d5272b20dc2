// A mixture of round Gaussians seen as x_t = α x0 + σ ε: component k is N(α μₖ, vₖ I) with vₖ = α² τₖ² + σ². With responsibilities rₖ all is exact:
//   x0 given x and k: mean cₖ = (α τₖ² x + σ² μₖ)/vₖ, variance τₖ² σ²/vₖ in each coordinate;   x̂0 = Σ rₖ cₖ.
// On a line the distribution function F_t is known, and with it the flow map: Ψ_{t→s} = F_s⁻¹ ∘ F_t, because the flow keeps the order of points.
import { normalTail } from '@/numerics/normal'
import { bridge, type Level } from './affine'
import type { Mixture } from './mixture'

/** Prepared for one level; `setLevel` moves it to another. Plain data. */
export interface AffineMixture {
  readonly data: Mixture
  readonly count: number
  level: Level
  /** log wₖ/Σw, [count]. */
  readonly logShares: Float64Array
  /** α μₖ [count, dim] and vₖ [count]. */
  readonly means: Float64Array
  readonly variances: Float64Array
  /** log share - (d/2) log 2πvₖ, [count]. */
  readonly logHeights: Float64Array
  /** rₖ of the place last looked at, [count]. */
  readonly shares: Float64Array
}

export function affineMixture(data: Mixture, level: Level): AffineMixture {
  const count = data.stds.length
  const total = data.weights.reduce((sum, w) => sum + w, 0)
  const made: AffineMixture = {
    data,
    count,
    level,
    logShares: data.weights.map((w) => Math.log(w / total)),
    means: new Float64Array(count * data.dim),
    variances: new Float64Array(count),
    logHeights: new Float64Array(count),
    shares: new Float64Array(count),
  }
  setLevel(made, level)
  return made
}

export function setLevel(m: AffineMixture, level: Level): void {
  const { dim, means, stds } = m.data
  m.level = level
  for (let k = 0; k < m.count; k++) {
    const variance = (level.alpha * stds[k]!) ** 2 + level.sigma ** 2
    m.variances[k] = variance
    m.logHeights[k] = m.logShares[k]! - (dim / 2) * Math.log(2 * Math.PI * variance)
    for (let i = k * dim; i < (k + 1) * dim; i++) m.means[i] = level.alpha * means[i]!
  }
}

/** log p at x[at], …; leaves the responsibilities in `shares`. */
export function lookAt(m: AffineMixture, x: ArrayLike<number>, at = 0): number {
  const { dim } = m.data
  const { count, means, variances, logHeights, shares } = m
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count; k++) {
    let square = 0
    for (let i = 0; i < dim; i++) square += (x[at + i]! - means[k * dim + i]!) ** 2
    shares[k] = logHeights[k]! - square / (2 * variances[k]!)
    top = Math.max(top, shares[k]!)
  }
  let sum = 0
  for (let k = 0; k < count; k++) {
    shares[k] = Math.exp(shares[k]! - top)
    sum += shares[k]!
  }
  for (let k = 0; k < count; k++) shares[k]! /= sum
  return top + Math.log(sum)
}

/** Mean of coordinate `i` of x0 given component k and the coordinate x. */
const centreOf = (
  { data: { dim, means, stds }, level: { alpha, sigma }, variances }: AffineMixture,
  k: number,
  i: number,
  x: number,
) => (alpha * stds[k]! ** 2 * x + sigma ** 2 * means[k * dim + i]!) / variances[k]!

/** x̂0 of all points `x` [n, dim], written to `out` [n, dim]. Nothing is allocated. */
export function fillData(m: AffineMixture, x: Float64Array, out: Float64Array): void {
  const { dim } = m.data
  for (let at = 0; at < x.length; at += dim) {
    lookAt(m, x, at)
    for (let i = 0; i < dim; i++) {
      let sum = 0
      for (let k = 0; k < m.count; k++) sum += m.shares[k]! * centreOf(m, k, i, x[at + i]!)
      out[at + i] = sum
    }
  }
}

/** A mixture on a line as lists, [count] each. */
export interface LineMixture {
  readonly weights: Float64Array
  readonly means: Float64Array
  readonly stds: Float64Array
}
export function momentsOf({ weights, means, stds }: LineMixture): { mean: number; variance: number } {
  const mean = weights.reduce((sum, w, k) => sum + w * means[k]!, 0)
  return { mean, variance: weights.reduce((sum, w, k) => sum + w * (stds[k]! ** 2 + (means[k]! - mean) ** 2), 0) }
}

/** On a line: the law of x0 given x. */
export function posterior(m: AffineMixture, x: number): LineMixture {
  lookAt(m, [x])
  return {
    weights: m.shares.slice(),
    means: Float64Array.from(m.shares, (_, k) => centreOf(m, k, 0, x)),
    stds: Float64Array.from(m.shares, (_, k) => (m.data.stds[k]! * m.level.sigma) / Math.sqrt(m.variances[k]!)),
  }
}

/** On a line: the law p_t itself. */
export const marginalOf = (m: AffineMixture): LineMixture => ({
  weights: m.logShares.map(Math.exp),
  means: m.means.slice(),
  stds: m.variances.map(Math.sqrt),
})

/** Share of the mass below x (`side` 1) or above it (-1), with a small relative error in that tail. */
export function tailOf({ weights, means, stds }: LineMixture, x: number, side: 1 | -1): number {
  let sum = 0
  for (let k = 0; k < weights.length; k++) {
    if (stds[k]! > 0) sum += weights[k]! * normalTail((side * (means[k]! - x)) / stds[k]!)
    else if (side * (x - means[k]!) >= 0) sum += weights[k]!
  }
  return sum
}

/** Density at x. */
export function densityOf({ weights, means, stds }: LineMixture, x: number): number {
  let sum = 0
  for (let k = 0; k < weights.length; k++) {
    const z = (x - means[k]!) / stds[k]!
    sum += (weights[k]! / (stds[k]! * Math.sqrt(2 * Math.PI))) * Math.exp((-z * z) / 2)
  }
  return sum
}

const ROUNDS = 80
/** The place between `low` and `high` with the mass `share` on that side: Newton on the logarithm of the tail, or halving where it would leave. */
function placeOf(mix: LineMixture, share: number, side: 1 | -1, low: number, high: number, guess: number): number {
  const wanted = Math.log(share)
  let x = guess > low && guess < high ? guess : (low + high) / 2
  for (let round = 0; round < ROUNDS && high - low > 4e-16 * (Math.abs(low) + Math.abs(high)); round++) {
    const tail = tailOf(mix, x, side)
    const off = Math.log(tail) - wanted
    if (side * off < 0) low = x
    else high = x
    const next = x - (side * off * tail) / densityOf(mix, x)
    const isIn = next > low && next < high
    if (isIn && Math.abs(next - x) < 1e-15 * Math.max(1, Math.abs(x))) return next
    x = isIn ? next : (low + high) / 2
  }
  return x
}

const FAR = 8 // standard deviations that hold all of a component's mass but 1e-15
/** The place with the share u of the mass below it, 0 < u < 1. */
export function quantileOf(mix: LineMixture, u: number, guess = Number.NaN): number {
  const used = Array.from(mix.weights.keys()).filter((k) => mix.weights[k]! > 0)
  const low = Math.min(...used.map((k) => mix.means[k]! - FAR * mix.stds[k]!))
  const high = Math.max(...used.map((k) => mix.means[k]! + FAR * mix.stds[k]!))
  return u < 0.5 ? placeOf(mix, u, 1, low, high, guess) : placeOf(mix, 1 - u, -1, low, high, guess)
}

/** Ψ from `from` to `to` on a line, for x of any size: where the point x goes that has as much mass below it at both. */
export function flowMap(from: LineMixture, to: LineMixture, x: number, guess = Number.NaN): number {
  const below = tailOf(from, x, 1)
  const side = below < 0.5 ? 1 : -1
  // where each component alone would send it
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let k = 0; k < to.weights.length; k++) {
    const alone = to.means[k]! + (to.stds[k]! / from.stds[k]!) * (x - from.means[k]!)
    low = Math.min(low, alone)
    high = Math.max(high, alone)
  }
  const share = side === 1 ? below : tailOf(from, x, -1)
  return share > 0 && high > low ? placeOf(to, share, side, low, high, guess) : (low + high) / 2
}

/** From t back to s on a line: the exact law of x_s given x_t, and the normal law of DDPM, which puts x̂0 in the place of x0. */
export interface ReverseKernel {
  readonly exact: LineMixture
  /** Of the exact law. */
  readonly mean: number
  readonly variance: number
  readonly ddpmMean: number
  readonly ddpmVariance: number
}
export function reverseKernel(data: Mixture, late: Level, early: Level, x: number): ReverseKernel {
  const { fromX, fromData, variance, shrink, spread } = bridge(late, early)
  const m = affineMixture(data, late)
  const { weights, means: centres } = posterior(m, x)
  // component k of p_s has variance u = α_s² τ² + σ_s²; given x_t as well, 1/(1/u + shrink²/spread)
  const before = Float64Array.from(data.stds, (std) => (early.alpha * std) ** 2 + early.sigma ** 2)
  const both = before.map((u) => 1 / (1 / u + shrink ** 2 / spread))
  const exact: LineMixture = {
    weights,
    means: both.map((v, k) => v * ((early.alpha * data.means[k]!) / before[k]! + (shrink * x) / spread)),
    stds: both.map(Math.sqrt),
  }
  const x0 = weights.reduce((sum, w, k) => sum + w * centres[k]!, 0)
  const moments = momentsOf(exact)
  return { exact, ...moments, ddpmMean: fromX * x + fromData * x0, ddpmVariance: variance }
}

const CELLS = 1600
/** KL(mixture ‖ N(mean, variance)) in nats, by the trapezium rule, which is good to rounding for such smooth tails. */
export function klToNormal(mix: LineMixture, mean: number, variance: number): number {
  const low = Math.min(...mix.means.map((m, k) => m - FAR * mix.stds[k]!))
  const high = Math.max(...mix.means.map((m, k) => m + FAR * mix.stds[k]!))
  const h = (high - low) / CELLS
  let sum = 0
  for (let i = 0; i <= CELLS; i++) {
    const x = low + i * h
    const p = densityOf(mix, x)
    if (p > 0) sum += p * (Math.log(p) + ((x - mean) ** 2 / variance + Math.log(2 * Math.PI * variance)) / 2)
  }
  return sum * h
}
