import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'space' | 'plane' | 'spectrum' | 'parts'

export const presets = {
  sphere: {
    label: 'sphere, true score',
    params: {},
    view: 'space',
    step: 'end',
    note: 'Two values come to rest, the third falls with σ: two directions.',
  },
  sphereSwirl: {
    label: 'sphere, swirl',
    params: { kappa: 3 },
    view: 'space',
    step: 'end',
    note: 'The pair is split, and the first keeps growing.',
  },
  sphereGrowing: {
    label: 'sphere, swirl κ/σ',
    params: { kappa: 1, growth: 'inverse' },
    view: 'space',
    step: 'end',
    note: 'The swirl grows as the noise falls: nothing comes to rest.',
  },
  roll: {
    label: 'Swiss roll',
    params: { shape: 'roll', startTurn: 60, startRise: 10 },
    view: 'space',
    step: 'end',
    note: 'A rolled sheet, the other surface of the paper’s experiment.',
  },
  truth: {
    label: 'true score',
    params: { tab: 'plane' },
    view: 'plane',
    step: 'end',
    note: 'Nearly straight ways from noise to four blobs.',
  },
  swirl: {
    label: 'swirl, κ = 3',
    params: { tab: 'plane', kappa: 3 },
    view: 'plane',
    step: 'end',
    note: 'The score, and three times the score turned by a right angle. Samples stay exact.',
  },
  vortex: {
    label: 'vortex',
    params: { tab: 'plane', kappa: 3, kind: 'vortex' },
    view: 'plane',
    step: 'end',
    note: 'It is neither free of divergence nor at right angles to the score. Only the two together cancel.',
  },
  stretch: {
    label: 'stretch',
    params: { tab: 'plane', kappa: 0.5, kind: 'stretch' },
    view: 'plane',
    step: 'end',
    note: 'Half as much score again: a gradient, and wrong.',
  },
  ring: {
    label: 'ring',
    params: { tab: 'plane', data: 'ring', low: 0.03 },
    view: 'plane',
    step: 'end',
    note: 'One value comes to rest, the other falls with σ: one direction.',
  },
  ringSwirl: {
    label: 'ring, swirl',
    params: { tab: 'plane', data: 'ring', low: 0.03, kappa: 4 },
    view: 'plane',
    step: 'end',
    note: 'Other values, the same product.',
  },
  ringGrowing: {
    label: 'ring, swirl κ/σ',
    params: { tab: 'plane', data: 'ring', low: 0.03, kappa: 1, growth: 'inverse' },
    view: 'plane',
    step: 'end',
    note: 'The first value never comes to rest, though samples are exact.',
  },
} as const satisfies Record<string, Preset<Params, View>>
