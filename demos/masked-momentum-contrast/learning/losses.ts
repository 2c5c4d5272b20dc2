// The three terms. Rows are patches (or pictures); a batch of hidden patches is gathered into rows of its own, so that only these are averaged over.

import { softmax } from '@/domains/nets/sinkhorn'
import { backFromScores, crossEntropy, normaliseRows, scoreGradient, scoresOf } from '@/domains/nets/swappedPrediction'

/** Rows that `visible` says are hidden, in order; returns how many. */
export function hiddenRows(visible: Uint8Array, out: Int32Array): number {
  let count = 0
  for (let row = 0; row < visible.length; row++) if (visible[row] === 0) out[count++] = row
  return count
}
export function gather(x: Float64Array, rows: Int32Array, count: number, d: number, out: Float64Array): void {
  for (let i = 0; i < count; i++) for (let k = 0; k < d; k++) out[i * d + k] = x[rows[i]! * d + k]!
}
export function addScattered(
  x: Float64Array,
  rows: Int32Array,
  count: number,
  d: number,
  weight: number,
  out: Float64Array,
): void {
  for (let i = 0; i < count; i++) for (let k = 0; k < d; k++) out[rows[i]! * d + k]! += weight * x[i * d + k]!
}

/** Masked modelling: 1/n Σ |y - x|₁/d over n rows, and its gradient with respect to y. */
export function absoluteError(y: Float64Array, x: Float64Array, rows: number, d: number, out: Float64Array): number {
  const scale = 1 / (rows * d)
  let sum = 0
  for (let k = 0; k < rows * d; k++) {
    const error = y[k]! - x[k]!
    sum += Math.abs(error)
    out[k] = scale * Math.sign(error)
  }
  return rows > 0 ? scale * sum : 0
}

/** Memory for predictions of `rows` rows among `choices` by scores of features with `d` numbers. */
export interface Prediction {
  readonly choices: number
  readonly d: number
  readonly features: Float64Array
  readonly lengths: Float64Array
  readonly scores: Float64Array
  readonly predictions: Float64Array
  readonly scoreGradients: Float64Array
  /** What should be predicted, [rows, choices]; each row sums to 1. */
  readonly goals: Float64Array
  /** With respect to the rows before they were normalised, [rows, d], and to what they are compared with, [choices, d]. */
  readonly gradient: Float64Array
  readonly choiceGradient: Float64Array
}
export function predictionOf(rows: number, choices: number, d: number): Prediction {
  const make = (size: number) => new Float64Array(size)
  const [table, list] = [() => make(rows * choices), () => make(rows * d)]
  return {
    choices,
    d,
    features: list(),
    lengths: make(rows),
    scores: table(),
    predictions: table(),
    scoreGradients: table(),
    goals: table(),
    gradient: list(),
    choiceGradient: make(choices * d),
  }
}

/**
 * -1/n Σ goal · log softmax(ẑ·w/τ) over n rows: z [rows, d] is normalised to ẑ, w [choices, d] is taken as it is. Gradients are left in `workspace`.
 */
export function predict(z: Float64Array, w: Float64Array, rows: number, temperature: number, workspace: Prediction): number {
  const { choices, d, features, lengths, scores, predictions, goals } = workspace
  const shape = { samples: rows, prototypes: choices }
  workspace.choiceGradient.fill(0)
  if (rows === 0) return 0
  normaliseRows(z, rows, d, features, lengths)
  scoresOf(features, w, shape, d, scores)
  softmax(scores, shape, temperature, predictions)
  scoreGradient(predictions, goals, shape, temperature, 1, workspace.scoreGradients)
  backFromScores(workspace.scoreGradients, features, lengths, w, shape, d, workspace.gradient, workspace.choiceGradient)
  return crossEntropy(goals, scores, shape, temperature)
}

/** Scores of the teacher, W′ẑ′ [rows, choices], of features z′ [rows, d], which are normalised into `features`. */
export function teacherScores(
  z: Float64Array,
  w: Float64Array,
  rows: number,
  { choices, d }: Pick<Prediction, 'choices' | 'd'>,
  features: Float64Array,
  out: Float64Array,
): void {
  normaliseRows(z, rows, d, features)
  scoresOf(features, w, { samples: rows, prototypes: choices }, d, out)
}
/** Goals of distillation, in place: scores s [rows, choices] become softmax((s - c)/τ), with the centre c [choices]. */
export function centredGoals(centre: Float64Array, rows: number, temperature: number, goals: Float64Array): void {
  const choices = centre.length
  for (let i = 0; i < rows; i++) for (let k = 0; k < choices; k++) goals[i * choices + k]! -= centre[k]!
  softmax(goals, { samples: rows, prototypes: choices }, temperature, goals)
}
const CENTRE_KEPT = 0.9
/** c ← 0.9 c + 0.1 mean of the scores of all patches, hidden or not. */
export function moveCentre(centre: Float64Array, scores: Float64Array, rows: number): void {
  const choices = centre.length
  for (let k = 0; k < choices; k++) {
    let sum = 0
    for (let i = 0; i < rows; i++) sum += scores[i * choices + k]!
    centre[k] = CENTRE_KEPT * centre[k]! + ((1 - CENTRE_KEPT) * sum) / rows
  }
}
/** Entropy of the mean of the goals, over that of equal shares: 0 where all patches get the same prototype (collapse), 1 where all are used alike. */
export function usageOf(goals: Float64Array, rows: number, choices: number): number {
  if (rows === 0) return Number.NaN
  let entropy = 0
  for (let k = 0; k < choices; k++) {
    let mean = 0
    for (let i = 0; i < rows; i++) mean += goals[i * choices + k]! / rows
    if (mean > 0) entropy -= mean * Math.log(mean)
  }
  return entropy / Math.log(choices)
}

/** Means of `cells` rows each: z [groups · cells, d] becomes [groups, d]. */
export function meansOf(z: Float64Array, groups: number, cells: number, d: number, out: Float64Array): void {
  out.fill(0, 0, groups * d)
  for (let row = 0; row < groups * cells; row++) {
    const at = Math.floor(row / cells) * d
    for (let k = 0; k < d; k++) out[at + k]! += z[row * d + k]! / cells
  }
}
/** The gradient of means [groups, d] goes to their rows in equal parts. */
export function addToRows(
  gradient: Float64Array,
  groups: number,
  cells: number,
  d: number,
  weight: number,
  out: Float64Array,
): void {
  for (let row = 0; row < groups * cells; row++) {
    const at = Math.floor(row / cells) * d
    for (let k = 0; k < d; k++) out[row * d + k]! += (weight * gradient[at + k]!) / cells
  }
}
/** Goals of contrast: each row belongs to the choice with its own number. */
export function ownGoals(out: Float64Array, rows: number): void {
  out.fill(0)
  for (let i = 0; i < rows; i++) out[i * rows + i] = 1
}
