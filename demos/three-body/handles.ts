// What can be dragged: the bodies and the tips of their arrows at the start, and the knob of the step rule in the plane of work and error.
import type { Handle, Point } from '@/contract'
import { naturalTime } from './natural'
import { type Params, params } from './params'
import { placeErrorAtEnd, wholeOf } from './whole'

/** Rounds to three significant digits of the picture's size, so that addresses stay short. */
const neat = (value: number, size: number): number => {
  const unit = 10 ** Math.floor(Math.log10(size) - 2.5)
  return Number((Math.round(value / unit) * unit).toPrecision(12)) + 0
}

const HELD = 1e-9 // of the picture: a smaller move is none
const neatly = ([x, y]: Point, [nowX, nowY]: Point, size: number): Point => [
  Math.abs(x - nowX) < HELD * size ? nowX : neat(x, size),
  Math.abs(y - nowY) < HELD * size ? nowY : neat(y, size),
]

const R = ['r1', 'r2', 'r3'] as const
const V = ['v1', 'v2', 'v3'] as const

/** The arrow of a body at rest still has this length, downwards, so that it can be dragged. */
const STUB = 0.13 // of the half width
const ARROW = 0.4 // of the natural time: the arrow ends where the body would be then

export function arrowTip(p: Params, index: number): Point {
  const [r, v] = [p[R[index]!], p[V[index]!]]
  const scale = ARROW * naturalTime(p)
  return [r[0] + scale * v[0], r[1] - STUB * p.span + scale * v[1]]
}

type PlaneHandle = Handle<Params, 'plane'>
const inFlight = (p: Params) => p.tab === 'flight' || p.tab === 'compare'
const inPlane = (p: Params) => p.tab === 'flight'

const body = (index: 0 | 1 | 2): PlaneHandle => ({
  label: `start of body ${index + 1}`,
  view: 'plane',
  ...(index === 1 && { invite: 'start · drag me' }),
  moves: [R[index]!],
  when: inPlane,
  at: (p) => p[R[index]!],
  move: (to, p) => ({ [R[index]!]: neatly(to, p[R[index]!], p.span) }),
})

const arrow = (index: 0 | 1 | 2): PlaneHandle => ({
  label: `velocity of body ${index + 1}`,
  view: 'plane',
  quiet: true,
  moves: [V[index]!],
  when: inPlane,
  at: (p) => arrowTip(p, index),
  move([x, y], p) {
    const r = p[R[index]!]
    const scale = ARROW * naturalTime(p)
    const speed = p.span / naturalTime(p)
    return { [V[index]!]: neatly([(x - r[0]) / scale, (y + STUB * p.span - r[1]) / scale], p[V[index]!], speed) }
  },
})

/** Window of work and error, in powers of ten. */
export const FRONT_WINDOW = {
  energy: [
    [2, 5.65],
    [-15.6, 3],
  ],
  place: [
    [2, 5.65],
    [-13, 3],
  ],
} as const

type Knob = { key: 'mu' | 'delta' | 'eta' | 'tolerance'; power: number }
/** The knob of a rule, and the power of it with which the work falls. */
function knobOf({ scheme, rule }: Params): Knob | null {
  if (scheme === 'pair') return { key: 'tolerance', power: 0.2 }
  if (scheme === 'radau') return null
  if (rule === 'mu') return { key: 'mu', power: 1 }
  if (rule === 'fixed') return { key: 'delta', power: 1 }
  return rule === 'aarseth' ? { key: 'eta', power: 0.5 } : null
}

const inWindow = (value: number, [low, high]: readonly [number, number]) =>
  Math.min(Math.max(Number.isFinite(value) ? value : high, low), high)

/** The result of the whole run: log10 of its force evaluations and of its final error. */
export function landingOf(p: Params): Point {
  const { evaluations, energyError } = wholeOf(p)
  const error = p.error === 'energy' ? energyError : placeErrorAtEnd(p)
  const [, range] = FRONT_WINDOW[p.error]
  return [Math.log10(evaluations), inWindow(Math.log10(Math.max(error, 1e-300)), range)]
}

export const knobHandle: Handle<Params, 'front'> = {
  label: 'accuracy knob',
  view: 'front',
  invite: 'drag me',
  moves: ['mu', 'delta', 'eta', 'tolerance'],
  when: (p) => inFlight(p) && knobOf(p) !== null,
  at: landingOf,
  /** Work falls nearly with a power of the knob, so one correction follows. */
  move([x], p) {
    const knob = knobOf(p)
    if (knob === null || Math.abs(x - Math.log10(wholeOf(p).evaluations)) < HELD) return {}
    const { key, power } = knob
    const { min, max } = params[key]
    const turned = (from: Params): number => {
      const value = from[key] * 10 ** ((Math.log10(wholeOf(from).evaluations) - x) / power)
      return Number(Math.min(Math.max(value, min), max).toPrecision(4))
    }
    const first = turned(p)
    return { [key]: turned({ ...p, [key]: first }) }
  },
}

export const handles = {
  body1: body(0),
  body2: body(1),
  body3: body(2),
  arrow1: arrow(0),
  arrow2: arrow(1),
  arrow3: arrow(2),
  knob: knobHandle,
}
