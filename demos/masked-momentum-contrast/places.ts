// Where things stand in the pictures, for drawings, presses and handles alike.
import type { Point, Window } from '@/contract'
import { BINS } from './judging/judge'
import type { Params } from './params'
import { GRID } from './world/pictures'

/** Frames of the picture, 1 × 1 each: what is shown in the first column, raw patches in the second, the other features in the third. */
export type Column = 0 | 1 | 2
export type Row = 'top' | 'bottom'
const [ACROSS, UP] = [1.1, 1.3]
export const cornerOf = (column: Column, row: Row): Point => [ACROSS * column, row === 'top' ? UP : 0]
/** Raw patches are not compared with themselves. */
export const columnsOf = ({ tab, features }: Pick<Params, 'tab' | 'features'>): readonly Column[] =>
  tab === 'point' && features === 'raw' ? [0, 1] : [0, 1, 2]
export const pictureWindow = (p: Pick<Params, 'tab' | 'features'>): Window => [
  [-0.03, ACROSS * (columnsOf(p).length - 1) + 1.03],
  [-0.17, UP + 1.17],
]

/** Columns from the left and rows from the top of a picture, as a place in a frame; and back. */
export const placeIn = ([x, y]: Point, [left, bottom]: Point): Point => [left + x / GRID, bottom + 1 - y / GRID]
export const cellsIn = ([x, y]: Point, [left, bottom]: Point): Point => [GRID * (x - left), GRID * (bottom + 1 - y)]

/** The patch at a place of the picture, as column and row; null between the frames. */
export function patchAt(at: Point, p: Pick<Params, 'tab' | 'features'>): Point | null {
  for (const column of columnsOf(p))
    for (const row of ['top', 'bottom'] as const) {
      const [x, y] = cellsIn(at, cornerOf(column, row))
      if (x >= 0 && y >= 0 && x < GRID && y < GRID) return [Math.floor(x), Math.floor(y)]
    }
  return null
}

export const HISTOGRAM_X: Point = [-1, 1]
/** Left edge of a bin of similarities. */
export const edgeOf = (bin: number): number => -1 + (2 * bin) / BINS
export const TRADE_WINDOW: Window = [
  [-0.5, 1],
  [0, 1.06],
]
