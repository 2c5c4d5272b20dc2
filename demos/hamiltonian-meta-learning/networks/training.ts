// Three starts learn side by side from the same tasks: the Hamiltonian network by meta-learning, a second one on all data pooled, and a plain network by
// meta-learning. An update draws one task of each law, with a support and a query set; Adam, with gradients clipped at 5.
import { hamiltonianLearner, type MotionLearner, plainLearner } from '@/domains/nets/motionNets'
import { weightCount } from '@/domains/nets/perceptron'
import { ADAM, adam, clip } from '@/domains/optim/adaptive'
import { metaGradient, metaWorkspace, type Order } from '@/domains/optim/metaLearning'
import { startMemory } from '@/domains/optim/rules'
import { stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { drawTask, KNOWN, NARROW, observationsOf, STRENGTHS } from './tasks'

const HIDDEN = [32, 32]
export const hamiltonian = hamiltonianLearner(HIDDEN)
export const plain = plainLearner(HIDDEN)

const POINTS = 40 // of a support set, and of a query set
const STEPS = 3
const RATE = 3e-3
const MOST = 5 // length of a gradient

export interface TrainingParams {
  /** α */
  alpha: number
  order: Order
  updates: number
  seed: number
  /** Strengths θ of the tasks: from 0.3 to 2, or from 0.9 to 1.1. */
  narrow: boolean
}
export const STARTS = ['pre', 'meta', 'plain'] as const
export type Trained = (typeof STARTS)[number]
export type Weights = Readonly<Record<Trained, Float64Array>>

/** Normal weights over √inputs, without biases. */
export function randomStart({ sizes }: Pick<MotionLearner, 'sizes'>, seed: number, name: string): Float64Array {
  const draws = stream(seed, `first weights, ${name}`)
  const weights = new Float64Array(weightCount(sizes))
  let at = 0
  for (let layer = 1; layer < sizes.length; layer++) {
    const inputs = sizes[layer - 1]!
    const outputs = sizes[layer]!
    for (let k = 0; k < inputs * outputs; k++) weights[at++] = steadyNormal(draws) / Math.sqrt(inputs)
    at += outputs
  }
  return weights
}

/** Yields after every update, and once before the first, the weights, which go on to change; ends where they are not finite. */
export function* train({ alpha, order, updates, seed, narrow }: TrainingParams): Generator<Weights, void, void> {
  const lanes = {
    pre: laneOf(hamiltonian, seed, 'hamiltonian'),
    meta: laneOf(hamiltonian, seed, 'hamiltonian'),
    plain: laneOf(plain, seed, 'plain'),
  }
  const weights: Weights = { pre: lanes.pre.weights, meta: lanes.meta.weights, plain: lanes.plain.weights }
  const draws = stream(seed, 'tasks')
  const [support, query] = [observationsOf(POINTS), observationsOf(POINTS)]
  const [low, high] = narrow ? NARROW : STRENGTHS
  yield weights
  for (let update = 1; update <= updates; update++) {
    for (const { gradient } of Object.values(lanes)) gradient.fill(0)
    for (const law of KNOWN) {
      const theta = low + (high - low) * uniform(draws)
      drawTask(law, theta, draws, support)
      drawTask(law, theta, draws, query)
      lanes.meta.add((out) =>
        metaGradient(hamiltonian, weights.meta, support, query, { rate: alpha, steps: STEPS, order }, lanes.meta.workspace, out),
      )
      lanes.plain.add((out) =>
        metaGradient(
          plain,
          weights.plain,
          support,
          query,
          { rate: alpha, steps: STEPS, order: 'first' },
          lanes.plain.workspace,
          out,
        ),
      )
      for (const pooled of [support, query]) lanes.pre.add((out) => hamiltonian.gradient(weights.pre, pooled, out))
    }
    for (const lane of Object.values(lanes)) lane.update()
    yield weights
  }
}

function laneOf(learner: MotionLearner, seed: number, name: string) {
  const weights = randomStart(learner, seed, name)
  const [gradient, part] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  const memory = startMemory(adam, weights.length)
  let count = 0
  return {
    weights,
    gradient,
    workspace: metaWorkspace(weights.length, { steps: STEPS }),
    /** Adds one task's gradient. */
    add(write: (out: Float64Array) => void): void {
      write(part)
      count++
      for (let i = 0; i < part.length; i++) gradient[i]! += part[i]!
    },
    /** One step along their mean. */
    update(): void {
      for (let i = 0; i < gradient.length; i++) gradient[i]! /= count
      count = 0
      clip(gradient, MOST, 1e-12)
      adam.step(weights, gradient, memory, { ...ADAM, rate: RATE })
    },
  }
}
