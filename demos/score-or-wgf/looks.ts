// How things look wherever they are drawn: the network is the method, the gradient net the baseline, exact things and data are ink.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'
import type { Model } from './params'

export type Scene = SceneOf<typeof demo>

interface Look {
  color(palette: Palette): string
  dash?: string
  square?: boolean
}
export const LOOKS: Readonly<Record<Model, Look>> = {
  exact: { color: ({ ink }) => ink, dash: '5 4' },
  mlp: { color: ({ method }) => method },
  potential: { color: ({ base }) => base, dash: '7 3', square: true },
  turn: { color: ({ base2 }) => base2 },
  stretch: { color: ({ base3 }) => base3, dash: '7 3', square: true },
}
