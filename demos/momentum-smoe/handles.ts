// The watched token, the experts, the rim of the first one's ellipse, and the point of the setting in the triangle and in the chart of noise.
import type { Point } from '@/contract'
import type { Params } from './params'
import { LEVELS, restLevel, rimOf } from './places'
import { reachOf } from './readouts'

const isStack = (p: Params) => p.tab === 'stack'
const center = (i: 1 | 2 | 3 | 4) => {
  const name = `c${i}` as const
  return {
    label: `expert ${i}`,
    view: 'plane',
    quiet: true,
    moves: [name] as const,
    when: isStack,
    at: (p: Params): Point => p[name],
    move: (to: Point): Partial<Params> => ({ [name]: to }),
  } as const
}
const gammaAt = (reach: number, { sigma }: Params) => reach / sigma

export const handles = {
  token: {
    label: 'watched token',
    view: 'plane',
    invite: 'drag me',
    moves: ['token'] as const,
    when: isStack,
    at: (p: Params): Point => p.token,
    move: (to: Point) => ({ token: to }),
  },
  e1: center(1),
  e2: center(2),
  e3: center(3),
  e4: center(4),
  rim: {
    label: 'curvature of expert 1',
    view: 'plane',
    quiet: true,
    moves: ['sigma'] as const,
    when: isStack,
    at: rimOf,
    move: ([x]: Point, { c1 }: Params) => ({ sigma: LEVELS[1] / Math.max(x - c1[0], 0.1) ** 2 }),
  },
  setting: {
    label: 'γσ of expert 1, and momentum',
    view: 'triangle',
    invite: 'drag me',
    moves: ['gamma', 'mu'] as const,
    when: isStack,
    at: (p: Params): Point => [reachOf(p), p.mu],
    move: ([reach, mu]: Point, p: Params) => ({ gamma: gammaAt(reach, p), mu }),
  },
  reach: {
    label: 'γσ of expert 1',
    view: 'rest',
    invite: 'drag me',
    moves: ['gamma'] as const,
    when: (p: Params) => p.tab === 'noise',
    at: (p: Params): Point => [reachOf(p), restLevel(p)],
    move: ([reach]: Point, p: Params) => ({ gamma: gammaAt(reach, p) }),
  },
  push: {
    label: 'push of the inputs',
    view: 'attacked',
    invite: 'drag me',
    moves: ['push'] as const,
    when: (p: Params) => p.tab === 'train',
    at: (p: Params): Point => [p.push, 0],
    move: ([push]: Point) => ({ push }),
  },
} as const
