// The clients' own best places and the start on the plane, and the runs on screen on the chart of the sweep.
import type { Handle, Point } from '@/contract'
import { CLIENTS, type Params } from './params'
import type { View } from './presets'
import { centerAt, centersOf, restError } from './problem'
import { pointAt } from './sweepPoint'

type One = Handle<Params, View>
const inPlane = (p: Params) => p.tab === 'plane'

const KEYS = ['b1', 'b2', 'b3', 'b4', 'b5'] as const
const client = (k: number, invite?: string): One => ({
  label: `best place of client ${k + 1}`,
  view: 'plane',
  invite,
  moves: [KEYS[k]!],
  when: (p) => inPlane(p) && p.h >= 0.2, // closer together they would cover each other
  at: (p) => centersOf(p)[k]!,
  move: (to, p) => ({ [KEYS[k]!]: centerAt(p, k, to) }),
})

/** The client whose bars are at x. */
export const clientAt = (x: number): number => Math.min(Math.max(Math.round(x), 0), CLIENTS - 1) + 1
/** Height of the knob above the bars. */
export const WATCH_AT = 1.2

export const handles = {
  client1: client(0),
  client2: client(1),
  client3: client(2),
  client4: client(3),
  client5: client(4, 'drag me'),
  start: {
    label: 'start',
    view: 'plane',
    moves: ['start'],
    when: inPlane,
    at: (p) => p.start,
    move: (to) => ({ start: to }),
  },
  setting: {
    label: 'runs on screen',
    view: 'sweep',
    moves: ['beta', 'h'],
    when: (p) => inPlane(p) && Number.isFinite(restError(p, 'fedavgM')),
    at: (p) => pointAt(p, p[p.across], restError(p, 'fedavgM')),
    move: ([x]: Point, p): Partial<Params> => (p.across === 'beta' ? { beta: 10 ** x } : { h: x }),
  },
  watched: {
    label: 'watched client',
    view: 'shares',
    moves: ['watched'],
    when: (p) => p.tab === 'blobs',
    at: (p) => [p.watched - 1, WATCH_AT],
    move: ([x]) => ({ watched: clientAt(x) }),
    nudge: ([right, up], p) => ({ watched: clientAt(p.watched - 1 + Math.sign(right + up)) }),
  },
} satisfies Record<string, One>
