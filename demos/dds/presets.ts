import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'film' | 'data' | 'quality' | 'misfit' | 'inner' | 'crowd' | 'plane' | 'off' | 'error' | 'signals'

export const presets = {
  three: {
    label: 'three views',
    params: {},
    view: 'film',
    step: 'end',
    note: '87 numbers for 400 pixels, and a prior.',
  },
  cg: {
    label: 'CG only',
    params: { method: 'cg' },
    view: 'film',
    step: 'end',
    note: 'Fits the data, with streaks.',
  },
  prior: {
    label: 'prior only',
    params: { method: 'prior' },
    view: 'film',
    step: 'end',
    note: 'A fine picture of someone else.',
  },
  noisy: {
    label: 'noisy data',
    params: { angles: 4, noise: 0.05, M: 20 },
    view: 'film',
    step: 'end',
    note: 'Twenty CG steps fit the noise. Then set γ to 5, or M to 1.',
  },
  tangent: {
    label: 'along the set',
    params: { tab: 'line' },
    view: 'plane',
    step: 'end',
    note: 'A blur keeps waves waves: CG stays in the plane.',
  },
  broken: {
    label: 'out of the set',
    params: { tab: 'line', measure: 'third' },
    view: 'plane',
    step: 'end',
    note: 'Every third sample only: CG leaves the plane.',
  },
  dps: {
    label: 'DPS',
    params: { method: 'dps' },
    view: 'film',
    step: 'end',
    note: 'The noisy picture is moved against a gradient through the denoiser.',
  },
  holes: {
    label: 'holes',
    params: { operator: 'holes', lesion: [0.24, 0.3] },
    view: 'film',
    step: 'end',
    note: 'Blots hide parts of the picture. Drag them.',
  },
} as const satisfies Record<string, Preset<Params, View>>
