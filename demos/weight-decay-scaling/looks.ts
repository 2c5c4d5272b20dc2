// Colours and names that several pictures share.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'
import type { COMPARED, Rule } from './sweeps'

export type Scene = SceneOf<typeof demo>

export interface Look {
  color(palette: Palette): string
  dash?: string
  square?: boolean
}
export const LOOKS: Readonly<Record<Rule, Look>> = {
  constant: { color: (palette) => palette.base },
  root: { color: (palette) => palette.method },
  linear: { color: (palette) => palette.base2, dash: '7 3', square: true },
  power: { color: (palette) => palette.ink },
}
export const WIDTH_LOOKS: Readonly<Record<(typeof COMPARED)[number], Look>> = {
  16: { color: (palette) => palette.base3 },
  32: { color: (palette) => palette.base2, dash: '7 3', square: true },
  64: { color: (palette) => palette.method },
}
