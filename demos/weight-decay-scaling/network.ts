// The network of one residual block, learning from a fixed teacher.
import {
  countsOf,
  GROUPS,
  gradientsOf,
  type NetSizes,
  type NetWeights,
  type NetWorkspace,
  startNet,
  startWorkspace,
  stepNet,
} from '@/domains/nets/residualNet'
import { tanhInPlace } from '@/domains/nets/steadyExp'
import { adam } from '@/domains/optim/adaptive'
import { type Stream, stream } from '@/numerics/random'
import { rootMeanSquare } from '@/numerics/regression'
import { singularValues, startVector, topSingular } from '@/numerics/singular'
import { steadyNormal } from '@/numerics/steadyNormal'
import { type Params, settingsOf, widthOf } from './params'

export const LAYERS = ['first', 'second'] as const
export type Layer = (typeof LAYERS)[number]

export interface Training {
  readonly net: NetWeights
  readonly data: Stream
  /** Of the newest batch. */
  loss: number
  /** Decaying sums of losses and of ones: their quotient is the recent loss. */
  losses: number
  ones: number
  /** By how much each matrix stretched its inputs, root mean square. */
  readonly gains: Record<Layer, number>
  readonly directions: Readonly<Record<Layer, Float64Array>>
  readonly tops: Record<Layer, number>
}

const INPUTS = 12
const OUTPUTS = 4
const BATCH = 32
const LABEL_NOISE = 0.3
const TEACHER_UNITS = 24
const TEACHER_SEED = 99
/** Share of the sums that each step keeps: the loss of the last 50 or so. */
const KEEP = 0.98

interface Sized {
  readonly sizes: NetSizes
  /** Holds nothing between two calls. */
  readonly workspace: NetWorkspace
}
const known = new Map<number, Sized>()
/** The network of a width, made once. */
function sizedOf(width: number): Sized {
  const old = known.get(width)
  if (old) return old
  const sizes = { inputs: INPUTS, width, outputs: OUTPUTS, batch: BATCH }
  const made = { sizes, workspace: startWorkspace(sizes) }
  known.set(width, made)
  return made
}

/** The labels before their noise: y = V tanh(U x), all weights normal, so that sums have variance 1. */
const teacher = (() => {
  const draws = stream(TEACHER_SEED, 'teacher')
  const matrix = (inputs: number, outputs: number) =>
    Float64Array.from({ length: inputs * outputs }, () => steadyNormal(draws) / Math.sqrt(inputs))
  return { inner: matrix(INPUTS, TEACHER_UNITS), outer: matrix(TEACHER_UNITS, OUTPUTS) }
})()
const units = new Float64Array(TEACHER_UNITS) // holds nothing between two calls

function drawBatch(data: Stream, { x, target }: NetWorkspace): void {
  const { inner, outer } = teacher
  for (let n = 0; n < BATCH; n++) {
    for (let i = 0; i < INPUTS; i++) x.value[n * INPUTS + i] = steadyNormal(data)
    for (let u = 0; u < TEACHER_UNITS; u++) {
      let sum = 0
      for (let i = 0; i < INPUTS; i++) sum += x.value[n * INPUTS + i]! * inner[i * TEACHER_UNITS + u]!
      units[u] = sum
    }
    tanhInPlace(units, TEACHER_UNITS)
    for (let o = 0; o < OUTPUTS; o++) {
      let sum = LABEL_NOISE * steadyNormal(data)
      for (let u = 0; u < TEACHER_UNITS; u++) sum += units[u]! * outer[u * OUTPUTS + o]!
      target[n * OUTPUTS + o] = sum
    }
  }
}

export function startTraining(p: Params): Training {
  const width = widthOf(p)
  const { sizes } = sizedOf(width)
  const net = startNet(sizes, adam)
  const draws = stream(p.seed, 'first weights')
  const scale = p.init / Math.sqrt(width)
  const scales = { embed: 1, first: scale, second: scale, read: 0 } // V begins at 0, so that all widths begin with the same loss
  for (const group of GROUPS)
    for (let i = 0; i < countsOf(sizes)[group]; i++) net[group].weights[i] = scales[group] * steadyNormal(draws)
  const training: Training = {
    net,
    data: stream(p.seed, 'data'),
    ...{ loss: 0, losses: 0, ones: 0 },
    gains: { first: 0, second: 0 },
    directions: { first: startVector(width), second: startVector(width) },
    tops: { first: 0, second: 0 },
  }
  findTops(training, width, 30)
  return training
}

const between = new Float64Array(256) // holds nothing between two calls
function findTops({ net, directions, tops }: Training, width: number, rounds: number, close = 0): void {
  for (const layer of LAYERS)
    tops[layer] = topSingular(net[layer].weights, width, width, directions[layer], between, rounds, close)
}

function update(s: Training, p: Params): NetWorkspace {
  const workspace = sizedOf(widthOf(p)).workspace
  const { matrix, vector } = settingsOf(p)
  drawBatch(s.data, workspace)
  s.loss = gradientsOf(workspace, s.net)
  s.losses = KEEP * s.losses + s.loss
  s.ones = KEEP * s.ones + 1
  stepNet(workspace, s.net, adam, { embed: vector, first: matrix, second: matrix, read: vector })
  return workspace
}
/** How much each matrix stretched the last batch. */
function measureGains({ gains }: Training, { normed, before, hidden, branch }: NetWorkspace): void {
  gains.first = rootMeanSquare(before.value) / rootMeanSquare(normed.value)
  gains.second = rootMeanSquare(branch.value) / rootMeanSquare(hidden.value)
}

export function advanceTraining(s: Training, p: Params): void {
  measureGains(s, update(s, p))
  findTops(s, widthOf(p), 2)
}
/** Mean loss of the last batches. */
export const recentLoss = ({ losses, ones }: Training): number => losses / ones

export interface Trained {
  readonly loss: number
  readonly tops: Readonly<Record<Layer, number>>
  readonly gains: Readonly<Record<Layer, number>>
  /** Singular values, the largest first, [d]. */
  readonly values: Readonly<Record<Layer, Float64Array>>
}
/** A whole training, as in the run; reports its progress now and then. */
export function* trained(p: Params): Generator<number, Trained, void> {
  const s = startTraining(p)
  const pause = Math.max(1, Math.round(20_000 / widthOf(p) ** 2)) // some 10 ms
  let workspace = sizedOf(widthOf(p)).workspace
  for (let k = 0; k < p.updates; k++) {
    workspace = update(s, p)
    if (k % pause === pause - 1) yield k / p.updates
  }
  measureGains(s, workspace)
  const values = {
    first: singularValues(s.net.first.weights, widthOf(p), widthOf(p)),
    second: singularValues(s.net.second.weights, widthOf(p), widthOf(p)),
  }
  return { loss: recentLoss(s), tops: { first: values.first[0]!, second: values.second[0]! }, gains: s.gains, values }
}
