// Colours, names and series that several pictures share.
import { type Palette, partOf, type SceneOf } from '@/contract'
import type demo from './demo'
import { METHODS, type Method } from './params'
import { READOUTS } from './readouts'

export type Scene = SceneOf<typeof demo>

interface Look {
  color(palette: Palette): string
  dash?: string
}
export const LOOKS: Readonly<Record<Method, Look>> = {
  fedavg: { color: (palette) => palette.base },
  small: { color: (palette) => palette.soft, dash: '2 3' },
  fedavgM: { color: (palette) => palette.method },
  scaffold: { color: (palette) => palette.base2, dash: '7 3' },
  scaffoldM: { color: (palette) => palette.base3, dash: '10 3 2 3' },
}

/** Methods that are drawn. */
export const shownMethods = ({ params }: Scene): Method[] => METHODS.filter((method) => params[method])

export const nameOf = ({ words, params }: Scene, method: Method): string =>
  method === 'fedavgM' && params.reduced ? words.fedavgVr : words[method]

/** Recorded places of the server's model in the plane. */
export function pathOf({ series }: Scene, method: Method): readonly [xs: Float64Array, ys: Float64Array] {
  const path = series[READOUTS[method].path]
  return [partOf(path, 0, 2), partOf(path, 1, 2)]
}
