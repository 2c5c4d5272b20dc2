// The starts of copies, the settings on the map, and how many copies wait.
import type { Point } from '@/contract'
import { copiesOf, type Params } from './params'
import { allReduce } from './readouts'

const pairsOf = (copies: number) => Math.min(Math.max(Math.round(copies / 2), 1), 32)

export const handles = {
  start: {
    label: 'start',
    view: 'plane',
    moves: ['start'] as const,
    when: (p: Params) => p.tab === 'flock',
    at: (p: Params) => p.start,
    move: (to: Point) => ({ start: to }),
  },
  stray: {
    label: 'the one apart',
    view: 'plane',
    invite: 'drag me',
    moves: ['stray'] as const,
    when: (p: Params) => p.tab === 'flock' && p.begin === 'apart',
    at: (p: Params) => p.stray,
    move: (to: Point) => ({ stray: to }),
  },
  setting: {
    label: 'momentum and pull',
    view: 'map',
    invite: 'drag me',
    moves: ['alpha', 'gamma'] as const,
    when: (p: Params) => p.tab !== 'net',
    at: (p: Params): Point => [p.alpha, p.gamma],
    move: ([alpha, gamma]: Point) => ({ alpha, gamma }),
  },
  copies: {
    label: 'copies N',
    view: 'waiting',
    invite: 'drag me',
    moves: ['pairs'] as const,
    when: (p: Params) => p.tab === 'net',
    at: (p: Params): Point => [copiesOf(p), Math.log10(allReduce(p))],
    move: ([x]: Point) => ({ pairs: pairsOf(x) }),
    nudge: ([right, up]: Point, p: Params) => ({ pairs: pairsOf(2 * (p.pairs + Math.sign(right + up))) }),
  },
} as const
