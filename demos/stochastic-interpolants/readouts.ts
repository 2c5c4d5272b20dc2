// Numbers recorded at every step: the table, the paths in the pictures, and what claims are measured from.
import type { Readout } from '@/contract'
import { setTime } from '@/domains/diffusion/interpolantFields'
import { distance, floorOf } from './histogram'
import { type State, startOf } from './model'
import type { Params } from './params'
import { problemOf, timeAt } from './problem'
import { FOLLOWED, TRACED } from './traced'

type Of = Readout<Params, State>['of']

const dimOf = (p: Params) => problemOf(p).to.dim
/** Mean of the last coordinate. */
const meanOf = (x: Float64Array, dim: number) => {
  let sum = 0
  for (let i = dim - 1; i < x.length; i += dim) sum += x[i]!
  return (sum * dim) / x.length
}
function spreadOf(x: Float64Array, dim: number): number {
  const mean = meanOf(x, dim)
  let sum = 0
  for (let i = dim - 1; i < x.length; i += dim) sum += (x[i]! - mean) ** 2
  return Math.sqrt((sum * dim) / x.length)
}

/** Mean and standard deviation of the last coordinate at time t, exactly. */
export function exactMoments(p: Params, t: number): { mean: number; spread: number } {
  const { from, to, line } = problemOf(p)
  setTime(line, t)
  const weight = (k: number) => from.weights[Math.floor(k / to.weights.length)]! * to.weights[k % to.weights.length]!
  let [mean, square] = [0, 0]
  for (let k = 0; k < line.count; k++) {
    mean += weight(k) * line.means[k]!
    square += weight(k) * (line.means[k]! ** 2 + 1 / line.inverses[3 * k]!)
  }
  return { mean, spread: Math.sqrt(square - mean * mean) }
}

/** Covariance of the particles' starts and current places, on the bridge. */
export const covariance: Of = (s, p) => {
  if (p.scene !== 'bridge') return null
  const start = startOf(p)
  const [first, now] = [meanOf(start, 1), meanOf(s.x, 1)]
  let sum = 0
  for (let i = 0; i < s.x.length; i++) sum += (start[i]! - first) * (s.x[i]! - now)
  return sum / s.x.length
}
/** The exact one of the bridge: cov(x0, (1 - t)x0 + t x1). */
const exactCovariance: Of = (s, p) => {
  if (p.scene !== 'bridge') return null
  const { from, cross } = problemOf(p)
  const t = timeAt(p, s.step)
  return (1 - t) * from.covariances[0]! + t * cross
}

/** A coordinate of a traced particle; `back` counts from the last one. */
const coordinate =
  (cloud: 'x' | 'flow', particle: number, back: 0 | 1): Of =>
  (s, p) => {
    const dim = dimOf(p)
    return back < dim ? s[cloud][particle * dim + dim - 1 - back]! : null
  }
type Trace = `${'sde' | 'ode' | 'sdeX' | 'odeX'}${number}`
const hidden = (label: string, of: Of): Readout<Params, State> => ({ label, hidden: true, of })
/** Recorded paths: `sde3` is the last coordinate of particle 3, `sdeX3` in the plane the first. */
const traces = Object.fromEntries(
  Array.from({ length: TRACED }, (_, k) => [
    [`sde${k}`, hidden(`particle ${k}, SDE`, coordinate('x', k, 0))],
    [`ode${k}`, hidden(`particle ${k}, ODE`, coordinate('flow', k, 0))],
    ...(k < FOLLOWED
      ? [
          [`sdeX${k}`, hidden(`particle ${k}, SDE, across`, coordinate('x', k, 1))],
          [`odeX${k}`, hidden(`particle ${k}, ODE, across`, coordinate('flow', k, 1))],
        ]
      : []),
  ]).flat(),
) as Record<Trace, Readout<Params, State>>

export const readouts = {
  time: { label: 'time', symbol: 't', digits: 3, of: (s: State, p: Params) => timeAt(p, s.step) },
  distance: {
    label: 'histogram to exact density',
    digits: 2,
    of: (s: State, p: Params) => distance(problemOf(p).line, timeAt(p, s.step), s.x, dimOf(p)),
  },
  floor: {
    label: 'the same for n exact samples',
    digits: 2,
    of: (s: State, p: Params) => floorOf(problemOf(p).line, timeAt(p, s.step), p.n),
  },
  mean: { label: 'mean of the particles', digits: 3, of: (s: State, p: Params) => meanOf(s.x, dimOf(p)) },
  exactMean: {
    label: 'exact mean',
    digits: 3,
    rounding: 1e-14,
    of: (s: State, p: Params) => exactMoments(p, timeAt(p, s.step)).mean,
  },
  spread: { label: 'spread of the particles', digits: 3, of: (s: State, p: Params) => spreadOf(s.x, dimOf(p)) },
  exactSpread: { label: 'exact spread', digits: 3, of: (s: State, p: Params) => exactMoments(p, timeAt(p, s.step)).spread },
  covariance: { label: 'covariance of start and now', digits: 3, of: covariance },
  exactCovariance: { label: 'the same of the bridge', digits: 3, of: exactCovariance },
  ...traces,
} satisfies Readonly<Record<string, Readout<Params, State>>>
/** The compiler cannot list the names of recorded paths, so this is the only function that looks them up. */
export const pathOf = (
  series: Readonly<Record<string, Float64Array>>,
  name: 'sde' | 'ode' | 'sdeX' | 'odeX',
  particle: number,
): Float64Array => series[`${name}${particle}`]!
