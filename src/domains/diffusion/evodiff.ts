// EVODiff, order 2, as in the official sampler for models that predict the clean x0. With P and Q the last two predictions and c > a > b the noise levels
// of step k, h = 1/b - 1/a (so bh = 1 - b/a) and ρ = ln(c/a)/ln(a/b):
//   Euler part     xE = (b/a) x + bh Q
//   balance        r₁ = (1 - ω) β + ω [⟨Q, P⟩/⟨P, P⟩],  Δ₁ = Q - r₁ P
//   probe          x̃ = xE + (bh/2rᵢ) Δ₁,  rᵢ = ρ s(|r₁|/4);  the only call of the model: R = D(x̃, b)
//   balance again  r₂ = (1 - ω) β + ω [⟨R, Q⟩/⟨Q, Q⟩],  Δ₂ = R - r₂ Q
//   correction     x ← xE + (bh/2ζ) B,  B = -(η/ρ) Δ₁ + ρ(1 - η) Δ₂;  η and ζ come from products of these differences
// with ω = ½(1 - τ²), τ = (b + σₙ)/(σ₀ + σₙ), β = √((b/a)/(a/c)), s the logistic function, and [·] cut to ±2. Products are taken per channel.
// R was predicted at the probe, not at the corrected x: calling the model there would cost twice as much.
import { type Predict, stepRatio } from './fewCalls'

/** How the entries of a sample belong to channels: those of a channel stand together (`planar`), or take turns. */
export interface Channels {
  count: number
  planar: boolean
}
/** Weights held at a value; null: measured by the method. `reach` is rᵢ/ρ, `balance` is both r₁ and r₂. */
export interface Frozen {
  balance: number | null
  reach: number | null
  eta: number | null
  zeta: number | null
}
export interface EvodiffSettings {
  channels: Channels
  frozen: Frozen
  /** False: the probe is the result of a step, and no correction follows. */
  corrects: boolean
  /** The last step: as published, or its Euler part alone. */
  ending: 'published' | 'plain'
}
/** The method as published, for vectors of one channel. */
export const PUBLISHED: EvodiffSettings = {
  channels: { count: 1, planar: true },
  frozen: { balance: null, reach: null, eta: null, zeta: null },
  corrects: true,
  ending: 'published',
}

/** Arrays are [n, dim], weights [n, channels]. Plain data. */
export interface Evodiff {
  x: Float64Array
  /** P, Q and R. */
  previous: Float64Array
  newest: Float64Array
  fresh: Float64Array
  /** xE, Δ₁ and x̃ of the last step with a probe. */
  euler: Float64Array
  difference: Float64Array
  probe: Float64Array
  /** r₁, rᵢ/ρ, r₂, η and ζ of the last step that had them; NaN before. */
  balance: Float64Array
  reach: Float64Array
  balance2: Float64Array
  eta: Float64Array
  zeta: Float64Array
  /** Calls of the model so far. */
  calls: number
}

export function startEvodiff(x: Float64Array, dim: number, channels: number): Evodiff {
  const like = () => new Float64Array(x.length)
  const weights = () => new Float64Array((x.length / dim) * channels).fill(Number.NaN)
  return {
    ...{ x, previous: like(), newest: like(), fresh: like(), euler: like(), difference: like(), probe: like() },
    ...{ balance: weights(), reach: weights(), balance2: weights(), eta: weights(), zeta: weights(), calls: 0 },
  }
}

const TINY = 1e-300 // a quotient of products is 0, and not NaN, where both are 0: point data, whose predictions do not differ
/** Up to so many steps ζ has its first formula. */
const FEW = 20

const logistic = (z: number) => 1 / (1 + Math.exp(-z))
const cut = (v: number) => Math.min(Math.max(v, -2), 2)
const quotient = (above: number, below: number) => cut(above / Math.max(below, TINY))

/** ⟨a, b⟩ over `count` entries from `from` on, `stride` apart. */
function product(a: Float64Array, b: Float64Array, from: number, stride: number, count: number): number {
  let sum = 0
  for (let j = 0, i = from; j < count; j++, i += stride) sum += a[i]! * b[i]!
  return sum
}

/** How much of the last prediction the last step takes away: r_f, for the ratio q = b/a of its noise levels. Its formula changes at q = ½. */
export const lastBalance = (q: number): number => 1 - Math.sqrt(q < 0.5 ? q : q - 0.5) / 2

/**
 * By how much the last step, as published, lengthens a sample whose predictions have settled, P = Q = x: -√(ab) + ½(1 - q)(1 - r_f). It is the same
 * whatever was predicted, and counts from the origin.
 */
export function lastPush(a: number, b: number): number {
  const q = b / a
  return ((1 - q) / 2) * (1 - lastBalance(q)) - Math.sqrt(a * b)
}

/** Step `k` = 1 to n of samples [n, dim] over the noise levels `sigmas` [n + 1], falling and positive; n ≥ 2. It calls the model n times in all. */
export function stepEvodiff(
  s: Evodiff,
  dim: number,
  settings: EvodiffSettings,
  model: Predict,
  sigmas: Float64Array,
  k: number,
): void {
  const last = sigmas.length - 1
  if (k === 1) first(s, model, sigmas)
  else if (k < last) {
    probe(s, dim, settings, sigmas, k)
    model(sigmas[k]!, s.probe, s.fresh)
    s.calls++
    if (settings.corrects) correct(s, dim, settings, sigmas, k)
    else s.x.set(s.probe)
    const old = s.previous
    s.previous = s.newest
    s.newest = s.fresh
    s.fresh = old
  } else finish(s, settings, sigmas[last - 1]!, sigmas[last]!)
}

/** DDIM, and the prediction at its end. */
function first(s: Evodiff, model: Predict, sigmas: Float64Array): void {
  const { x, previous, newest } = s
  const [a, b] = [sigmas[0]!, sigmas[1]!]
  model(a, x, previous)
  const ratio = b / a
  for (let i = 0; i < x.length; i++) x[i] = ratio * x[i]! + (1 - ratio) * previous[i]!
  model(b, x, newest)
  s.calls += 2
}

/** Shares of measured and expected growth in r: ω and (1 - ω) β. */
function blend(sigmas: Float64Array, k: number): number {
  const end = sigmas[sigmas.length - 1]!
  const tau = (sigmas[k]! + end) / (sigmas[0]! + end)
  return (1 - tau * tau) / 2
}
const expected = (sigmas: Float64Array, k: number): number =>
  Math.sqrt((sigmas[k]! * sigmas[k - 2]!) / (sigmas[k - 1]! * sigmas[k - 1]!))

function probe(s: Evodiff, dim: number, { channels, frozen }: EvodiffSettings, sigmas: Float64Array, k: number): void {
  const { x, previous, newest, euler, difference } = s
  const [a, b] = [sigmas[k - 1]!, sigmas[k]!]
  const [ratio, rho, omega, beta] = [b / a, stepRatio(sigmas, k), blend(sigmas, k), expected(sigmas, k)]
  const size = dim / channels.count
  const stride = channels.planar ? 1 : channels.count
  for (let w = 0; w < s.balance.length; w++) {
    const from = startOf(w, dim, channels)
    const measured = quotient(product(newest, previous, from, stride, size), product(previous, previous, from, stride, size))
    const balance = frozen.balance ?? (1 - omega) * beta + omega * measured
    const reach = frozen.reach ?? Math.min(Math.max(logistic(Math.abs(balance) / 4), 0.25), 1.5)
    s.balance[w] = balance
    s.reach[w] = reach
    const far = (1 - ratio) / (2 * reach * rho)
    for (let j = 0, i = from; j < size; j++, i += stride) {
      euler[i] = ratio * x[i]! + (1 - ratio) * newest[i]!
      difference[i] = newest[i]! - balance * previous[i]!
      s.probe[i] = euler[i]! + far * difference[i]!
    }
  }
}

/** Index of the first entry of weight `w`: its sample's, and its channel's in that. */
function startOf(w: number, dim: number, { count, planar }: Channels): number {
  const channel = w % count
  return ((w - channel) / count) * dim + (planar ? (channel * dim) / count : channel)
}

function correct(s: Evodiff, dim: number, { channels, frozen }: EvodiffSettings, sigmas: Float64Array, k: number): void {
  const { x, previous, newest, fresh, euler, difference } = s
  const [a, b] = [sigmas[k - 1]!, sigmas[k]!]
  const [ratio, rho, omega, beta] = [b / a, stepRatio(sigmas, k), blend(sigmas, k), expected(sigmas, k)]
  const h = 1 / b - 1 / a
  const isFew = sigmas.length - 1 <= FEW
  const size = dim / channels.count
  const stride = channels.planar ? 1 : channels.count
  for (let w = 0; w < s.balance.length; w++) {
    const from = startOf(w, dim, channels)
    const measured = quotient(product(fresh, newest, from, stride, size), product(newest, newest, from, stride, size))
    const balance2 = frozen.balance ?? (1 - omega) * beta + omega * measured
    let [sums, squares] = [0, 0] // ⟨u + w, u - w⟩ and ⟨u - w, u - w⟩
    for (let j = 0, i = from; j < size; j++, i += stride) {
      const u = (rho / h) * (fresh[i]! - balance2 * newest[i]!)
      const v = difference[i]! / (rho * h)
      sums += (u + v) * (u - v)
      squares += (u - v) * (u - v)
    }
    const eta = frozen.eta ?? logistic(Math.abs(quotient(sums, squares) / 2)) / 2
    // what the correction would take from the probe, along Δ₁; and E = (Q - P)/h
    const back = (b * h) / (2 * s.reach[w]! * rho)
    let [along, own, grown, change] = [0, 0, 0, 0]
    for (let j = 0, i = from; j < size; j++, i += stride) {
      const d = difference[i]!
      const turn = -(eta / rho) * d + rho * (1 - eta) * (fresh[i]! - balance2 * newest[i]!)
      const e = (newest[i]! - previous[i]!) / h
      along += (s.probe[i]! - euler[i]! - back * turn) * d
      own += d * d
      grown += newest[i]! * e
      change += e * e
    }
    const excess = Math.abs(quotient(along, own) / (h * b)) - 0.5
    const slowed = isFew ? excess : -excess * logistic(quotient(grown, change) * (2 - ratio * ratio))
    const zeta = frozen.zeta ?? logistic(slowed)
    s.balance2[w] = balance2
    s.eta[w] = eta
    s.zeta[w] = zeta
    const forth = (b * h) / (2 * zeta)
    for (let j = 0, i = from; j < size; j++, i += stride) {
      const turn = -(eta / rho) * difference[i]! + rho * (1 - eta) * (fresh[i]! - balance2 * newest[i]!)
      x[i] = euler[i]! + forth * turn
    }
  }
}

function finish({ x, previous, newest }: Evodiff, { ending }: EvodiffSettings, a: number, b: number): void {
  const ratio = b / a
  const [kept, pull, balance] = ending === 'published' ? [1 - Math.sqrt(a * b), (1 - ratio) / 2, lastBalance(ratio)] : [1, 0, 1]
  for (let i = 0; i < x.length; i++) {
    const euler = ratio * x[i]! + (1 - ratio) * newest[i]!
    x[i] = kept * euler + pull * (newest[i]! - balance * previous[i]!)
  }
}
