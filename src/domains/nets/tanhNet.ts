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
