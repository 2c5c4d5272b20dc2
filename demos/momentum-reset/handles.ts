// The beam's end at the start, the period in the chart, the tops of the singular values, and the bars of B's and A's moments.
import { barHandles, barOffset, type Handle, type Point } from '@/contract'
import { imbalanceAt, rightEnd, startWeights } from './geometry'
import { OFF, type Params, params, SIZE } from './params'
import type { View } from './presets'

type Own = Handle<Params, View>
const PERIOD_AT = 1.85 // decades: among the ticks
const MOMENTS = { group: 2, bar: 1 } // of B and A, among the bars of memory
const A_RANK = (4 * SIZE) / (3 * SIZE * SIZE) // what one more rank adds to them, as a share of full rank

export const handles: Readonly<Record<string, Own>> = {
  beam: {
    label: 'beam at the start',
    view: 'beam',
    invite: 'drag me',
    moves: ['c'],
    at: (p) => {
      const [x, y] = rightEnd(startWeights(p))
      return [x, y]
    },
    move: ([, y]: Point, p) => ({ c: imbalanceAt(y, p) }),
  },
  period: {
    label: 'steps between tricks',
    view: 'excess',
    moves: ['period'],
    when: ({ period }) => period !== OFF,
    at: ({ period }) => [period, PERIOD_AT],
    move: ([x]: Point) => ({ period: Math.max(params.period.min, Math.round(x)) }),
    nudge: ([right, up], { period }) => ({ period: Math.max(params.period.min, period + Math.sign(right + up)) }),
  },
  rank: {
    label: 'moments of B and A',
    view: 'memory',
    invite: 'drag me',
    moves: ['r'],
    when: ({ tab, layer }) => tab === 'memory' && layer === 'here',
    at: ({ r }) => [MOMENTS.group + barOffset(MOMENTS.bar, 2), A_RANK * r],
    move: ([, y]: Point) => ({ r: Math.round(y / A_RANK) }),
    nudge: ([right, up], { r }) => ({ r: r + Math.sign(right + up) }),
  },
  ...barHandles<'spectrum', Params, View>('spectrum', params.spectrum, {
    view: 'spectrum',
    x: (index) => index + barOffset(0, 2),
    invite: { index: 1, text: 'drag me' },
  }),
}
