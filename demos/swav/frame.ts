// What is drawn: a fixed batch with its codes, by the network of this step, and the features of all judged points.
import { inputsOf, layersOf, outputsOf } from '@/domains/nets/perceptron'
import { largestOf, type Shape } from '@/domains/nets/sinkhorn'
import { normaliseRows, scoresOf, swappedPrediction, swapWorkspace } from '@/domains/nets/swappedPrediction'
import { forwardTanh } from '@/domains/nets/tanhNet'
import { benchShape } from './bench'
import { crowdFeatures } from './judging'
import { fullQueues, type Learner } from './learner'
import type { State } from './model'
import type { Params } from './params'
import { dimensionOf, type Workspace, workspaceOf } from './workspace'

/** Side of the grid on which the inputs' owners are found, and half its width. */
export const GRID = 36
export const GRID_HALF = 2.6

export interface Side {
  /** Features of the judged points, [BLOBS × JUDGED, d]. */
  readonly crowd: Float32Array
  /** [K, d], of length 1. */
  readonly prototypes: Float64Array
  readonly counts: readonly number[]
}
export interface Watched {
  /** Inputs and features of both views, [B, 2] and [B, d]. */
  readonly inputs: readonly [Float64Array, Float64Array]
  readonly features: readonly [Float64Array, Float64Array]
  readonly blobs: Int32Array
  /** [B, K]. */
  readonly codes: readonly [Float64Array, Float64Array]
  readonly predictions: readonly [Float64Array, Float64Array]
}
export interface Frame {
  readonly shape: Shape
  readonly d: 2 | 3
  readonly training: {
    readonly ours: Side
    readonly rival: Side
    readonly watched: Watched
    /** The star of each place of the inputs, [GRID, GRID], row by row from the top. */
    readonly owners: Uint8Array
  } | null
  /** Codes by hand, scaled so that a fair share is 1 a sample. */
  readonly bench: Float64Array | null
}

export function frameOf(s: State, p: Params): Frame {
  if (!s.training) return { shape: benchShape(p), d: 2, training: null, bench: s.bench && scaled(s.bench, p.handful) }
  const workspace = workspaceOf(p)
  const { ours, rival } = s.training
  return {
    shape: workspace.swap.shape,
    d: dimensionOf(p),
    training: {
      ours: sideOf(ours, workspace),
      rival: sideOf(rival, workspace),
      watched: watchedOf(ours, workspace),
      owners: ownersOf(ours, workspace),
    },
    bench: null,
  }
}

const scaled = (codes: Float64Array, by: number) => codes.map((q) => q * by)

function unitPrototypes({ prototypes }: Learner, { swap }: Workspace): Float64Array {
  const out = new Float64Array(prototypes.length)
  normaliseRows(prototypes, swap.shape.prototypes, swap.d, out)
  return out
}

const sideOf = (learner: Learner, workspace: Workspace): Side => ({
  crowd: Float32Array.from(crowdFeatures(learner, workspace)),
  prototypes: unitPrototypes(learner, workspace),
  counts: Array.from(learner.judged.counts),
})

function watchedOf(learner: Learner, workspace: Workspace): Watched {
  const { shape, d } = workspace.swap
  const net = { sizes: workspace.sizes, weights: learner.weights }
  const raw = workspace.watched.views.map((inputs) => {
    const layers = layersOf(net, shape.samples)
    inputsOf(layers).set(inputs)
    forwardTanh(net, layers)
    return outputsOf(layers)
  }) as unknown as readonly [Float64Array, Float64Array]
  const queues = fullQueues(learner, d)
  const swap = swapWorkspace(shape, d, queues ? queues[0].length / d : 0)
  swappedPrediction(raw, unitPrototypes(learner, workspace), queues, workspace.ours, swap)
  return {
    inputs: workspace.watched.views,
    features: swap.features,
    blobs: workspace.watched.blobs,
    codes: swap.codes,
    predictions: swap.predictions,
  }
}

function ownersOf(learner: Learner, workspace: Workspace): Uint8Array {
  const { d, shape } = workspace.swap
  const net = { sizes: workspace.sizes, weights: learner.weights }
  const count = GRID * GRID
  const layers = layersOf(net, count)
  const inputs = inputsOf(layers)
  for (let k = 0; k < count; k++) {
    inputs[2 * k] = GRID_HALF * ((2 * ((k % GRID) + 0.5)) / GRID - 1)
    inputs[2 * k + 1] = GRID_HALF * (1 - (2 * (Math.floor(k / GRID) + 0.5)) / GRID)
  }
  forwardTanh(net, layers)
  const features = outputsOf(layers)
  const scores = new Float64Array(count * shape.prototypes)
  scoresOf(features, unitPrototypes(learner, workspace), { ...shape, samples: count }, d, scores) // lengths do not change which one is largest
  return Uint8Array.from({ length: count }, (_, k) => largestOf(scores, k * shape.prototypes, shape.prototypes))
}
