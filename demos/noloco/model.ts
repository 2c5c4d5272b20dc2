// A flock of copies on a noisy quadratic loss. One step is an outer step: K local steps of each copy, θ ← θ - ωA(θ - c), each with a new c ~ N(0, s²I); then
// pairs agree (domains/optim/gossip.ts). With the same noise: DiLoCo, which averages over all, and gradients averaged in every local step (FSDP).
import type { Point, Stepped } from '@/contract'
import { localPhase, spreadMatrix, spreadOfNoise, stepSpread } from '@/domains/optim/consensus'
import { agreeAll, gossip, localSteps, meanOfRows, shufflePairs } from '@/domains/optim/gossip'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { CURVATURES, copiesOf, LARGEST, type Params, params } from './params'

export { type Params, params } from './params'

export interface State {
  step: number
  /** Streams of gradients and of pairings. */
  noise: Stream
  pairing: Stream
  /** Partners: order[k] and order[k + N/2]. */
  order: Int32Array
  /** Slow weights and momentum of all copies, [N, 2]. */
  phi: Float64Array
  delta: Float64Array
  /** The moves of the last local phase, [N, 2]. */
  moved: Float64Array
  /** Before the last outer step: slow weights [N, 2], momentum of the first copy, and the word of the noise. */
  before: { phi: Float64Array; delta: Float64Array; word: number }
  diloco: { phi: Float64Array; delta: Float64Array }
  fsdp: Float64Array
  /** Expectations over all pairings and noise of (S, C, V), along both axes, [2, 3]. */
  expected: Float64Array
}
export interface Frame {
  /** Slow weights now and before, [N, 2]. */
  at: Float64Array
  from: Float64Array
  /** Places in the last local phase, [N, K + 1, 2]; none before the first step. */
  path: Float64Array | null
  /** Pairs of the last outer step. */
  pairs: readonly (readonly [number, number])[]
  mean: Point
  diloco: Point
  /** The parts of the first copy's last move. */
  parts: { momentum: Point; learned: Point; pull: Point } | null
  spread: number
}

/** The mean square distance of rows [N, 2] from their mean. */
export function meanSquare(rows: Float64Array, n: number): number {
  let sum = 0
  for (const axis of [0, 1]) {
    let mean = 0
    for (let i = 0; i < n; i++) mean += rows[2 * i + axis]! / n
    for (let i = 0; i < n; i++) sum += (rows[2 * i + axis]! - mean) ** 2 / n
  }
  return sum
}
export const spreadOf = ({ phi, order }: Pick<State, 'phi' | 'order'>): number => Math.sqrt(meanSquare(phi, order.length))

const [MOST_COPIES, MOST_LOCAL] = [params.pairs.max * 2, params.local.max]
// hold nothing between two steps
const centers = new Float64Array(2 * MOST_LOCAL)
const common = new Float64Array(2 * MOST_LOCAL) // means of the centers of all copies
const shared = new Float64Array(2 * MOST_COPIES)
const movedShared = new Float64Array(2 * MOST_COPIES)
const movedOne = new Float64Array(2)

function drawCenters(s: Stream, { noise, local }: Params): void {
  for (let k = 0; k < 2 * local; k++) centers[k] = noise > 0 ? noise * steadyNormal(s) : 0
}

const SCATTER = 1 // standard deviation of scattered starts
function startOf(p: Params): Float64Array {
  const n = copiesOf(p)
  const draws = stream(p.seed, 'start')
  const phi = new Float64Array(2 * n)
  for (let k = 0; k < 2 * n; k++) phi[k] = p.start[k % 2]! + (p.begin === 'scattered' ? SCATTER * steadyNormal(draws) : 0)
  if (p.begin === 'apart') phi.set(p.stray)
  return phi
}

/** The linear law of the spread along both axes, cached so that a step allocates nothing. */
interface Law {
  matrices: readonly [Float64Array, Float64Array]
  added: Point
}
const lawOf = memoized((p: Params): Law => {
  const n = copiesOf(p)
  const phases = CURVATURES[p.loss].map((a) => localPhase(p.omega, a, p.local, p.noise ** 2))
  const matrices = [new Float64Array(9), new Float64Array(9)] as const
  for (const [k, { contraction }] of phases.entries()) spreadMatrix(n, p, contraction, matrices[k]!)
  return { matrices, added: [spreadOfNoise(n, p.beta, phases[0]!.variance), spreadOfNoise(n, p.beta, phases[1]!.variance)] }
})

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const n = copiesOf(p)
    const phi = startOf(p)
    const mean = new Float64Array(2)
    meanOfRows(phi, n, mean)
    const expected = new Float64Array(6)
    for (let axis = 0; axis < 2; axis++)
      for (let i = 0; i < n; i++) expected[3 * axis]! += (phi[2 * i + axis]! - mean[axis]!) ** 2 / n
    const noise = stream(p.seed, 'noise')
    return {
      step: 0,
      noise,
      pairing: stream(p.pairing, 'pairs'),
      order: Int32Array.from({ length: n }, (_, k) => k),
      phi,
      delta: new Float64Array(2 * n),
      moved: new Float64Array(2 * n),
      before: { phi: phi.slice(), delta: new Float64Array(2), word: noise.word },
      diloco: { phi: mean.slice(), delta: new Float64Array(2) },
      fsdp: mean.slice(),
      expected,
    }
  },
  step(s, p) {
    const n = s.order.length
    const curvatures = CURVATURES[p.loss]
    s.step++
    s.before.phi.set(s.phi)
    s.before.delta[0] = s.delta[0]!
    s.before.delta[1] = s.delta[1]!
    s.before.word = s.noise.word
    common.fill(0)
    for (let i = 0; i < n; i++) {
      drawCenters(s.noise, p)
      for (let k = 0; k < 2 * p.local; k++) common[k]! += centers[k]! / n
      localSteps(s.phi, 2 * i, curvatures, p.omega, centers, p.local, s.moved)
      shared.set(s.diloco.phi, 2 * i)
      localSteps(shared, 2 * i, curvatures, p.omega, centers, p.local, movedShared)
    }
    localSteps(s.fsdp, 0, curvatures, p.omega, common, p.local, movedOne)
    shufflePairs(s.pairing, s.order)
    gossip(s.phi, s.delta, s.moved, s.order, p)
    agreeAll(s.diloco.phi, s.diloco.delta, movedShared, n, p)
    const law = lawOf(p)
    for (let axis = 0; axis < 2; axis++) {
      s.fsdp[axis]! += movedOne[axis]!
      stepSpread(s.expected, law.matrices[axis]!, law.added[axis]!, 3 * axis)
    }
  },
  frame(s, p) {
    const n = s.order.length
    const mean = new Float64Array(2)
    meanOfRows(s.phi, n, mean)
    const half = n / 2
    const pairs = Array.from({ length: s.step > 0 ? half : 0 }, (_, k) => [s.order[k]!, s.order[k + half]!] as const)
    return {
      at: s.phi.slice(),
      from: s.before.phi.slice(),
      path: s.step > 0 ? pathOf(s, p) : null,
      pairs,
      mean: [mean[0]!, mean[1]!],
      diloco: [s.diloco.phi[0]!, s.diloco.phi[1]!],
      parts: s.step > 0 ? partsOf(s, pairs, p) : null,
      spread: spreadOf(s),
    }
  },
  steps: (p) => p.steps,
  dt: () => 1,
  pace: (p) => Math.max(4, p.steps / 14),
  ended: (s) => (spreadOf(s) > LARGEST ? 'diverged' : null),
}

/** The last local phase again, from the same noise. */
function pathOf({ before, order }: State, p: Params): Float64Array {
  const size = 2 * (p.local + 1)
  const path = new Float64Array(size * order.length)
  const noise = { word: before.word }
  for (let i = 0; i < order.length; i++) {
    drawCenters(noise, p)
    localSteps(before.phi, 2 * i, CURVATURES[p.loss], p.omega, centers, p.local, movedShared, path.subarray(i * size))
  }
  return path
}

function partsOf({ before, moved }: State, pairs: Frame['pairs'], { alpha, beta, gamma }: Params): NonNullable<Frame['parts']> {
  const other = pairs.find((pair) => pair.includes(0))!.find((k) => k !== 0)!
  const each = (of: (axis: 0 | 1) => number): Point => [of(0), of(1)]
  return {
    momentum: each((axis) => alpha * before.delta[axis]!),
    learned: each((axis) => (beta * (moved[axis]! + moved[2 * other + axis]!)) / 2),
    pull: each((axis) => (gamma * (before.phi[2 * other + axis]! - before.phi[axis]!)) / 2),
  }
}
