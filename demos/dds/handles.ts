// What can be dragged: the lesion and its size in the true picture, the first view, holes, the number of CG steps; guess and truth on the floor.
import { type Handle, type Placed, type Point, sameValue } from '@/contract'
import { DEGREE } from '@/numerics/angles'
import { CORNERS, coordinatesAt, flattened, inFilm, inPicture, onFloor, worldAt } from './geometry'
import { MOST_BLOTS, MOST_CG, type Params, params as schema } from './params'
import type { View } from './presets'
import { blotAt, blotHome } from './problem'

type Drag = Handle<Params, View>

/** Height of the knob in the chart of CG steps, an exponent. */
export const INNER_KNOB = 1.4

const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
const within = ([x, y]: Point, { min, max }: { min: Point; max: Point }): Point => [
  neat(Math.min(Math.max(x, min[0]), max[0])),
  neat(Math.min(Math.max(y, min[1]), max[1])),
]

/** The size is dragged from below on the right of the lesion, beyond its edge: there is place for two handles, and for a fine hand. */
const [BESIDE, FINE] = [0.38, 2]
const sizeAt = ({ lesion: [x, y], radius }: Params): Point => {
  const along = Math.SQRT1_2 * (BESIDE + FINE * (radius - schema.radius.min))
  return [x + along, y - along]
}
export const sizePlace = (p: Params): Point => inFilm(sizeAt(p), CORNERS.truth)

/** Rays of a view come from this direction: at 0° from below. */
export const rayFrom = (degrees: number): Point => [Math.sin(degrees * DEGREE), -Math.cos(degrees * DEGREE)]
export const [RAY_TIP, RAY_END] = [0.5, 0.66] // distances from the middle of the picture
export const rayPlace = (degrees: number, distance: number): Point => {
  const [x, y] = rayFrom(degrees)
  return [CORNERS.truth[0] + 0.5 + distance * x, CORNERS.truth[1] + 0.5 + distance * y]
}

/** The list after a hole was put to a place; at home it is not in the list. */
export function withBlot(list: readonly Placed[], index: number, at: Point): readonly Placed[] {
  const others = list.filter((placed) => placed.index !== index)
  if (sameValue(at, blotHome(index))) return others
  return [...others, { index, at }].sort((a, b) => a.index - b.index)
}

const blot = (k: number): Drag => ({
  label: `hole ${k + 1}`,
  view: 'film',
  invite: k === 0 ? 'drag a hole' : undefined,
  moves: ['moved'],
  when: (p) => p.tab === 'pictures' && p.operator === 'holes' && p.method !== 'prior' && k < p.blots,
  at: (p) => inFilm(blotAt(p, k), CORNERS.seen),
  move: (to, p) => ({ moved: withBlot(p.moved, k, within(inPicture(to, CORNERS.seen), schema.moved)) }),
})

const isPictures = (p: Params) => p.tab === 'pictures'
const onLine = (key: 'from' | 'goal', label: string, invite?: string): Drag => ({
  label,
  view: 'plane',
  invite,
  moves: [key],
  when: (p) => p.tab === 'line',
  at: (p) => flattened(worldAt(p[key], 0), p),
  move: (to, p) => ({ [key]: within(coordinatesAt(onFloor(to, p)), schema[key]) }),
})

export const handles: Readonly<Record<string, Drag>> = {
  lesion: {
    label: 'lesion',
    view: 'film',
    invite: 'drag me',
    quiet: true,
    moves: ['lesion'],
    when: isPictures,
    at: (p) => inFilm(p.lesion, CORNERS.truth),
    move: (to) => ({ lesion: within(inPicture(to, CORNERS.truth), schema.lesion) }),
  },
  size: {
    label: 'size of the lesion',
    view: 'film',
    moves: ['radius'],
    when: isPictures,
    at: sizePlace,
    move(to, p) {
      const [x, y] = inPicture(to, CORNERS.truth)
      const along = Math.SQRT1_2 * (x - p.lesion[0] - (y - p.lesion[1]))
      const radius = schema.radius.min + (along - BESIDE) / FINE
      return { radius: neat(Math.min(Math.max(radius, schema.radius.min), schema.radius.max)) }
    },
  },
  firstView: {
    label: 'first view',
    view: 'film',
    moves: ['turn'],
    when: (p) => isPictures(p) && p.operator === 'ct' && p.method !== 'prior',
    at: (p) => rayPlace(p.turn, RAY_END),
    move([x, y]) {
      const [right, up] = [x - CORNERS.truth[0] - 0.5, y - CORNERS.truth[1] - 0.5]
      return { turn: neat(Math.atan2(right, -up) / DEGREE) }
    },
  },
  ...Object.fromEntries(Array.from({ length: MOST_BLOTS }, (_, k) => [`blot${k}`, blot(k)])),
  M: {
    label: 'CG steps',
    view: 'inner',
    moves: ['M'],
    when: (p) => isPictures(p) && p.method === 'dds',
    at: (p) => [p.M, INNER_KNOB],
    move: ([x]) => ({ M: Math.min(Math.max(Math.round(x), 0), MOST_CG) }),
    nudge: ([right, up], p) => ({ M: Math.min(Math.max(p.M + Math.sign(right + up), 0), MOST_CG) }),
  },
  from: onLine('from', 'guess', 'drag me'),
  goal: onLine('goal', 'truth'),
}
