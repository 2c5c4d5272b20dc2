// Multistep rules with momentum for dx/dσ = f(x, σ), each step of size δ (< 0 when sampling), pₙ = Σ bⱼ f_{n-j}:
//   AB    x += δ p                                      (Adams-Bashforth, "PLMS")
//   HB    v ← (1 - β) v + β p;  x += δ v                (heavy ball)
//   NT    v ← (1 - β) v + β p;  x += δ ((1 - β) v + β p)  (after Nesterov)
//   GHVB  v ← (1 - β) v + β f;  x += (δ/β) Σ aⱼ(β) v_{n-j}
// β weights the newest value: β = 1 is no momentum and makes all four the same. An optimizer's β would be 1 - β here.

export type Family = 'AB' | 'HB' | 'NT' | 'GHVB'

export interface Rule {
  family: Family
  /** Number r of values combined: 1 to 4, GHVB also 5. */
  order: number
  /** 0 < β ≤ 1; AB ignores it. */
  beta: number
}

const ADAMS_BASHFORTH: readonly (readonly number[])[] = [
  [1],
  [3 / 2, -1 / 2],
  [23 / 12, -16 / 12, 5 / 12],
  [55 / 24, -59 / 24, 37 / 24, -9 / 24],
]

/** Weights b of r = 1 to 4 values, newest first. They sum to 1. */
export const adamsBashforth = (order: number): readonly number[] => ADAMS_BASHFORTH[order - 1]!

/** Weights a(β) of r = 1 to 5 velocities, newest first. They sum to β; at β = 1 they are Adams-Bashforth's. */
export function ghvb(order: number, beta: number): readonly number[] {
  const b = beta
  switch (order) {
    case 1:
      return [b]
    case 2:
      return [(2 + b) / 2, -(2 - b) / 2]
    case 3:
      return [(18 + 5 * b) / 12, -(24 - 8 * b) / 12, (6 - b) / 12]
    case 4:
      return [(46 + 9 * b) / 24, -(78 - 19 * b) / 24, (42 - 5 * b) / 24, -(10 - b) / 24]
    default:
      return [1650 + 251 * b, -(3420 - 646 * b), 2880 - 264 * b, -(1380 - 106 * b), 270 - 19 * b].map((a) => a / 720)
  }
}

/** One number for order and momentum: q = 3.8 means r = 4 and β = 0.8, q = 4 means r = 4 and β = 1. */
export function ruleOfOrder(q: number): Pick<Rule, 'order' | 'beta'> {
  const order = Math.max(1, Math.ceil(q - 1e-9))
  return { order, beta: Math.round((q - order + 1) * 1e9) / 1e9 }
}
export const orderOfRule = ({ order, beta }: Pick<Rule, 'order' | 'beta'>): number => order - 1 + beta

/** All that the next step needs; plain data. `x` may hold many particles: the rule acts on each number separately. */
export interface MultistepState {
  x: Float64Array // [size]
  /** f(x, σ), written by the caller before each step; [size]. */
  slope: Float64Array
  velocity: Float64Array // v, [size]
  /** Ring of the last values that the rule combines, f or (GHVB) v: [order, size]. */
  history: Float64Array
  /** Row of the newest value. */
  newest: number
  /** Values known so far, at most `order`. */
  known: number
  /** Row k: the weights while k + 1 values are known, [order, order]. */
  weights: Float64Array
}

export function startMultistep({ family, order, beta }: Rule, x: Float64Array): MultistepState {
  const weights = new Float64Array(order * order)
  for (let k = 0; k < order; k++) {
    const row = family === 'GHVB' ? ghvb(k + 1, beta).map((a) => a / beta) : adamsBashforth(k + 1)
    weights.set(row, k * order)
  }
  return {
    x,
    slope: new Float64Array(x.length),
    velocity: new Float64Array(x.length),
    history: new Float64Array(order * x.length),
    newest: order - 1,
    known: 0,
    weights,
  }
}

/**
 * One update by δ from `state.slope`. Start-up as in the authors' code: v begins as the first value, and until `order` values are known, the rule of
 * the highest possible order is used.
 */
export function stepMultistep(state: MultistepState, { family, order, beta }: Rule, delta: number): void {
  const { x, slope, velocity, history, weights } = state
  const size = x.length
  const first = state.known === 0
  const newest = (state.newest + 1) % order
  const known = Math.min(state.known + 1, order)
  const row = (known - 1) * order
  const weight = first ? 1 : beta
  state.newest = newest
  state.known = known
  for (let i = 0; i < size; i++) {
    let value = slope[i]!
    if (family === 'GHVB') {
      value = blend(weight, value, velocity[i]!)
      velocity[i] = value
    }
    history[newest * size + i] = value
    let combined = 0
    for (let j = 0; j < known; j++) {
      const at = newest - j
      combined += weights[row + j]! * history[(at < 0 ? at + order : at) * size + i]!
    }
    if (family === 'HB' || family === 'NT') {
      const v = blend(weight, combined, velocity[i]!)
      velocity[i] = v
      combined = family === 'HB' ? v : blend(beta, combined, v)
    }
    x[i]! += delta * combined
  }
}

/** β fresh + (1 - β) old, and exactly `fresh` at β = 1, whatever `old` is. */
const blend = (beta: number, fresh: number, old: number): number => (beta === 1 ? fresh : beta * fresh + (1 - beta) * old)
