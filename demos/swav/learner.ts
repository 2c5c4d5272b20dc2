// One network with its prototypes, and one update of it: v ← β v + g, w ← w - η v, for the network and the prototypes.
import type { Placed } from '@/contract'
import { inputsOf, outputsOf, startPerceptron } from '@/domains/nets/perceptron'
import { shareError } from '@/domains/nets/sinkhorn'
import { normaliseRows, swappedPrediction } from '@/domains/nets/swappedPrediction'
import { addBackwardTanh, forwardTanh } from '@/domains/nets/tanhNet'
import { stream } from '@/numerics/random'
import { steadyNormal as normal } from '@/numerics/steadyNormal'
import type { Params } from './params'
import { type Codes, dimensionOf, sizesOf, storedOf, type Workspace } from './workspace'

const RATE = 0.1
const BETA = 0.9

/** Plain data. Queues hold features, newest first, [stored, d], one for each view. */
export interface Learner {
  readonly weights: Float64Array
  readonly weightSpeeds: Float64Array
  /** [K, d], of length 1 at every forward pass. */
  readonly prototypes: Float64Array
  readonly prototypeSpeeds: Float64Array
  readonly queues: readonly [Float64Array, Float64Array]
  /** How many features the queues hold now. */
  stored: number
  /** Of the last batch; NaN before the first. */
  loss: number
  shareError: number
  readonly judged: Judgement
}

/** How points that were never trained on are shared among the stars. */
export interface Judgement {
  /** Points at each star. */
  readonly counts: Int32Array
  /** H/log K of the counts, 0 to 1. */
  entropy: number
  /** Share of points that belong to the most frequent blob of their star. */
  purity: number
  used: number
}

/** Random directions, except for dragged ones. */
export function firstPrototypes(p: Pick<Params, 'seed' | 'space' | 'prototypes' | 'starts'>): Float64Array {
  const d = dimensionOf(p)
  const random = stream(p.seed, 'prototypes')
  const out = Float64Array.from({ length: p.prototypes * d }, () => normal(random))
  if (d === 2) for (const { index, at } of p.starts) placeRow(out, p.prototypes, index, at)
  normaliseRows(out, p.prototypes, d, out)
  return out
}
function placeRow(rows: Float64Array, count: number, index: number, [x, y]: Placed['at']): void {
  if (index >= count || Math.hypot(x, y) < 1e-6) return
  rows[2 * index] = x
  rows[2 * index + 1] = y
}

export function startLearner(p: Params, codes: Codes): Learner {
  const { weights } = startPerceptron(sizesOf(p), stream(p.seed, 'weights'))
  const prototypes = firstPrototypes(p)
  const stored = codes === 'sinkhorn' ? storedOf(p) * dimensionOf(p) : 0
  return {
    weights,
    weightSpeeds: new Float64Array(weights.length),
    prototypes,
    prototypeSpeeds: new Float64Array(prototypes.length),
    queues: [new Float64Array(stored), new Float64Array(stored)],
    stored: 0,
    loss: Number.NaN,
    shareError: Number.NaN,
    judged: { counts: new Int32Array(p.prototypes), entropy: 0, purity: 0, used: 0 },
  }
}

/** The features of stored batches, once the queue is full. */
export const fullQueues = ({ queues, stored }: Learner, d: number): Learner['queues'] | null =>
  queues[0].length > 0 && stored * d >= queues[0].length ? queues : null

/** One update from the batch in `workspace`; `step` counts from 0. */
export function update(learner: Learner, workspace: Workspace, side: 'ours' | 'rival', freeze: number, step: number): void {
  const { swap, views, batch, gradient } = workspace
  const net = { sizes: workspace.sizes, weights: learner.weights }
  const { d, shape } = swap
  normaliseRows(learner.prototypes, shape.prototypes, d, learner.prototypes)
  for (const [view, layers] of views.entries()) {
    inputsOf(layers).set(batch.views[view]!)
    forwardTanh(net, layers)
  }
  const raw = [outputsOf(views[0]), outputsOf(views[1])] as const
  learner.loss = swappedPrediction(raw, learner.prototypes, fullQueues(learner, d), workspace[side], swap)
  learner.shareError = shareError(swap.codes[0], shape)
  gradient.fill(0)
  for (const [view, layers] of views.entries()) {
    layers.gradients.at(-1)!.set(swap.rawGradients[view]!)
    addBackwardTanh(net, layers, gradient)
  }
  for (const [view, queue] of learner.queues.entries()) {
    if (queue.length === 0) continue
    queue.copyWithin(shape.samples * d, 0)
    queue.set(swap.features[view]!)
  }
  learner.stored += shape.samples
  descend(learner.weights, learner.weightSpeeds, gradient)
  if (step >= freeze) descend(learner.prototypes, learner.prototypeSpeeds, swap.prototypeGradient)
}

function descend(values: Float64Array, speeds: Float64Array, gradient: Float64Array): void {
  for (let k = 0; k < values.length; k++) {
    speeds[k] = BETA * speeds[k]! + gradient[k]!
    values[k]! -= RATE * speeds[k]!
  }
}
