// One fine problem becomes s² × k coarse ones: a fluid dealt out to solvers, random fields dealt out to the best players, players that learn.
import type { Stepped } from '@/contract'
import { shells } from '@/domains/fluids/fields'
import { answersOf, type FluidState, slotOf, startFluid, stepFluid } from './fluidRun'
import { FIELDS, type LawState, startLaw, stepLaw } from './lawRun'
import { type Params, shapeOf } from './params'
import { lessonAnswers, startTraining, stepTraining, type Trainer, type TrainState } from './trainRun'

export { type Params, params } from './params'
export type State = FluidState | LawState | TrainState

/** Fields are [N, N], first index along x. */
export interface Frame {
  side: number
  s: number
  /** The truth at this time, and the joined hands. */
  fine: Float64Array
  joined: Float64Array
  /** The answer of one hand alone, interpolated; only of the fluid. */
  alone: Float64Array | null
  /** The start of the window, and the answer of each of its time slots. */
  known: Float64Array
  answers: Float64Array[]
  /** The shown slot, 1 to k; 0: the start. */
  slot: number
  /** Mean square in each shell max(|kx|, |ky|): of both fields, and of their difference. */
  shells: { fine: Float64Array; joined: Float64Array; lost: Float64Array }
  /** Kernels [k, s, s, 2R + 1, 2R + 1] of the players that learn. */
  weights: Float64Array | null
}

export const model: Stepped<Params, State, Frame, { trainer: Trainer }> = {
  kind: 'stepped',
  runIn: 'worker',
  needs: ['trainer'],
  init: (p, { trainer }) => (p.scene === 'fluid' ? startFluid(p) : p.scene === 'law' ? startLaw(p) : startTraining(p, trainer!)),
  step(state, p, { trainer }) {
    if (state.kind === 'fluid') stepFluid(state, p)
    else if (state.kind === 'law') stepLaw(state, p)
    else stepTraining(state, p, trainer!)
  },
  frame(state, p, { trainer }) {
    const shown = picturesOf(state, p, trainer)
    const { side, s } = shapeOf(p)
    const lost = shown.fine.map((value, at) => value - shown.joined[at]!)
    return {
      side,
      s,
      ...shown,
      shells: { fine: shells(shown.fine, side), joined: shells(shown.joined, side), lost: shells(lost, side) },
      weights: state.kind === 'train' ? state.team.weights.slice() : null,
    }
  },
  steps: (p) => (p.scene === 'fluid' ? p.steps : p.scene === 'law' ? FIELDS - 1 : p.updates),
  dt: (p) => (p.scene === 'fluid' ? p.dt : 1),
  pace: (p) => (p.scene === 'fluid' ? 8 : p.scene === 'law' ? 6 : p.updates / 10),
}

function picturesOf(
  state: State,
  p: Params,
  trainer?: Trainer,
): Pick<Frame, 'fine' | 'joined' | 'alone' | 'known' | 'answers' | 'slot'> {
  if (state.kind === 'train') {
    const { truth, mixture } = trainer!
    const answers = lessonAnswers(state, p, trainer!)
    return { fine: truth.slice(), joined: answers.at(-1)!, alone: null, known: mixture.slice(), answers, slot: answers.length }
  }
  const pictures = { fine: state.fineField.slice(), joined: state.joined.slice(), known: state.known.slice() }
  if (state.kind === 'law') return { ...pictures, alone: null, answers: [pictures.joined], slot: 1 }
  return { ...pictures, alone: state.alone.slice(), answers: answersOf(state, p), slot: slotOf(state.step, shapeOf(p).slots) }
}
