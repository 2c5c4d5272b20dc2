// The start, the axes of the inputs, and knobs in the charts.
import type { Point } from '@/contract'
import { inversionAt } from './cost'
import type { Params } from './params'
import { longAxis } from './problem'
import { RANGE } from './rates'

const inPlane = (p: Params) => p.tab === 'plane'

export const handles = {
  start: {
    label: 'start',
    view: 'valley',
    invite: 'start · drag me',
    moves: ['start'] as const,
    when: inPlane,
    at: (p: Params) => p.start,
    move: (to: Point) => ({ start: to }),
  },
  widest: {
    label: 'widest direction of the inputs',
    view: 'ellipses',
    invite: 'drag me',
    moves: ['widest'] as const,
    when: inPlane,
    at: (p: Params) => p.widest,
    move: (to: Point) => ({ widest: to }),
  },
  narrowest: {
    label: 'narrowest direction of the inputs',
    view: 'ellipses',
    moves: ['kappa'] as const,
    when: inPlane,
    at: (p: Params): Point => {
      const [x, y, length] = longAxis(p)
      const half = length / Math.sqrt(p.kappa)
      return [-y * half, x * half]
    },
    move: ([tx, ty]: Point, p: Params) => {
      const [x, y, length] = longAxis(p)
      const half = Math.max(1e-3 * length, Math.abs(-y * tx + x * ty))
      return { kappa: (length / half) ** 2 }
    },
  },
  rate: {
    label: 'rate of MKOR',
    view: 'rates',
    moves: ['eta'] as const,
    when: (p: Params) => p.tab === 'layer',
    at: (p: Params): Point => [Math.log10(p.eta), RANGE[1]],
    move: ([x]: Point) => ({ eta: 10 ** x }),
  },
  width: {
    label: 'width d',
    view: 'cost',
    invite: 'drag me',
    moves: ['d'] as const,
    when: (p: Params) => p.tab === 'cost',
    at: (p: Params): Point => [Math.log10(p.d), Math.log10(inversionAt(p.d))],
    move: ([x]: Point) => ({ d: Math.round(10 ** x) }),
    nudge: ([right, up]: Point, p: Params) => ({
      d: Math.round(right + up > 0 ? Math.max(p.d + 1, p.d * 1.05) : Math.min(p.d - 1, p.d / 1.05)),
    }),
  },
} as const
