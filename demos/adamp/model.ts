// p ← β p + ∇f(w), q = p - (ŵ · p) ŵ, w ← w - η q (SGDP) beside SGD with and without momentum; or the same with Adam's p.
import type { Stepped } from '@/contract'
import { type Layer, largestCosine, layerOf } from '@/domains/optim/layer'
import { adamP, sgdp } from '@/domains/optim/layerUpdates'
import { advanceLaw, type NormLaw, normLaw } from '@/domains/optim/normLaw'
import { normal, type Stream, stream } from '@/numerics/random'
import { gradientAt } from './gradient'
import { METHODS, type Method, type Params, settingsOf, startOf } from './params'
import { type Slice, sliceOf } from './slice'

export { type Params, params } from './params'

export interface Runner {
  /** Weights as one row of three. */
  layer: Layer
  /** ‖w‖² predicted from the lengths of the steps. */
  law: NormLaw
  /** Σ η² ‖step‖². */
  spent: number
  /** Angle by which the last step turned the weights, rad. */
  turned: number
  /** |cos(w, ∇f)| of the last step. */
  cosine: number
  /** Number of steps whose outward part was removed. */
  projections: number
}
export interface State extends Record<Method, Runner> {
  step: number
  noise: Stream
  /** Noise of the next gradient, before it is made tangent; the same for all methods. */
  draw: Float64Array
}
export interface Frame {
  /** The next step of each method, taken apart; null if there is none. */
  slices: Readonly<Record<Method, Slice | null>>
}

/** Whether a method belongs to the family on stage. */
export const runs = (p: Params, method: Method): boolean => !(p.family === 'adam' && method === 'fair')

const square = (w: ArrayLike<number>) => w[0]! * w[0]! + w[1]! * w[1]! + w[2]! * w[2]!

function drawNoise({ noise, draw }: State, p: Params): void {
  for (let i = 0; i < 3; i++) draw[i] = p.noise === 0 ? 0 : p.noise * normal(noise)
}

/** Angle between two vectors of R³, accurate even when tiny, rad. */
function angle(ax: number, ay: number, az: number, b: ArrayLike<number>): number {
  const [bx, by, bz] = [b[0]!, b[1]!, b[2]!]
  return Math.atan2(Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx), ax * bx + ay * by + az * bz)
}

const gradient = new Float64Array(3) // holds nothing between two calls

function advance(s: State, method: Method, p: Params): void {
  const runner = s[method]
  const { layer, law } = runner
  const settings = settingsOf(p)[method]
  const { weights } = layer
  const [x, y, z] = [weights[0]!, weights[1]!, weights[2]!]
  gradientAt(weights, s.draw, p, gradient)
  runner.cosine = largestCosine(weights, gradient, 3, settings.eps)
  const isAdam = p.family === 'adam'
  if (isAdam) adamP(layer, gradient, settings)
  else sgdp(layer, gradient, settings)
  const { pace, keep, projected } = layer
  const size = square(layer.taken)
  runner.spent += pace * pace * size
  runner.turned = angle(x, y, z, weights)
  if (projected) runner.projections++
  // Adam divides entry by entry: its p has an outward part of its own, which does not follow from the lengths
  if (isAdam && !projected) law.square = Number.NaN
  else advanceLaw(law, size, pace, keep, projected, settings.beta, settings.projectsBuffer)
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const w0 = startOf(p).map((part) => part * p.length)
    const runner = (): Runner => ({
      layer: layerOf(w0, 1, 3),
      law: normLaw(p.length ** 2),
      spent: 0,
      turned: 0,
      cosine: 0,
      projections: 0,
    })
    const s = {
      step: 0,
      noise: stream(p.seed, 'noise'),
      draw: new Float64Array(3),
      plain: runner(),
      momentum: runner(),
      projected: runner(),
      fair: runner(),
    }
    drawNoise(s, p)
    return s
  },
  step(s, p) {
    s.step++
    for (const method of METHODS) if (runs(p, method)) advance(s, method, p)
    drawNoise(s, p)
  },
  frame(s, p) {
    const slices = Object.fromEntries(METHODS.map((method) => [method, runs(p, method) ? sliceOf(s, method, p) : null]))
    return { slices: slices as unknown as Frame['slices'] }
  },
  steps: (p) => p.steps,
  dt: () => 1,
  pace: (p) => Math.max(8, p.steps / 12),
}
