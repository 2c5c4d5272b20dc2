import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'plane' | 'ring' | 'map' | 'spread' | 'waiting' | 'loss' | 'netLoss' | 'netSpread'

export const presets = {
  code: {
    label: 'code default',
    params: {},
    view: 'plane',
    step: 60,
    note: 'α = 0.5 and β = γ = 0.7, as in the released program.',
  },
  noPull: {
    label: 'no pull',
    params: { gamma: 0 },
    view: 'plane',
    step: 60,
    note: 'γ = 0: the mean goes the same way, the flock is wider.',
  },
  swing: {
    label: 'too much momentum',
    params: { alpha: 0.9, noise: 0, loss: 'none', begin: 'scattered', start: [1.9, 1.5] },
    view: 'spread',
    step: 40,
    note: 'α = 0.9: the pull swings too far, and copies fly apart.',
  },
  scatter: {
    label: 'scatter, no gradients',
    params: { noise: 0, loss: 'none', begin: 'scattered', start: [1.9, 1.5] },
    view: 'plane',
    step: 3,
    note: 'Nothing to learn but to agree.',
  },
  stray: {
    label: 'one apart',
    params: { begin: 'apart', noise: 0, loss: 'none', start: [1.5, 2.5] },
    view: 'plane',
    step: 2,
    note: 'Drag the one: the others hear of it pair by pair.',
  },
  two: {
    label: 'two copies',
    params: { pairs: 1, begin: 'apart' },
    view: 'plane',
    step: 1,
    note: 'N = 2: the only partner is always the same.',
  },
  slow: {
    label: 'slow network',
    params: { tab: 'net', latency: 1 },
    view: 'waiting',
    step: 'end',
    note: 'Some messages take many times as long as others.',
  },
  network: {
    label: 'a network',
    params: { tab: 'mlp' },
    view: 'netLoss',
    step: 'end',
    note: 'No quadratic loss: the mean of the flock follows DiLoCo nearly.',
  },
} as const satisfies Record<string, Preset<Params, View>>
