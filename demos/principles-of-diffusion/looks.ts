// How things look wherever they are drawn: what is exact is ink.
import type { Palette, SceneOf } from '@/contract'
import type { Target } from '@/domains/diffusion/affine'
import type demo from './demo'
import type { Params } from './params'

export type Scene = SceneOf<typeof demo>

export interface Look {
  color(palette: Palette): string
  dash?: string
  square?: boolean
}
export const SAMPLER_LOOKS: Readonly<Record<Params['sampler'], Look>> = {
  ddpm: { color: ({ base3 }) => base3 },
  sde: { color: ({ method }) => method },
  ddim: { color: ({ base2 }) => base2, dash: '7 3' },
  euler: { color: ({ base }) => base },
  heun: { color: ({ base3 }) => base3, dash: '2 3' },
  dpm: { color: ({ method }) => method, square: true },
  map: { color: ({ soft }) => soft },
}
export const TARGET_LOOKS: Readonly<Record<Target, Look>> = {
  x0: { color: ({ base2 }) => base2, dash: '7 3' },
  noise: { color: ({ base }) => base, dash: '2 3' },
  score: { color: ({ base3 }) => base3, square: true },
  velocity: { color: ({ method }) => method },
}
