import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'densities' | 'residual' | 'gaps' | 'apart' | 'cloud' | 'ends' | 'field' | 'bars' | 'squares'

/** Short trainings, of a second each. */
export const quick = { updates: 500, batch: 64 } as const

export const presets = {
  exact: {
    label: 'exact',
    params: { delta: 0 },
    view: 'densities',
    step: 'end',
    note: 'The exact score: every λ ends with the true density. What is left is the error of the solver.',
  },
  ripple: {
    label: 'ripple',
    params: {},
    view: 'densities',
    step: 'end',
    note: 'A wave of height 0.1 is added to the score.',
  },
  consistent: {
    label: 'consistent but wrong',
    params: { error: 'shift', delta: 0.2, start: 'own' },
    view: 'densities',
    step: 'end',
    note: 'The exact score of data that are moved by 0.2: no residual, no gap, and still wrong.',
  },
  linear: {
    label: 'linear',
    params: { error: 'linear', delta: 0.4, weight: 0, bumps: [{ index: 1, at: [0, 0.548] }] },
    view: 'densities',
    step: 'end',
    note: 'One bump of variance 0.3 and a pull to the middle: the gap is known in closed form.',
  },
  penalty: {
    label: 'penalty',
    params: { tab: 'training', ...quick },
    view: 'bars',
    step: 'end',
    note: 'Three networks learn the score, with more or less weight on the residual.',
  },
  blob: {
    label: 'blob 2D',
    params: { tab: 'plane', delta: 0.2 },
    view: 'cloud',
    step: 'end',
    note: 'Nine bumps in a plane, from the paper’s code.',
  },
} as const satisfies Record<string, Preset<Params, View>>
