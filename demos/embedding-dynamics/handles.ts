// What can be dragged: when spreading begins, a free image, the anchor of the walkers, the length of a kick by its half-life, and the stiffness of springs.
import type { Handle } from '@/contract'
import { border } from '@/numerics/statistics'
import { anchorAt, flattened, handleIn, isWithinReach, throwTo } from './geometry'
import { type Params, params as schema } from './params'
import type { View } from './presets'
import { type Kind, keptAfter, linkAfter } from './readouts'

type Drag = Handle<Params, View>

/** Height of the knob that says when spreading begins, as a rank. */
export const KNOB = 1.55
/** Of log₁₀ of the stiffness of springs, in their chart. */
export const STIFF = [-2, 0] as const

const LEAST = 10 ** STIFF[0] // stiffness that the chart shows
const STRIDE = 20 // steps that an arrow key moves the beginning of spreading
const neat = (v: number) => Math.round(1000 * v) / 1000
/** Steps after which half of the first place is kept. */
const halfLife = (p: Params): number => Math.log(0.5) / Math.log(keptAfter(p, 1))

const beginning = (x: number, p: Params): number => Math.round(Math.min(Math.max(x, 0), p.steps, schema.from.max))

const spring = (kind: Kind, label: string): Drag => ({
  label,
  view: 'links',
  moves: [kind],
  when: (p) => p.tab === 'kicks' && p[kind] >= LEAST,
  at: (p) => [Math.log10(p[kind]), Math.log10(linkAfter(p, p[kind], Number.POSITIVE_INFINITY))],
  move: ([x]) => ({ [kind]: neat(Math.min(Math.max(10 ** x, LEAST), 1)) }),
})

export const handles: Readonly<Record<string, Drag>> = {
  from: {
    label: 'step at which spreading begins',
    view: 'rank',
    invite: 'drag me',
    moves: ['from'],
    when: (p) => p.tab === 'network' && p.singular > 0,
    at: (p) => [p.from, KNOB],
    move: ([x], p) => ({ from: beginning(x, p) }),
    nudge: ([right, up], p) => ({ from: beginning(p.from + STRIDE * Math.sign(right + up), p) }),
  },
  throw: {
    label: 'start of the picked image',
    view: 'sphere',
    invite: 'throw me',
    moves: ['thrown'],
    when: (p) => p.tab === 'free' && isWithinReach(p),
    at: (p) => flattened(handleIn('throw', p), p),
    move: throwTo,
  },
  anchor: {
    label: 'anchor, where all walkers begin',
    view: 'sphere',
    invite: 'drag me',
    moves: ['east', 'north'],
    when: (p) => p.tab === 'kicks' && isWithinReach(p),
    at: (p) => flattened(handleIn('anchor', p), p),
    move: anchorAt,
  },
  half: {
    label: 'steps until half is kept',
    view: 'decay',
    moves: ['a'],
    when: (p) => p.tab === 'kicks',
    at: (p) => [halfLife(p), 0.5],
    move: ([x], p) => ({ a: border(schema.a.min, schema.a.max, (a) => halfLife({ ...p, a }) > Math.max(x, 0)) }),
  },
  weak: spring('weak', 'stiffness of the weak spring'),
  strong: spring('strong', 'stiffness of the strong spring'),
}
