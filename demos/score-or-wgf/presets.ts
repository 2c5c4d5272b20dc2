import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'field' | 'work' | 'learning' | 'grown' | 'cloud' | 'fates' | 'parts' | 'shares' | 'densities' | 'energy'

export const presets = {
  exact: {
    label: 'exact score',
    params: { model: 'exact', sigma: 0.05 },
    view: 'field',
    step: 'end',
    note: 'The slope of a landscape, the log density: once round any loop the work is 0.',
  },
  trained: {
    label: 'trained network',
    params: { model: 'mlp', sigma: 0.05 },
    view: 'field',
    step: 'end',
    note: '1,250 weights, 3,000 updates, shipped with the page. Coloured: where its field turns.',
  },
  gradient: {
    label: 'gradient net',
    params: { tab: 'samples', model: 'potential' },
    view: 'cloud',
    step: 'end',
    note: 'The same hidden layers, but the field is the gradient of one output.',
  },
  swirl: {
    label: 'error across',
    params: { tab: 'samples', model: 'turn', kappa: 2 },
    view: 'cloud',
    step: 'end',
    note: 'An error twice as long as the score, at right angles to it.',
  },
  stretch: {
    label: 'error along',
    params: { tab: 'samples', model: 'stretch', kappa: -0.5 },
    view: 'cloud',
    step: 'end',
    note: 'κ = −0.5 along the score: half of it is missing, its direction is right everywhere.',
  },
  energy: {
    label: 'free energy',
    params: { tab: 'energy' },
    view: 'densities',
    step: 100,
    note: 'A bump N(2, 0.25) that noise brings to N(0, 1).',
  },
} as const satisfies Record<string, Preset<Params, View>>
