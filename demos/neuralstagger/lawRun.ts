// What must be lost: one random field a step, moved in time exactly and by the best possible players; the errors add up.
import { fillRandom, relativeError } from '@/domains/fluids/fields'
import { applyFactors, bestFactors, exactFactors, type FineTable, fineTable, lostFraction } from '@/domains/fluids/lostPart'
import { join, split } from '@/domains/fluids/stagger'
import type { Spectral } from '@/domains/fluids/vorticity'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { DRIFT, type Params, shapeOf } from './params'

export interface LawState {
  kind: 'law'
  /** Fields so far. */
  count: number
  stream: Stream
  /** Sums of squares over all fields: of the error, and of the exact answer. */
  lost: number
  all: number
  /** The newest field: before, after, by the players, and scratch for the hands. */
  known: Float64Array
  fineField: Float64Array
  joined: Float64Array
  hands: Float64Array
  error: number
}
/** Random fields in a run. */
export const FIELDS = 60

/** The equation of these parameters. */
export const driftOf = (p: Params) => ({ nu: p.diffusion, t: p.horizon, ...DRIFT })

interface Law {
  table: FineTable
  factors: Spectral
  lost: number
}
export const lawOf = memoized((p: Params): Law => {
  const { side, s, n } = shapeOf(p)
  const table = fineTable(driftOf(p), side)
  const factors = p.players === 'best' ? bestFactors(table, s, p.k0) : exactFactors(driftOf(p), n)
  const made = { table, factors, lost: lostFraction(table, s, p.k0, factors) }
  return made
})

export function startLaw(p: Params): LawState {
  const { side } = shapeOf(p)
  const zeros = () => new Float64Array(side * side)
  const state: LawState = {
    kind: 'law',
    count: 0,
    stream: stream(p.seed, 'law'),
    lost: 0,
    all: 0,
    known: zeros(),
    fineField: zeros(),
    joined: zeros(),
    hands: zeros(),
    error: 0,
  }
  stepLaw(state, p)
  return state
}

export function stepLaw(state: LawState, p: Params): void {
  const { side, s, n } = shapeOf(p)
  const { table, factors } = lawOf(p)
  const { known: before, fineField, joined, hands } = state
  fillRandom(state.stream, p.k0, side, before)
  fineField.set(before)
  applyFactors(fineField, table.factor, side)
  split(before, side, s, hands)
  for (let hand = 0; hand < s * s; hand++) applyFactors(hands, factors, n, hand * n * n)
  join(hands, side, s, joined)
  state.count++
  for (let at = 0; at < side * side; at++) {
    state.lost += (joined[at]! - fineField[at]!) ** 2
    state.all += fineField[at]! ** 2
  }
  state.error = relativeError(joined, fineField)
}
