// Colours, names and paths that several pictures share.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'
import type { Method } from './params'

export type Scene = SceneOf<typeof demo>

const COLORS = { plain: 'base2', fair: 'base3', momentum: 'base', projected: 'method' } as const
export const colorOf = (palette: Palette, method: Method): string => palette[COLORS[method]]
/** Told apart without colour, too. */
export const DASHES: Readonly<Record<Method, string | undefined>> = {
  plain: '7 3',
  fair: '2 3',
  momentum: undefined,
  projected: undefined,
}

/** Name of a method in the family on stage. */
export function nameOf({ params, words }: Scene, method: Method): string {
  const isAdam = params.family === 'adam'
  if (method === 'fair') return words.fair
  if (method === 'plain') return isAdam ? words.plainAdam : words.plain
  if (method === 'momentum') return isAdam ? words.adam : words.momentum
  return isAdam ? words.adamP : words.sgdp
}

/** The weights of a method at every recorded step. */
export const pathOf = ({ series }: Scene, method: Method) =>
  ({
    plain: [series.plainX, series.plainY, series.plainZ],
    fair: [series.fairX, series.fairY, series.fairZ],
    momentum: [series.momentumX, series.momentumY, series.momentumZ],
    projected: [series.projectedX, series.projectedY, series.projectedZ],
  })[method] as [x: Float64Array, y: Float64Array, z: Float64Array]

export const stepsOf = ({ series }: Scene, method: Method): Float64Array =>
  ({ plain: series.plainStep, fair: series.fairStep, momentum: series.momentumStep, projected: series.projectedStep })[method]
export const lawOf = ({ series }: Scene, method: Method): Float64Array =>
  ({ plain: series.plainLaw, fair: series.fairLaw, momentum: series.momentumLaw, projected: series.projectedLaw })[method]
export const heightsOf = ({ series }: Scene, method: Method): Float64Array =>
  ({ plain: series.plainHeight, fair: series.fairHeight, momentum: series.momentumHeight, projected: series.projectedHeight })[
    method
  ]
