import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'landscapes' | 'curves' | 'orbits' | 'energies' | 'training' | 'tried'

export const presets = {
  gravity: {
    label: 'unseen gravity',
    params: {},
    view: 'landscapes',
    step: 5,
    note: 'Two bodies in relative coordinates: a law that no start was trained on. Five steps.',
  },
  pendulum: {
    label: 'new pendulum',
    params: { law: 'pendulum', theta: 0.6 },
    view: 'landscapes',
    step: 5,
    note: 'A known law of a strength of its own: here the pre-trained start knows a good deal beforehand.',
  },
  few: {
    label: 'four points only',
    params: { points: 4 },
    view: 'landscapes',
    step: 5,
    note: 'Gravity from four observations. Drag one.',
  },
  chaos: {
    label: 'chaos',
    params: {
      tab: 'roll',
      law: 'henonHeiles',
      k: 30,
      launch: [
        { index: 0, at: [0, -0.15] },
        { index: 1, at: [0.5, 0.242] },
      ],
    },
    view: 'orbits',
    step: 'end',
    note: 'Hénon and Heiles’s potential at the energy 1/6 of its saddles: small errors grow.',
  },
  motion: {
    label: 'energy on the way',
    params: { tab: 'roll', k: 5 },
    view: 'orbits',
    step: 'end',
    note: 'After five steps: the Hamiltonian networks and a plain one that learned the same way.',
  },
  greedy: {
    label: 'too greedy',
    params: { tab: 'train', alpha: 0.4, updates: 400 },
    view: 'training',
    step: 'end',
    note: 'Training with an inner rate of 0.4: the inner steps overshoot.',
  },
} as const satisfies Record<string, Preset<Params, View>>
