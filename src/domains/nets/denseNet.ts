// Fully connected networks on the products of ./dense: h ← f(h W + b), the last layer without f. Weights and layers are those of ./perceptron, whose own
// passes skip units at 0 instead; here all units are taken, four at once.
import { addProduct, addProductGradient } from './dense'
import type { Layers, Perceptron } from './perceptron'

/** What happens between layers, in place. */
export interface Activation {
  apply(values: Float64Array, count: number): void
  /** Multiplies gradients of f(s) by f′(s), given f(s). */
  pull(gradients: Float64Array, values: Float64Array): void
}
export const relu: Activation = {
  apply(values, count) {
    for (let k = 0; k < count; k++) if (!(values[k]! > 0)) values[k] = 0
  },
  pull(gradients, values) {
    for (let k = 0; k < gradients.length; k++) if (values[k] === 0) gradients[k] = 0
  },
}

/** From `inputsOf(layers)` to `outputsOf(layers)`. */
export function forwardDense({ sizes, weights }: Perceptron, { batch, values }: Layers, activation: Activation): void {
  let from = 0
  for (let layer = 1; layer < sizes.length; layer++) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = from + inputs * outputs
    const y = values[layer]!
    for (let n = 0; n < batch; n++) for (let o = 0; o < outputs; o++) y[n * outputs + o] = weights[biases + o]!
    addProduct(values[layer - 1]!, weights, from, y, batch, inputs, outputs)
    if (layer < sizes.length - 1) activation.apply(y, batch * outputs)
    from = biases + outputs
  }
}

/**
 * After `forwardDense`: given the gradients of the outputs in the last of `layers.gradients`, adds those of the weights to `out`, summed over the batch.
 * Gradients of hidden sums (before the activation) are left in `layers.gradients`; those of the inputs have no meaning.
 */
export function addBackwardDense(
  { sizes, weights }: Perceptron,
  { batch, values, gradients }: Layers,
  activation: Activation,
  out: Float64Array,
): void {
  let end = weights.length
  for (let layer = sizes.length - 1; layer > 0; layer--) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = end - outputs
    const from = biases - inputs * outputs
    const [x, before, after] = [values[layer - 1]!, gradients[layer - 1]!, gradients[layer]!]
    for (let n = 0; n < batch; n++) for (let o = 0; o < outputs; o++) out[biases + o]! += after[n * outputs + o]!
    before.fill(0)
    addProductGradient(x, weights, from, after, out, before, batch, inputs, outputs)
    if (layer > 1) activation.pull(before, x)
    end = from
  }
}
