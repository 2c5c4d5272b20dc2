// What takes longer than a frame: trainings, the judgement of features on 60 pictures, and that of each term alone.
import { atOnce, type Computed } from '@/contract'
import type { Perceptron } from '@/domains/nets/perceptron'
import { type Judged, type Judgement, judgedPictures, judging } from './judging/judge'
import { iouOf, precisionOf, recallOf } from './judging/protocol'
import { FEATURES, featuresOf, startNetwork } from './learning/encoder'
import { encoderFrom, gapOf, isShipped, shippedEncoder, type TrainingRecord, train } from './learning/records'
import { cellOf, type Pointed, pictureOf, pointedAt } from './model'
import { conditionsOf, type Params, params, TRAINING, type Training } from './params'
import { SIZE } from './world/pictures'

export type Learned = readonly TrainingRecord[]

const KEPT = 8
const trained = new Map<string, Learned>()
const keyOf = (p: Training): string => JSON.stringify(TRAINING.map((key) => p[key]))

/** A whole training, in pieces; the newest ones are kept, as one network serves several maps. */
function* learn(p: Training): Generator<{ done: number; result: Learned; silent?: boolean }, Learned, void> {
  const known = trained.get(keyOf(p))
  if (known) return known
  const work = train(p)
  let count = 0
  let next = work.next()
  for (; !next.done; next = work.next()) {
    const { update, records } = next.value
    const isNew = records.length > count
    count = records.length
    yield { done: update / Math.max(1, p.updates), result: isNew ? [...records] : records, silent: !isNew }
  }
  trained.set(keyOf(p), next.value)
  if (trained.size > KEPT) trained.delete(trained.keys().next().value!)
  return next.value
}

const usesTraining = (p: Params): boolean => p.tab !== 'point' || p.features === 'trained'
const last = (records: Learned): TrainingRecord => records.at(-1)!
export const learned: Computed<Params, Learned> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 200,
  uses: ['tab', 'features', ...TRAINING],
  when: (p) => usesTraining(p) && (p.tab === 'training' || !isShipped(p)),
  compute: learn,
  summary: {
    firstOverlap: { label: 'overlap before the training', digits: 3, of: ([first]) => first!.overlap },
    lastOverlap: { label: 'overlap at its end', digits: 3, of: (records) => last(records).overlap },
    firstGap: { label: 'gap before the training', digits: 2, of: ([first]) => first!.gap },
    lastGap: { label: 'gap at its end', digits: 2, of: (records) => last(records).gap },
    firstIou: { label: 'best mean IoU before the training', digits: 2, of: ([first]) => first!.iou },
    lastIou: { label: 'best mean IoU at its end', digits: 2, of: (records) => last(records).iou },
    usage: { label: 'prototypes in use at its end', digits: 2, of: (records) => finite(last(records).losses.usage) },
  },
}
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

interface Needs {
  learned: Learned
}
const untrained = new Map<number, Perceptron>()
function untrainedEncoder(seed: number): Perceptron {
  const known = untrained.get(seed) ?? startNetwork(seed).encoder
  untrained.set(seed, known)
  if (untrained.size > KEPT) untrained.delete(untrained.keys().next().value!)
  return known
}
const encoders = new WeakMap<TrainingRecord, Perceptron>()
function encoderAt(record: TrainingRecord): Perceptron {
  const known = encoders.get(record) ?? encoderFrom(record.encoder)
  encoders.set(record, known)
  return known
}
/**
 * The encoder whose features are compared, 'raw' for the patches themselves, or null while it is being trained. On the page of the training it is that
 * of a record.
 */
export function encoderOf(
  p: Params,
  records: Learned | null | undefined,
  step = Number.POSITIVE_INFINITY,
): Perceptron | 'raw' | null {
  if (p.tab === 'point' && p.features === 'raw') return 'raw'
  if (p.tab === 'point' && p.features === 'untrained') return untrainedEncoder(p.seed)
  if (p.tab !== 'training') {
    const own = shippedEncoder(p)
    if (own) return own
  }
  const record = records?.[Math.min(step, records.length - 1)]
  return record ? encoderAt(record) : null
}
/** What the compared features say of the prompt; null: they are not there yet. */
export function pointedBy(p: Params, encoder: Perceptron | 'raw' | null): Pointed | null {
  if (encoder === null) return null
  const picture = pictureOf(p)
  return encoder === 'raw'
    ? pointedAt(picture.patches, SIZE, picture, cellOf(p), p.threshold)
    : pointedAt(featuresOf(encoder, picture.patches), FEATURES, picture, cellOf(p), p.threshold)
}

export const pointed: Computed<Params, Pointed, Needs> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['tab', 'features', 'threshold', 'prompt', 'picture', 'moved', ...TRAINING],
  needs: ['learned'],
  compute: atOnce((p, needed) => pointedBy(p, encoderOf(p, needed.learned))!),
  summary: {
    iou: { label: 'IoU', digits: 2, of: ({ counts }) => iouOf(counts) },
    precision: { label: 'precision', digits: 2, of: ({ counts }) => finite(precisionOf(counts)) },
    recall: { label: 'recall', digits: 2, of: ({ counts }) => recallOf(counts) },
    masked: { label: 'patches in the mask', digits: 3, of: ({ counts }) => counts.both + counts.extra },
  },
}

/** Of the compared features, and of raw patches. */
export interface Compared extends Judgement {
  readonly raw: Judgement
}
/** A judgement in pieces, each of which says how far it is. */
function* judgedIn<T>(
  pictures: readonly Judged[],
  encoder: Perceptron | null,
  piece: (share: number) => T,
): Generator<T, Judgement, void> {
  const work = judging(pictures, encoder)
  let next = work.next()
  for (; !next.done; next = work.next()) yield piece(next.value)
  return next.value
}
const whenThere = (of: (found: Compared) => number) => (found: Compared | null) => (found ? of(found) : null)
export const judged: Computed<Params, Compared | null, Needs> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['tab', 'features', ...TRAINING],
  needs: ['learned'],
  when: (p) => p.tab === 'point',
  *compute(p, needed) {
    const encoder = encoderOf(p, needed.learned)
    const pictures = judgedPictures(p.seed, conditionsOf(p))
    const piece = (share: number) => ({ done: share, result: null, silent: true })
    const raw = yield* judgedIn(pictures, null, (share) => piece(share / 2))
    if (encoder === 'raw') return { ...raw, raw }
    return { ...(yield* judgedIn(pictures, encoder, (share) => piece((1 + share) / 2))), raw }
  },
  summary: {
    overlap: { label: 'overlap', digits: 3, of: whenThere((found) => found.overlap) },
    gap: { label: 'gap', digits: 2, of: whenThere(gapOf) },
    interMean: { label: 'mean similarity of different objects', digits: 2, of: whenThere((found) => found.meanInter) },
    bestIou: { label: 'best mean IoU', digits: 2, of: whenThere((found) => found.best.iou) },
    bestThreshold: { label: 'its threshold', digits: 2, of: whenThere((found) => found.best.threshold) },
    rawBest: { label: 'best mean IoU, raw patches', digits: 2, of: whenThere((found) => found.raw.best.iou) },
  },
}

/** Features that are compared on the page of the three terms, in the order of the bars. */
export const RIVALS = ['raw', 'untrained', 'modelling', 'distillation', 'contrast', 'all'] as const
export type Rival = (typeof RIVALS)[number]
const TERMS = ['modelling', 'distillation', 'contrast'] as const
type Term = (typeof TERMS)[number]
export type Terms = Partial<Record<Rival, Judgement>>

/** The training with one term alone, at its usual weight if it has none now; or as it is set. */
export function onlyTerm(p: Params, rival: Term | 'all'): Params {
  if (rival === 'all') return p
  const weights = Object.fromEntries(TERMS.map((term) => [term, term === rival ? p[term] || params[term].default : 0]))
  return { ...p, ...(weights as Pick<Params, Term>) }
}
const summaries = Object.fromEntries(
  RIVALS.flatMap((rival) => {
    const name = rival.charAt(0).toUpperCase() + rival.slice(1)
    const number = (label: string, of: (found: Judgement) => number, digits: number) => ({
      label: `${label}, ${rival}`,
      digits,
      of: (all: Terms) => (all[rival] ? of(all[rival]) : null),
    })
    return [
      [`overlap${name}`, number('overlap', (found) => found.overlap, 3)],
      [`gap${name}`, number('gap', gapOf, 2)],
      [`iou${name}`, number('best mean IoU', ({ best }) => best.iou, 2)],
    ]
  }),
)
/** The encoder of a training that comes with the page, or is trained now, in pieces, each of which says how far it is. */
function* trainedIn<T>(p: Params, piece: (share: number) => T): Generator<T, Perceptron, void> {
  const own = shippedEncoder(p)
  if (own) return own
  const work = learn(p)
  let next = work.next()
  for (; !next.done; next = work.next()) yield piece(next.value.done)
  return encoderAt(last(next.value))
}
export const terms: Computed<Params, Terms, Needs> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 100,
  uses: ['tab', ...TRAINING],
  needs: ['learned'], // not its result: what is on screen comes first
  when: (p) => p.tab === 'terms',
  *compute(p) {
    const pictures = judgedPictures(p.seed, conditionsOf(p))
    const found: Terms = {}
    for (const [k, rival] of RIVALS.entries()) {
      const piece = (share: number) => ({ done: (k + share) / RIVALS.length, result: { ...found }, silent: true })
      let encoder: Perceptron | null = null
      if (rival === 'untrained') encoder = untrainedEncoder(p.seed)
      else if (rival !== 'raw') encoder = yield* trainedIn(onlyTerm(p, rival), (share) => piece(share / 2))
      found[rival] = yield* judgedIn(pictures, encoder, piece)
      yield { ...piece(1), silent: false }
    }
    return found
  },
  summary: summaries,
}
