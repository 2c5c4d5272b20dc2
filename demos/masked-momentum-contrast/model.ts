// What is pointed at: a picture, a prompt patch, and what raw patches say of it. Networks, which may have to be trained first, are in the maps. On the page
// of the training a step is ten updates.
import type { Readout, Stepped } from '@/contract'
import { JUDGED } from './judging/judge'
import { type Counts, countsOf, iouOf, precisionOf, recallOf, similarities } from './judging/protocol'
import { conditionsOf, EVERY, type Params, recordsOf } from './params'
import { CELLS, type Drawn, drawAll, GRID, type Picture, painted, SIZE, withMoved, worldOf } from './world/pictures'

export { type Params, params } from './params'

const KEPT = 4 // seeds
const drawn = new Map<number, readonly Drawn[]>()
/** The pictures of a seed as they were drawn; the newest seeds are kept. */
function drawnOf(seed: number): readonly Drawn[] {
  const known = drawn.get(seed) ?? drawAll(seed, 'judging', JUDGED)
  drawn.set(seed, known)
  if (drawn.size > KEPT) drawn.delete(drawn.keys().next().value!)
  return known
}
/** The picture on screen, before light and noise. */
export const sceneOf = (p: Pick<Params, 'seed' | 'picture' | 'moved'>): Drawn => withMoved(drawnOf(p.seed)[p.picture]!, p.moved)
export const pictureOf = (p: Pick<Params, 'seed' | 'picture' | 'moved' | 'noise' | 'light'>): Picture =>
  painted(worldOf(p.seed), sceneOf(p), conditionsOf(p))
/** Number of the prompt's cell. */
export const cellOf = ({ prompt: [column, row] }: Pick<Params, 'prompt'>): number => {
  const whole = (value: number) => Math.min(Math.max(Math.round(value), 0), GRID - 1)
  return whole(row) * GRID + whole(column)
}

/** What some features say of the prompt. */
export interface Pointed {
  /** Similarity of every patch to the prompt, [CELLS]. */
  readonly similar: Float64Array
  readonly counts: Counts
}
/** Features [CELLS, d]. */
export function pointedAt(features: Float64Array, d: number, { labels }: Picture, cell: number, threshold: number): Pointed {
  const similar = similarities(features, CELLS, d).slice(cell * CELLS, (cell + 1) * CELLS)
  return { similar, counts: countsOf(similar, threshold, labels, labels[cell]!) }
}

export interface State {
  step: number
  readonly picture: Picture
  readonly raw: Pointed
}
export type Frame = Pick<State, 'picture' | 'raw'>

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const picture = pictureOf(p)
    return { step: 0, picture, raw: pointedAt(picture.patches, SIZE, picture, cellOf(p), p.threshold) }
  },
  step(s) {
    s.step++
  },
  frame: ({ picture, raw }) => ({ picture, raw }),
  steps: (p) => (p.tab === 'training' ? Math.max(1, recordsOf(p)) : 0),
  dt: () => 1,
  pace: (p) => Math.max(1, recordsOf(p)) / 8,
}

type One = Readout<Params, State>
export const readouts = {
  update: { label: 'updates', digits: 5, of: ({ step }, p) => (p.tab === 'training' ? Math.min(EVERY * step, p.updates) : null) },
  rawIou: { label: 'IoU, raw patches', digits: 2, of: ({ raw }) => iouOf(raw.counts) },
  rawPrecision: { label: 'precision, raw patches', digits: 2, of: ({ raw }) => finite(precisionOf(raw.counts)) },
  rawRecall: { label: 'recall, raw patches', digits: 2, of: ({ raw }) => recallOf(raw.counts) },
  object: { label: 'patches of the object', digits: 3, of: ({ raw: { counts } }) => counts.both + counts.missed },
} as const satisfies Record<string, One>
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
