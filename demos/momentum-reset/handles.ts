// The beam's end at the start, the period in the charts, and the tops of the singular values.
import { barHandles, barOffset, type Handle, type Point } from '@/contract'
import { imbalanceAt, rightEnd, startWeights } from './geometry'
import { OFF, type Params, params } from './params'
import type { View } from './presets'

type Own = Handle<Params, View>
const PERIOD_AT = 1.85 // decades: among the ticks

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
  ...barHandles<'spectrum', Params, View>('spectrum', params.spectrum, {
    view: 'spectrum',
    x: (index) => index + barOffset(0, 2),
    invite: { index: 1, text: 'drag me' },
  }),
}
