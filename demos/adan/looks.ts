// Colours, names and series that several pictures share.
import type { Palette, Point, SceneOf } from '@/contract'
import type demo from './demo'
import { METHODS, type Method } from './params'
import type { Lane } from './training'

export type Scene = SceneOf<typeof demo>

export interface Look {
  color(palette: Palette): string
  dash?: string
  square?: boolean
}
export const LOOKS: Readonly<Record<Method, Look>> = {
  adan: { color: (palette) => palette.method },
  adam: { color: (palette) => palette.base },
  ball: { color: (palette) => palette.base3 },
  nesterov: { color: (palette) => palette.base2, dash: '7 3', square: true },
  descent: { color: (palette) => palette.soft, dash: '2 3' },
}
export const LANE_LOOKS: Readonly<Record<Lane, Look>> = {
  half: { color: (palette) => palette.method },
  adamHalf: { color: (palette) => palette.base3, dash: '7 3', square: true },
  adamFull: { color: (palette) => palette.base },
}

/** Methods that are drawn. */
export const shownMethods = ({ params }: Scene): Method[] => METHODS.filter((method) => params[method])

export const nameOf = ({ words, params }: Scene, method: Method): string =>
  method === 'adan' && !params.difference ? words.adanWithout : words[method]

/** Recorded places of a method, and f there. */
export const pathOf = ({ series }: Scene, method: Method): readonly [x: Float64Array, y: Float64Array, f: Float64Array] =>
  ({
    adan: [series.adanX, series.adanY, series.adanF],
    adam: [series.adamX, series.adamY, series.adamF],
    ball: [series.ballX, series.ballY, series.ballF],
    nesterov: [series.nesterovX, series.nesterovY, series.nesterovF],
    descent: [series.descentX, series.descentY, series.descentF],
  })[method] as [Float64Array, Float64Array, Float64Array]

export const plus = (a: Point, b: Point, factor = 1): Point => [a[0] + factor * b[0], a[1] + factor * b[1]]
