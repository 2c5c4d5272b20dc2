// Four solvers in lock-step, from the same noise: a step takes the samples of each from one noise level to the next.
import { type Evodiff, startEvodiff, stepEvodiff } from '@/domains/diffusion/evodiff'
import { type FewCalls, type Predict, startFewCalls, stepFewCalls } from '@/domains/diffusion/fewCalls'
import { LANES, type Lane } from './params'
import type { Problem } from './problem'

export interface Lanes extends Readonly<Record<Exclude<Lane, 'evodiff'>, FewCalls>> {
  readonly evodiff: Evodiff
}

/** From places [n, dim] at the highest noise level. */
export const startLanes = (x: Float64Array, { dim, settings }: Pick<Problem, 'dim' | 'settings'>): Lanes => ({
  ddim: startFewCalls(x.slice()),
  noise: startFewCalls(x.slice()),
  data: startFewCalls(x.slice()),
  evodiff: startEvodiff(x.slice(), dim, settings.channels.count),
})

type Ways = Pick<Problem, 'dim' | 'settings' | 'sigmas' | 'model'>

/** Step `k` = 1, … of one of them; after the last noise level a guess of the clean sample. */
export function stepLane(lanes: Lanes, lane: Lane, ways: Ways, k: number): void {
  const { sigmas, model } = ways
  if (k >= sigmas.length) guess(lanes[lane], model, sigmas[sigmas.length - 1]!)
  else if (lane === 'evodiff') stepEvodiff(lanes.evodiff, ways.dim, ways.settings, model, sigmas, k)
  else stepFewCalls(lanes[lane], lane, model, sigmas, k)
}

function guess(s: FewCalls | Evodiff, model: Predict, sigma: number): void {
  model(sigma, s.x, s.newest)
  s.x.set(s.newest)
  s.calls++
}

export function stepLanes(lanes: Lanes, ways: Ways, k: number): void {
  for (let i = 0; i < LANES.length; i++) stepLane(lanes, LANES[i]!, ways, k)
}

/** Root mean square of the distances between samples [n, dim] and their exact ends. */
export function errorOf(x: Float64Array, ends: Float64Array, dim: number): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += (x[i]! - ends[i]!) ** 2
  return Math.sqrt((sum * dim) / x.length)
}
