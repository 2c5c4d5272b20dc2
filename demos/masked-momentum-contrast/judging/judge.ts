// 60 pictures with two objects that no training has seen: histograms of similarities, and masks from one prompt an object with one threshold for all.
import type { Perceptron } from '@/domains/nets/perceptron'
import { inputsOf } from '@/domains/nets/perceptron'
import { stream, uniform } from '@/numerics/random'
import { encode, FEATURES, layersFor, writeInputs } from '../learning/encoder'
import { CELLS, type Conditions, drawAll, type Picture, painted, SIZE, worldOf } from '../world/pictures'
import { addPairs, countsOf, iouOf, precisionOf, recallOf, similarities, startHistograms, summaryOf } from './protocol'

export const JUDGED = 60
export const BINS = 40
const LEAST = 4 // cells; smaller objects, mostly covered by another one, are left out
export const THRESHOLDS = Float64Array.from({ length: 30 }, (_, k) => Math.round(-500 + 50 * k) / 1000)

export interface Judgement {
  /** Shares of the bins of [-1, 1], [BINS]. */
  intra: Float64Array
  inter: Float64Array
  overlap: number
  meanIntra: number
  meanInter: number
  /** Means over all prompts, by threshold; the same threshold for all. Precision without empty masks. */
  iou: Float64Array
  precision: Float64Array
  recall: Float64Array
  /** Of the largest mean IoU. */
  best: { threshold: number; iou: number }
}
export interface Judged extends Picture {
  /** Patches that take part, [CELLS]. */
  counts: Uint8Array
  /** One random patch of each object that takes part. */
  prompts: readonly number[]
}

export function judgedPictures(seed: number, conditions: Conditions): readonly Judged[] {
  const world = worldOf(seed)
  const random = stream(seed, 'prompts')
  return drawAll(seed, 'judging', JUDGED).map((drawn) => {
    const picture = painted(world, drawn, conditions)
    const cells = [0, 1, 2].map((label) => [...picture.labels.keys()].filter((cell) => picture.labels[cell] === label))
    const prompts = cells.flatMap((own, label) => {
      const chosen = own[Math.floor(own.length * uniform(random))]
      return label > 0 && own.length >= LEAST ? [chosen!] : []
    })
    const counts = Uint8Array.from(picture.labels, (label) => (cells[label]!.length >= LEAST ? 1 : 0))
    return { ...picture, counts, prompts }
  })
}

const AT_ONCE = 6 // pictures, some 10 ms

/** Judges an encoder, or with `null` the raw patches; in pieces, each with the share that is done. */
export function* judging(pictures: readonly Judged[], encoder: Perceptron | null): Generator<number, Judgement, void> {
  const d = encoder === null ? SIZE : FEATURES
  const layers = encoder && layersFor(encoder, 1)
  const pairs = startHistograms(BINS)
  const [iou, precision, recall, masks] = Array.from({ length: 4 }, () => new Float64Array(THRESHOLDS.length)) as Four
  let prompts = 0
  for (const [k, picture] of pictures.entries()) {
    if (k > 0 && k % AT_ONCE === 0) yield k / pictures.length
    if (layers) writeInputs(picture.patches, 0, null, 0, inputsOf(layers), 0)
    const similar = similarities(layers ? encode(encoder, layers) : picture.patches, CELLS, d)
    addPairs(pairs, similar, picture.labels, picture.counts)
    for (const prompt of picture.prompts) {
      prompts++
      const row = similar.subarray(prompt * CELLS, (prompt + 1) * CELLS)
      for (const [at, threshold] of THRESHOLDS.entries()) {
        const counts = countsOf(row, threshold, picture.labels, picture.labels[prompt]!)
        iou[at]! += iouOf(counts)
        recall[at]! += recallOf(counts)
        if (counts.both + counts.extra === 0) continue
        precision[at]! += precisionOf(counts)
        masks[at]!++
      }
    }
  }
  for (let at = 0; at < THRESHOLDS.length; at++) {
    iou[at]! /= prompts
    recall[at]! /= prompts
    precision[at]! /= masks[at]!
  }
  const most = iou.reduce((best, value, at) => (value > iou[best]! ? at : best), 0)
  return { ...summaryOf(pairs), iou, precision, recall, best: { threshold: THRESHOLDS[most]!, iou: iou[most]! } }
}
/** The same at once. */
export function judge(pictures: readonly Judged[], encoder: Perceptron | null): Judgement {
  const work = judging(pictures, encoder)
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}
type Four = [Float64Array, Float64Array, Float64Array, Float64Array]
