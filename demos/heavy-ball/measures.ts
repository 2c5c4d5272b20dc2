// What the claims measure, from runs of the algorithm alone: no closed form takes part in a measurement.
import type { Run } from '@/contract'
import { angle, bestHeavyBall } from '@/domains/optim/heavyBallTheory'
import { quadratic } from '@/domains/optim/objectives'
import { averagedSlope } from '@/domains/optim/rules'
import { trace } from '@/domains/optim/walk'
import { border, logSlope, peak, peakSlope } from '@/numerics/statistics'
import { isStraight, type Params } from './params'
import type { readouts } from './readouts'

type Recording = Pick<Run<Params, unknown, keyof typeof readouts & string>, 'params' | 'last' | 'series'>
type Again = (params: Partial<Params>) => Recording

/** Length of the measured runs, whatever the run on screen: the longest on the slider. */
const LONG = 400
const LATE = 300 // from here on only the slowest part is left

const grew = (values: ArrayLike<number>) => peak(values, LATE, LONG + 1) > peak(values, LATE - 100, LATE)

/**
 * The largest α at which the ball does not diverge: the border between runs whose steep part shrinks and runs in which it grows.
 * Known to 4/κ · 2⁻²⁰.
 */
export function measuredFence({ params }: Recording, again: Again, beta = params.beta): number {
  const isStable = (alpha: number) => {
    const { series, last } = again({ alpha, beta, steps: LONG })
    return Number.isNaN(series.ballLost[last]!) && !grew(series.errorSteep)
  }
  return border(1e-6, 4 / params.kappa, isStable, 20)
}

/** The same border for the averaged form, x ← x + δ v on a line of slope -1. Known to 8/weight · 2⁻³⁰. */
export function measuredSamplerFence(weight: number): number {
  const line = quadratic(1, 0, 1)
  const isStable = (delta: number) => !grew(trace(averagedSlope, line, [1, 0], { rate: delta, weight }, LONG).map(([x]) => x))
  return border(0, 8 / weight, isStable, 30)
}

/** Factor by which the ball's distance shrinks each step, from the peaks of its swing. */
export const shrinkPerStep = (again: Again, params: Partial<Params> = {}): number =>
  Math.exp(peakSlope(again({ ...params, steps: LONG }).series.ballDistance))

/** Steps for a factor 10⁻⁶, from the late slope of a smooth decay. */
export function stepsPerMillionth(again: Again, method: 'ball' | 'descent'): number {
  const { series } = again({ steps: LONG })
  return Math.log(1e-6) / logSlope(method === 'ball' ? series.ballDistance : series.descentDistance, LATE)
}

const hasMoved = (p: Params) => Math.hypot(...p.start) > 0

const SLOWEST = 0.1 // rad a step: 400 steps then hold at least 12 swings

/** Whether the peaks of the ball's swing show its rate: both dots in the wedge, and not so near to an edge that a swing takes too long. */
export function isInWedge(p: Params): boolean {
  const swings = (a: number) => {
    const turn = angle(a, p.beta)
    return turn !== null && turn > SLOWEST && turn < Math.PI - SLOWEST
  }
  return isStraight(p) && hasMoved(p) && p.beta >= 0.05 && p.beta <= 0.98 && swings(p.alpha) && swings(p.alpha * p.kappa)
}

/** Whether ball and gradient descent both run at their best, in a valley short enough for the factor k in k ρᵏ not to matter after 400 steps. */
export function isBest(p: Params): boolean {
  const best = bestHeavyBall(1, p.kappa)
  const isTuned = Math.abs(p.alpha / best.alpha - 1) < 1e-6 && Math.abs(p.beta - best.beta) < 1e-6
  return isStraight(p) && hasMoved(p) && p.baselines === 'best' && p.kappa >= 4 && p.kappa <= 100 && isTuned
}
