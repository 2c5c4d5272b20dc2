// Particles from noise back to data, by one of seven samplers, and with them the visitor's own point, which sets out on its exact path.
import type { Stepped } from '@/contract'
import { flowMap, quantileOf, tailOf } from '@/domains/diffusion/affineMixture'
import { type AffineRun, type Sampler, startAffine, stepAffine } from '@/domains/diffusion/affineSamplers'
import { normal, type Stream, stream } from '@/numerics/random'
import { FIRST, type Params } from './params'
import { follow, type Problem, problemOf, runPath } from './problem'

export { type Params, params } from './params'

export const COUNT = 300
/** Particles whose paths are drawn. */
export const TRACED = 15

export interface State {
  step: number
  cloud: AffineRun
  traced: AffineRun
  random: Stream
  ownRandom: Stream
}
export interface Frame {
  /** Time of the particles. */
  now: number
  /** [COUNT, dim]. */
  places: Float64Array
}

const starts = new Map<string, Float64Array>()
const MOST_STARTS = 8
/** On a line at evenly spaced shares of the mass, so that only the steps make errors; in a plane drawn. Kept for the newest data: moves of the point alone need it again. */
function startOf(p: Params): Float64Array {
  const key = JSON.stringify([p.tab === 'plane' ? [p.sites, p.spread] : [p.shares, p.bumps], p.schedule])
  const known = starts.get(key)
  if (known) return known.slice()
  const { data, law, at } = problemOf(p)
  const x = new Float64Array(data.dim * COUNT)
  if (data.dim === 1) {
    const first = law(FIRST)
    for (let k = 0; k < COUNT; k++) x[k] = quantileOf(first, (k + 0.5) / COUNT, k > 0 ? x[k - 1] : undefined)
  } else {
    const random = stream(0, 'starts')
    const { alpha, sigma } = at(FIRST)
    for (let i = 0; i < x.length; i++) {
      const k = (i >> 1) % data.stds.length
      x[i] = alpha * (data.means[2 * k + (i & 1)]! + data.stds[k]! * normal(random)) + sigma * normal(random)
    }
  }
  if (starts.size >= MOST_STARTS) starts.clear()
  starts.set(key, x)
  return x.slice()
}

/** Share of the way between neighbouring particles to the law, at most: Kolmogorov's distance. */
export function distanceTo(problem: Problem, x: Float64Array, t: number): number {
  const law = problem.law(t)
  const sorted = x.slice().sort()
  let most = 0
  for (let k = 0; k < sorted.length; k++) {
    const below = tailOf(law, sorted[k]!, 1)
    most = Math.max(most, Math.abs(below - k / sorted.length), Math.abs(below - (k + 1) / sorted.length))
  }
  return most
}

function advance(run: AffineRun, p: Params, problem: Problem, step: number, random: Stream): void {
  const { times, at, model, law } = problem
  const [from, to] = [times[step - 1]!, times[step]!]
  if (p.sampler === 'map') {
    if (problem.data.dim === 2) follow(problem, run.x, from, to)
    else {
      const [late, early] = [law(from), law(to)]
      for (let k = 0; k < run.x.length; k++) run.x[k] = flowMap(late, early, run.x[k]!)
    }
    return
  }
  const move = {
    late: at(from),
    early: at(to),
    dt: from - to,
    before: step > 1 ? at(times[step - 2]!) : null,
    lambda: p.lambda,
  }
  stepAffine(run, p.sampler satisfies Sampler, model, move, random)
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const problem = problemOf(p)
    return {
      step: 0,
      cloud: startAffine(startOf(p)),
      traced: startAffine(runPath(p).slice(0, problem.data.dim)),
      random: stream(p.seed, 'noise of the cloud'),
      ownRandom: stream(p.seed, 'noise of the point'),
    }
  },
  step(s, p) {
    const problem = problemOf(p)
    s.step++
    advance(s.cloud, p, problem, s.step, s.random)
    advance(s.traced, p, problem, s.step, s.ownRandom)
  },
  frame: ({ step, cloud }, p) => ({ now: problemOf(p).times[step]!, places: cloud.x.slice() }),
  steps: (p) => p.steps,
  dt: () => 1,
  pace: (p) => Math.max(4, p.steps / 5),
}
