// Named states. Each starts from the defaults.
import type { Preset } from '@/contract'
import type { Params } from './params'

/** Without limit and memory. */
const bare = { clip: false, beta: 0 } as const

export const presets = {
  none: { label: 'no guidance', params: { w: 1 }, note: 'Both methods do the same: nothing is pushed.' },
  burns: {
    label: 'CFG burns',
    params: { ...bare, w: 7.5, eta: 1 },
    note: 'η = 1, no limit, no momentum: APG is then plain guidance.',
  },
  turn: {
    label: 'turn, don’t stretch',
    params: { ...bare, w: 7.5, eta: 0, centre: [0, 0], steps: 32 },
    note: 'The stretch is dropped, the turn is kept whole.',
  },
  strong: {
    label: 'full APG at 15',
    params: { w: 15, eta: 0, clip: true, r: 0.1, beta: -0.5 },
    note: 'All three parts of the method at twice the usual guidance.',
  },
  offGrey: {
    label: 'wrong grey',
    params: { ...bare, w: 7.5, eta: 0, centre: [2, 0], reach: 'far' },
    note: 'APG takes the origin for grey. On a wheel that stands elsewhere most of the stretch passes for a turn.',
  },
  coarse: {
    label: 'coarse steps',
    params: { ...bare, w: 7.5, eta: 0, steps: 8, reach: 'far' },
    note: 'Eight steps: a long step along a tangent leaves the circle.',
  },
} as const satisfies Readonly<Record<string, Preset<Params, 'plane'>>>
