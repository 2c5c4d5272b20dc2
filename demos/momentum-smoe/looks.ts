// Colours, names and series that several pictures share.
import { type Palette, partOf, type SceneOf } from '@/contract'
import type demo from './demo'
import { METHODS, type Method } from './model'

export type Scene = SceneOf<typeof demo>

interface Look {
  color(palette: Palette): string
  dash?: string
  /** Dots of its cloud are squares. */
  square?: boolean
}
export const LOOKS: Readonly<Record<Method, Look>> = {
  smoe: { color: (palette) => palette.base, dash: '6 3', square: true },
  momentum: { color: (palette) => palette.method },
  adam: { color: (palette) => palette.base2, dash: '10 3 2 3' },
}
/** Methods that are drawn. */
export const shownMethods = ({ params }: Scene): Method[] => METHODS.filter((method) => params[method])

/** Recorded places of the watched token. */
export function pathOf({ series }: Scene, method: Method): readonly [xs: Float64Array, ys: Float64Array] {
  const path = series[`${method}Path`]
  return [partOf(path, 0, 2), partOf(path, 1, 2)]
}
/** Flat colours of the experts. */
export const toneOf = ({ field }: Palette, expert: number): string => field[expert]!
