import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'excess' | 'beam' | 'factors' | 'imbalance' | 'spectrum' | 'directions' | 'arrows' | 'losses' | 'memory'
const balance = { tab: 'balance' } as const

export const presets = {
  lopsided: {
    label: 'lopsided',
    params: balance,
    view: 'excess',
    step: 200,
    note: 'c = 17: entries of B about 3, entries of A about 0.01.',
  },
  balanced: {
    label: 'balanced start',
    params: { ...balance, c: 1 },
    view: 'excess',
    step: 'end',
    note: 'c = 1: both begin equally heavy. Rebuilding has nothing to mend; resets help early and hinder late.',
  },
  hot: {
    label: 'hot resets',
    params: { ...balance, eta: 0.1 },
    view: 'excess',
    step: 'end',
    note: 'η = 0.1: after each reset Adam kicks every entry by η, and the loss jumps.',
  },
  recovery: {
    label: 'resets with recovery',
    params: { ...balance, eta: 0.1, recovery: 20 },
    view: 'excess',
    step: 'end',
    note: 'η = 0.1, but for 20 steps after each reset the rate grows from 0.',
  },
  small: {
    label: 'rank too small',
    params: { tab: 'directions', r: 2 },
    view: 'spectrum',
    step: 'end',
    note: 'Two directions for four: the least loss is 0.635, and no trick helps against that.',
  },
  wrong: {
    label: 'momentum in the wrong basis',
    params: { tab: 'directions', reset: false, beta1: 0.98 },
    view: 'arrows',
    step: 50,
    note: 'Rebuilt, but not forgotten, with a long memory: Adam steps where the old coordinates point.',
  },
  long: {
    label: 'in the long run',
    params: { ...balance, steps: 600 },
    view: 'excess',
    step: 'end',
    note: '600 steps: each reset kicks the run off the bottom again. Who rebuilds only gets deeper in the end.',
  },
} as const satisfies Record<string, Preset<Params, View>>
