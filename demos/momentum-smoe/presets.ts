import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'plane' | 'triangle' | 'settled' | 'slopes' | 'load' | 'changes' | 'rest' | 'line' | 'learning' | 'attacked'

export const presets = {
  calm: {
    label: 'calm',
    params: { gamma: 1 },
    view: 'plane',
    step: 'end',
    note: 'γ = 1: every stack settles, and the one without memory first.',
  },
  edge: {
    label: 'at the edge',
    params: { gamma: 2 },
    view: 'settled',
    step: 'end',
    note: 'γσ = 2 at expert 1: along its steep direction SMoE jumps to and fro for ever.',
  },
  over: {
    label: 'over the edge',
    params: {},
    view: 'plane',
    step: 'end',
    note: 'γ = 2.5: no token of SMoE settles, with momentum nearly all do.',
  },
  two: {
    label: 'two experts',
    params: { gamma: 3, top: 2 },
    view: 'settled',
    step: 'end',
    note: 'Two experts are asked about each token, and a larger step.',
  },
  heavy: {
    label: 'too heavy',
    params: { mu: 0.9 },
    view: 'settled',
    step: 'end',
    note: 'μ = 0.9: stable, but it rings for many more layers than there are.',
  },
  contaminated: {
    label: 'contaminated',
    params: { gamma: 1, share: 0.2, push: 5 },
    view: 'plane',
    step: 'end',
    note: 'A fifth of the tokens is pushed by 5: momentum brings no more of them back.',
  },
  noise: {
    label: 'noise trade-off',
    params: { tab: 'noise', gamma: 1.8, noise: 0.3 },
    view: 'rest',
    step: 'end',
    note: 'Momentum calms noise near the edge, and adds to it far from the edge.',
  },
  adam: {
    label: 'Adam first',
    params: { gamma: 1, kappa: 1, adam: true, momentum: false, smoe: false, arrows: 'none' },
    view: 'plane',
    step: 1,
    note: 'As released: the first layer sends each token to one of four corners.',
  },
  learned: {
    label: 'learned experts',
    params: { tab: 'train', top: 2 },
    view: 'learning',
    step: 'end',
    note: 'Four layers of small networks learn a function, two of four experts asked.',
  },
} as const satisfies Record<string, Preset<Params, View>>
