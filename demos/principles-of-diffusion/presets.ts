import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'strip' | 'slice' | 'kernel' | 'errors' | 'plane' | 'misses'

export const presets = {
  bumps: {
    label: 'two bumps',
    params: {},
    view: 'strip',
    step: 'end',
    note: 'A noisy value between two bumps of data.',
  },
  gaussian: {
    label: 'near-Gaussian',
    params: { shares: [0, 1, 0, 0], bumps: [{ index: 1, at: [0.5, 0.8] }] },
    view: 'slice',
    step: 'end',
    note: 'One bump: all four curves are straight lines, and the flow map is one, too.',
  },
  rectified: {
    label: 'rectified',
    params: { schedule: 'linear' },
    view: 'errors',
    step: 'end',
    note: 'The straight schedule of rectified flow: DDIM and Euler are one rule.',
  },
  exploding: {
    label: 'VE',
    params: { schedule: 've', x: -0.5 },
    view: 'strip',
    step: 'end',
    note: 'Nothing shrinks, and the noise grows to three times the unit.',
  },
  bigJump: {
    label: 'big jump',
    params: { time: 0.8, to: 0.2, x: -1, sampler: 'ddpm' },
    view: 'kernel',
    step: 'end',
    note: 'From t = 0.8 to 0.2 in one step of DDPM: one bell in the place of two.',
  },
  flowMap: {
    label: 'flow map',
    params: { time: 0.9, x: 0.4, jumps: 2, drawn: 'lines', sampler: 'map', fan: false },
    view: 'strip',
    step: 'end',
    note: 'The exact map from any time to any other.',
  },
  plane: {
    label: 'in a plane',
    params: { tab: 'plane', sampler: 'dpm', time: 0.8, spot: [0.7, 1] },
    view: 'plane',
    step: 'end',
    note: 'Four Gaussians: the same formulas, but no formula for the flow map.',
  },
  train: {
    label: 'train it',
    params: { tab: 'train', time: 0.9 },
    view: 'misses',
    note: 'Four networks of 1,185 weights, each with another target.',
  },
} as const satisfies Record<string, Preset<Params, View>>
