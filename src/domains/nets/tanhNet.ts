// Fully connected networks with tanh between layers: h ← tanh(h W + b), the last layer without tanh. Weights and layers are those of ./perceptron.
import { addProduct, addProductGradient } from './dense'
import type { Layers, Perceptron } from './perceptron'
import { tanhInPlace } from './steadyExp'

/** From `inputsOf(layers)` to `outputsOf(layers)`. */
export function forwardTanh({ sizes, weights }: Perceptron, { batch, values }: Layers): void {
  let from = 0
  for (let layer = 1; layer < sizes.length; layer++) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = from + inputs * outputs
    const y = values[layer]!
    for (let n = 0; n < batch; n++) for (let o = 0; o < outputs; o++) y[n * outputs + o] = weights[biases + o]!
    addProduct(values[layer - 1]!, weights, from, y, batch, inputs, outputs)
    if (layer < sizes.length - 1) tanhInPlace(y, batch * outputs)
    from = biases + outputs
  }
}

/**
 * After `forwardTanh`: given the gradients of the outputs in the last of `layers.gradients`, adds those of the weights to `out`, summed over the batch.
 * Gradients of hidden sums (before tanh) are left in `layers.gradients`; those of the inputs have no meaning.
 */
export function addBackwardTanh({ sizes, weights }: Perceptron, { batch, values, gradients }: Layers, out: Float64Array): void {
  let end = weights.length
  for (let layer = sizes.length - 1; layer > 0; layer--) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = end - outputs
    const from = biases - inputs * outputs
    const [x, before, after] = [values[layer - 1]!, gradients[layer - 1]!, gradients[layer]!]
    for (let n = 0; n < batch; n++) for (let o = 0; o < outputs; o++) out[biases + o]! += after[n * outputs + o]!
    before.fill(0)
    addProductGradient(x, weights, from, after, out, before, batch, inputs, outputs)
    if (layer > 1) for (let k = 0; k < before.length; k++) before[k]! *= 1 - x[k]! * x[k]!
    end = from
  }
}

/**
 * After `forwardTanh` of a network with one output: its gradient with respect to the inputs, [batch, inputs], which is returned; valid until the next pass.
 * It needs half the work of `addBackwardTanh`, which also computes the gradient of the weights.
 */
export function inputGradient({ sizes, weights }: Perceptron, { batch, values, gradients }: Layers): Float64Array {
  let end = weights.length
  gradients.at(-1)!.fill(1)
  for (let layer = sizes.length - 1; layer > 0; layer--) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const from = end - outputs * (inputs + 1)
    const [x, before, after] = [values[layer - 1]!, gradients[layer - 1]!, gradients[layer]!]
    const whole = outputs & ~3
    for (let n = 0; n < batch; n++) {
      const row = n * outputs
      for (let i = 0; i < inputs; i++) {
        const w = from + i * outputs
        let [a, b, c, d] = [0, 0, 0, 0]
        for (let o = 0; o < whole; o += 4) {
          a += weights[w + o]! * after[row + o]!
          b += weights[w + o + 1]! * after[row + o + 1]!
          c += weights[w + o + 2]! * after[row + o + 2]!
          d += weights[w + o + 3]! * after[row + o + 3]!
        }
        for (let o = whole; o < outputs; o++) a += weights[w + o]! * after[row + o]!
        const at = n * inputs + i
        before[at] = (layer > 1 ? 1 - x[at]! * x[at]! : 1) * (a + b + (c + d))
      }
    }
    end = from
  }
  return gradients[0]!
}
