// A whole training, with what it has come to after every ten updates; and the networks that come with the page, made by ../trained/train.mjs.
import { defaultsOf } from '@/contract'
import type { Perceptron } from '@/domains/nets/perceptron'
import { read, rounded } from '@/domains/nets/shortWeights'
import { type Judgement, judgedPictures, judging } from '../judging/judge'
import { EVERY, type Params, params, settingsOf, type Training } from '../params'
import texts from '../trained/weights'
import { ENCODER } from './encoder'
import { type Losses, Trainer } from './train'

/** Trained weights are multiples of this, so that a page can load them as short text. */
export const ROUNDING = 1 / 512

export interface TrainingRecord {
  readonly update: number
  /** Of the last batch; NaN in the first record. */
  readonly losses: Losses
  readonly overlap: number
  readonly gap: number
  readonly iou: number
  /** Weights of the student's encoder. */
  readonly encoder: Float32Array
}
export const gapOf = ({ meanIntra, meanInter }: Judgement): number => meanIntra - meanInter

/** The rounded weights of the encoder after the last update. */
export const encoderWeights = ({ student }: Trainer): Float32Array =>
  rounded(Float32Array.from(student.encoder.weights), ROUNDING)

export interface Progress {
  readonly update: number
  /** The same array all the time. */
  readonly records: readonly TrainingRecord[]
}
/** Yields after each update, and several times while it judges; the last record has rounded weights. */
export function* train(p: Training): Generator<Progress, readonly TrainingRecord[], void> {
  const trainer = new Trainer(settingsOf(p))
  const pictures = judgedPictures(p.seed, p)
  const records: TrainingRecord[] = []
  for (let update = 0; ; update++) {
    const isLast = update === p.updates
    if (isLast || update % EVERY === 0) {
      const encoder = isLast && update > 0 ? encoderWeights(trainer) : Float32Array.from(trainer.student.encoder.weights)
      const work = judging(pictures, encoderFrom(encoder))
      let next = work.next()
      for (; !next.done; next = work.next()) yield { update, records }
      const { overlap, best } = next.value
      records.push({ update, losses: { ...trainer.losses }, overlap, gap: gapOf(next.value), iou: best.iou, encoder })
    }
    if (isLast) return records
    yield { update, records }
    trainer.update()
  }
}

/** An encoder with these weights. */
export const encoderFrom = (weights: Float32Array): Perceptron => ({ sizes: ENCODER, weights: Float64Array.from(weights) })

/** The trainings whose networks come with the page: all three terms, and each alone. */
export const SHIPPED = {
  all: {},
  modelling: { distillation: 0, contrast: 0 },
  distillation: { modelling: 0, contrast: 0 },
  contrast: { modelling: 0, distillation: 0 },
} as const satisfies Record<string, Partial<Params>>
export type Shipped = keyof typeof SHIPPED

const keyOf = (p: Training): string => JSON.stringify(settingsOf(p))
const usual: Params = defaultsOf(params)
const shipped = new Map((Object.keys(SHIPPED) as Shipped[]).map((name) => [keyOf({ ...usual, ...SHIPPED[name] }), name] as const))
const encoders = new Map<string, Perceptron>()

export const isShipped = (p: Training): boolean => shipped.has(keyOf(p))
/** The encoder that comes with the page for this training, or null. */
export function shippedEncoder(p: Training): Perceptron | null {
  const name = shipped.get(keyOf(p))
  if (name === undefined) return null
  if (!encoders.has(name)) encoders.set(name, encoderFrom(read(texts[name], ROUNDING)))
  return encoders.get(name)!
}
