// What can be dragged: each charge on its floor, the start of the traced particle at the top, D in its charts, and the injected noise.
import { type Handle, type Placed, type Point, sameValue } from '@/contract'
import { surprise } from '@/domains/diffusion/radiusLaw'
import { dOfPlace, GAP_RANGE, nudgedD, placeOfD, yOf } from './axes'
import { chargeAt, countOf, homeOf } from './charges'
import { dataAt, flattened, placeOf, topOf, unflattened } from './geometry'
import { MOST, MOST_ON_LINE, type Params, params as schema } from './params'
import type { View } from './presets'

type Drag = Handle<Params, View>

/** Places are kept to a thousandth, so that addresses stay short. */
const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
const within = ([x, y]: Point, { min, max }: { min: Point; max: Point }): Point => [
  neat(Math.min(Math.max(x, min[0]), max[0])),
  neat(Math.min(Math.max(y, min[1]), max[1])),
]
/** The list after a charge was put to a place; at home it is not in the list. */
function withPlace(list: readonly Placed[], index: number, at: Point, home: Point): readonly Placed[] {
  const others = list.filter((placed) => placed.index !== index)
  if (sameValue(at, home.map(neat))) return others
  return [...others, { index, at }].sort((a, b) => a.index - b.index)
}

const each = (count: number, name: string, make: (k: number) => Drag): Record<string, Drag> =>
  Object.fromEntries(Array.from({ length: count }, (_, k) => [`${name}${k}`, make(k)]))

const KNOB = GAP_RANGE[0] + 0.4 // just above the axis, off its ticks

/** Heights of the planes in which handles of the stage move. */
export const planeOf = (name: string, p: Params): number => (name === 'start' ? topOf(p) : 0)

const charge = (k: number): Drag => ({
  label: `charge ${k + 1}`,
  view: 'space',
  quiet: true,
  moves: ['moved'],
  when: (p) => p.tab === 'plane' && k < countOf(p),
  at: (p) => flattened(placeOf(p, ...chargeAt(p, k), 0), p),
  move: (to, p) => ({ moved: withPlace(p.moved, k, within(dataAt(p, unflattened(to, 0, p)), schema.moved), homeOf(p, k)) }),
})
const chargeOnLine = (k: number): Drag => ({
  label: `charge ${k + 1}`,
  view: 'strip',
  quiet: true,
  moves: ['movedOnLine'],
  when: (p) => p.tab === 'line' && k < countOf(p),
  at: (p) => [chargeAt(p, k)[0], yOf(p, 0)],
  move: ([x], p) => ({ movedOnLine: withPlace(p.movedOnLine, k, within([x, 0], schema.movedOnLine), homeOf(p, k)) }),
})

export const handles: Readonly<Record<string, Drag>> = {
  ...each(MOST, 'charge', charge),
  ...each(MOST_ON_LINE, 'chargeOnLine', chargeOnLine),
  start: {
    label: 'start of the traced particle',
    view: 'space',
    invite: 'drag me',
    moves: ['start'],
    when: (p) => p.tab === 'plane',
    at: (p) => flattened(placeOf(p, p.start[0] * p.sigmaMax, p.start[1] * p.sigmaMax, p.sigmaMax), p),
    move(to, p) {
      const [x, y] = dataAt(p, unflattened(to, topOf(p), p))
      return { start: within([x / p.sigmaMax, y / p.sigmaMax], schema.start) }
    },
  },
  startOnLine: {
    label: 'start of the traced particle',
    view: 'strip',
    invite: 'drag me',
    moves: ['start'],
    when: (p) => p.tab === 'line',
    at: (p) => [p.start[0] * p.sigmaMax, yOf(p, p.sigmaMax)],
    move: ([x], p) => ({ start: within([x / p.sigmaMax, p.start[1]], schema.start) }),
  },
  D: {
    label: 'extra dimensions',
    view: 'gap',
    moves: ['D'],
    when: (p) => p.tab !== 'radius',
    at: (p) => [placeOfD(p.D), KNOB],
    move: ([x]) => ({ D: dOfPlace(x) }),
    nudge: ([right, up], p) => ({ D: nudgedD(p.D, right + up) }),
  },
  surpriseD: {
    label: 'extra dimensions',
    view: 'surprise',
    moves: ['D'],
    when: (p) => p.tab === 'radius',
    at: (p) => [placeOfD(p.D), surprise(p.N, p.D, p.alpha)],
    move: ([x]) => ({ D: dOfPlace(x) }),
    nudge: ([right, up], p) => ({ D: nudgedD(p.D, right + up) }),
  },
  alpha: {
    label: 'injected noise',
    view: 'radii',
    invite: 'drag me',
    moves: ['alpha'],
    when: (p) => p.tab === 'radius',
    at: (p) => [0.5 * Math.log1p(p.alpha ** 2), 0.5],
    move: ([x]) => ({ alpha: Math.min(Math.sqrt(Math.expm1(2 * Math.max(0, x))), schema.alpha.max) }),
  },
}
