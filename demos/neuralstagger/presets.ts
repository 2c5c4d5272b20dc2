import type { Preset } from '@/contract'
import type { Params } from './params'

export type ViewName = 'deal' | 'error' | 'spectrum' | 'law' | 'kernels' | 'loss' | 'factor'

const fluid = {
  scene: 'fluid',
  field: 'vortices',
  wave: 6,
  amp: 0,
  space: '2',
  slots: 2,
  grid: '32',
  nu: 0.01,
  dt: 0.02,
} as const

export const presets = {
  smooth: {
    label: 'smooth vortices',
    params: fluid,
    view: 'deal',
    step: 20,
    note: 'Three waves far below the players’ limit.',
  },
  detail: {
    label: 'fine detail',
    params: { ...fluid, amp: 0.8, wave: 9 },
    view: 'deal',
    step: 5,
    note: 'The wave (9, 8) is beyond the limit of a player: one hand alone cannot hold it, all hands together can.',
  },
  extra: {
    label: 'one wave too many',
    params: { ...fluid, amp: 0.8, deal: 0 },
    view: 'error',
    step: 20,
    note: 'The players can hold the wave (6, 5), but beyond two thirds of their limit the flow cannot move it.',
  },
  four: {
    label: 's = 4',
    params: { ...fluid, space: '4' },
    view: 'deal',
    step: 20,
    note: '16 hands of 8 × 8 pixels: the limit falls to 4.',
  },
  time: {
    label: 'time stagger',
    params: { ...fluid, slots: 4 },
    view: 'deal',
    step: 20,
    note: 'Four groups jump to four times at once: a quarter of the windows.',
  },
  turbulent: {
    label: 'turbulent',
    params: { ...fluid, field: 'random', k0: 12, grid: '64' },
    view: 'spectrum',
    step: 20,
    note: 'Structures of every size, many beyond the limit, even with 64 × 64 pixels.',
  },
  law: {
    label: 'what must be lost',
    params: { scene: 'law', space: '2', k0: 4, diffusion: 0.02, horizon: 0.2, players: 'best', grid: '32', seed: 1 },
    view: 'law',
    step: 'end',
    note: 'An equation whose exact answer is known, so that the best possible players are known too.',
  },
  train: {
    label: 'train the players',
    params: { scene: 'train', space: '2', slots: 2, radius: 1, rate: 0.004, jump: 0.1, diffusion: 0.05, learned: '16' },
    view: 'kernels',
    step: 'end',
    note: 'Six fields and the physics loss. Nobody shows the players an answer.',
  },
} satisfies Record<string, Preset<Params, ViewName>>
