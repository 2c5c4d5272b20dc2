// What follows from the parameters alone, and working arrays that every step overwrites; made once for a set of parameters, so that a step allocates nothing.
import type { Point } from '@/contract'
import { type Layers, layersOf, weightCount } from '@/domains/nets/perceptron'
import { type SwapSettings, type SwapWorkspace, swapWorkspace } from '@/domains/nets/swappedPrediction'
import { memoized } from '@/memoized'
import { type Batch, BLOBS, centreOf, judgedPoints, watchedBatch } from './blobs'
import type { Params } from './params'
import { JUDGED } from './sizes'

const HIDDEN = 32 // units in each of two layers
export type Codes = Params['codes']

export const dimensionOf = ({ space }: Pick<Params, 'space'>): 2 | 3 => (space === 'sphere' ? 3 : 2)
export const sizesOf = (p: Pick<Params, 'space'>): readonly number[] => [2, HIDDEN, HIDDEN, dimensionOf(p)]

/** Without a round Sinkhorn does not share anything out: it is the softmax. */
export const codesOf = ({ codes, rounds }: Pick<Params, 'codes' | 'rounds'>): Codes =>
  codes === 'sinkhorn' && rounds === 0 ? 'softmax' : codes

/** The run's comparison: the same start and the same batches without sharing out; for codes without it, with it. */
export const rivalCodesOf = (p: Pick<Params, 'codes' | 'rounds'>): Codes => (codesOf(p) === 'sinkhorn' ? 'softmax' : 'sinkhorn')

/** Stored features a view: whole batches, as in the authors' program. */
export const storedOf = ({ queue, batch }: Pick<Params, 'queue' | 'batch'>): number => queue - (queue % batch)

const ROUNDS = 3 // of the comparison, if the run itself makes none

export interface Workspace {
  readonly sizes: readonly number[]
  readonly centres: readonly Point[]
  readonly ours: SwapSettings
  readonly rival: SwapSettings
  readonly batch: Batch
  readonly views: readonly [Layers, Layers]
  readonly swap: SwapWorkspace
  readonly gradient: Float64Array
  readonly watched: Batch
  /** For judging, and for the pictures. */
  readonly judged: Float64Array
  readonly crowd: Layers
  readonly scores: Float64Array
}

export const workspaceOf = memoized((p: Params): Workspace => {
  const sizes = sizesOf(p)
  const centres = Array.from({ length: BLOBS }, (_, k) => centreOf(p.centres, k))
  const settings = (codes: Codes): SwapSettings => ({
    codes,
    rounds: p.rounds || ROUNDS,
    epsilon: p.epsilon,
    temperature: p.tau,
  })
  const shape = { sizes, weights: new Float64Array(0) }
  return {
    sizes,
    centres,
    ours: settings(codesOf(p)),
    rival: settings(rivalCodesOf(p)),
    batch: { views: [new Float64Array(2 * p.batch), new Float64Array(2 * p.batch)], blobs: new Int32Array(p.batch) },
    views: [layersOf(shape, p.batch), layersOf(shape, p.batch)],
    swap: swapWorkspace({ samples: p.batch, prototypes: p.prototypes }, dimensionOf(p), storedOf(p)),
    gradient: new Float64Array(weightCount(sizes)),
    watched: watchedBatch(p.seed, centres, p.batch),
    judged: judgedPoints(p.seed, centres),
    crowd: layersOf(shape, BLOBS * JUDGED),
    scores: new Float64Array(BLOBS * JUDGED * p.prototypes),
  }
})
