// A matrix W ≈ B A kept as two thin factors, and the two tricks of Glentis et al. 2025 (arXiv 2505.22922): rebuilding the factors from the singular values
// of their product, and resetting Adam's moments at the same time. For comparison GaLore, which keeps W whole and Adam's moments thin.
// Loss ½ tr((W - W*) X (W - W*)ᵀ), G = (W - W*) X, ∇B = G Aᵀ, ∇A = Bᵀ G, both from the same B and A. Matrices are row-major; steps allocate nothing.

import { times } from '@/numerics/smallMatrix'
import { steadyPower } from '@/numerics/steady'
import { type Svd, svd, svdWorkspace } from '@/numerics/svd'
import { ADAM, type AdamSettings, adam } from './adaptive'
import { type Memory, startMemory } from './rules'

/** The matrix to learn. */
export interface Task {
  readonly n: number
  readonly m: number
  /** W*, [n, m]. */
  readonly target: Float64Array
  /** Covariance X of the inputs, [m, m]; null: the identity. */
  readonly covariance: Float64Array | null
}
export interface Factors {
  readonly n: number
  readonly m: number
  readonly r: number
  /** B, [n, r], and A, [r, m]. */
  readonly b: Float64Array
  readonly a: Float64Array
}
/** Factors with Adam's memory of each. */
export interface LowRank extends Factors {
  readonly memoryB: Memory
  readonly memoryA: Memory
  /** Steps since Adam's moments were reset; -1: never. */
  since: number
}
/** What is done to the factors at regular steps. */
export interface Tricks {
  readonly refactor: boolean
  readonly reset: boolean
}

const MOST = 144 // numbers of the largest matrix
const scratch = () => new Float64Array(MOST) // holds nothing between two calls
const [product, error, slope, slopeB, slopeA, flipped] = [scratch(), scratch(), scratch(), scratch(), scratch(), scratch()]

export function startLowRank(n: number, m: number, r: number, b: ArrayLike<number>, a: ArrayLike<number>): LowRank {
  if (n * m > MOST || r > Math.min(n, m)) throw new Error(`a matrix ${n} × ${m} of rank ${r} has no room here`)
  const [memoryB, memoryA] = [startMemory(adam, n * r), startMemory(adam, r * m)]
  return { n, m, r, b: Float64Array.from(b), a: Float64Array.from(a), memoryB, memoryA, since: -1 }
}

/** out = B A, [n, m]. */
export function productOf({ n, m, r, b, a }: Factors, out: Float64Array): void {
  times(b, a, n, r, m, out)
}

/** Writes (W - W*) X, [n, m], for weights W; returns the loss. */
export function errorSlope({ n, m, target, covariance }: Task, weights: Float64Array, out: Float64Array): number {
  for (let k = 0; k < n * m; k++) error[k] = weights[k]! - target[k]!
  if (covariance === null) for (let k = 0; k < n * m; k++) out[k] = error[k]!
  else times(error, covariance, n, m, m, out)
  let sum = 0
  for (let k = 0; k < n * m; k++) sum += error[k]! * out[k]!
  return sum / 2
}
export function lossOf(task: Task, factors: Factors): number {
  productOf(factors, product)
  return errorSlope(task, product, slope)
}

/** Writes ∇B, [n, r], and ∇A, [r, m], from G, [n, m]. */
function slopesFrom({ n, m, r, b, a }: Factors, g: Float64Array, outB: Float64Array, outA: Float64Array): void {
  for (let i = 0; i < n; i++)
    for (let k = 0; k < r; k++) {
      let sum = 0
      for (let j = 0; j < m; j++) sum += g[i * m + j]! * a[k * m + j]!
      outB[i * r + k] = sum
    }
  for (let k = 0; k < r; k++)
    for (let j = 0; j < m; j++) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += b[i * r + k]! * g[i * m + j]!
      outA[k * m + j] = sum
    }
}
/** Writes the exact ∇B and ∇A. */
export function factorSlopes(task: Task, factors: Factors, outB: Float64Array, outA: Float64Array): void {
  productOf(factors, product)
  errorSlope(task, product, slope)
  slopesFrom(factors, slope, outB, outA)
}

const settings: { -readonly [K in keyof AdamSettings]: AdamSettings[K] } = { ...ADAM }

/** Share of the rate `since` steps after a reset of the moments: a straight line from 0 to 1 at `recovery`. */
export const recovered = (since: number, recovery: number): number => (since < 0 || since >= recovery ? 1 : since / recovery)

/** One step of Adam on both factors. `noise`: added to G, [n, m]; `recovery`: steps until the full rate returns after a reset. */
export function stepLowRank(task: Task, lane: LowRank, given: AdamSettings, recovery: number, noise: Float64Array | null): void {
  productOf(lane, product)
  errorSlope(task, product, slope)
  if (noise !== null) for (let k = 0; k < task.n * task.m; k++) slope[k]! += noise[k]!
  slopesFrom(lane, slope, slopeB, slopeA)
  if (lane.since >= 0) lane.since++
  Object.assign(settings, given)
  settings.rate = given.rate * recovered(lane.since, recovery)
  adam.step(lane.b, slopeB, lane.memoryB, settings)
  adam.step(lane.a, slopeA, lane.memoryA, settings)
}

let factors: Svd = svdWorkspace(1, 1)
function decompose(a: Float64Array, rows: number, columns: number): Svd {
  if (factors.rows !== rows || factors.columns !== columns) factors = svdWorkspace(rows, columns)
  svd(a, factors)
  return factors
}

/** Rewrites the factors of the same product with equal shares: B ← U Σ^½, A ← Σ^½ Vᵀ. In each column of U the entry of largest size is positive. */
export function rebuild(factors: Factors): void {
  const { n, m, r, b, a } = factors
  productOf(factors, product)
  const { left, values, right } = decompose(product, n, m)
  for (let k = 0; k < r; k++) {
    let largest = 0
    for (let i = 0; i < n; i++) if (Math.abs(left[k * n + i]!) > Math.abs(left[k * n + largest]!)) largest = i
    const root = (left[k * n + largest]! < 0 ? -1 : 1) * Math.sqrt(values[k]!)
    for (let i = 0; i < n; i++) b[i * r + k] = left[k * n + i]! * root
    for (let j = 0; j < m; j++) a[k * m + j] = right[k * m + j]! * root
  }
}

const forgetMemory = (memory: Memory): void => {
  memory.steps = 0
  memory.powers.fill(1) // so that the bias correction begins again
  for (const kept of memory.kept) kept.fill(0)
}
/** Does the tricks that are due. */
export function perform(lane: LowRank, { refactor, reset }: Tricks): void {
  if (refactor) rebuild(lane)
  if (reset) {
    forgetMemory(lane.memoryB)
    forgetMemory(lane.memoryA)
    lane.since = 0
  }
}

/** ‖BᵀB - AAᵀ‖: how unbalanced the factors are. */
export function imbalanceOf({ n, m, r, b, a }: Factors): number {
  let sum = 0
  for (let p = 0; p < r; p++)
    for (let q = 0; q < r; q++) {
      let entry = 0
      for (let i = 0; i < n; i++) entry += b[i * r + p]! * b[i * r + q]!
      for (let j = 0; j < m; j++) entry -= a[p * m + j]! * a[q * m + j]!
      sum += entry * entry
    }
  return Math.sqrt(sum)
}

/** Singular values of a [rows, columns] matrix, from the largest. */
export const singularValues = (matrix: Float64Array, rows: number, columns: number): Float64Array =>
  decompose(matrix, rows, columns).values.slice(0, Math.min(rows, columns))

/** The least loss of a product of rank r: half the squares of the singular values of W* X^½ that it must leave out. */
export function bestLoss({ n, m, target, covariance }: Task, r: number): number {
  let seen = target
  if (covariance !== null) {
    // W* L with X = L Lᵀ has the same singular values
    seen = new Float64Array(n * m)
    times(target, choleskyOf(covariance, m), n, m, m, seen)
  }
  return singularValues(seen, n, m).reduce((sum, value, k) => (k < r ? sum : sum + (value * value) / 2), 0)
}
/** L, lower triangular, with x = L Lᵀ; x: [size, size], positive definite. */
function choleskyOf(x: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = x[i * size + j]!
      for (let k = 0; k < j; k++) rest -= out[i * size + k]! * out[j * size + k]!
      out[i * size + j] = i === j ? Math.sqrt(rest) : rest / out[j * size + j]!
    }
  return out
}

const LEAST = 1e-14 // of the largest eigenvalue: smaller ones are rounding
/** s ^ exponent of a positive definite [size, size] matrix. */
function power(s: Float64Array, size: number, exponent: number): Float64Array {
  const { left, values } = decompose(s, size, size) // left and right vectors of such a matrix are the same
  const out = new Float64Array(size * size)
  for (let k = 0; k < size; k++) {
    const value = steadyPower(Math.max(values[k]!, LEAST * values[0]!, Number.MIN_VALUE * 2 ** 60), exponent)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) out[i * size + j]! += value * left[k * size + i]! * left[k * size + j]!
  }
  return out
}
function multiplied(x: Float64Array, y: Float64Array, rows: number, inner: number, columns: number): Float64Array {
  const out = new Float64Array(rows * columns)
  times(x, y, rows, inner, columns, out)
  return out
}
/** x xᵀ of a [rows, columns] matrix. */
function squareOf(x: Float64Array, rows: number, columns: number): Float64Array {
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) flipped[j * rows + i] = x[i * columns + j]!
  return multiplied(x, flipped, rows, columns, rows)
}
function transposed(x: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[j * rows + i] = x[i * columns + j]!
  return out
}

/**
 * The factors on the way to balanced ones, `share` 0 to 1, with the same product all the way: B Mˢ and M⁻ˢ A, where M² is the geometric mean of (BᵀB)⁻¹ and
 * AAᵀ. At 1 they are balanced: (BM)ᵀ(BM) = (M⁻¹A)(M⁻¹A)ᵀ. The rebuilt factors are these, rotated to the singular directions.
 */
export function levelled({ n, m, r, b, a }: Factors, share: number): Factors {
  const loadB = squareOf(transposed(b, n, r), r, n)
  const loadA = squareOf(a, r, m)
  const [root, back] = [power(loadB, r, 0.5), power(loadB, r, -0.5)]
  const middle = power(multiplied(multiplied(root, loadA, r, r, r), root, r, r, r), r, 0.5)
  const square = multiplied(multiplied(back, middle, r, r, r), back, r, r, r)
  return {
    n,
    m,
    r,
    b: multiplied(b, power(square, r, share / 2), n, r, r),
    a: multiplied(power(square, r, -share / 2), a, r, r, m),
  }
}

/** A matrix learned whole, by Adam on all of it or on its part in the space that `basis` spans. */
export interface FullRank {
  /** W, [n, m]. */
  readonly weights: Float64Array
  readonly memory: Memory
}
export interface Galore extends FullRank {
  /** Left singular vectors of the gradient, one a row, [r, n]. */
  readonly basis: Float64Array
}
export const startFull = (weights: Float64Array): FullRank => ({
  weights: weights.slice(),
  memory: startMemory(adam, weights.length),
})
export const startGalore = (weights: Float64Array, n: number, m: number, r: number): Galore => ({
  weights: weights.slice(),
  memory: startMemory(adam, r * m),
  basis: new Float64Array(r * n),
})

/** One step of Adam on W. */
export function stepFull(task: Task, lane: FullRank, given: AdamSettings, noise: Float64Array | null): void {
  errorSlope(task, lane.weights, slope)
  if (noise !== null) for (let k = 0; k < lane.weights.length; k++) slope[k]! += noise[k]!
  adam.step(lane.weights, slope, lane.memory, given)
}

const [small, moved] = [scratch(), scratch()]
/**
 * GaLore (Zhao et al. 2024): Adam sees the gradient in the space of its r leading left singular vectors. `refresh` computes these again; Adam's moments
 * stay as they are.
 */
export function stepGalore(task: Task, lane: Galore, given: AdamSettings, refresh: boolean, noise: Float64Array | null): void {
  const { n, m } = task
  const { weights, memory, basis } = lane
  const r = basis.length / n
  errorSlope(task, weights, slope)
  if (noise !== null) for (let k = 0; k < n * m; k++) slope[k]! += noise[k]!
  if (refresh) {
    const { left } = decompose(slope, n, m)
    for (let k = 0; k < r * n; k++) basis[k] = left[k]!
  }
  times(basis, slope, r, n, m, small)
  const size = r * m
  for (let k = 0; k < size; k++) moved[k] = 0
  const step = moved.subarray(0, size)
  adam.step(step, small, memory, given) // from 0: the step that Adam would take
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0
      for (let k = 0; k < r; k++) sum += basis[k * n + i]! * step[k * m + j]!
      weights[i * m + j]! += sum
    }
}

/** Numbers stored for a layer of n × m: weights, and Adam's two moments of what is trained. */
export interface Stored {
  readonly weights: number
  readonly moments: number
}
export const STORED: Readonly<Record<'full' | 'galore' | 'lowRank', (n: number, m: number, r: number) => Stored>> = {
  full: (n, m) => ({ weights: n * m, moments: 2 * n * m }),
  /** The moments of [r, m], and the basis. */
  galore: (n, m, r) => ({ weights: n * m, moments: 2 * r * m + n * r }),
  lowRank: (n, m, r) => ({ weights: r * (n + m), moments: 2 * r * (n + m) }),
}
