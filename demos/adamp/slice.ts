// One step seen in the plane of weights and step: how much of it points outward, and how much along the sphere.
import type { Layer } from '@/domains/optim/layer'
import { adamP, sgdp } from '@/domains/optim/layerUpdates'
import { gradientAt } from './gradient'
import type { State } from './model'
import { type Method, type Params, settingsOf } from './params'

/** Along the sphere, and outward. */
export type Parts = readonly [along: number, outward: number]

/** The step about to be taken; all parts in units of its raw length, signs as the weights move. */
export interface Slice {
  /** η ‖p‖ over ‖w‖. */
  size: number
  /** The remains of old gradients in it, and the new gradient; they add up to `whole`. */
  old: Parts
  whole: Parts
  taken: Parts
  projected: boolean
}

const TINY = 1e-14 // of ‖w‖: smaller steps are rounding
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!

const copyOf = (layer: Layer): Layer => ({
  ...layer,
  weights: layer.weights.slice(),
  first: layer.first.slice(),
  second: layer.second.slice(),
  taken: layer.taken.slice(),
})

/** Takes the next step of a method on a copy; null once it has come to rest. */
export function sliceOf(s: State, method: Method, p: Params): Slice | null {
  const { layer } = s[method]
  const settings = settingsOf(p)[method]
  const isAdam = p.family === 'adam'
  const gradient = new Float64Array(3)
  gradientAt(layer.weights, s.draw, p, gradient)
  const after = (rules: typeof settings) => {
    const copy = copyOf(layer)
    if (isAdam) adamP(copy, gradient, rules)
    else sgdp(copy, gradient, rules)
    return copy
  }
  const next = after(settings)
  const raw = after({ ...settings, delta: 0 })

  const length = Math.sqrt(dot(layer.weights, layer.weights))
  const size = (next.pace * Math.sqrt(dot(raw.taken, raw.taken))) / length
  if (!(size > TINY)) return null
  const outward = layer.weights.map((part) => part / length)
  const tangent = raw.taken.map((part, i) => part - dot(raw.taken, outward) * outward[i]!)
  const aside = Math.sqrt(dot(tangent, tangent))
  const along = aside > 0 ? tangent.map((part) => part / aside) : tangent
  const unit = Math.sqrt(dot(raw.taken, raw.taken))
  const parts = (v: ArrayLike<number>): Parts => [dot(v, along) / unit, -dot(v, outward) / unit] // w moves by -ηp; along: to the right
  // Adam scales old and new gradients equally, entry by entry
  const old = layer.first.map((part, i) => (raw.first[i] === 0 ? 0 : (settings.beta * part * raw.taken[i]!) / raw.first[i]!))
  return { size, old: parts(old), whole: parts(raw.taken), taken: parts(next.taken), projected: next.projected }
}
