// What can be dragged or pressed: the static charges, squares and links of the lattice; the mass; the distance; the cut-off.
import type { Handle, Point } from '@/contract'
import { REACH } from './maps'
import { MOST_LOOPS, NO_LINK, type Params, params } from './params'
import { energyRange, knobOf } from './ranges'
import { flowCutoff, isOnLattice, latticeIn, mostCutoff, placeOf } from './system'
import type { View } from './texts'

type Drag = Handle<Params, View>

const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high)

function siteNear([x, y]: Point, p: Params): Point {
  const { columns, rows } = latticeIn(p)
  return [clamp(Math.round(x), 0, columns - 1) + 0, clamp(Math.round(y), 0, rows - 1) + 0]
}
const charge = (which: 'plus' | 'minus', label: string): Drag => ({
  label,
  view: 'lattice',
  invite: which === 'minus' ? 'drag me' : undefined,
  quiet: which === 'plus',
  moves: [which],
  when: (p) => isOnLattice(p) && p.charges,
  at: (p) => placeOf(p, which),
  move: (to, p) => ({ [which]: siteNear(to, p) }),
  nudge(arrow, p) {
    const [x, y] = placeOf(p, which)
    return { [which]: siteNear([x + arrow[0], y + arrow[1]], p) }
  },
})

export const handles: Readonly<Record<string, Drag>> = {
  plus: charge('plus', 'static charge +1'),
  minus: charge('minus', 'static charge −1'),
  mass: {
    label: 'mass',
    view: 'potential',
    invite: 'drag me',
    moves: ['m'],
    when: (p) => p.tab === 'string' && p.axis === 'm',
    at: (p) => [p.m, knobOf(energyRange(p))],
    move: ([x]) => ({ m: neat(clamp(x, params.m.min, params.m.max)) }),
  },
  distance: {
    label: 'distance of the charges',
    view: 'potential',
    invite: 'drag me',
    moves: ['plus', 'minus'],
    when: (p) => p.tab === 'string' && p.axis === 'distance' && p.charges,
    at: (p) => [Math.abs(placeOf(p, 'minus')[0] - placeOf(p, 'plus')[0]), knobOf(energyRange(p))],
    move: ([x], p) => ({ plus: [0, 1], minus: siteNear([x, 1], p) }),
    nudge(arrow, p) {
      const now = Math.abs(placeOf(p, 'minus')[0] - placeOf(p, 'plus')[0])
      return { plus: [0, 1], minus: siteNear([now + arrow[0], 1], p) }
    },
  },
  cutoff: {
    label: 'cut-off',
    view: 'loop',
    invite: 'drag me',
    moves: ['lambda'],
    when: (p) => p.tab === 'flow',
    at: (p) => [REACH + flowCutoff(p) + 0.5, 0.9],
    move: ([x], p) => ({ lambda: clamp(Math.round(x - REACH - 0.5), 1, mostCutoff(p)) }),
    nudge: (arrow, p) => ({ lambda: clamp(flowCutoff(p) + arrow[0], 1, mostCutoff(p)) }),
  },
}

const NEAR_SQUARE = 0.3
const NEAR_LINK = 0.3
/** A press on the lattice: a square gets one more loop, a link is tried, or no longer. */
export function pressed([x, y]: Point, p: Params): Partial<Params> | null {
  if (!isOnLattice(p)) return null
  const { columns, plaquettes, links } = latticeIn(p)
  const square = plaquettes.findIndex((_, k) => Math.max(Math.abs(x - k - 0.5), Math.abs(y - 0.5)) < NEAR_SQUARE)
  if (square >= 0) {
    const next = p.loops[square]! > -MOST_LOOPS ? p.loops[square]! - 1 : MOST_LOOPS // the first press brings field back to the string
    const drawn = p.drawn === 'sample' || p.drawn === 'tree' ? p.drawn : 'sample'
    return { loops: p.loops.map((l, k) => (k === square ? Math.round(next) : l)), bare: NO_LINK, drawn }
  }
  const away = links.map(([a, b]) =>
    Math.max(
      Math.abs(x - ((a % columns) + (b % columns)) / 2),
      Math.abs(y - (Math.floor(a / columns) + Math.floor(b / columns)) / 2),
    ),
  )
  const link = away.indexOf(Math.min(...away))
  if (away[link]! > NEAR_LINK) return p.bare === NO_LINK ? null : { bare: NO_LINK }
  return { bare: p.bare === link ? NO_LINK : link, ...(p.drawn === 'random' ? { drawn: 'sample' as const } : {}) }
}
