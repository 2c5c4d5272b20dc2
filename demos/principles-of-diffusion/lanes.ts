// Geometry that pictures and handles share: the strip, the four lanes of the slice, and the charts.
import type { Point, Window } from '@/contract'
import { fromData, TARGETS, type Target } from '@/domains/diffusion/affine'
import { memoized } from '@/memoized'
import type { Params } from './params'
import { problemOf } from './problem'

/** Half the height of the strip, and half the width of slices: growing noise needs more room. */
export const reachOf = ({ schedule }: Pick<Params, 'schedule'>): number => (schedule === 've' ? 7 : 3.6)
/** Left of time 0 stands the density of the data, and in it the bumps as bars. */
export const DATA = { left: -0.2, bars: -0.1 }
export const stripWindow = (p: Pick<Params, 'schedule'>): Window => [
  [DATA.left, 1.01],
  [-reachOf(p), reachOf(p)],
]

const CELLS = 90
export interface Slice {
  readonly xs: Float64Array
  /** Values of the four targets, by x. */
  readonly curves: Readonly<Record<Target, Float64Array>>
  /** What fills half a lane, a round number. */
  readonly full: Readonly<Record<Target, number>>
}
/** The least of 1, 1.5, 2, 3, 5, 7, 10, … that is not below `value`. */
function roundUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value))
  return decade * ([1, 1.5, 2, 3, 5, 7, 10].find((digit) => digit * decade >= value * (1 - 1e-9)) ?? 10)
}
export const sliceOf = memoized((p: Params): Slice => {
  const { at, model } = problemOf(p)
  const level = at(p.time)
  const reach = reachOf(p)
  const xs = Float64Array.from({ length: CELLS + 1 }, (_, k) => reach * ((2 * k) / CELLS - 1))
  const x0 = new Float64Array(xs.length)
  model(level, xs, x0)
  const rows = Array.from(xs, (x, k) => fromData(level, x, x0[k]!))
  const curve = (target: Target) => Float64Array.from(rows, (row) => row[target])
  const curves = { x0, noise: curve('noise'), score: curve('score'), velocity: curve('velocity') }
  const full = (target: Target) => roundUp(Math.max(1e-3, ...curves[target].map(Math.abs)))
  return { xs, curves, full: { x0: full('x0'), noise: full('noise'), score: full('score'), velocity: full('velocity') } }
})
const FILLED = 0.42 // of a lane, above its middle and below
export const laneMiddle = (target: Target): number => TARGETS.length - 0.5 - TARGETS.indexOf(target)
/** Height of a value in its lane; what is too large stands at its edge. */
export const laneAt = ({ full }: Slice, target: Target, value: number): number =>
  laneMiddle(target) + FILLED * Math.min(Math.max(value / full[target], -1.1), 1.1)

/** Logarithms of the steps (or calls) and of the errors. */
export const ERROR_WINDOW: Window = [
  [-0.08, 2.85],
  [-5, 0.6],
]
/** Logarithms of the errors of networks. */
export const MISSES: Point = [-2, 1.3]
/** The plane; growing noise needs more room. */
export const planeWindow = (p: Pick<Params, 'schedule'>): Window => {
  const half = p.schedule === 've' ? 6 : 2.7
  return [
    [-half, half],
    [-half, half],
  ]
}
