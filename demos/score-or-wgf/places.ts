// Geometry that pictures and handles share.
import type { Point, Window } from '@/contract'
import type { Params } from './params'

export const FIELD_WINDOW: Window = [
  [-2.2, 2.2],
  [-2.2, 2.2],
]
export const CLOUD_WINDOW: Window = [
  [-3, 3],
  [-3, 3],
]
export const FATE_WINDOW: Window = [
  [-1.15, 3.15],
  [0, 0.62],
]
/** Height of the knob that drags κ. */
export const KNOB = 0.02
export const LINE_WINDOW: Window = [
  [-4.2, 4.2],
  [-0.36, 1.15],
]
const HIGHEST = 1.05

/** Of the bump at time 0, as drawn: a very high one is cut. */
export const bumpHeight = ({ v0 }: Pick<Params, 'v0'>): number => Math.min(HIGHEST, 1 / Math.sqrt(2 * Math.PI * v0))
/** One width to the right of the middle. */
export const sideOf = (p: Pick<Params, 'm0' | 'v0'>): Point => [
  p.m0 + Math.sqrt(p.v0),
  Math.exp(-0.5) / Math.sqrt(2 * Math.PI * p.v0),
]
