// The truth, the instrument, and what it measured: all that follows from the parameters alone, without a run.
import type { Point } from '@/contract'
import { type Correction, correctionOf } from '@/domains/diffusion/decomposed'
import { keptOperator, type LinearOperator, pictureBlur, radonOperator } from '@/domains/imaging/operators'
import { memoized } from '@/memoized'
import { DEGREE } from '@/numerics/angles'
import { stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { coordinatesOf, LENGTH, lineBasis, lineOperator, signalOf } from './line'
import type { Params } from './params'
import { PIXELS, paintPhantom, SIDE } from './phantoms'

const BLUR = 1.5 // pixels
export const BLOT = 0.28 // radius; the picture reaches from -1 to 1

/** Blots stand on a spiral from the middle until they are dragged. */
export function blotHome(k: number): Point {
  const [radius, angle] = [0.21 * Math.sqrt(k) * 1.4, 2.4 * k + 0.6]
  return [round(radius * Math.cos(angle)), round(radius * Math.sin(angle))]
}
const round = (v: number) => Math.round(v * 100) / 100 + 0
export const blotAt = ({ moved }: Pick<Params, 'moved'>, k: number): Point =>
  moved.find(({ index }) => index === k)?.at ?? blotHome(k)

/** Places of the pixels, right and up, from -1 to 1. */
export const placeOf = (pixel: number): Point => [
  (2 * (pixel % SIDE)) / (SIDE - 1) - 1,
  1 - (2 * Math.floor(pixel / SIDE)) / (SIDE - 1),
]

/** Numbers of the pixels that no blot covers. */
export function seenPixels(p: Params): number[] {
  const blots = Array.from({ length: p.blots }, (_, k) => blotAt(p, k))
  return Array.from({ length: PIXELS }, (_, pixel) => pixel).filter((pixel) => {
    const [x, y] = placeOf(pixel)
    return blots.every(([u, v]) => (x - u) ** 2 + (y - v) ** 2 > BLOT * BLOT)
  })
}

function operatorOf(p: Params): LinearOperator {
  switch (p.operator) {
    case 'ct':
      return radonOperator(SIDE, p.angles, p.turn * DEGREE)
    case 'blur':
      return pictureBlur(SIDE, BLUR)
    case 'holes':
      return keptOperator(seenPixels(p), PIXELS)
  }
}

export interface Problem {
  /** [400], rows from the top. */
  truth: Float64Array
  correction: Correction
}
export const problemOf = memoized((p: Params): Problem => {
  const truth = new Float64Array(PIXELS)
  paintPhantom(p, truth)
  const operator = operatorOf(p)
  const measured = new Float64Array(operator.rows)
  operator.apply(truth, measured)
  const s = stream(p.seed, 'measurements')
  if (p.noise > 0) for (let i = 0; i < measured.length; i++) measured[i]! += p.noise * steadyNormal(s)
  return { truth, correction: correctionOf(operator, measured, p.method === 'dds' ? p.gamma : Number.POSITIVE_INFINITY) }
})

/** Coordinates in the plane of signals that two handles move: the sines of the frequencies 1 and 3. */
export const AXES = [2, 6] as const
/** The other coordinates of truth and guess: made up, so that CG has all five frequencies to do. */
const TRUTH = [0.74, 1.54, 0, 0.48, 0.2, -0.2, 0, -0.22, -0.12]
const GUESS = [0.74, 1.24, 0, 0.14, -0.05, 2.97, 0, 0.19, 0.32]

export interface LineProblem {
  /** [9, 32]. */
  basis: readonly Float64Array[]
  truth: Float64Array
  start: Float64Array
  correction: Correction
}
export const lineProblemOf = memoized((p: Params): LineProblem => {
  const basis = lineBasis(LENGTH)
  const placed = (coordinates: readonly number[], at: Point) => {
    const all = coordinates.slice()
    for (const [k, axis] of AXES.entries()) all[axis] = at[k]!
    return signalOf(basis, all)
  }
  const operator = lineOperator(p.measure)
  const truth = placed(TRUTH, p.goal)
  const measured = new Float64Array(operator.rows)
  operator.apply(truth, measured)
  return { basis, truth, start: placed(GUESS, p.from), correction: correctionOf(operator, measured, Number.POSITIVE_INFINITY) }
})
/** Where a signal stands in the picture of the plane: two of its coordinates. */
export function seenAt(basis: readonly Float64Array[], x: Float64Array): Point {
  const all = coordinatesOf(basis, x)
  return [all[AXES[0]]!, all[AXES[1]]!]
}
