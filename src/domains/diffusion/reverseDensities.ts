// Densities on a line that a score carries from noise back to data, ∂q/∂τ = -∂((x + ½(1 + λ) s) q)/∂x + (λ/2) ∂²q/∂x², for the ODE (λ = 0), the SDE
// (λ = 1) and one more λ side by side, next to the true one. No samples, so no luck: what differs comes from the score, up to the error of the solver.
import { carryStep, type DensityWorkspace, densityWorkspace, driftDiffusionStep } from '@/numerics/density'
import { fillLine, type NoisyMixture, setTime } from './noisyMixture'
import { drift } from './reverse'

/** Equal cells on a line. */
export interface LineGrid {
  cells: number
  width: number
  /** [cells + 1] */
  faces: Float64Array
}
/** From -half to half. */
export const lineGrid = (cells: number, half: number): LineGrid => ({
  cells,
  width: (2 * half) / cells,
  faces: Float64Array.from({ length: cells + 1 }, (_, k) => half * ((2 * k) / cells - 1)),
})

/** A model of the score. All arrays stand at faces, [cells + 1]. */
export interface ScoreField {
  /** Its score at time t, and the residual of its potential; `exact` is the score of the true density. */
  fill(t: number, exact: Float64Array, score: Float64Array, residual: Float64Array): void
  /** What it takes for the density at time t, up to a factor: eᵘ. `density` is the true one. */
  own(t: number, density: Float64Array, out: Float64Array): void
}
export type Start = 'true' | 'prior' | 'own'

export interface Densities {
  t: number
  /** Means of cells, [cells]. */
  ode: Float64Array
  sde: Float64Array
  third: Float64Array
  truth: Float64Array
  /** Score of the model at the faces. */
  score: Float64Array
  /** ∫ R² p dx now, and its integral over t so far. */
  squareNow: number
  square: number
}

/** Arrays of one grid; hold nothing between two calls. */
export interface LineWorkspace {
  densities: DensityWorkspace
  density: Float64Array
  exact: Float64Array
  score: Float64Array
  residual: Float64Array
  velocity: Float64Array
  before: Float64Array
}
export function lineWorkspace({ cells }: LineGrid): LineWorkspace {
  const make = () => new Float64Array(cells + 1)
  return {
    densities: densityWorkspace(cells),
    density: make(),
    exact: make(),
    score: make(),
    residual: make(),
    velocity: make(),
    before: make(),
  }
}

/** Truth and model at time t, written to the workspace; returns ∫ R² p dx. */
function look(truth: NoisyMixture, field: ScoreField, t: number, { faces, width }: LineGrid, workspace: LineWorkspace): number {
  const { density, exact, score, residual } = workspace
  setTime(truth, t)
  fillLine(truth, faces, density, exact)
  field.fill(t, exact, score, residual)
  let sum = 0
  for (let k = 0; k < faces.length; k++) sum += residual[k]! * residual[k]! * density[k]!
  return sum * width
}

/** Means of cells from values at their faces, with mass 1. */
function toCells(faces: Float64Array, width: number, out: Float64Array): void {
  let mass = 0
  for (let k = 0; k < out.length; k++) {
    out[k] = (faces[k]! + faces[k + 1]!) / 2
    mass += out[k]! * width
  }
  for (let k = 0; k < out.length; k++) out[k]! /= mass
}

export function startDensities(
  truth: NoisyMixture,
  field: ScoreField,
  start: Start,
  t: number,
  grid: LineGrid,
  workspace: LineWorkspace,
): Densities {
  const squareNow = look(truth, field, t, grid, workspace)
  const { faces, cells, width } = grid
  const first = new Float64Array(cells)
  const exact = new Float64Array(cells)
  toCells(workspace.density, width, exact)
  if (start === 'own') {
    field.own(t, workspace.density, workspace.velocity)
    toCells(workspace.velocity, width, first)
  } else if (start === 'prior') {
    for (let k = 0; k <= cells; k++) workspace.velocity[k] = Math.exp(-faces[k]! * faces[k]!) // variance ½
    toCells(workspace.velocity, width, first)
  } else first.set(exact)
  return {
    t,
    ode: first.slice(),
    sde: first.slice(),
    third: first,
    truth: exact,
    score: workspace.score.slice(),
    squareNow,
    square: 0,
  }
}

/** One step back to the time `to`, in place; `lambda` is that of the third density. */
export function advanceDensities(
  d: Densities,
  truth: NoisyMixture,
  field: ScoreField,
  lambda: number,
  to: number,
  grid: LineGrid,
  workspace: LineWorkspace,
): void {
  const dt = d.t - to
  const { faces, width } = grid
  const squareNow = look(truth, field, to, grid, workspace)
  const { score, velocity, before, densities } = workspace
  const move = (q: Float64Array, noise: number): void => {
    for (let k = 0; k < faces.length; k++) velocity[k] = drift(faces[k]!, score[k]!, noise)
    if (noise > 0) driftDiffusionStep(q, velocity, noise / 2, width, dt, densities)
    else {
      for (let k = 0; k < faces.length; k++) before[k] = drift(faces[k]!, d.score[k]!, 0)
      carryStep(q, before, velocity, width, dt, densities)
    }
  }
  move(d.ode, 0)
  move(d.sde, 1)
  if (lambda === 0 || lambda === 1) d.third.set(lambda === 0 ? d.ode : d.sde)
  else move(d.third, lambda)
  toCells(workspace.density, width, d.truth)
  d.score.set(score)
  d.square += (dt * (d.squareNow + squareNow)) / 2
  d.squareNow = squareNow
  d.t = to
}
