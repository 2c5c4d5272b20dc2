import type { Preset } from '@/contract'
import type { Params } from './params'

type View = 'plane' | 'mode' | 'counts' | 'rate' | 'decay' | 'torus' | 'fan' | 'lines'

/** Golden mean and the root of two: no wave returns early. */
const turns = { alpha: 0.618033988749895, beta: 0.414213562373095 } as const
const duffing = { system: 'duffing', N: 50, M: 10_000, dt: 0.3, gamma: 0, z: [0.9, 0.3] } as const
const torus = { system: 'torus', T: 1000, a: 0.19137, order: 'learner', alpha: Math.PI - 3, beta: 0.2 } as const

export const presets = {
  honest: {
    label: 'honest rotation',
    params: { system: 'rotation', box: 8, ...turns, z: [0.8, 0.4], judge: true },
    view: 'plane',
    step: 'end',
    note: 'Nothing leaves the box of waves: every eigenvalue is true.',
  },
  duffing: {
    label: 'Duffing 50',
    params: { ...duffing, epsilon: 0.2, chart: 'data', judge: true },
    view: 'plane',
    step: 'end',
    note: 'The set-up of the authors’ code, with 50 functions.',
  },
  larger: {
    label: 'more functions',
    params: { ...duffing, chart: 'size', epsilon: 0.4 },
    view: 'counts',
    step: 'end',
    note: 'Counts for 5 to 100 functions, from 4000 pairs each.',
  },
  cat: {
    label: 'cat map: everything is false',
    params: { system: 'cat', box: 8, z: [0.9, 0.3], judge: true },
    view: 'plane',
    step: 'end',
    note: '289 eigenvalues, of which one is true.',
  },
  quick: {
    label: 'adversary q = 7 (quick)',
    params: { ...torus, q: 7 },
    view: 'decay',
    step: 'end',
    note: 'Found out after some 60 steps.',
  },
  patient: {
    label: 'adversary q = 113 (patient)',
    params: { ...torus, q: 113 },
    view: 'decay',
    step: 'end',
    note: '113(π − 3) is nearly 16: the change is invisible, and quiet for 16 600 steps.',
  },
} satisfies Record<string, Preset<Params, View>>
