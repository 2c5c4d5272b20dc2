import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'sizes' | 'bowl' | 'spectrum' | 'tops' | 'layers' | 'spectra' | 'loss' | 'rates'
/** One rate and one decay for all widths. */
export const same = { etaRule: 'constant', lambdaRule: 'constant' } as const

/** Trainings just long enough for the slowest to come to rest. */
const quick = { tab: 'network', d: '16', eta: 0.05, updates: 480 } as const

export const presets = {
  forget: {
    label: 'forget the start',
    params: { tab: 'matrix', init: 5 },
    view: 'sizes',
    step: 'end',
    note: 'From 0, from five times the usual size: the same size in the end.',
  },
  shaken: {
    label: 'shaken ball',
    params: { tab: 'matrix', alpha: 0, init: 0 },
    view: 'bowl',
    step: 'end',
    note: 'α = 0: kicks without structure. The weights spread like a normal distribution.',
  },
  quarters: {
    label: 'three quarters',
    params: { tab: 'widths', ...same, alpha: 0.5 },
    view: 'tops',
    step: 'end',
    note: 'α = 0.5, same rate and decay at all widths: the model says p near ¾.',
  },
  direction: {
    label: 'one direction',
    params: { tab: 'widths', ...same, alpha: 2 },
    view: 'tops',
    step: 'end',
    note: 'α = 2: one direction has most of the inputs, and the top singular value grows about as d.',
  },
  mup: {
    label: 'muP only',
    params: { ...quick, lambdaRule: 'constant' },
    view: 'layers',
    step: 'end',
    note: 'The rate falls as 1/d, the decay stays: layers of wide networks stretch more.',
  },
  root: {
    label: 'muP + √d',
    params: quick,
    view: 'layers',
    step: 'end',
    note: 'The decay grows as the root of the width.',
  },
} as const satisfies Record<string, Preset<Params, View>>
