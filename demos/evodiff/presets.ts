import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'plane' | 'path' | 'errors' | 'steps' | 'pictures'

export const presets = {
  ten: {
    label: 'ten calls',
    params: {},
    view: 'plane',
    step: 'end',
    note: 'One Gaussian. EVODiff ends within 0.7 % of its spread, DPM-Solver++ at 5 %, DDIM at 33 %.',
  },
  wheel: {
    label: 'twelve on the wheel',
    params: { data: 'wheel', calls: 12 },
    view: 'plane',
    step: 'end',
    note: 'Paths bend towards one of 24 Gaussians.',
  },
  six: {
    label: 'six calls',
    params: { calls: 6 },
    view: 'errors',
    step: 'end',
    note: 'DPM-Solver++ wins by far.',
  },
  offCentre: {
    label: 'off-centre',
    params: { data: 'wheel', centre: [1, 0.5] },
    view: 'plane',
    step: 'end',
    note: 'The wheel is moved away from the origin, which EVODiff’s products and its last step count from.',
  },
  many: {
    label: 'too many',
    params: { calls: 20 },
    view: 'errors',
    step: 'end',
    note: 'With more than fifteen calls the dip is over.',
  },
  ring: {
    label: 'narrow ring',
    params: { data: 'ring', width: 0.02 },
    view: 'plane',
    step: 'end',
    note: 'Eight narrow clusters: EVODiff loses even against DDIM, and noise is the better thing to predict.',
  },
  plain: {
    label: 'plain last step',
    params: { ending: 'plain' },
    view: 'path',
    step: 'end',
    note: 'EVODiff without its last push.',
  },
  pictures: {
    label: 'little pictures',
    params: { tab: 'patches' },
    view: 'pictures',
    step: 'end',
    note: 'Thirty-six pictures of 192 numbers from the same noise.',
  },
} as const satisfies Record<string, Preset<Params, View>>
