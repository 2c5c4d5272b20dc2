// Three optimizers on the same batches: momentum (or Adam) with the bare gradient, with K-FAC's preconditioner, and with MKOR's.

import { ADAM, adam } from '@/domains/optim/adaptive'
import {
  averageCovariance,
  dampedInverse,
  INVERSE_UPDATES,
  identity,
  precondition,
  stabilize,
  type Variant,
} from '@/domains/optim/kronecker'
import { heavyBall, type Memory, startMemory, type Tuned, tuned } from '@/domains/optim/rules'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { addOuter } from '@/numerics/smallMatrix'
import { METHODS, type Method, type Params, RATES } from './params'
import { drawBatch, lossOf, type Problem, problemOf } from './problem'

export const DAMPING = 1e-3 // of K-FAC, as the card of the demo has it
const FAR = 1e8 // a method with a larger loss has diverged
/** Steps that MKOR-H compares. */
export const BLOCK = 25

/** A factor of MKOR: its kept inverse, [size, size], and the last vector added. */
export interface Factor {
  readonly inverse: Float64Array
  readonly vector: Float64Array
}
export interface Runner {
  /** W, [m, n]. */
  readonly weights: Float64Array
  readonly memory: Memory
  loss: number
  /** Step at which it diverged, -1 before. It then stays at its last place. */
  lost: number
  /** Multiply-adds so far. */
  work: number
}
export interface Mkor extends Runner {
  readonly left: Factor
  readonly right: Factor
  /** MKOR-H: step at which it gave up preconditioning, -1 before; batch losses of this block and of the last one, and how much the log fell. */
  switched: number
  block: number
  before: number
  fall: number
}
export interface Kfac extends Runner {
  readonly left: Float64Array
  readonly right: Float64Array
  readonly leftInverse: Float64Array
  readonly rightInverse: Float64Array
}
export interface Race {
  readonly batches: Stream
  readonly first: Runner
  readonly kfac: Kfac
  readonly mkor: Mkor
  readonly seen: Seen
}
/** What follows from the inputs' vectors, whatever the optimizers do: their moving average, and its inverse by each formula, [n, n]. */
export interface Seen {
  readonly average: Float64Array
  readonly inverses: Readonly<Record<Variant, Float64Array>>
  readonly vector: Float64Array
}

const innerOf = (p: Params, rate: number): Tuned =>
  p.inner === 'adam' ? tuned(adam, { ...ADAM, rate }) : tuned(heavyBall, { rate, beta: 0.9 })
const INNER_COST = { momentum: 2, adam: 8 } as const // multiply-adds a weight

const innersOf = memoized(
  (p: Params): Readonly<Record<Method, Tuned>> =>
    Object.fromEntries(METHODS.map((method) => [method, innerOf(p, p[RATES[method]])])) as Record<Method, Tuned>,
)

const startFactor = (size: number): Factor => ({ inverse: identity(size), vector: new Float64Array(size) })

export function startRace(p: Params): Race {
  const problem = problemOf(p)
  const { m, n, start } = problem
  const runner = (): Runner => ({
    weights: start.slice(),
    memory: startMemory(p.inner === 'adam' ? adam : heavyBall, m * n),
    loss: lossOf(problem, start),
    lost: -1,
    work: 0,
  })
  return {
    batches: stream(p.seed, 'batches'),
    first: runner(),
    kfac: {
      ...runner(),
      left: identity(m),
      right: identity(n),
      leftInverse: identity(m),
      rightInverse: identity(n),
    },
    mkor: { ...runner(), left: startFactor(m), right: startFactor(n), switched: -1, block: 0, before: 0, fall: 0 },
    seen: {
      average: identity(n),
      inverses: { exact: identity(n), released: identity(n), printed: identity(n) },
      vector: new Float64Array(n),
    },
  }
}

// hold nothing between two calls; as large as the largest layer and batch
const MOST = 6
const x = new Float64Array(MOST * 64)
const errors = new Float64Array(3 * 64)
const u = new Float64Array(MOST)
interface Workspace {
  gradient: Float64Array
  between: Float64Array
  bent: Float64Array
  before: Float64Array
}
const workspaceOf = (size: number): Workspace => ({
  gradient: new Float64Array(size),
  between: new Float64Array(size),
  bent: new Float64Array(size),
  before: new Float64Array(size),
})
const workspaces = { 2: workspaceOf(2), 18: workspaceOf(18) } as const

/** Writes E = (W - W*) X, [m, b], and the gradient E Xᵀ/b; returns multiply-adds. */
export function gradientOf(
  { m, n, target }: Problem,
  weights: Float64Array,
  inputs: Float64Array,
  b: number,
  e: Float64Array,
  gradient: Float64Array,
): number {
  for (let i = 0; i < m; i++)
    for (let k = 0; k < b; k++) {
      let sum = 0
      for (let j = 0; j < n; j++) sum += (weights[i * n + j]! - target[i * n + j]!) * inputs[j * b + k]!
      e[i * b + k] = sum
    }
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0
      for (let k = 0; k < b; k++) sum += e[i * b + k]! * inputs[j * b + k]!
      gradient[i * n + j] = sum / b
    }
  return 2 * m * n * b
}

/** Writes the one vector that represents the batch [size, b]; returns multiply-adds. */
export function vectorOf(batch: Float64Array, size: number, b: number, source: Params['source'], out: Float64Array): number {
  for (let i = 0; i < size; i++) {
    let sum = batch[i * b]!
    if (source === 'mean') {
      for (let k = 1; k < b; k++) sum += batch[i * b + k]!
      sum /= b
    }
    out[i] = sum
  }
  return source === 'mean' ? size * b : 0
}

type Formula = Pick<Params, 'gamma' | 'most' | 'zeta'>
/** Updates an inverse by a vector with a formula, and stabilises it; returns multiply-adds. */
function takeIn(inverse: Float64Array, v: Float64Array, variant: Variant, { gamma, most, zeta }: Formula): number {
  const count = INVERSE_UPDATES[variant](inverse, v, v.length, gamma, u)
  stabilize(inverse, v.length, most, zeta)
  return count
}

/** MKOR-H: gives up when the log of the batch's loss fell less in one block of steps than in the one before. */
function watch(mkor: Mkor, loss: number, step: number): void {
  mkor.block += loss
  if (step % BLOCK !== 0) return
  const fall = mkor.before > 0 && mkor.block > 0 ? mkor.before / mkor.block : 0 // only the order matters, so the log of the mean loss is enough
  if (step > 2 * BLOCK && fall <= mkor.fall) mkor.switched = step
  mkor.fall = fall
  mkor.before = mkor.block
  mkor.block = 0
}

/** `step`: the number of this step, from 1. `only`: of these methods alone. */
export function advanceRace(race: Race, p: Params, step: number, only: readonly Method[] = METHODS): void {
  const problem = problemOf(p)
  const { m, n } = problem
  const { batch: b } = p
  const { gradient, between, bent, before } = workspaces[(m * n) as 2 | 18]
  const inners = innersOf(p)
  const inputs = x.subarray(0, n * b)
  drawBatch(problem, race.batches, b, inputs)
  for (const method of only) {
    const runner = race[method]
    if (runner.lost >= 0) continue
    before.set(runner.weights)
    let work = gradientOf(problem, runner.weights, inputs, b, errors, gradient)
    let direction = gradient
    if (method === 'kfac') {
      const { left, right, leftInverse, rightInverse } = race.kfac
      work += averageCovariance(left, errors, m, b, p.gamma) + averageCovariance(right, inputs, n, b, p.gamma)
      if ((step - 1) % p.f === 0)
        work += dampedInverse(left, m, DAMPING, leftInverse) + dampedInverse(right, n, DAMPING, rightInverse)
      work += precondition(leftInverse, gradient, rightInverse, m, n, between, bent)
      direction = bent
    }
    if (method === 'mkor' && race.mkor.switched < 0) {
      const { left, right } = race.mkor
      work += vectorOf(errors, m, b, p.source, left.vector) + vectorOf(inputs, n, b, p.source, right.vector)
      work += takeIn(left.inverse, left.vector, p.variant, p) + takeIn(right.inverse, right.vector, p.variant, p)
      work += precondition(left.inverse, gradient, right.inverse, m, n, between, bent)
      direction = bent
      if (p.hybrid) watch(race.mkor, squares(errors, m * b), step)
    }
    inners[method].step(runner.weights, direction, runner.memory)
    const loss = lossOf(problem, runner.weights)
    if (loss <= FAR) {
      runner.loss = loss
      runner.work += work + INNER_COST[p.inner] * m * n
    } else {
      runner.weights.set(before)
      runner.lost = step
    }
  }
  if (only.length < METHODS.length) return
  const { average, inverses, vector } = race.seen
  vectorOf(inputs, n, b, p.source, vector)
  addOuter(average, vector, n, p.gamma, 1 - p.gamma)
  for (const variant of VARIANTS) takeIn(inverses[variant], vector, variant, p)
}
const VARIANTS = Object.keys(INVERSE_UPDATES) as Variant[]
function squares(values: Float64Array, count: number): number {
  let sum = 0
  for (let k = 0; k < count; k++) sum += values[k]! * values[k]!
  return sum
}
