// Ranges of the charts, where handles need them too. They never change, so that pictures can be compared.
import type { Point, Window } from '@/contract'
import { params } from './params'
import { LARGEST, SMALLEST } from './problem'

/** Half the side of the plane: the wheel fits in when it is moved by (1, ½), with the samples that go too far. */
export const SIDE = 2.5
export const PLANE: Window = [
  [-SIDE, SIDE],
  [-SIDE, SIDE],
]
/** Logarithms of the calls, and of the errors. */
export const CALLS: Point = [Math.log10(params.calls.min), Math.log10(params.calls.max)]
export const ERRORS: Point = [-3.5, 0.5]
/** Longer or shorter than the exact path, percent. */
export const LAGS: Point = [-34, 34]
/** Logarithms of noise levels, falling to the right; beyond the last one is space for names. */
export const LEVELS: Point = [Math.log10(LARGEST), Math.log10(SMALLEST) - 1.5]
