// Data, score and its error as parameters mean them, on the grid of the line.
import type { Mixture } from '@/domains/diffusion/mixture'
import { logDensityJet, type NoisyMixture, noisyMixture, setTime, startJet } from '@/domains/diffusion/noisyMixture'
import { geometricTimes, residual } from '@/domains/diffusion/reverse'
import { lineGrid, lineWorkspace, type ScoreField } from '@/domains/diffusion/reverseDensities'
import { memoized } from '@/memoized'
import { onSpline, type Spline, splineOf } from '@/numerics/spline'
import { bumpOf, KNOTS, LINE_STEPS, type Params } from './params'

export const HALF = 5 // the line ends at ±5
export const grid = lineGrid(800, HALF)
/** Holds nothing between two calls. */
export const workspace = lineWorkspace(grid)

/** The data, moved by `shift`. */
export function dataOf(p: Pick<Params, 'weight' | 'bumps'>, shift = 0): Mixture {
  const [[left, wide], [right, narrow]] = [bumpOf(p, 0), bumpOf(p, 1)]
  return {
    dim: 1,
    means: Float64Array.of(left + shift, right + shift),
    stds: Float64Array.of(wide, narrow),
    weights: Float64Array.of(p.weight, 1 - p.weight),
  }
}

/** An error of the score that does not change with time: e(x), its slope, and ψ with ψ′ = e. */
export interface ScoreError {
  at(x: number): number
  slope(x: number): number
  potential(x: number): number
}
export const wave = (delta: number, k: number): ScoreError => ({
  at: (x) => delta * Math.cos(k * x),
  slope: (x) => -delta * k * Math.sin(k * x),
  potential: (x) => (delta / k) * Math.sin(k * x),
})
export const constant = (delta: number): ScoreError => ({ at: () => delta, slope: () => 0, potential: (x) => delta * x })
export const pull = (delta: number): ScoreError => ({
  at: (x) => -delta * x,
  slope: () => -delta,
  potential: (x) => (-delta * x * x) / 2,
})
export function curve(delta: number, heights: readonly number[]): ScoreError {
  const spline: Spline = splineOf(heights, KNOTS[0], KNOTS[1] - KNOTS[0])
  return {
    at: (x) => delta * onSpline(spline, x).height,
    slope: (x) => delta * onSpline(spline, x).slope,
    potential: (x) => delta * onSpline(spline, x).area,
  }
}

/**
 * The exact score with such an error added. With u = log p + ψ the residual is R = ψₜ - xψ′ - ½ψ″ - (log p)′ψ′ - ½ψ′², since log p leaves none.
 */
export function wrongField({ faces }: typeof grid, error: ScoreError): ScoreField {
  const [values, slopes] = [faces.map(error.at), faces.map(error.slope)]
  return {
    fill(_t, exact, score, residuals) {
      for (let k = 0; k < faces.length; k++) {
        const e = values[k]!
        score[k] = exact[k]! + e
        residuals[k] = -e * (faces[k]! + exact[k]! + e / 2) - slopes[k]! / 2
      }
    },
    own(_t, density, out) {
      const potentials = faces.map(error.potential)
      const top = Math.max(...potentials)
      for (let k = 0; k < faces.length; k++) out[k] = density[k]! * Math.exp(potentials[k]! - top)
    },
  }
}
/** The exact score of other data: its potential obeys the equation. */
export function exactField({ faces }: typeof grid, other: Mixture): ScoreField {
  const noisy = noisyMixture(other, 1)
  const jet = startJet(1)
  return {
    fill(t, _exact, score, residuals) {
      setTime(noisy, t)
      for (let k = 0; k < faces.length; k++) {
        logDensityJet(noisy, faces, k, jet)
        score[k] = jet.gradient[0]!
        residuals[k] = residual(jet, faces, k)
      }
    },
    own(t, _density, out) {
      setTime(noisy, t)
      for (let k = 0; k < faces.length; k++) {
        logDensityJet(noisy, faces, k, jet)
        out[k] = Math.exp(jet.value)
      }
    },
  }
}

export type ErrorParams = Pick<Params, 'error' | 'delta' | 'k' | 'drawn'>
/** e(x) of the parameters; shifted data have none that stays. */
export function errorOf({ error, delta, k, drawn }: ErrorParams): ScoreError {
  switch (error) {
    case 'cos':
      return wave(delta, k)
    case 'constant':
      return constant(delta)
    case 'linear':
      return pull(delta)
    case 'drawn':
      return curve(delta, drawn)
    case 'shift':
      return constant(0)
  }
}

export interface Problem {
  truth: NoisyMixture
  field: ScoreField
  times: Float64Array
}
export const problemOf = memoized(
  (p: Params): Problem => ({
    truth: noisyMixture(dataOf(p), p.horizon),
    field: p.error === 'shift' ? exactField(grid, dataOf(p, p.delta)) : wrongField(grid, errorOf(p)),
    times: geometricTimes(p.horizon, p.tEnd, LINE_STEPS),
  }),
)
