// What the claims measure, from runs alone.
import type { Run } from '@/contract'
import { join, split } from '@/domains/fluids/stagger'
import type { State } from './model'
import { type Params, shapeOf } from './params'
import type { readouts } from './readouts'

type Recording = Run<Params, State, keyof typeof readouts & string>
type Again = (params: Partial<Params>) => Recording

/** Number of pixels that change when the picture of this run is dealt and joined again. */
export function changedPixels(run: Recording): number {
  const { side, s } = shapeOf(run.params)
  const state = run.state(run.last)
  if (state.kind === 'train') return Number.NaN
  const hands = new Float64Array(side * side)
  const back = new Float64Array(side * side)
  split(state.joined, side, s, hands)
  join(hands, side, s, back)
  return back.reduce((count, value, at) => count + (Object.is(value, state.joined[at]) ? 0 : 1), 0)
}

/** The number of steps after which the independent program compares. */
const COMPARED = 20
export const errorAt = (again: Again, params: Partial<Params> = {}): number =>
  again({ ...params, steps: COMPARED }).series.error[COMPARED]!

/** How much shorter the longest chain of work is, counted in points. */
export function pathRatio(again: Again): number {
  const { series, last } = again({ steps: 24 }) // a multiple of every k
  return series.finePath[last]! / series.path[last]!
}
