// How things look wherever they are drawn: the SDE is the method, the ODE the baseline, the truth is ink.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'

export type Scene = SceneOf<typeof demo>

export interface Look {
  color(palette: Palette): string
  dash?: string
  square?: boolean
}
export const LOOKS = {
  truth: { color: ({ ink }) => ink, dash: '5 4' },
  ode: { color: ({ base }) => base },
  sde: { color: ({ method }) => method },
  third: { color: ({ base3 }) => base3, dash: '2 3' },
  gap: { color: ({ ink }) => ink },
} as const satisfies Readonly<Record<string, Look>>

/** Of the three networks, by weight of the residual. */
export const NETWORKS: readonly Look[] = [
  { color: ({ base3 }) => base3, dash: '2 3' },
  { color: ({ method }) => method },
  { color: ({ base2 }) => base2, dash: '7 3', square: true },
]
