// The start on the plane, and knobs on the charts that show the rates of the runs on screen.
import type { Point } from '@/contract'
import { METHODS, type Params, RATES } from './params'
import { NET_RANGE } from './trainings'
import { RANGE } from './window'

const start = {
  label: 'start',
  moves: ['start'] as const,
  at: (p: Params) => p.start,
  move: (to: Point) => ({ start: to }),
}
const rateOf = (p: Params) => RATES[p.picked]

export const handles = {
  start: { ...start, view: 'plane', invite: 'start · drag me', when: (p: Params) => p.tab === 'race' },
  startTwins: { ...start, view: 'twins', when: (p: Params) => p.tab === 'same' },
  rate: {
    label: 'rate',
    view: 'window',
    moves: METHODS.map((method) => RATES[method]),
    when: (p: Params) => p.tab === 'race',
    at: (p: Params): Point => [Math.log10(p[rateOf(p)]), RANGE[1]],
    move: ([x]: Point, p: Params): Partial<Params> => ({ [rateOf(p)]: 10 ** x }),
  },
  netAdan: {
    label: 'rate of Adan',
    view: 'trainings',
    moves: ['netAdan'] as const,
    when: (p: Params) => p.tab === 'net',
    at: (p: Params): Point => [Math.log10(p.netAdan), NET_RANGE[1]],
    move: ([x]: Point) => ({ netAdan: 10 ** x }),
  },
  netAdam: {
    label: 'rate of Adam',
    view: 'trainings',
    moves: ['netAdam'] as const,
    when: (p: Params) => p.tab === 'net',
    at: (p: Params): Point => [Math.log10(p.netAdam), NET_RANGE[0]],
    move: ([x]: Point) => ({ netAdam: 10 ** x }),
  },
} as const
