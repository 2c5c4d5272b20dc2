// How the gradient of ./tangents changes as the weights move: the Hessian of a loss times a direction of the weights, exactly ("forward over reverse",
// Pearlmutter 1994). Every value v of the passes has a companion v̇, its derivative as W moves along V:
//   ż = ḣ W + h V    ȧ = a′ ż    ȧ_d = a′ ż_d - 2 a ȧ z_d   (d: a derivative along a direction of the inputs),
// and companions of gradients follow from the backward pass in the same way.
import { addProduct, addProductGradient, layerGradient, throughLayer } from './dense'
import type { Perceptron } from './perceptron'
import { forwardTangents, type TangentLayers } from './tangents'

/** `forwardTangents`, and its derivative as the weights move along `way`, in `moved` (of the same shape; the inputs' companions in values[0]). */
export function forwardMoved(net: Perceptron, way: Float64Array, layers: TangentLayers, moved: TangentLayers): Float64Array {
  const { sizes, weights } = net
  forwardTangents(net, layers)
  const rows = (1 + layers.directions) * layers.batch
  const last = sizes.length - 1
  let from = 0
  for (let layer = 1; layer <= last; layer++) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const count = layers.batch * outputs
    const z = moved.sums[layer]!
    throughLayer(layers.values[layer - 1]!, way, from, z, { batch: layers.batch, rows, inputs, outputs })
    addProduct(moved.values[layer - 1]!, weights, from, z, rows, inputs, outputs)
    const change = moved.values[layer]!
    if (layer === last) change.set(z)
    else {
      const [a, sums] = [layers.values[layer]!, layers.sums[layer]!]
      for (let k = 0; k < count; k++) change[k] = (1 - a[k]! * a[k]!) * z[k]!
      for (let d = count; d < z.length; d += count)
        for (let k = 0; k < count; k++) change[d + k] = (1 - a[k]! * a[k]!) * z[d + k]! - 2 * a[k]! * change[k]! * sums[d + k]!
    }
    from += (inputs + 1) * outputs
  }
  return moved.values[last]!
}

/**
 * After `forwardMoved`: given the gradients of the outputs and their companions in the last of `gradients` of both, adds the gradient of the weights to
 * `gradient`, and its derivative along `way` to `turn`.
 */
export function addBackwardMoved(
  { sizes, weights }: Perceptron,
  way: Float64Array,
  layers: TangentLayers,
  moved: TangentLayers,
  gradient: Float64Array,
  turn: Float64Array,
): void {
  const { batch, directions } = layers
  const rows = (1 + directions) * batch
  let end = weights.length
  for (let layer = sizes.length - 1; layer > 0; layer--) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = end - outputs
    const from = biases - inputs * outputs
    const [after, afterMoved] = [layers.gradients[layer]!, moved.gradients[layer]!]
    const [before, beforeMoved] = [layers.gradients[layer - 1]!, moved.gradients[layer - 1]!]
    const [x, xMoved] = [layers.values[layer - 1]!, moved.values[layer - 1]!]
    layerGradient(x, way, from, after, gradient, beforeMoved, { batch, rows, inputs, outputs })
    for (let n = 0; n < batch; n++) for (let o = 0; o < outputs; o++) turn[biases + o]! += afterMoved[n * outputs + o]!
    addProductGradient(x, weights, from, afterMoved, turn, beforeMoved, rows, inputs, outputs)
    before.fill(0)
    addProductGradient(xMoved, weights, from, after, turn, before, rows, inputs, outputs)
    if (layer > 1) throughTanh(layers, moved, layer - 1, batch * inputs)
    end = from
  }
}

/** From gradients of a layer's values, and their companions, to those of its sums, in place; a block has `count` numbers. */
function throughTanh(layers: TangentLayers, moved: TangentLayers, layer: number, count: number): void {
  const [a, aMoved] = [layers.values[layer]!, moved.values[layer]!]
  const [z, zMoved] = [layers.sums[layer]!, moved.sums[layer]!]
  const [g, gMoved] = [layers.gradients[layer]!, moved.gradients[layer]!]
  for (let k = 0; k < count; k++) {
    const slope = 1 - a[k]! * a[k]!
    const slopeMoved = -2 * a[k]! * aMoved[k]!
    let [along, alongMoved] = [0, 0]
    for (let d = count + k; d < g.length; d += count) {
      along += g[d]! * z[d]!
      alongMoved += gMoved[d]! * z[d]! + g[d]! * zMoved[d]!
      gMoved[d] = gMoved[d]! * slope + g[d]! * slopeMoved
      g[d]! *= slope
    }
    const inner = g[k]! - 2 * a[k]! * along
    gMoved[k] = slopeMoved * inner + slope * (gMoved[k]! - 2 * (aMoved[k]! * along + a[k]! * alongMoved))
    g[k] = slope * inner
  }
}
