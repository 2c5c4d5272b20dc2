// What can be dragged: blobs, first prototypes, and on the tab by hand samples and prototypes; on the circle only the angle counts, to a tenth of a degree.
import type { Handle, Placed, Point } from '@/contract'
import { onUnit, sampleAt, starAt } from './bench'
import { BLOBS, centreOf } from './blobs'
import { firstPrototypes } from './learner'
import type { Params } from './params'
import { MOST_PROTOTYPES, MOST_SAMPLES } from './sizes'

type View = 'circle' | 'inputs' | 'bench' | 'cost'
type Handles = Record<string, Handle<Params, View>>

const placedAt = (all: readonly Placed[], index: number, at: Point): readonly Placed[] =>
  [...all.filter((one) => one.index !== index), { index, at }].sort((a, b) => a.index - b.index)

const neat = (value: number) => Math.round(value * 1e3) / 1e3 + 0
function nearest([x, y]: Point): Point {
  const [cos, sin] = onUnit(Math.round((Math.atan2(y, x) * 1800) / Math.PI) / 10)
  return [Math.round(cos * 1e6) / 1e6 + 0, Math.round(sin * 1e6) / 1e6 + 0]
}
/** A handle held at its place does not move. */
const isHere = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-9

/** First prototypes are drawn and dragged outside the circle. */
export const START_RADIUS = 1.13
export function startAt(p: Params, index: number): Point {
  const rows = firstPrototypes(p)
  return [START_RADIUS * rows[2 * index]!, START_RADIUS * rows[2 * index + 1]!]
}

const every = (count: number, name: string, handle: (index: number) => Handle<Params, View>): Handles =>
  Object.fromEntries(Array.from({ length: count }, (_, k) => [`${name}${k + 1}`, handle(k)]))

const blob = (index: number): Handle<Params, View> => ({
  label: `blob ${'ABCDEF'[index]}`,
  view: 'inputs',
  quiet: true,
  moves: ['centres'],
  at: (p) => centreOf(p.centres, index),
  move: ([x, y], p) =>
    isHere([x, y], centreOf(p.centres, index)) ? {} : { centres: placedAt(p.centres, index, [neat(x), neat(y)]) },
})
const start = (index: number): Handle<Params, View> => ({
  label: `first prototype ${index + 1}`,
  view: 'circle',
  quiet: true,
  invite: index === 0 ? 'drag me' : undefined,
  moves: ['starts'],
  when: (p) => p.space === 'circle' && p.tab === 'train' && index < p.prototypes,
  at: (p) => startAt(p, index),
  move: (to, p) => (isHere(to, startAt(p, index)) ? {} : { starts: placedAt(p.starts, index, nearest(to)) }),
})
const sample = (index: number): Handle<Params, View> => ({
  label: `sample ${index + 1}`,
  view: 'bench',
  quiet: true,
  invite: index === 0 ? 'drag me' : undefined,
  moves: ['samples'],
  when: (p) => p.tab === 'bench' && index < p.handful,
  at: (p) => sampleAt(p, index),
  move: (to, p) => (isHere(to, sampleAt(p, index)) ? {} : { samples: placedAt(p.samples, index, nearest(to)) }),
})
const star = (index: number): Handle<Params, View> => ({
  label: `prototype ${index + 1}`,
  view: 'bench',
  quiet: true,
  moves: ['stars'],
  when: (p) => p.tab === 'bench' && index < p.prototypes,
  at: (p) => starOnRim(p, index),
  move: (to, p) => (isHere(to, starOnRim(p, index)) ? {} : { stars: placedAt(p.stars, index, nearest(to)) }),
})

/** Prototypes by hand are on a rim outside the samples, so that both can be dragged. */
export const RIM = 1.22
export const starOnRim = (p: Params, index: number): Point => {
  const [x, y] = starAt(p, index)
  return [RIM * x, RIM * y]
}

/** The batch on the plane of costs: log10 of B and of the scores by prototypes. */
const cost: Handle<Params, View> = {
  label: 'batch',
  view: 'cost',
  invite: 'drag me',
  moves: ['batch'],
  when: (p) => p.tab === 'sweep' || p.beside === 'cost',
  at: (p) => [Math.log2(p.batch), Math.log10(2 * p.batch * p.prototypes)],
  move: ([x]) => ({ batch: Math.min(128, Math.max(4, Math.round(2 ** x))) }),
}

export const handles: Handles = {
  ...every(BLOBS, 'blob', blob),
  ...every(MOST_PROTOTYPES, 'start', start),
  ...every(MOST_SAMPLES, 'sample', sample),
  ...every(MOST_PROTOTYPES, 'star', star),
  cost,
}
