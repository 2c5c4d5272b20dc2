// Networks that learn a motion ẋ = f(x) of states x = (q₁, q₂, p₁, p₂). The Hamiltonian network (Greydanus, Dzamba and Yosinski 2019) has one output H
// and f = (∂H/∂p, -∂H/∂q), so that H is constant along its motion, whatever the weights; the plain network has f itself as four outputs.
// Loss of n observations: Σ|f(x) - ẋ|² / 4n.
import type { Learner } from '@/domains/optim/metaLearning'
import { type Layers, layersOf, type Perceptron, weightCount } from './perceptron'
import { addBackwardMoved, forwardMoved } from './tangentCurvature'
import { addBackwardTangents, forwardTangents, tangentLayers } from './tangents'
import { addBackwardTanh, forwardTanh, inputGradient } from './tanhNet'

const DIM = 4
export interface Observations {
  /** [n, 4] */
  states: Float64Array
  /** ẋ at the states, [n, 4] */
  rates: Float64Array
}

/** A learner of motions. */
export interface MotionLearner extends Learner<Observations> {
  readonly sizes: readonly number[]
  /** f at states [n, 4], written to `out` [n, 4]. */
  fillMotion(weights: Float64Array, states: Float64Array, out: Float64Array): void
}
/** A Hamiltonian network; the bias of its output is a constant of H, and its gradient is 0. */
export interface HamiltonianLearner extends MotionLearner {
  /** H at states [n, 4], written to `out` [n]. */
  fillEnergy(weights: Float64Array, states: Float64Array, out: Float64Array): void
  /** The Hessian of the loss times a direction of the weights, written to `out`. */
  turn(weights: Float64Array, task: Observations, way: Float64Array, out: Float64Array): void
}

/** The component of f that is the derivative of H along x_d, and its sign. */
const component = (d: number): number => (d + 2) % DIM
const sign = (d: number): number => (d < 2 ? -1 : 1)

/** Workspaces by size of the batch. */
function bySize<T>(make: (batch: number) => T): (batch: number) => T {
  const made = new Map<number, T>()
  return (batch) => {
    const known = made.get(batch) ?? make(batch)
    made.set(batch, known)
    return known
  }
}

/** Hamiltonian networks with these hidden layers. */
export function hamiltonianLearner(hidden: readonly number[]): HamiltonianLearner {
  const sizes = [DIM, ...hidden, 1]
  const net = (weights: Float64Array): Perceptron => ({ sizes, weights })
  const plainFor = bySize((batch) => layersOf({ sizes, weights: new Float64Array(0) }, batch))
  const alongFor = bySize((batch) => tangentLayers({ sizes }, batch, 1))
  const slopesFor = bySize((batch) => {
    const layers = tangentLayers({ sizes }, batch, DIM)
    for (let d = 0; d < DIM; d++) for (let n = 0; n < batch; n++) layers.values[0]![DIM * ((1 + d) * batch + n) + d] = 1
    return { layers, moved: tangentLayers({ sizes }, batch, DIM) }
  })
  const unused = new Float64Array(weightCount(sizes))

  /** ∂H/∂x at states [n, 4]; valid until the next call. */
  function slopesAt(weights: Float64Array, states: Float64Array): Float64Array {
    const layers = plainFor(states.length / DIM)
    layers.values[0]!.set(states)
    forwardTanh(net(weights), layers)
    return inputGradient(net(weights), layers)
  }
  return {
    sizes,
    fillEnergy(weights, states, out) {
      const layers = plainFor(states.length / DIM)
      layers.values[0]!.set(states)
      forwardTanh(net(weights), layers)
      out.set(layers.values.at(-1)!)
    },
    fillMotion(weights, states, out) {
      const slopes = slopesAt(weights, states)
      for (let at = 0; at < states.length; at += DIM)
        for (let d = 0; d < DIM; d++) out[at + component(d)] = sign(d) * slopes[at + d]!
    },
    // With u = ∂L/∂(∂H/∂x) held fixed, the gradient of L is that of Σ u · ∂H/∂x: of the tangent of H along u.
    gradient(weights, { states, rates }, out) {
      const batch = states.length / DIM
      const slopes = slopesAt(weights, states)
      const layers = alongFor(batch)
      const [inputs, outputs] = [layers.values[0]!, layers.gradients.at(-1)!]
      inputs.set(states)
      let loss = 0
      for (let at = 0; at < states.length; at += DIM)
        for (let d = 0; d < DIM; d++) {
          const off = sign(d) * slopes[at + d]! - rates[at + component(d)]!
          loss += off * off
          inputs[states.length + at + d] = (2 * sign(d) * off) / states.length
        }
      forwardTangents(net(weights), layers)
      outputs.fill(0, 0, batch)
      outputs.fill(1, batch)
      out.fill(0)
      addBackwardTangents(net(weights), layers, out)
      return loss / states.length
    },
    turn(weights, { states, rates }, way, out) {
      const batch = states.length / DIM
      const { layers, moved } = slopesFor(batch)
      layers.values[0]!.set(states)
      const changes = forwardMoved(net(weights), way, layers, moved)
      const [slopes, pulls, pullsMoved] = [layers.values.at(-1)!, layers.gradients.at(-1)!, moved.gradients.at(-1)!]
      for (let n = 0; n < batch; n++) {
        pulls[n] = 0
        pullsMoved[n] = 0
        for (let d = 0; d < DIM; d++) {
          const at = (1 + d) * batch + n
          const off = sign(d) * slopes[at]! - rates[DIM * n + component(d)]!
          pulls[at] = (2 * sign(d) * off) / states.length
          pullsMoved[at] = (2 * changes[at]!) / states.length
        }
      }
      out.fill(0)
      addBackwardMoved(net(weights), way, layers, moved, unused, out)
    },
  }
}

/** Plain networks with these hidden layers. */
export function plainLearner(hidden: readonly number[]): MotionLearner {
  const sizes = [DIM, ...hidden, DIM]
  const net = (weights: Float64Array): Perceptron => ({ sizes, weights })
  const layersFor = bySize((batch): Layers => layersOf({ sizes, weights: new Float64Array(0) }, batch))
  return {
    sizes,
    fillMotion(weights, states, out) {
      const layers = layersFor(states.length / DIM)
      layers.values[0]!.set(states)
      forwardTanh(net(weights), layers)
      out.set(layers.values.at(-1)!)
    },
    gradient(weights, { states, rates }, out) {
      const layers = layersFor(states.length / DIM)
      layers.values[0]!.set(states)
      forwardTanh(net(weights), layers)
      const [found, pulls] = [layers.values.at(-1)!, layers.gradients.at(-1)!]
      let loss = 0
      for (let k = 0; k < found.length; k++) {
        const off = found[k]! - rates[k]!
        loss += off * off
        pulls[k] = (2 * off) / found.length
      }
      out.fill(0)
      addBackwardTanh(net(weights), layers, out)
      return loss / found.length
    },
  }
}

/** Σ|f - ẋ|² / Σ|ẋ|². */
export function relativeError(learner: MotionLearner, weights: Float64Array, { states, rates }: Observations): number {
  const found = new Float64Array(states.length)
  learner.fillMotion(weights, states, found)
  let [off, size] = [0, 0]
  for (let k = 0; k < found.length; k++) {
    off += (found[k]! - rates[k]!) ** 2
    size += rates[k]! ** 2
  }
  return off / size
}
