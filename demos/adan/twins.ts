// The identity: the places where Nesterov measures its slopes are the places of the rule that adds the change of the slope instead.
import type { Point } from '@/contract'
import { type Memory, nesterov, nesterovEstimate, startMemory } from '@/domains/optim/rules'
import { type Params, surfaceOf } from './params'

export interface Twins {
  /** θ of Nesterov. */
  readonly ahead: { readonly at: Float64Array; readonly memory: Memory }
  /** θ̄ of the estimate. */
  readonly here: { readonly at: Float64Array; readonly memory: Memory }
  /** Largest distance so far between the place where Nesterov measures and θ̄. */
  apart: number
  lost: number
}
/** The next step of each, as arrows one after the other; and where Nesterov measures the slope. */
export interface TwinsFrame {
  readonly ahead: { readonly at: Point; readonly measured: Point; readonly next: Point }
  readonly here: { readonly at: Point; readonly kept: Point; readonly slope: Point; readonly next: Point }
  readonly lost: number | null
}

const FAR = 1e6
const settingsOf = (p: Params) => ({ rate: p.etaNesterov, beta: p.mu })

export function startTwins(p: Params): Twins {
  const one = (rule: typeof nesterov) => ({ at: Float64Array.from(p.start), memory: startMemory(rule, 2) })
  return { ahead: one(nesterov), here: one(nesterovEstimate), apart: 0, lost: -1 }
}

// hold nothing between two calls
const place = new Float64Array(2)
const gradient = new Float64Array(2)

const gradientAt = (at: Float64Array, p: Params) => surfaceOf(p).gradient(at[0]!, at[1]!, gradient)

export function advanceTwins(s: Twins, p: Params, step: number): void {
  if (s.lost >= 0) return
  const settings = settingsOf(p)
  const { ahead, here } = s
  nesterov.place!(ahead.at, ahead.memory, settings, place)
  gradientAt(place, p)
  nesterov.step(ahead.at, gradient, ahead.memory, settings)
  gradientAt(here.at, p)
  nesterovEstimate.step(here.at, gradient, here.memory, settings)
  nesterov.place!(ahead.at, ahead.memory, settings, place)
  if (Math.hypot(place[0]!, place[1]!) <= FAR) s.apart = Math.max(s.apart, distance(place, here.at))
  else s.lost = step
}
const distance = (a: Float64Array, b: Float64Array) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)

/** Where Nesterov measures. */
export function measuredAt({ ahead }: Twins, p: Params): Point {
  nesterov.place!(ahead.at, ahead.memory, settingsOf(p), place)
  return [place[0]!, place[1]!]
}

export function twinsFrame(s: Twins, p: Params): TwinsFrame {
  const { rate, beta } = settingsOf(p)
  const [x, y] = s.here.at as unknown as [number, number]
  gradientAt(s.here.at, p)
  const [gx, gy] = [gradient[0]!, gradient[1]!]
  const [velocity, last] = s.here.memory.kept as [Float64Array, Float64Array]
  const kept: Point = [x - rate * beta * velocity[0]!, y - rate * beta * velocity[1]!]
  const slope: Point = [kept[0] - rate * gx, kept[1] - rate * gy]
  const next: Point = [slope[0] - rate * beta * (gx - last[0]!), slope[1] - rate * beta * (gy - last[1]!)]
  const measured = measuredAt(s, p)
  gradientAt(Float64Array.from(measured), p)
  const at: Point = [s.ahead.at[0]!, s.ahead.at[1]!]
  return {
    ahead: { at, measured, next: [measured[0] - rate * gradient[0]!, measured[1] - rate * gradient[1]!] },
    here: { at: [x, y], kept, slope, next },
    lost: s.lost < 0 ? null : s.lost,
  }
}
