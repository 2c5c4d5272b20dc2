// Softmax regression in the plane: class k has the logit uₖ·(x, y, 1), the loss of a point is -ln of the share of its class, e^logit over the sum of all.
// Weights are [classes, 3], row-major.
import { invertPositive } from '@/numerics/smallMatrix'
import { exp } from './steadyExp'

export interface LabelledPoints {
  /** [n, 2]. */
  readonly points: Float64Array
  /** Class of each, [n]. */
  readonly labels: Int32Array
}
export const CLASSES = 3
export const WEIGHTS = 3 * CLASSES

const shares = new Float64Array(CLASSES) // holds nothing between two calls
function sharesAt(w: Float64Array, x: number, y: number): void {
  const a = w[0]! * x + w[1]! * y + w[2]!
  const b = w[3]! * x + w[4]! * y + w[5]!
  const c = w[6]! * x + w[7]! * y + w[8]!
  const most = Math.max(a, b, c)
  const [ea, eb, ec] = [exp(a - most), exp(b - most), exp(c - most)]
  const sum = ea + eb + ec
  shares[0] = ea / sum
  shares[1] = eb / sum
  shares[2] = ec / sum
}

/** Writes the gradient of the mean loss over points from..to. */
export function softmaxGradient(data: LabelledPoints, from: number, to: number, weights: Float64Array, out: Float64Array): void {
  const { points, labels } = data
  out.fill(0)
  for (let n = from; n < to; n++) {
    const [x, y] = [points[2 * n]!, points[2 * n + 1]!]
    sharesAt(weights, x, y)
    for (let k = 0; k < CLASSES; k++) {
      const slope = (shares[k]! - (labels[n] === k ? 1 : 0)) / (to - from)
      out[3 * k]! += slope * x
      out[3 * k + 1]! += slope * y
      out[3 * k + 2]! += slope
    }
  }
}

/** Mean loss, and the share of the points whose class has the largest logit. */
export function softmaxScore({ points, labels }: LabelledPoints, weights: Float64Array): { loss: number; right: number } {
  let [loss, right] = [0, 0]
  for (let n = 0; n < labels.length; n++) {
    sharesAt(weights, points[2 * n]!, points[2 * n + 1]!)
    const own = shares[labels[n]!]!
    loss -= Math.log(Math.max(own, Number.MIN_VALUE))
    if (own >= shares[0]! && own >= shares[1]! && own >= shares[2]!) right++
  }
  return { loss: loss / labels.length, right: right / labels.length }
}

const ROUNDS = 60
/**
 * The weights of the least mean loss, by Newton's method with halved steps; they sum to 0 over the classes, as in gradient descent from 0. Classes must
 * overlap: otherwise there is no minimum.
 */
export function softmaxOptimum(data: LabelledPoints): Float64Array {
  const { points, labels } = data
  const weights = new Float64Array(WEIGHTS)
  const gradient = new Float64Array(WEIGHTS)
  const free = WEIGHTS - 3 // the last class stays at 0
  for (let round = 0; round < ROUNDS; round++) {
    softmaxGradient(data, 0, labels.length, weights, gradient)
    const hessian = new Float64Array(free * free)
    for (let n = 0; n < labels.length; n++) {
      const place = [points[2 * n]!, points[2 * n + 1]!, 1]
      sharesAt(weights, place[0]!, place[1]!)
      for (let i = 0; i < free; i++)
        for (let j = 0; j < free; j++) {
          const [k, l] = [Math.floor(i / 3), Math.floor(j / 3)]
          const curvature = shares[k]! * ((k === l ? 1 : 0) - shares[l]!)
          hessian[i * free + j]! += (curvature * place[i % 3]! * place[j % 3]!) / labels.length
        }
    }
    invertPositive(hessian, free)
    const step = Array.from({ length: free }, (_, i) =>
      Array.from({ length: free }, (__, j) => hessian[i * free + j]! * gradient[j]!).reduce((sum, part) => sum + part, 0),
    )
    const before = softmaxScore(data, weights).loss
    let share = 1
    const moved = weights.slice()
    for (; share > 1e-4; share /= 2) {
      for (let i = 0; i < free; i++) moved[i] = weights[i]! - share * step[i]!
      if (softmaxScore(data, moved).loss <= before) break
    }
    if (share <= 1e-4) break
    weights.set(moved)
    if (Math.max(...step.map(Math.abs)) < 1e-13) break
  }
  for (let part = 0; part < 3; part++) {
    let mean = 0
    for (let k = 0; k < CLASSES; k++) mean += weights[3 * k + part]! / CLASSES
    for (let k = 0; k < CLASSES; k++) weights[3 * k + part]! -= mean
  }
  return weights
}
