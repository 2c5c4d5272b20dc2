// Fully connected networks with tanh between layers: h ← tanh(h W + b), the last layer without tanh. Weights and room are those of ./perceptron.
// Sums run over four at once, which is two to four times as quick.
import type { Layers, Perceptron } from './perceptron'
import { tanhInPlace } from './steadyExp'

/** From `inputsOf(layers)` to `outputsOf(layers)`. */
export function forwardTanh({ sizes, weights }: Perceptron, { batch, values }: Layers): void {
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
      let i = 0
      for (; i + 3 < inputs; i += 4) {
        const at = n * inputs + i
        const w0 = from + i * outputs
        const w1 = w0 + outputs
        const w2 = w1 + outputs
        const w3 = w2 + outputs
        const x0 = x[at]!
        const x1 = x[at + 1]!
        const x2 = x[at + 2]!
        const x3 = x[at + 3]!
        for (let o = 0; o < outputs; o++)
          y[row + o]! += x0 * weights[w0 + o]! + x1 * weights[w1 + o]! + x2 * weights[w2 + o]! + x3 * weights[w3 + o]!
      }
      for (; i < inputs; i++) {
        const value = x[n * inputs + i]!
        const w = from + i * outputs
        for (let o = 0; o < outputs; o++) y[row + o]! += value * weights[w + o]!
      }
    }
    if (!isLast) tanhInPlace(y, batch * outputs)
    from = biases + outputs
  }
}

/**
 * After `forwardTanh`: given the gradients of the outputs in the last of `layers.gradients`, adds those of the weights to `out`, summed over
 * the batch. Gradients of hidden sums (before tanh) are left in `layers.gradients`, those of the inputs are of no use.
 */
export function addBackwardTanh({ sizes, weights }: Perceptron, { batch, values, gradients }: Layers, out: Float64Array): void {
  let end = weights.length
  for (let layer = sizes.length - 1; layer > 0; layer--) {
    const inputs = sizes[layer - 1]!
    const outputs = sizes[layer]!
    const biases = end - outputs
    const from = biases - inputs * outputs
    const x = values[layer - 1]!
    const before = gradients[layer - 1]!
    const after = gradients[layer]!
    for (let n = 0; n < batch; n++) for (let o = 0; o < outputs; o++) out[biases + o]! += after[n * outputs + o]!
    let n = 0
    for (; n + 3 < batch; n += 4) {
      const at = n * inputs
      const r0 = n * outputs
      const r1 = r0 + outputs
      const r2 = r1 + outputs
      const r3 = r2 + outputs
      for (let i = 0; i < inputs; i++) {
        const x0 = x[at + i]!
        const x1 = x[at + inputs + i]!
        const x2 = x[at + 2 * inputs + i]!
        const x3 = x[at + 3 * inputs + i]!
        const w = from + i * outputs
        let s0 = 0
        let s1 = 0
        let s2 = 0
        let s3 = 0
        for (let o = 0; o < outputs; o++) {
          const weight = weights[w + o]!
          const g0 = after[r0 + o]!
          const g1 = after[r1 + o]!
          const g2 = after[r2 + o]!
          const g3 = after[r3 + o]!
          out[w + o]! += x0 * g0 + x1 * g1 + x2 * g2 + x3 * g3
          s0 += weight * g0
          s1 += weight * g1
          s2 += weight * g2
          s3 += weight * g3
        }
        before[at + i] = s0 * (1 - x0 * x0)
        before[at + inputs + i] = s1 * (1 - x1 * x1)
        before[at + 2 * inputs + i] = s2 * (1 - x2 * x2)
        before[at + 3 * inputs + i] = s3 * (1 - x3 * x3)
      }
    }
    for (; n < batch; n++) {
      for (let i = 0; i < inputs; i++) {
        const value = x[n * inputs + i]!
        const w = from + i * outputs
        let sum = 0
        for (let o = 0; o < outputs; o++) {
          const g = after[n * outputs + o]!
          out[w + o]! += value * g
          sum += weights[w + o]! * g
        }
        before[n * inputs + i] = sum * (1 - value * value)
      }
    }
    end = from
  }
}
