// The data, the schedule, the exact model, the times of a run, and what is known of the visitor's point.
import {
  exploding,
  fromData,
  type Level,
  type Predictions,
  type Schedule,
  straight,
  toData,
  turning,
  velocityFrom,
} from '@/domains/diffusion/affine'
import {
  type AffineMixture,
  affineMixture,
  fillData,
  flowMap,
  klToNormal,
  type LineMixture,
  marginalOf,
  momentsOf,
  posterior,
  type ReverseKernel,
  reverseKernel,
  setLevel,
} from '@/domains/diffusion/affineMixture'
import { type DataModel, evenTimes } from '@/domains/diffusion/affineSamplers'
import type { Mixture } from '@/domains/diffusion/mixture'
import { memoized } from '@/memoized'
import { rk4, stagesOf } from '@/numerics/ode'
import { bumpOf, FIRST, LAST, landingTime, MOST, type Params, siteOf, usedBumps } from './params'

const SCHEDULES: Readonly<Record<Params['schedule'], Schedule>> = { vp: turning, linear: straight, ve: exploding(3) }
export const scheduleOf = ({ schedule }: Pick<Params, 'schedule'>): Schedule => SCHEDULES[schedule]

/** Bumps on a line, or four equal Gaussians in a plane. */
export function dataOf(p: Pick<Params, 'tab' | 'shares' | 'bumps' | 'sites' | 'spread'>): Mixture {
  if (p.tab === 'plane') {
    const centres = Array.from({ length: MOST }, (_, k) => siteOf(p, k))
    return {
      dim: 2,
      means: Float64Array.from(centres.flat()),
      stds: new Float64Array(MOST).fill(p.spread),
      weights: new Float64Array(MOST).fill(1 / MOST),
    }
  }
  const used = usedBumps(p)
  return {
    dim: 1,
    means: Float64Array.from(used, (k) => bumpOf(p, k)[0]),
    stds: Float64Array.from(used, (k) => bumpOf(p, k)[1]),
    weights: Float64Array.from(used, (k) => p.shares[k]!),
  }
}

export interface Problem {
  readonly data: Mixture
  readonly at: Schedule
  /** Falling, [steps + 1]. */
  readonly times: Float64Array
  readonly model: DataModel
  /** The law at a time; on a line only. */
  law(t: number): LineMixture
  /** The mixture seen at that level; valid until the next call. */
  seen(level: Level): AffineMixture
}
export const problemOf = memoized((p: Params): Problem => {
  const [data, at] = [dataOf(p), scheduleOf(p)]
  const mixture = affineMixture(data, at(FIRST))
  const seen = (level: Level) => {
    setLevel(mixture, level)
    return mixture
  }
  return {
    data,
    at,
    times: evenTimes(FIRST, LAST, p.steps),
    model: (level, x, out) => fillData(seen(level), x, out),
    law: (t) => marginalOf(seen(at(t))),
    seen,
  }
})

/** The visitor's point: a number, or two in the plane. */
export const pointOf = (p: Params): readonly number[] => (p.tab === 'plane' ? p.spot : [p.x])

export interface PointFacts extends Predictions {
  /** Var[x0 | x], of all coordinates. */
  readonly variance: number
  /** Largest change of x̂0 when it is computed again from each of the other three. */
  readonly residual: number
  readonly posterior: LineMixture
}
/** On a line. */
export const factsOf = memoized((p: Params): PointFacts | null => {
  if (p.tab === 'plane') return null
  const { at, seen } = problemOf(p)
  const level = at(p.time)
  const law = posterior(seen(level), p.x)
  const { mean, variance } = momentsOf(law)
  const all = fromData(level, p.x, mean)
  return { ...all, variance, residual: conversionError(level, p.x, all), posterior: law }
})
function conversionError(level: Level, x: number, all: Predictions): number {
  const again = (['noise', 'score', 'velocity'] as const).map((target) =>
    Math.abs(toData(level, target, x, all[target]) - all.x0),
  )
  return Math.max(...again)
}

/** x̂0 of the point in the plane. */
export const spotData = memoized((p: Params): Float64Array => {
  const { at, model } = problemOf(p)
  const out = new Float64Array(2)
  model(at(p.time), Float64Array.from(p.spot), out)
  return out
})

export interface Jump {
  /** Times and places, from the point to where it lands; at least one jump. */
  readonly times: readonly number[]
  readonly exact: readonly number[]
  /** In one jump; and by one step of DDIM. */
  readonly direct: number
  readonly ddim: number
  readonly kernel: ReverseKernel | null
  readonly kl: number
}
const NONE = 1e-9 // a shorter step is none
export const jumpOf = memoized((p: Params): Jump => {
  const { at, law, data } = problemOf(p)
  const end = landingTime(p)
  const count = Math.max(1, p.jumps)
  const times = Array.from({ length: count + 1 }, (_, k) => p.time + ((end - p.time) * k) / count)
  const exact = [p.x]
  for (let k = 1; k < times.length; k++) exact.push(flowMap(law(times[k - 1]!), law(times[k]!), exact[k - 1]!))
  const [late, early] = [at(p.time), at(end)]
  const { x0, noise } = factsOf(p)!
  const kernel = p.time - end > NONE ? reverseKernel(data, late, early, p.x) : null
  return {
    times,
    exact,
    direct: flowMap(law(p.time), law(end), p.x),
    ddim: early.alpha * x0 + early.sigma * noise,
    kernel,
    kl: kernel ? klToNormal(kernel.exact, kernel.ddpmMean, kernel.ddpmVariance) : 0,
  }
})

const FINE = 400 // Runge-Kutta steps for the whole way in the plane
/** Moves points in the plane along v, in place. */
export function follow({ data, at, model }: Problem, x: Float64Array, from: number, to: number): void {
  const rounds = Math.max(1, Math.ceil((FINE * Math.abs(to - from)) / (FIRST - LAST)))
  const [stages, guess] = [stagesOf(x.length), new Float64Array(x.length)]
  const velocity = (t: number, places: Float64Array, out: Float64Array) => {
    const level = at(t)
    model(level, places, guess)
    for (let i = 0; i < places.length; i++) out[i] = velocityFrom(level, places[i]!, guess[i]!)
  }
  const h = (to - from) / rounds
  for (let k = 0; k < rounds; k++) rk4(velocity, from + k * h, h, x, stages)
  if (data.dim === 1) throw new RangeError('follow: the flow on a line is known exactly')
}

/** The exact path through the point at these times, which rise or fall, [times, dim]. */
function pathAt(p: Params, times: ArrayLike<number>): Float64Array {
  const problem = problemOf(p)
  const { dim } = problem.data
  const path = new Float64Array(times.length * dim)
  if (dim === 1) {
    const here = problem.law(p.time)
    for (let k = 0; k < times.length; k++) path[k] = flowMap(here, problem.law(times[k]!), p.x, k > 0 ? path[k - 1] : p.x)
    return path
  }
  // outwards from the time of the point, so that no step is taken twice
  const order = Array.from(times, (_, k) => k).sort((a, b) => times[a]! - times[b]!)
  const walk = (indices: readonly number[]) => {
    const x = Float64Array.from(p.spot)
    let now = p.time
    for (const k of indices) {
      if (times[k] !== now) follow(problem, x, now, times[k]!)
      now = times[k]!
      path.set(x, 2 * k)
    }
  }
  walk(order.filter((k) => times[k]! >= p.time))
  walk(order.filter((k) => times[k]! < p.time).reverse())
  return path
}
/** At the times of the run. Read only. */
export const runPath = memoized((p: Params): Float64Array => pathAt(p, problemOf(p).times))
const CURVE = 64
export const curveTimes = Float64Array.from({ length: CURVE + 1 }, (_, k) => LAST + ((FIRST - LAST) * k) / CURVE)
/** So close that it makes a curve. Read only. */
export const curvePath = memoized((p: Params): Float64Array => pathAt(p, curveTimes))
