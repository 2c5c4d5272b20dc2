import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'picture' | 'histogram' | 'trade' | 'bars' | 'progress' | 'losses'

export const presets = {
  raw: {
    label: 'Raw pixels',
    params: { features: 'raw', threshold: 0.4 },
    view: 'picture',
    note: 'Patches compared as they are. With so much noise a mask is salt and pepper.',
  },
  untrained: {
    label: 'Untrained',
    params: { features: 'untrained', threshold: 0.75 },
    view: 'picture',
    note: 'A network with random weights mixes each patch with those around it, and mixes the objects, too.',
  },
  mmc: {
    label: 'MMC',
    params: {},
    view: 'picture',
    note: 'All three terms, 500 updates, no label.',
  },
  modelling: {
    label: 'MIM only',
    params: { distillation: 0, contrast: 0, threshold: 0.8 },
    view: 'picture',
    note: 'Masked image modelling alone: say what a hidden patch looks like.',
  },
  contrast: {
    label: 'Contrast only',
    params: { modelling: 0, distillation: 0, threshold: 0.6 },
    view: 'picture',
    note: 'Only the mean feature of a picture is trained, to differ from those of other pictures.',
  },
  clean: {
    label: 'Clean image',
    params: { noise: 0.2, features: 'raw', threshold: 0.75 },
    view: 'picture',
    note: 'Nearly no noise: raw patches are enough.',
  },
  light: {
    label: 'Strong light',
    params: { light: 1.5 },
    view: 'picture',
    note: 'Three times the light of the training: one object has two brightnesses.',
  },
} as const satisfies Record<string, Preset<Params, View>>
