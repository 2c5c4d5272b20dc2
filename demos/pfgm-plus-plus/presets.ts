import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'space' | 'above' | 'strip' | 'gap' | 'kernel' | 'radii' | 'surprise'

const DIFFUSION = Number.POSITIVE_INFINITY

export const presets = {
  one: {
    label: 'one charge',
    params: { count: 1, D: 1 },
    view: 'space',
    step: 0,
    note: 'All lines are straight, for every D.',
  },
  two: {
    label: 'two charges',
    params: { count: 2, D: 1, mirror: true },
    view: 'space',
    step: 0,
    note: 'School electrostatics. A plane between them parts the lines of one from those of the other.',
  },
  coulomb: {
    label: 'Coulomb',
    params: {},
    view: 'space',
    step: 0,
    note: 'D = 1, a ring of eight: real electrostatics, with starts that are far flung.',
  },
  eight: {
    label: 'D = 8',
    params: { D: 8 },
    view: 'space',
    step: 0,
    note: 'In between: the law of the starts is a Student t with eight degrees of freedom.',
  },
  diffusion: {
    label: 'diffusion',
    params: { D: DIFFUSION },
    view: 'space',
    step: 0,
    note: 'D = ∞: Gaussian starts, and the paths of a diffusion model.',
  },
  noisy: {
    label: 'noisy solver',
    params: { alpha: 0.3 },
    view: 'space',
    step: 'end',
    note: 'Noise is injected before each step. With the exact field it does no harm.',
  },
  letters: {
    label: 'letters',
    params: { set: 'letters', count: 44, D: 64, n: 600, height: 'log' },
    view: 'space',
    step: 'end',
    note: 'Charges on a P and an F, the height by its logarithm.',
  },
  crowd: {
    label: '100,000',
    params: { D: 8, crowd: true },
    view: 'above',
    step: 14,
    note: 'A hundred thousand particles from above, on their way to the charges.',
  },
  half: {
    label: 'half plane',
    params: { tab: 'line', D: 1, mirror: true },
    view: 'strip',
    step: 0,
    note: 'Data on a line: the whole field in one flat picture.',
  },
  shell: {
    label: 'thin shell',
    params: { tab: 'radius', D: DIFFUSION, alpha: 0.5 },
    view: 'radii',
    step: 'end',
    note: 'In 3072 dimensions Gaussian noise has nearly one length. A diffusion model has seen no other.',
  },
} as const satisfies Record<string, Preset<Params, View>>
