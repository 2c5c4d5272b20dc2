// Fully connected networks with tanh between layers: h ← tanh(h W + b), the last layer without tanh.
import { type Activation, addBackwardDense, forwardDense } from './denseNet'
import type { Layers, Perceptron } from './perceptron'
import { tanhInPlace } from './steadyExp'

const tanh: Activation = {
  apply: tanhInPlace,
  pull(gradients, values) {
    for (let k = 0; k < gradients.length; k++) gradients[k]! *= 1 - values[k]! * values[k]!
  },
}

export const forwardTanh = (net: Perceptron, layers: Layers): void => forwardDense(net, layers, tanh)

/** See `addBackwardDense`. */
export const addBackwardTanh = (net: Perceptron, layers: Layers, out: Float64Array): void =>
  addBackwardDense(net, layers, tanh, out)

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
