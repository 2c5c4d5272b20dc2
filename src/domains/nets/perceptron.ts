// Fully connected networks with ReLU between layers: h ← max(0, h W + b), the last layer without max. Batches are [n, size], row-major. Units at 0,
// about half of them, are skipped: that is why W is stored by input.
import { type Stream, uniform } from '@/numerics/random'

export interface Perceptron {
  /** Numbers of units, inputs first. */
  readonly sizes: readonly number[]
  /** Layer by layer W [in, out], then b [out]. */
  readonly weights: Float64Array
}

export const weightCount = (sizes: readonly number[]): number =>
  sizes.slice(1).reduce((sum, out, k) => sum + out * (sizes[k]! + 1), 0)

/** Weights and biases uniform in ±1/√in. */
export function startPerceptron(sizes: readonly number[], random: Stream): Perceptron {
  const weights = new Float64Array(weightCount(sizes))
  let at = 0
  for (let layer = 1; layer < sizes.length; layer++) {
    const inputs = sizes[layer - 1]!
    const bound = 1 / Math.sqrt(inputs)
    for (const end = at + sizes[layer]! * (inputs + 1); at < end; at++) weights[at] = bound * (2 * uniform(random) - 1)
  }
  return { sizes, weights }
}

/** Workspace for a batch: values of every layer [batch, size], inputs first, and their gradients. */
export interface Layers {
  readonly batch: number
  readonly values: readonly Float64Array[]
  readonly gradients: readonly Float64Array[]
}
export function layersOf({ sizes }: Perceptron, batch: number): Layers {
  const make = () => sizes.map((size) => new Float64Array(batch * size))
  return { batch, values: make(), gradients: make() }
}
export const inputsOf = (layers: Layers): Float64Array => layers.values[0]!
export const outputsOf = (layers: Layers): Float64Array => layers.values.at(-1)!

/** From `inputsOf(layers)` to `outputsOf(layers)`. */
export function forward({ sizes, weights }: Perceptron, { batch, values }: Layers): void {
  let from = 0
  for (let layer = 1; layer < sizes.length; layer++) {
    const inputs = sizes[layer - 1]!
    const outputs = sizes[layer]!
    const biases = from + inputs * outputs
    const isLast = layer === sizes.length - 1
    const x = values[layer - 1]!
    const y = values[layer]!
    for (let n = 0; n < batch; n++) {
      const row = n * outputs
      for (let o = 0; o < outputs; o++) y[row + o] = weights[biases + o]!
      for (let i = 0; i < inputs; i++) {
        const value = x[n * inputs + i]!
        if (value === 0) continue
        const w = from + i * outputs
        for (let o = 0; o < outputs; o++) y[row + o]! += value * weights[w + o]!
      }
      if (!isLast) for (let o = 0; o < outputs; o++) if (!(y[row + o]! > 0)) y[row + o] = 0
    }
    from = biases + outputs
  }
}

/**
 * After `forward`: given the gradients of the outputs in the last of `layers.gradients`, writes those of the weights to `out`, summed over
 * the batch. Gradients of hidden values are left in `layers.gradients`, those of the inputs are not computed.
 */
export function backward({ sizes, weights }: Perceptron, { batch, values, gradients }: Layers, out: Float64Array): void {
  out.fill(0)
  let end = weights.length
  for (let layer = sizes.length - 1; layer > 0; layer--) {
    const inputs = sizes[layer - 1]!
    const outputs = sizes[layer]!
    const biases = end - outputs
    const from = biases - inputs * outputs
    const isFirst = layer === 1
    const x = values[layer - 1]!
    const before = gradients[layer - 1]!
    const after = gradients[layer]!
    for (let n = 0; n < batch; n++) {
      const row = n * outputs
      for (let o = 0; o < outputs; o++) out[biases + o]! += after[row + o]!
      for (let i = 0; i < inputs; i++) {
        const value = x[n * inputs + i]!
        if (value === 0) {
          before[n * inputs + i] = 0
          continue
        }
        const w = from + i * outputs
        for (let o = 0; o < outputs; o++) out[w + o]! += value * after[row + o]!
        if (isFirst) continue
        let sum = 0
        for (let o = 0; o < outputs; o++) sum += weights[w + o]! * after[row + o]!
        before[n * inputs + i] = sum
      }
    }
    end = from
  }
}
