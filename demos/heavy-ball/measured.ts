// How far the ball gets with each α and β, found by trials: the map for surfaces without a formula for it.
import type { Computed } from '@/contract'
import { type Objective, remaining } from '@/domains/optim/objectives'
import { heavyBall } from '@/domains/optim/rules'
import { atRest, walk } from '@/domains/optim/walk'
import { objectiveOf, type Params } from './params'

export interface Measured {
  columns: number
  rows: number
  /**
   * [rows, columns], row by row from the top (largest β), α rising to the right; cells are equally spaced in `LOG_ALPHA` × `BETA`.
   * log10 of the share of the distance that is left (of the slope, if the bottom is unknown); NaN: diverged.
   */
  left: Float64Array
}

/** Ranges of the map. */
export const LOG_ALPHA = [-5, Math.log10(4)] as const
export const BETA = [0, 1] as const
/** Length of each trial. */
export const TRIAL = 150
const LAST = 10 // steps at the end, of which the worst counts, so that a lucky crossing of the bottom does not
const SMALLEST = -16 // log10; smaller values are rounding
const FAR = 1e6 // as in the run
const GRIDS = [
  [8, 6],
  [16, 12],
  [32, 24],
  [64, 48],
] as const
const SHARE = 32 // cells between two yields: 2 to 8 ms, the longest for formulas

/** log10 of what is left after `TRIAL` steps from `start`; NaN if the ball diverges. */
export function left(f: Objective, start: readonly [number, number], alpha: number, beta: number): number {
  const walker = atRest(heavyBall, start)
  const settings = { rate: alpha, beta }
  let worst = 0
  for (let k = 1; k <= TRIAL; k++) {
    walk(walker, heavyBall, f, settings)
    const [x, y] = walker.at as unknown as [number, number]
    if (!(Math.hypot(x, y) <= FAR)) return Number.NaN
    if (k > TRIAL - LAST) worst = Math.max(worst, remaining(f, x, y))
  }
  return worst === 0 ? SMALLEST : Math.max(SMALLEST, Math.log10(worst / remaining(f, ...start)))
}

const centre = ([from, to]: readonly [number, number], index: number, count: number) =>
  from + ((to - from) * (index + 0.5)) / count

/** The next finer grid, each cell with the value of the coarse one that covers it; at first nothing is known and all is 0. */
function refined(old: Measured | null, columns: number, rows: number): Measured {
  const next: Measured = { columns, rows, left: new Float64Array(columns * rows) }
  if (old === null) return next
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = Math.floor((row * old.rows) / rows) * old.columns + Math.floor((column * old.columns) / columns)
      next.left[row * columns + column] = old.left[from]!
    }
  }
  return next
}

export const measured: Computed<Params, Measured> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['objective', 'formula', 'start'],
  when: (p) => p.objective !== 'quadratic',
  *compute(p) {
    const f = objectiveOf(p)
    const total = GRIDS.reduce((sum, [columns, rows]) => sum + columns * rows, 0)
    let cells = 0
    let map: Measured | null = null
    for (const [columns, rows] of GRIDS) {
      map = refined(map, columns, rows)
      for (let cell = 0; cell < columns * rows; cell++) {
        const alpha = 10 ** centre(LOG_ALPHA, cell % columns, columns)
        map.left[cell] = left(f, p.start, alpha, centre(BETA, rows - 1 - Math.floor(cell / columns), rows))
        // the coarsest grid is shown when it is complete
        if (++cells % SHARE === 0 && columns > GRIDS[0][0])
          yield { done: cells / total, result: { ...map, left: map.left.slice() } }
      }
      if (cells < total) yield { done: cells / total, result: { ...map, left: map.left.slice() } }
    }
    return map as Measured
  },
}
