// Fully connected networks with tanh between layers: h ← tanh(h W + b), the last layer without tanh. Weights and room are those of ./perceptron.
// Sums run over four at once, for two rows at once, which is two to four times as quick: weights are read once for all of them.
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
    for (let n = 0; n < batch; n++) for (let o = 0; o < outputs; o++) y[n * outputs + o] = weights[biases + o]!
    let i = 0
    for (; i + 3 < inputs; i += 4) {
      const w0 = from + i * outputs
      const w1 = w0 + outputs
      const w2 = w1 + outputs
      const w3 = w2 + outputs
      let n = 0
      for (; n + 1 < batch; n += 2) {
        const at = n * inputs + i
        const next = at + inputs
        const row = n * outputs
        const below = row + outputs
        const x0 = x[at]!
        const x1 = x[at + 1]!
        const x2 = x[at + 2]!
        const x3 = x[at + 3]!
        const z0 = x[next]!
        const z1 = x[next + 1]!
        const z2 = x[next + 2]!
        const z3 = x[next + 3]!
        for (let o = 0; o < outputs; o++) {
          const v0 = weights[w0 + o]!
          const v1 = weights[w1 + o]!
          const v2 = weights[w2 + o]!
          const v3 = weights[w3 + o]!
          y[row + o]! += x0 * v0 + x1 * v1 + x2 * v2 + x3 * v3
          y[below + o]! += z0 * v0 + z1 * v1 + z2 * v2 + z3 * v3
        }
      }
      for (; n < batch; n++) {
        const at = n * inputs + i
        const row = n * outputs
        for (let o = 0; o < outputs; o++)
          y[row + o]! +=
            x[at]! * weights[w0 + o]! +
            x[at + 1]! * weights[w1 + o]! +
            x[at + 2]! * weights[w2 + o]! +
            x[at + 3]! * weights[w3 + o]!
      }
    }
    for (; i < inputs; i++) {
      const w = from + i * outputs
      for (let n = 0; n < batch; n++) {
        const value = x[n * inputs + i]!
        for (let o = 0; o < outputs; o++) y[n * outputs + o]! += value * weights[w + o]!
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
      let i = 0
      for (; i + 1 < inputs; i += 2) {
        const x0 = x[at + i]!
        const x1 = x[at + inputs + i]!
        const x2 = x[at + 2 * inputs + i]!
        const x3 = x[at + 3 * inputs + i]!
        const z0 = x[at + i + 1]!
        const z1 = x[at + inputs + i + 1]!
        const z2 = x[at + 2 * inputs + i + 1]!
        const z3 = x[at + 3 * inputs + i + 1]!
        const w = from + i * outputs
        const v = w + outputs
        let s0 = 0
        let s1 = 0
        let s2 = 0
        let s3 = 0
        let t0 = 0
        let t1 = 0
        let t2 = 0
        let t3 = 0
        for (let o = 0; o < outputs; o++) {
          const weight = weights[w + o]!
          const below = weights[v + o]!
          const g0 = after[r0 + o]!
          const g1 = after[r1 + o]!
          const g2 = after[r2 + o]!
          const g3 = after[r3 + o]!
          out[w + o]! += x0 * g0 + x1 * g1 + x2 * g2 + x3 * g3
          out[v + o]! += z0 * g0 + z1 * g1 + z2 * g2 + z3 * g3
          s0 += weight * g0
          s1 += weight * g1
          s2 += weight * g2
          s3 += weight * g3
          t0 += below * g0
          t1 += below * g1
          t2 += below * g2
          t3 += below * g3
        }
        before[at + i] = s0 * (1 - x0 * x0)
        before[at + inputs + i] = s1 * (1 - x1 * x1)
        before[at + 2 * inputs + i] = s2 * (1 - x2 * x2)
        before[at + 3 * inputs + i] = s3 * (1 - x3 * x3)
        before[at + i + 1] = t0 * (1 - z0 * z0)
        before[at + inputs + i + 1] = t1 * (1 - z1 * z1)
        before[at + 2 * inputs + i + 1] = t2 * (1 - z2 * z2)
        before[at + 3 * inputs + i + 1] = t3 * (1 - z3 * z3)
      }
      for (; i < inputs; i++) {
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
