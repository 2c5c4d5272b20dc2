import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'plane' | 'error' | 'sweep' | 'blobs' | 'excess' | 'shares'
const plane = { tab: 'plane' } as const

export const presets = {
  drift: {
    label: 'drift',
    params: { ...plane, fedavgM: false },
    view: 'plane',
    step: 60,
    note: 'FedAvg alone: it comes to rest on the cross, not on the star.',
  },
  equal: {
    label: 'same curvature',
    params: { ...plane, curvature: 'equal' },
    view: 'plane',
    step: 60,
    note: 'All losses are equally steep: the clients want different places, and yet there is no drift at all.',
  },
  many: {
    label: 'many local steps',
    params: { ...plane, local: 50 },
    view: 'plane',
    step: 100,
    note: 'K = 50: the longer clients walk alone, the farther from the star the cross.',
  },
  momentum: {
    label: 'momentum',
    params: { ...plane, picked: 'fedavgM' },
    view: 'plane',
    step: 8,
    note: 'β = 0.1: nine tenths of each local step go along the last common direction.',
  },
  noisy: {
    label: '2 of 5, noisy',
    params: { ...plane, m: 2, sigma: 1, gamma: 0.5, rounds: 400, scaffold: true, scaffoldM: true },
    view: 'error',
    step: 'end',
    note: 'Two clients in a round, noise in each gradient, server rate 0.5.',
  },
  one: {
    label: 'K = 1',
    params: { ...plane, local: 1, scaffold: true },
    view: 'plane',
    step: 20,
    note: 'One local step: FedAvg and SCAFFOLD are gradient descent with the step γ.',
  },
  blobs: {
    label: 'labels apart',
    params: { tab: 'blobs', scaffold: true },
    view: 'blobs',
    step: 'end',
    note: 'Softmax regression. Most clients have seen one class only.',
  },
} as const satisfies Record<string, Preset<Params, View>>
