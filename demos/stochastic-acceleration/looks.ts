// How things look wherever they are drawn: cells are the method, particles the baseline, what is marched the truth.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'

export type Scene = SceneOf<typeof demo>

export interface Look {
  color(palette: Palette): string
  dash?: string
}
export const LOOKS = {
  steady: { color: ({ ink }) => ink, dash: '5 4' },
  cells: { color: ({ method }) => method },
  particles: { color: ({ base }) => base },
  formula: { color: ({ base3 }) => base3, dash: '1 4' },
  fit: { color: ({ base2 }) => base2, dash: '9 4' },
  // clocks
  acceleration: { color: ({ method }) => method },
  loss: { color: ({ base }) => base, dash: '7 3' },
  escape: { color: ({ base2 }) => base2 },
  destroy: { color: ({ base3 }) => base3, dash: '2 3' },
} as const satisfies Readonly<Record<string, Look>>
