// Geometry of the picture of densities, where handles need it too: curves above, in a lane below them the error of the score.
import type { Point, Window } from '@/contract'
import { bumpOf, KNOTS, type Params } from './params'
import { errorOf } from './problem'

export const REACH = 3.2 // places from -REACH to REACH are drawn
/** The lane below: its middle, half its height, and the error that fills half of it. */
export const LANE = { middle: -0.46, half: 0.36, full: 0.5 }
const HEIGHTS = 1.45 // of the highest bump: samplers make higher ones

/** Height of bump `k` of the data in its middle. */
export function heightOf(p: Pick<Params, 'weight' | 'bumps'>, k: 0 | 1): number {
  const share = k === 0 ? p.weight : 1 - p.weight
  return share / (Math.sqrt(2 * Math.PI) * bumpOf(p, k)[1])
}
export const densityWindow = (p: Pick<Params, 'weight' | 'bumps'>): Window => [
  [-REACH, REACH],
  [LANE.middle - LANE.half, Math.max(0.8, HEIGHTS * Math.max(heightOf(p, 0), heightOf(p, 1)))],
]

const cut = (v: number) => Math.min(Math.max(v, -LANE.half), LANE.half)
/** Where an error stands in the lane; what is too large stands at its edge. */
export const laneAt = (error: number): number => LANE.middle + cut((error / LANE.full) * LANE.half)
export const errorAtLane = (y: number): number => ((y - LANE.middle) / LANE.half) * LANE.full

/** Where the size of the error is dragged: at the crest of the wave, or where the pull is as large as twice δ. */
const GRIPS: Readonly<Partial<Record<Params['error'], Point>>> = { cos: [0, 1], constant: [0, 1], linear: [-1, 1] }
/** Place of the grip, and the error there for δ = 1. */
export const gripOf = ({ error }: Pick<Params, 'error'>): Point | null => GRIPS[error] ?? null
export const knotAt = (p: Params, index: number): Point => [KNOTS[index]!, laneAt(errorOf(p).at(KNOTS[index]!))]

/** Beside bump `k`, one width from its middle. */
export function sideOf(p: Params, k: 0 | 1): Point {
  const [place, width] = bumpOf(p, k)
  return [place + (k === 0 ? -width : width), heightOf(p, k) * Math.exp(-0.5)]
}
