// Players that learn: a step is one update of all kernels, from the physics loss of six fields, joined. They never see an answer.
import { atOnce, type Computed } from '@/contract'
import { fillWaves, relativeError, type Wave } from '@/domains/fluids/fields'
import {
  answer,
  descend,
  disagreement,
  type Equation,
  physicsLoss,
  type Team,
  type TrainingWorkspace,
  untrained,
  workspaceFor,
} from '@/domains/fluids/kernels'
import { applyFactors, exactFactors } from '@/domains/fluids/lostPart'
import { split } from '@/domains/fluids/stagger'
import { DRIFT, type Params, shapeOf } from './params'

export interface TrainState {
  kind: 'train'
  step: number
  team: Team
  gradient: Float64Array
  loss: number
  /** Largest difference between the kernels of two hands of a slot. */
  spread: number
  /** Error of the last slot on the mixture of all six fields. */
  error: number
}

/** The six fields of the independent program. */
const LESSONS: readonly Wave[] = [
  [1, 0, 1, 0],
  [0, 1, 1, 0.5],
  [1, 1, 1, 1],
  [2, 1, 1, 0.2],
  [1, -2, 1, 0.7],
  [2, 2, 0.5, 0],
]
/** Wavenumbers m of the lessons (m, m). */
export const DIAGONAL = LESSONS.filter(([kx, ky]) => kx === ky).map(([kx]) => kx)

export const equationOf = (p: Params): Equation => ({ side: shapeOf(p).side, dt: p.jump, nu: p.diffusion, ...DRIFT })

export interface Trainer {
  workspace: TrainingWorkspace
  /** The sum of all lessons: as it is, dealt, and after k Δt. */
  mixture: Float64Array
  hands: Float64Array
  truth: Float64Array
  answer: Float64Array
  dealt: Float64Array
}
function trainerOf(p: Params): Trainer {
  const { side, s, slots } = shapeOf(p)
  const field = (waves: readonly Wave[]) => {
    const out = new Float64Array(side * side)
    fillWaves(waves, side, out)
    return out
  }
  const mixture = field(LESSONS)
  const hands = new Float64Array(side * side)
  split(mixture, side, s, hands)
  const truth = mixture.slice()
  applyFactors(truth, exactFactors({ nu: p.diffusion, t: slots * p.jump, ...DRIFT }, side), side)
  const lessons = LESSONS.map((wave) => field([wave]))
  const workspace = workspaceFor(equationOf(p), { s, slots, radius: p.radius }, lessons)
  return { workspace, mixture, hands, truth, answer: new Float64Array(side * side), dealt: new Float64Array(side * side) }
}

/** What the training needs; it does not depend on the rate. */
export const trainer: Computed<Params, Trainer> = {
  kind: 'computed',
  hidden: true,
  uses: ['learned', 'space', 'slots', 'radius', 'jump', 'diffusion'],
  when: (p) => p.scene === 'train',
  compute: atOnce(trainerOf),
}

/** Measures loss, gradient and errors of the current kernels. */
function look(state: TrainState, p: Params, { workspace, hands, truth, answer: out, dealt }: Trainer): void {
  const { side, slots } = shapeOf(p)
  state.loss = physicsLoss(state.team, workspace)
  state.gradient.set(workspace.gradient)
  state.spread = disagreement(state.team)
  answer(state.team, slots - 1, side, hands, dealt, out)
  state.error = relativeError(out, truth)
}

export function startTraining(p: Params, trainer: Trainer): TrainState {
  const { s, slots } = shapeOf(p)
  const team = untrained(s, slots, p.radius)
  const gradient = new Float64Array(team.weights.length)
  const state: TrainState = { kind: 'train', step: 0, team, gradient, loss: 0, spread: 0, error: 0 }
  look(state, p, trainer)
  return state
}

export function stepTraining(state: TrainState, p: Params, trainer: Trainer): void {
  state.step++
  descend(state.team, state.gradient, p.rate)
  look(state, p, trainer)
}

/** The answers of all slots to the mixture, slot 1 first. */
export function lessonAnswers(state: TrainState, p: Params, { hands, dealt }: Trainer): Float64Array[] {
  const { side, slots } = shapeOf(p)
  return Array.from({ length: slots }, (_, slot) => {
    const out = new Float64Array(side * side)
    answer(state.team, slot, side, hands, dealt, out)
    return out
  })
}
