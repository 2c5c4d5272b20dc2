// What the claims measure, from runs alone: no closed form takes part in a measurement.
import type { Run } from '@/contract'
import { sgdp } from '@/domains/optim/layerUpdates'
import { gradientAt } from './gradient'
import type { State } from './model'
import { type Method, type Params, settingsOf } from './params'
import type { readouts } from './readouts'

type Recording = Run<Params, State, keyof typeof readouts & string>
type Again = (params: Partial<Params>) => Recording

const LONG = 500 // steps after which a run without noise has come to rest

/** Growth of ‖w‖² over the squared lengths of all steps of a run that comes to rest. */
export const wholeGrowth = (again: Again): number => {
  const { series, last } = again({ steps: LONG })
  return series.growth[last]!
}
/** Whether `LONG` steps suffice for that: old steps are forgotten, and the last ones have no effect. */
export const comesToRest = (p: Params): boolean =>
  p.family === 'sgd' &&
  p.surface === 'rayleigh' &&
  p.noise === 0 &&
  p.decay === 0 &&
  p.radial === 0 &&
  p.beta <= 0.92 &&
  p.rate >= 0.08 &&
  p.rate <= 0.3 &&
  p.length >= 0.8 &&
  p.length <= 1.5 &&
  Math.abs(p.start[0]) >= 5 &&
  Math.abs(p.start[0]) <= 175 &&
  Math.abs(p.start[1]) <= 60

/** Largest relative distance between ‖w‖² and the norm law's prediction from the lengths of the steps, over all methods and steps. */
export function offLaw({ series, last }: Recording): number {
  let largest = 0
  for (const [measured, law] of [
    [series.plainStep, series.plainLaw],
    [series.momentumStep, series.momentumLaw],
    [series.projectedStep, series.projectedLaw],
    [series.fairStep, series.fairLaw],
  ] as const) {
    for (let k = 0; k <= last; k++) largest = Math.max(largest, Math.abs(measured[k]! / law[k]! - 1))
  }
  return largest
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!
const along = (a: ArrayLike<number>, k: number, b: ArrayLike<number>) => Array.from(a, (part, i) => part + k * b[i]!)

const FAINT = 1e-7 // of ‖w‖: shorter moves have lost their direction to rounding

/** Largest angle between the paths on the sphere of a step of SGDP with and without projection, over a run, degrees. */
export function bend(run: Recording): number {
  const p = run.params
  const settings = settingsOf(p).projected
  let largest = 0
  for (let step = 0; step < Math.min(run.last, 60); step += 3) {
    const s = run.state(step)
    const { layer } = s.projected
    const gradient = new Float64Array(3)
    gradientAt(layer.weights, s.draw, p, gradient)
    const [ways, w] = [[] as number[][], layer.weights]
    for (const delta of [settings.delta, 0]) {
      const copy = structuredClone(layer)
      sgdp(copy, gradient, { ...settings, delta })
      const to = copy.weights
      ways.push(along(to, -dot(to, w) / dot(w, w), w)) // direction of the move along the sphere at w
    }
    const [one, other] = ways as [number[], number[]]
    if (dot(one, one) < FAINT ** 2 * dot(w, w)) continue
    const cross = [
      one[1]! * other[2]! - one[2]! * other[1]!,
      one[2]! * other[0]! - one[0]! * other[2]!,
      one[0]! * other[1]! - one[1]! * other[0]!,
    ]
    largest = Math.max(largest, (Math.atan2(Math.sqrt(dot(cross, cross)), dot(one, other)) * 180) / Math.PI)
  }
  return largest
}

/** ‖w‖² after 50 steps relative to the start. */
export const grownBy50 = (again: Again, method: Exclude<Method, 'fair'>, params: Partial<Params> = {}): number => {
  const { series } = again({ ...params, steps: 50 })
  return { plain: series.plainGrown, momentum: series.momentumGrown, projected: series.projectedGrown }[method][50]!
}
