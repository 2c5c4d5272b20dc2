// The last step of momentum, taken apart: each old gradient where it was taken, and carried to where the step began.
import type { Point } from '@/contract'
import { memoized } from '@/memoized'
import type { Scene } from './looks'
import { pathOf } from './looks'
import { settingsOf } from './params'

const MOST = 12 // gradients that are drawn, the newest first

/** In the plane of the weights (up) and the step (to the right), in lengths of the weights when the step began. */
export interface Carried {
  /** Where on the globe the gradient was taken, and how it turned the weights there. */
  place: Point
  taken: Point
  /** The part of it that remains in this step. */
  kept: Point
}

type Vector = readonly [number, number, number]
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const plus = (a: Vector, k: number, b: Vector): Vector => [a[0] + k * b[0], a[1] + k * b[1], a[2] + k * b[2]]
const times = (a: Vector, k: number): Vector => [k * a[0], k * a[1], k * a[2]]

/** The parts of the step that led to step `at`; none before the first, or when the weights rest. All from the path alone. */
export function carriedTo(scene: Scene, at: number): readonly Carried[] {
  const { params } = scene
  const { rate, beta, decay } = settingsOf(params).momentum
  const [xs, ys, zs] = pathOf(scene, 'momentum')
  const weights = (k: number): Vector => [xs[k]!, ys[k]!, zs[k]!]
  const shrunk = 1 - (rate * decay) / (1 - beta)
  /** ηp of step k, and η times its own gradient. */
  const sum = (k: number): Vector => (k < 0 ? [0, 0, 0] : plus(times(weights(k), shrunk), -1, weights(k + 1)))
  const gradient = (k: number): Vector => plus(sum(k), -beta, sum(k - 1))
  if (at < 1) return []
  const from = weights(at - 1)
  const length = Math.hypot(...from)
  const up = times(from, 1 / length)
  const step = plus(weights(at), -1, from)
  const aside = plus(step, -dot(step, up), up)
  const size = Math.hypot(...aside)
  if (!(size > 1e-9 * length)) return []
  const right = times(aside, 1 / size)
  const seen = (v: Vector): Point => [dot(v, right) / length, dot(v, up) / length]
  return Array.from({ length: Math.min(MOST, at) }, (_, age) => {
    const k = at - 1 - age
    const moved = times(gradient(k), -1)
    const there = length / Math.hypot(...weights(k)) // on the globe every direction is as far out as the weights are now
    return { place: seen(times(weights(k), there)), taken: seen(times(moved, there)), kept: seen(times(moved, beta ** age)) }
  })
}

export const carriedNow = memoized((scene: Scene) => carriedTo(scene, scene.step))
