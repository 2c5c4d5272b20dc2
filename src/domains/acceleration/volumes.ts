// The spectrum on equal cells of y = ln χ. Between two cells the flux is that of the exact profile for constant V and K (Scharfetter and Gummel; Chang
// and Cooper): order 2, and no number is negative, however strong the losses are.
import { bernoulli } from '@/numerics/density'
import { solveTridiagonal } from '@/numerics/tridiagonal'
import { destroyAt, diffusionAt, driftAt, escapeAt, isClosed, type Law } from './law'

/** The law on a grid. J at the face between i - 1 and i is forth[i] n[i - 1] - back[i] n[i]; at both walls it is 0. */
export interface Volumes {
  law: Law
  cells: number
  /** Width of a cell in y, and middles of the cells. */
  h: number
  ys: Float64Array
  /** [cells + 1]: V h/K at the faces, and the coefficients of the flux. */
  w: Float64Array
  forth: Float64Array
  back: Float64Array
  /** [cells]: rates. */
  escapeRates: Float64Array
  destroyRates: Float64Array
}

export function volumesOf(law: Law, cells: number): Volumes {
  const [from, to] = [Math.log(law.low), Math.log(law.high)]
  const h = (to - from) / cells
  const ys = Float64Array.from({ length: cells }, (_, i) => from + (i + 0.5) * h)
  const [w, forth, back] = [new Float64Array(cells + 1), new Float64Array(cells + 1), new Float64Array(cells + 1)]
  for (let face = 1; face < cells; face++) {
    const y = from + face * h
    const K = diffusionAt(law, y)
    w[face] = (driftAt(law, y) * h) / K
    forth[face] = (K / h) * bernoulli(-w[face]!)
    back[face] = (K / h) * bernoulli(w[face]!)
  }
  return {
    law,
    cells,
    h,
    ys,
    w,
    forth,
    back,
    escapeRates: ys.map((y) => escapeAt(law, y)),
    destroyRates: ys.map((y) => destroyAt(law, y)),
  }
}

/** Unit rate of injection at y = ln χ: shared by the two cells whose middles are around it. [cells], per unit of y. */
export function injectionAt({ cells, h, ys }: Volumes, y: number): Float64Array {
  const out = new Float64Array(cells)
  const place = Math.min(Math.max((y - ys[0]!) / h, 0), cells - 1)
  const first = Math.min(Math.floor(place), cells - 2)
  out[first] = (first + 1 - place) / h
  out[first + 1] = (place - first) / h
  return out
}

/** Workspace of the equations. */
export interface Rows {
  below: Float64Array
  main: Float64Array
  above: Float64Array
  rest: Float64Array
}
export const rowsFor = (cells: number): Rows => ({
  below: new Float64Array(cells),
  main: new Float64Array(cells),
  above: new Float64Array(cells),
  rest: new Float64Array(cells),
})

/** Rows of `base` + `share` × (what flows out, escapes and is destroyed). */
function fillRows({ cells, h, forth, back, escapeRates, destroyRates }: Volumes, base: number, share: number, rows: Rows): void {
  const { below, main, above } = rows
  for (let i = 0; i < cells; i++) {
    main[i] = base + share * (escapeRates[i]! + destroyRates[i]! + (forth[i + 1]! + back[i]!) / h)
    below[i] = (-share * forth[i]!) / h
    above[i] = (-share * back[i + 1]!) / h
  }
}

export const totalOf = ({ h }: Volumes, n: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < n.length; i++) sum += n[i]!
  return sum * h
}

/**
 * The steady state for the injection `source` [cells]: one equation with three diagonals. Where nothing is removed there is none with injection;
 * then it is the profile without flux, scaled to one particle.
 */
export function steadyState(volumes: Volumes, source: Float64Array): Float64Array {
  const { cells, h, w, law } = volumes
  if (isClosed(law)) {
    const logs = new Float64Array(cells)
    for (let i = 1; i < cells; i++) logs[i] = logs[i - 1]! + w[i]!
    const top = logs.reduce((most, v) => Math.max(most, v), Number.NEGATIVE_INFINITY)
    const shape = logs.map((v) => Math.exp(v - top))
    const sum = shape.reduce((all, v) => all + v, 0) * h
    return shape.map((v) => v / sum)
  }
  const rows = rowsFor(cells)
  fillRows(volumes, 0, 1, rows)
  const n = source.slice()
  solveTridiagonal(rows.below, rows.main, rows.above, n, rows.rest)
  return n
}

/** Implicit steps of length dt that keep the number: as many particles are injected as are removed. */
export interface Stepper extends Rows {
  dt: number
  /** What one particle injected during a step has become at its end, [cells], and how much of it is left. */
  fresh: Float64Array
  left: number
}
export function stepperOf(volumes: Volumes, source: Float64Array, dt: number): Stepper {
  const rows = rowsFor(volumes.cells)
  fillRows(volumes, 1, dt, rows)
  const fresh = source.slice()
  solveTridiagonal(rows.below, rows.main, rows.above, fresh, rows.rest)
  return { ...rows, dt, fresh, left: totalOf(volumes, fresh) }
}
/** One step of `n` [cells], in place; its total is 1. Order 1 in time. */
export function advance(volumes: Volumes, { below, main, above, rest, fresh, left }: Stepper, n: Float64Array): void {
  solveTridiagonal(below, main, above, n, rest)
  const again = (1 - totalOf(volumes, n)) / left
  if (again > 0) for (let i = 0; i < n.length; i++) n[i]! += again * fresh[i]!
}

/** J at the faces, [cells + 1]. */
export function fluxOf({ cells, forth, back }: Volumes, n: Float64Array): Float64Array {
  const out = new Float64Array(cells + 1)
  for (let face = 1; face < cells; face++) out[face] = forth[face]! * n[face - 1]! - back[face]! * n[face]!
  return out
}
/** Rates at which particles escape and are destroyed. */
export function removedFrom({ h, escapeRates, destroyRates }: Volumes, n: Float64Array): { escaped: number; destroyed: number } {
  let [escaped, destroyed] = [0, 0]
  for (let i = 0; i < n.length; i++) {
    escaped += escapeRates[i]! * n[i]! * h
    destroyed += destroyRates[i]! * n[i]! * h
  }
  return { escaped, destroyed }
}
