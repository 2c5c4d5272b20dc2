// Ranges of the pictures. They are fixed, so that what is dragged moves and not the axes.
import type { Point, Window } from '@/contract'
import type { Params } from './params'

/** Exponents of χ. */
export const MOMENTA: Point = [-3.2, 6.2]
const HEIGHTS: Readonly<Record<Params['moment'], Point>> = { n0: [-11, 1.5], n1: [-6, 0.7], n2: [-4, 5] }
/** Powers of χ that χN, a unit of ln χ, is multiplied by. */
export const POWERS: Readonly<Record<Params['moment'], number>> = { n0: -1, n1: 0, n2: 1 }

export const spectrumWindow = ({ moment }: Pick<Params, 'moment'>): Window => [MOMENTA, HEIGHTS[moment]]
/** The exponent at a share of the height of the spectrum's picture. */
export function heightAt({ moment }: Pick<Params, 'moment'>, share: number): number {
  const [low, high] = HEIGHTS[moment]
  return low + share * (high - low)
}
/** Where the handles stand, as shares of the height. */
export const GRIPS = { balance: 0.9, probe: 0.33, start: 0.19, ends: 0.07 } as const

/** Exponents of times. */
export const TIMES: Point = [-4, 4]
export const scalesWindow: Window = [MOMENTA, TIMES]
/** Exponents of χ where the clocks are dragged. */
export const CLOCKS = { escape: 0, tilt: 4, loss: 1.5, destroy: -1.5 } as const
