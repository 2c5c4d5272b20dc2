// Two classes on two interwoven spirals, and a tanh network that tells them apart by its sign: mean of ln(1 + e^(-yf)) over points with y = ±1.
import { type Stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'
import { inputsOf, type Layers, outputsOf, type Perceptron, weightCount } from './perceptron'
import { exp } from './steadyExp'
import { addBackwardTanh, forwardTanh } from './tanhNet'

export interface Labelled {
  /** [n, 2]. */
  readonly points: Float64Array
  /** [n], 1 or -1. */
  readonly labels: Float64Array
}

const TURNS = 1.1 // from the centre to the end of an arm
const INNERMOST = 0.05 // share of the area in which there are no points

/** `arm` points on each arm: ±(t cos t, t sin t)/7 with t = 2.2π √u, u evenly from 0.05 to 1, and noise. */
export function twoSpirals(random: Stream, arm: number, noise: number): Labelled {
  const points = new Float64Array(4 * arm)
  const labels = new Float64Array(2 * arm)
  for (let i = 0; i < 2 * arm; i++) {
    const t = 2 * Math.PI * TURNS * Math.sqrt(INNERMOST + ((1 - INNERMOST) * (i % arm)) / (arm - 1))
    const side = i < arm ? 1 : -1
    points[2 * i] = (side * t * steadyCos(t)) / 7 + noise * steadyNormal(random)
    points[2 * i + 1] = (side * t * steadySin(t)) / 7 + noise * steadyNormal(random)
    labels[i] = side
  }
  return { points, labels }
}

/** Weights normal with variance 1/inputs, biases 0. */
export function normalPerceptron(sizes: readonly number[], random: Stream): Perceptron {
  const weights = new Float64Array(weightCount(sizes))
  let at = 0
  for (let layer = 1; layer < sizes.length; layer++) {
    const inputs = sizes[layer - 1]!
    const outputs = sizes[layer]!
    const scale = Math.sqrt(1 / inputs)
    for (const end = at + inputs * outputs; at < end; at++) weights[at] = scale * steadyNormal(random)
    at += outputs
  }
  return { sizes, weights }
}

/** Draws a batch with replacement: indices of points. */
export function drawIndices(random: Stream, count: number, out: Int32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = Math.floor(count * uniform(random))
}

/** Writes the gradient of the mean loss of the points `indices` to `out`. `layers` is for a batch of that size. */
export function lossGradient(net: Perceptron, layers: Layers, data: Labelled, indices: Int32Array, out: Float64Array): void {
  const inputs = inputsOf(layers)
  for (let n = 0; n < indices.length; n++) {
    inputs[2 * n] = data.points[2 * indices[n]!]!
    inputs[2 * n + 1] = data.points[2 * indices[n]! + 1]!
  }
  forwardTanh(net, layers)
  const f = outputsOf(layers)
  const slopes = layers.gradients.at(-1)!
  for (let n = 0; n < indices.length; n++) {
    const y = data.labels[indices[n]!]!
    slopes[n] = -y / (1 + exp(Math.min(y * f[n]!, 700))) / indices.length
  }
  out.fill(0)
  addBackwardTanh(net, layers, out)
}

/** Mean loss of all points; `layers` is for a batch of all. */
export function meanLoss(net: Perceptron, layers: Layers, { points, labels }: Labelled): number {
  inputsOf(layers).set(points)
  forwardTanh(net, layers)
  const f = outputsOf(layers)
  let sum = 0
  for (let n = 0; n < labels.length; n++) {
    const margin = labels[n]! * f[n]!
    sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin
  }
  return sum / labels.length
}
