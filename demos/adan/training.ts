// The network 2-20-20-1 on two spirals: Adan with half of the budget, Adam with half of it and with all. Same points, same first weights, same batches.
import { type Layers, layersOf, type Perceptron, weightCount } from '@/domains/nets/perceptron'
import { drawIndices, type Labelled, lossGradient, meanLoss, normalPerceptron, twoSpirals } from '@/domains/nets/spirals'
import { forwardTanh } from '@/domains/nets/tanhNet'
import { ADAM, ADAN, adam, adan, clip } from '@/domains/optim/adaptive'
import { type Memory, startMemory } from '@/domains/optim/rules'
import { warmupCosine } from '@/domains/optim/schedule'
import { type Stream, stream } from '@/numerics/random'
import { adanSettings, type Params } from './params'

export const LANES = ['half', 'adamHalf', 'adamFull'] as const
export type Lane = (typeof LANES)[number]

export interface Learner {
  readonly weights: Float64Array
  readonly memory: Memory
  /** Mean over all points, at the last judgement. */
  loss: number
}
export interface Training extends Readonly<Record<Lane, Learner>> {
  readonly batches: Stream
}

const SIZES = [2, 20, 20, 1] as const
const ARM = 100
const NOISE = 0.01
const BATCH = 32
const WARMUP = 50 // steps
/** Steps between judgements; in between the last one is shown. */
const JUDGE_EVERY = 4

export const isAdan = (lane: Lane): boolean => lane === 'half'
/** Steps of a lane. */
export const budgetOf = ({ budget }: Pick<Params, 'budget'>, lane: Lane): number =>
  lane === 'adamFull' ? budget : Math.round(budget / 2)

const points = new Map<number, Labelled>()
/** The points of a seed. */
export function pointsOf({ seed }: Pick<Params, 'seed'>): Labelled {
  const old = points.get(seed)
  if (old) return old
  if (points.size > 50) points.clear()
  const made = twoSpirals(stream(seed, 'points'), ARM, NOISE)
  points.set(seed, made)
  return made
}

interface Workspace {
  readonly batch: Layers
  readonly all: Layers
  readonly indices: Int32Array
  readonly gradient: Float64Array
}
let workspace: Workspace | null = null // holds nothing between two calls
function workspaceFor(net: Perceptron): Workspace {
  workspace ??= {
    batch: layersOf(net, BATCH),
    all: layersOf(net, 2 * ARM),
    indices: new Int32Array(BATCH),
    gradient: new Float64Array(weightCount(SIZES)),
  }
  return workspace
}
const netOf = (weights: Float64Array): Perceptron => ({ sizes: SIZES, weights })

export function startLearner(p: Params, lane: Lane): Learner {
  const net = normalPerceptron(SIZES, stream(p.seed, 'weights'))
  const learner = { weights: net.weights, memory: startMemory(isAdan(lane) ? adan : adam, net.weights.length), loss: 0 }
  judge(learner, p)
  return learner
}

export const startTraining = (p: Params): Training => ({
  half: startLearner(p, 'half'),
  adamHalf: startLearner(p, 'adamHalf'),
  adamFull: startLearner(p, 'adamFull'),
  batches: stream(p.seed, 'batches'),
})

function judge(learner: Learner, p: Params): void {
  const net = netOf(learner.weights)
  learner.loss = meanLoss(net, workspaceFor(net).all, pointsOf(p))
}

/** Step `k`, from 0, of one lane, from the batch that has been drawn. */
function update(learner: Learner, lane: Lane, p: Params, k: number): void {
  const net = netOf(learner.weights)
  const { batch, indices, gradient } = workspaceFor(net)
  lossGradient(net, batch, pointsOf(p), indices, gradient)
  const share = warmupCosine(k, Math.min(WARMUP, budgetOf(p, lane)), budgetOf(p, lane))
  if (isAdan(lane)) {
    clip(gradient, p.clip, ADAN.epsilon)
    adan.step(learner.weights, gradient, learner.memory, adanSettings(p, share * p.netAdan))
  } else adam.step(learner.weights, gradient, learner.memory, { ...ADAM, rate: share * p.netAdam, decay: p.decay })
}

/** `step`: the number of this step, from 1. */
export function advanceTraining(s: Training, p: Params, step: number): void {
  drawIndices(s.batches, 2 * ARM, workspaceFor(netOf(s.half.weights)).indices)
  for (const lane of LANES) {
    const budget = budgetOf(p, lane)
    if (step > budget) continue
    update(s[lane], lane, p, step - 1)
    if (step % JUDGE_EVERY === 0 || step === budget) judge(s[lane], p)
  }
}

/** One lane from first to last, as in the run; reports its progress now and then. The result is its loss, infinite if it is not finite. */
export function* trained(p: Params, lane: Lane): Generator<number, number, void> {
  const learner = startLearner(p, lane)
  const batches = stream(p.seed, 'batches')
  const budget = budgetOf(p, lane)
  for (let k = 0; k < budget; k++) {
    drawIndices(batches, 2 * ARM, workspaceFor(netOf(learner.weights)).indices)
    update(learner, lane, p, k)
    if (k % 20 === 19) yield k / budget
  }
  judge(learner, p)
  return Number.isNaN(learner.loss) ? Number.POSITIVE_INFINITY : learner.loss
}

/** Places along each side at which the networks are evaluated, and the square that they fill. */
export const SIDE = 36
export const REACH = 1.2

const along = (index: number) => REACH * ((2 * index + 1) / SIDE - 1)
const grid = Float64Array.from({ length: 2 * SIDE * SIDE }, (_, k) =>
  along(k % 2 === 0 ? Math.floor(k / 2 / SIDE) : ((k - 1) / 2) % SIDE),
)
let gridLayers: Layers | null = null // holds nothing between two calls

/** Outputs of a network on the grid, [SIDE, SIDE], first index to the right, second upwards: the margin f, whose sign is the class. */
export function saysOf({ weights }: Learner): Float64Array {
  const net = netOf(weights)
  gridLayers ??= layersOf(net, SIDE * SIDE)
  gridLayers.values[0]!.set(grid)
  forwardTanh(net, gridLayers)
  return gridLayers.values.at(-1)!.slice()
}
