import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'film' | 'response' | 'worlds' | 'plane' | 'contests' | 'ranking' | 'distances' | 'growth' | 'loss'

export const presets = {
  whole: {
    label: 'In distribution',
    params: {},
    view: 'film',
    step: 'end',
    note: 'All velocities from 1 to 4 are in the training. Throw the ball faster than 4.',
  },
  gap: {
    label: 'Wide gap',
    params: { gap: 2.5 },
    view: 'response',
    step: 'end',
    note: 'Only clips from 1 to 1.25 and from 3.75 to 4: what lies between is pulled to the edges.',
  },
  healed: {
    label: 'Healed gap',
    params: { gap: 2.5, island: 0.25 },
    view: 'response',
    step: 'end',
    note: 'The same gap with a narrow band of clips around 2.5. Trained while you look.',
  },
  fast: {
    label: 'Fast only',
    params: { slowest: 2.5, velocity: 0.5 },
    view: 'response',
    step: 'end',
    note: 'Only clips from 2.5 to 4. A slow ball is taken for a fast one.',
  },
  mirror: {
    label: 'Fast + mirror',
    params: { slowest: 2.5, mirror: true, velocity: 0.5 },
    view: 'response',
    step: 'end',
    note: 'Each clip may be flipped. A slow ball is near to both ways, and may turn round.',
  },
  colours: {
    label: 'Red slow, blue fast',
    params: { pair: 'colourVelocity', velocity: 1.2, colour: 'blue', radius: 1.05 },
    view: 'response',
    step: 'end',
    note: 'Slow blue balls were never seen: they stay blue and become fast.',
  },
} as const satisfies Record<string, Preset<Params, View>>
