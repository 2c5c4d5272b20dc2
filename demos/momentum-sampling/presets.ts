import type { Preset } from '@/contract'
import type { Params } from './params'

export const plane = { scene: 'plane' } as const
export const sampling = { scene: 'sampling' } as const
export const alone = { ab: false, hb: false, ghvb: false, nt: false } as const

export const presets = {
  explode: {
    label: 'explode',
    params: { ...sampling, ...alone, family: 'ab', steps: 8 },
    step: 'end',
    note: 'AB 4 in 8 steps at guidance 15: about every fifth sample is thrown out.',
  },
  plms: {
    label: 'PLMS4 at 10 steps',
    params: { ...sampling, ...alone, family: 'ab' },
    step: 'end',
    note: 'AB 4 is the sampler known as PLMS.',
  },
  hb: { label: 'HB 3.8', params: { ...sampling, ...alone, family: 'hb' }, step: 'end', note: 'Four slopes and β = 0.8.' },
  ghvb: {
    label: 'GHVB 2.5',
    params: { ...sampling, ...alone, family: 'ghvb', r: 3, beta: 0.5 },
    step: 'end',
    note: 'Three averaged slopes and β = 0.5.',
  },
  noCure: {
    label: 'no cure: GHVB 3.8',
    params: { ...sampling, ...alone, ab: true, family: 'ghvb' },
    step: 'end',
    note: 'Not every momentum helps: this region is hardly larger than that of AB 4.',
  },
  ab2: {
    label: 'AB 2 will do',
    params: { ...sampling, ...alone, family: 'ab', r: 2 },
    step: 'end',
    note: 'On this toy two slopes without momentum are fine at 10 steps, too.',
  },
  ellipse: {
    label: 'ellipse',
    params: { ...plane, ...alone, ab: true, family: 'hb', r: 1, beta: 0.5, others: 'same', z: [-4.8, 0] },
    note: 'Momentum on Euler’s step: the disc becomes an ellipse, three times as long.',
  },
  slide: {
    label: 'sliding order',
    params: { ...plane, ...alone, family: 'ghvb', r: 4, beta: 0.5, z: [-0.4, 0] },
    note: 'Move the knob on the rail from 4 to 3: AB 4 turns into AB 3.',
  },
} satisfies Record<string, Preset<Params, never>>
