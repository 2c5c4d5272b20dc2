import type { Preset } from '@/contract'
import type { Params } from './params'
import { rateAt } from './window'

type View = 'plane' | 'build' | 'networks'
const race = { tab: 'race' } as const

/** From (-8, 1.5), each method at a rate that suits it. */
export const valley = {
  ...race,
  surface: 'valley',
  start: [-8, 1.5],
  eta: 0.126,
  etaAdam: 0.2,
  etaBall: 0.004,
  etaNesterov: 0.01,
  etaDescent: 0.0158,
  steps: 800,
} as const

export const presets = {
  valley: {
    label: 'valley',
    params: valley,
    view: 'plane',
    step: 60,
    note: 'A hundred times steeper across than along. Each method has a rate that suits it.',
  },
  banana: {
    label: 'banana',
    params: { ...race, eta: rateAt(-2.5), etaAdam: 0.1, etaBall: rateAt(-2.5), etaNesterov: rateAt(-2.9), steps: 2000 },
    view: 'plane',
    step: 240,
    note: 'Each at its best rate for staying below 0.0001 within 2000 steps. Heavy ball is there at step 239, Adan at 1722.',
  },
  beale: {
    label: 'Beale, from afar',
    params: {
      ...race,
      surface: 'beale',
      start: [-3, -2],
      eta: rateAt(-1.8),
      etaAdam: rateAt(-0.2),
      etaBall: rateAt(-3.4),
      etaNesterov: rateAt(-3.4),
      etaDescent: rateAt(-3.4),
      steps: 1400,
    },
    view: 'plane',
    step: 300,
    note: 'Slopes of many thousands at first, then a flat plain. Of 56 rates, one works for heavy ball and none for Nesterov.',
  },
  same: {
    label: 'same thing, cheaper',
    params: { tab: 'same', etaNesterov: 0.002, steps: 40 },
    view: 'build',
    step: 3,
    note: 'Where Nesterov measures its slopes, and the places of the rule that needs no look ahead.',
  },
  half: {
    label: 'half the budget',
    params: { tab: 'net' },
    view: 'networks',
    step: 'end',
    note: 'Adan has 200 steps, Adam 200 and 400. Same points, same first weights, same batches.',
  },
  without: {
    label: 'no difference term',
    params: { ...valley, difference: false },
    view: 'plane',
    step: 300,
    note: 'Without the change of the slope Adan overshoots more: it is below 0.0001 for good at step 726 instead of 558.',
  },
} as const satisfies Record<string, Preset<Params, View>>
