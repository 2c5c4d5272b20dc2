// Networks with tanh between layers that carry, beside their values, derivatives along several directions: block 0 of a batch holds h, block d the
// derivative of h along direction d. Through z = h W + b both go alike, but for b; through a = tanh z, ȧ = (1 - a²) ż. Two uses:
//   outputs are a vector field: the blocks are the columns of its Jacobian;
//   the output is one number E: the blocks are its gradient, which is a field without curl, whatever the weights.
// Losses may depend on values and derivatives; their gradients come back through the same formulas, with a″ = -2a(1 - a²).
import { layerGradient, throughLayer } from './dense'
import type { Perceptron } from './perceptron'
import { tanhInPlace } from './steadyExp'

/** Workspace: by layer [1 + directions, batch, size], row-major: h after tanh, z before it, and gradients of a loss. */
export interface TangentLayers {
  readonly batch: number
  readonly directions: number
  readonly values: readonly Float64Array[]
  readonly sums: readonly Float64Array[]
  readonly gradients: readonly Float64Array[]
}
export function tangentLayers({ sizes }: Pick<Perceptron, 'sizes'>, batch: number, directions: number): TangentLayers {
  const make = () => sizes.map((size) => new Float64Array((1 + directions) * batch * size))
  return { batch, directions, values: make(), sums: make(), gradients: make() }
}

/** From the inputs and their derivatives in `values[0]` to the outputs and theirs, which are returned; weights as in ./perceptron. */
export function forwardTangents({ sizes, weights }: Perceptron, layers: TangentLayers): Float64Array {
  const { batch, directions, values, sums } = layers
  const last = sizes.length - 1
  let from = 0
  for (let layer = 1; layer <= last; layer++) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = from + inputs * outputs
    const [z, a] = [sums[layer]!, values[layer]!]
    const count = batch * outputs
    throughLayer(values[layer - 1]!, weights, from, z, { batch, rows: (1 + directions) * batch, inputs, outputs })
    a.set(z)
    if (layer < last) {
      tanhInPlace(a, count)
      for (let d = count; d < a.length; d += count) for (let k = 0; k < count; k++) a[d + k]! *= 1 - a[k]! * a[k]!
    }
    from = biases + outputs
  }
  return values[last]!
}

/** After `forwardTangents`: given the gradients of the outputs in the last of `layers.gradients`, adds those of the weights to `out`. */
export function addBackwardTangents({ sizes, weights }: Perceptron, layers: TangentLayers, out: Float64Array): void {
  const { batch, directions, values, sums, gradients } = layers
  let end = weights.length
  for (let layer = sizes.length - 1; layer > 0; layer--) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = end - outputs
    const from = biases - inputs * outputs
    const [before, after] = [gradients[layer - 1]!, gradients[layer]!]
    layerGradient(values[layer - 1]!, weights, from, after, out, before, {
      batch,
      rows: (1 + directions) * batch,
      inputs,
      outputs,
    })
    if (layer > 1) throughTanh(values[layer - 1]!, sums[layer - 1]!, before, batch * inputs)
    end = from
  }
}

/** From gradients of a and its derivatives to those of z and its derivatives, in place; a block has `count` numbers. */
function throughTanh(a: Float64Array, z: Float64Array, gradient: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) {
    const slope = 1 - a[k]! * a[k]!
    let along = 0
    for (let d = count + k; d < gradient.length; d += count) {
      along += gradient[d]! * z[d]!
      gradient[d]! *= slope
    }
    gradient[k] = slope * (gradient[k]! - 2 * a[k]! * along)
  }
}
