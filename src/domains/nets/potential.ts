// A network for a potential on a line, u(t, x) = -x²/2 + N(x, ½ log t) with tanh between layers, and its derivatives: value, ∂x, ∂xx and ∂t go through
// the layers together, as one batch after the other ("jets"). Through z = h W + b they all go linearly; through a = tanh z
//   aₓ = a′ zₓ    aₓₓ = a′ zₓₓ + a″ zₓ²    aₜ = a′ zₜ,    a′ = 1 - a², a″ = -2 a a′, a‴ = a′(4a² - 2a′).
// Losses may depend on all four; their gradients come back through the same formulas.
import { layerGradient, throughLayer } from './dense'
import type { Perceptron } from './perceptron'
import { tanhInPlace } from './steadyExp'

/** Inputs x and ½ log t, one output; weights as in ./perceptron. */
export const POTENTIAL_SIZES = [2, 32, 32, 1] as const

/** Which parts of a jet are carried: value and ∂x, or also ∂xx and ∂t. */
export type Orders = 2 | 4
/** Parts of a jet, in the order of the rows. */
export const [VALUE, SLOPE, CURVATURE, RATE] = [0, 1, 2, 3] as const

/** For `batch` places: sums before tanh and values after it, by layer [orders, batch, size], and the gradients of the sums. */
export interface JetWorkspace {
  readonly batch: number
  readonly orders: Orders
  readonly values: readonly Float64Array[]
  readonly sums: readonly Float64Array[]
  readonly gradients: readonly Float64Array[]
}
export function jetWorkspace(batch: number, orders: Orders, sizes: readonly number[] = POTENTIAL_SIZES): JetWorkspace {
  const make = () => sizes.map((size) => new Float64Array(orders * batch * size))
  return { batch, orders, values: make(), sums: make(), gradients: make() }
}

/** Sets place `n` of the batch; `logRoot` is ½ log t. */
export function placeJet({ batch, orders, values }: JetWorkspace, n: number, x: number, t: number, logRoot: number): void {
  const inputs = values[0]!
  inputs[2 * n] = x
  inputs[2 * n + 1] = logRoot
  inputs[2 * (batch + n)] = 1
  inputs[2 * (batch + n) + 1] = 0
  if (orders === 2) return
  inputs[2 * (2 * batch + n)] = 0
  inputs[2 * (2 * batch + n) + 1] = 0
  inputs[2 * (3 * batch + n)] = 0
  inputs[2 * (3 * batch + n) + 1] = 1 / (2 * t)
}

/** Jets of the potential at the places: [orders, batch], valid until the next call with this workspace. */
export function jetsOf({ sizes, weights }: Perceptron, { batch, orders, values, sums }: JetWorkspace): Float64Array {
  let from = 0
  const last = sizes.length - 1
  for (let layer = 1; layer <= last; layer++) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = from + inputs * outputs
    const z = sums[layer]!
    const count = batch * outputs
    throughLayer(values[layer - 1]!, weights, from, z, { batch, rows: orders * batch, inputs, outputs })
    const a = values[layer]!
    a.set(z)
    if (layer < last) {
      tanhInPlace(a, count)
      for (let k = 0; k < count; k++) {
        const first = 1 - a[k]! * a[k]!
        const zx = z[count + k]!
        a[count + k] = first * zx
        if (orders === 2) continue
        a[2 * count + k] = first * (z[2 * count + k]! - 2 * a[k]! * zx * zx)
        a[3 * count + k] = first * z[3 * count + k]!
      }
    }
    from = biases + outputs
  }
  // -x²/2
  const [out, x] = [values[last]!, values[0]!]
  for (let n = 0; n < batch; n++) {
    const at = x[2 * n]!
    out[n]! -= (at * at) / 2
    out[batch + n]! -= at
    if (orders === 4) out[2 * batch + n]! -= 1
  }
  return out
}

/** Where the gradient of a loss with respect to the jets is written before `addJetGradient`, [orders, batch]. */
export const jetGradientsOf = ({ gradients }: JetWorkspace): Float64Array => gradients.at(-1)!

/** After `jetsOf`: adds the gradient of the weights to `out`. */
export function addJetGradient({ sizes, weights }: Perceptron, workspace: JetWorkspace, out: Float64Array): void {
  const { batch, orders, values, sums, gradients } = workspace
  let end = weights.length
  for (let layer = sizes.length - 1; layer > 0; layer--) {
    const [inputs, outputs] = [sizes[layer - 1]!, sizes[layer]!]
    const biases = end - outputs
    const from = biases - inputs * outputs
    const [before, after] = [gradients[layer - 1]!, gradients[layer]!]
    layerGradient(values[layer - 1]!, weights, from, after, out, before, { batch, rows: orders * batch, inputs, outputs })
    if (layer > 1) throughTanh(values[layer - 1]!, sums[layer - 1]!, before, batch * inputs, orders)
    end = from
  }
}

/** From gradients of a, aₓ, aₓₓ, aₜ to those of z, zₓ, zₓₓ, zₜ, in place; each part has `count` numbers. */
function throughTanh(a: Float64Array, z: Float64Array, gradient: Float64Array, count: number, orders: Orders): void {
  for (let k = 0; k < count; k++) {
    const value = a[k]!
    const first = 1 - value * value
    const second = -2 * value * first
    const zx = z[count + k]!
    const g = gradient[k]!
    const gx = gradient[count + k]!
    if (orders === 2) {
      gradient[k] = g * first + gx * second * zx
      gradient[count + k] = gx * first
      continue
    }
    const third = first * (4 * value * value - 2 * first)
    const gxx = gradient[2 * count + k]!
    const gt = gradient[3 * count + k]!
    gradient[k] = g * first + (gx * zx + gt * z[3 * count + k]! + gxx * z[2 * count + k]!) * second + gxx * third * zx * zx
    gradient[count + k] = gx * first + 2 * gxx * second * zx
    gradient[2 * count + k] = gxx * first
    gradient[3 * count + k] = gt * first
  }
}
