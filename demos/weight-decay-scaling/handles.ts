// The start and the resting size of the weights, and the tilt of the line over widths.
import type { Point } from '@/contract'
import { decayFor } from '@/domains/optim/restingSize'
import { LOSSES, topRange } from './axes'
import { exponentFor, FITTED, predictedTop } from './ideal'
import { BASE, decayExponent, type Params, rateAt, restAt, widthOf } from './params'

const LAST = FITTED.at(-1)!
const LEAST_SCALE = 0.02 // place of the handle of a start at 0
const usual = (p: Params) => 1 / Math.sqrt(widthOf(p))
const widths = ['8', '16', '32', '64', '128', '256'] as const
const EAGER = 0.65 // a drag reaches the next width before half the way
/** The width for a drag to the logarithm `x`. */
function widthTo(p: Params, x: number): Params['d'] {
  const way = (x - Math.log10(widthOf(p))) / Math.log10(2)
  const index = widths.indexOf(p.d) + Math.sign(way) * Math.floor(Math.abs(way) + EAGER)
  return widths[Math.min(Math.max(index, 0), widths.length - 1)]!
}

export const handles = {
  start: {
    label: 'first weights',
    view: 'sizes',
    invite: 'drag me',
    moves: ['init'] as const,
    when: (p: Params) => p.tab === 'matrix',
    at: (p: Params): Point => [0, Math.log10(Math.max(p.init, LEAST_SCALE) * usual(p))],
    move: ([, y]: Point, p: Params) => ({ init: 10 ** y / usual(p) }),
  },
  rest: {
    label: 'weight decay, by the resting size',
    view: 'sizes',
    moves: ['lambda'] as const,
    when: (p: Params) => p.tab === 'matrix' && Number.isFinite(restAt(p, widthOf(p))),
    at: (p: Params): Point => [p.steps, Math.log10(restAt(p, widthOf(p)))],
    move: ([, y]: Point, p: Params) => {
      const d = widthOf(p)
      return { lambda: decayFor(rateAt(p, d), 10 ** y, p.beta1) / (d / BASE) ** decayExponent(p) }
    },
  },
  tilt: {
    label: 'exponent q of the decay',
    view: 'tops',
    invite: 'drag me',
    moves: ['lambdaRule', 'q'] as const,
    when: (p: Params) => p.tab === 'widths' && Number.isFinite(restAt(p, LAST)),
    at: (p: Params): Point => [Math.log10(LAST), Math.log10(predictedTop(p, LAST))],
    move: ([, y]: Point, p: Params) => ({ lambdaRule: 'power' as const, q: exponentFor(p, LAST, 10 ** y) }),
  },
  width: {
    label: 'width d',
    view: 'tops',
    moves: ['d'] as const,
    when: (p: Params) => p.tab === 'widths',
    at: (p: Params): Point => [Math.log10(widthOf(p)), topRange(p)[1]],
    move: ([x]: Point, p: Params) => ({ d: widthTo(p, x) }),
    nudge: ([right, up]: Point, p: Params) => ({ d: widthTo(p, Math.log10(widthOf(p)) + Math.sign(right + up) * 0.3) }),
  },
  rate: {
    label: 'learning rate',
    view: 'rates',
    moves: ['eta'] as const,
    when: (p: Params) => p.tab === 'rates',
    at: (p: Params): Point => [Math.log10(p.eta), LOSSES[0]],
    move: ([x]: Point) => ({ eta: 10 ** x }),
  },
} as const
