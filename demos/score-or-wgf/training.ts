// Both networks learn from the same noisy samples, side by side: E|ε_θ(x, σ) - ε|², with ln σ spread evenly, by Adam.

import { layersOf } from '@/domains/nets/perceptron'
import { exp } from '@/domains/nets/steadyExp'
import { addBackwardTangents, forwardTangents, tangentLayers } from '@/domains/nets/tangents'
import { addBackwardTanh, forwardTanh } from '@/domains/nets/tanhNet'
import { ADAM, adam } from '@/domains/optim/adaptive'
import { startMemory } from '@/domains/optim/rules'
import { stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { dataOf, drawLogNoise, pick, STD } from './data'
import { type NoiseNet, type Pair, setInputs, startNet } from './nets'
import { EVERY, type NetKind, type Params } from './params'

const BATCH = 256
const [FIRST_RATE, LAST_RATE] = [2e-3, 1e-5]

export type TrainingParams = Pick<Params, 'width' | 'updates' | 'seed' | 'moved'>

/** Weights after some updates, as 32-bit floats. */
export interface Snapshot {
  update: number
  mlp: Float32Array
  potential: Float32Array
}
export function pairOf(width: number, weights: Pick<Snapshot, NetKind>): Pair {
  const of = (kind: NetKind): NoiseNet => ({
    kind,
    net: { sizes: [3, width, width, kind === 'mlp' ? 2 : 1], weights: Float64Array.from(weights[kind]) },
  })
  return { mlp: of('mlp'), potential: of('potential') }
}

/** Yields after every update whose number is a multiple of EVERY, from 0 on, and after the last: the weights; otherwise nothing. */
export function* train(p: TrainingParams): Generator<Snapshot | null, void, void> {
  const data = dataOf(p)
  const [mlp, potential] = [startNet('mlp', p.width, p.seed), startNet('potential', p.width, p.seed)]
  const layers = layersOf(mlp.net, BATCH)
  const along = tangentLayers(potential.net, BATCH, 2)
  const targets = new Float64Array(2 * BATCH)
  const draws = stream(p.seed, 'samples')
  const lanes = [mlp, potential].map(({ net }) => ({
    net,
    memory: startMemory(adam, net.weights.length),
    gradient: new Float64Array(net.weights.length),
  })) as [Lane, Lane]

  const snapshot = (update: number): Snapshot => ({
    update,
    mlp: Float32Array.from(mlp.net.weights),
    potential: Float32Array.from(potential.net.weights),
  })
  yield snapshot(0)
  for (let update = 1; update <= p.updates; update++) {
    for (let n = 0; n < BATCH; n++) {
      const logNoise = drawLogNoise(draws)
      const sigma = exp(logNoise)
      const scale = 1 / Math.sqrt(1 + sigma * sigma)
      const k = pick(data.weights, draws)
      for (const axis of [0, 1]) targets[2 * n + axis] = steadyNormal(draws)
      const at = (axis: 0 | 1) => scale * (data.means[2 * k + axis]! + STD * steadyNormal(draws) + sigma * targets[2 * n + axis]!)
      const [u, v] = [at(0), at(1)]
      setInputs(layers.values[0]!, BATCH, n, u, v, logNoise / 2, 0)
      setInputs(along.values[0]!, BATCH, n, u, v, logNoise / 2, 2)
    }
    const rate = FIRST_RATE + (LAST_RATE - FIRST_RATE) * ((update - 1) / p.updates)
    for (const { gradient } of lanes) gradient.fill(0)

    forwardTanh(mlp.net, layers)
    const [guess, pull] = [layers.values.at(-1)!, layers.gradients.at(-1)!]
    for (let i = 0; i < 2 * BATCH; i++) pull[i] = (2 * (guess[i]! - targets[i]!)) / BATCH
    addBackwardTanh(mlp.net, layers, lanes[0].gradient)

    const slopes = forwardTangents(potential.net, along)
    const pulls = along.gradients.at(-1)!
    for (let n = 0; n < BATCH; n++) {
      pulls[n] = 0
      for (const axis of [0, 1]) {
        const at = (1 + axis) * BATCH + n
        pulls[at] = (2 * (slopes[at]! - targets[2 * n + axis]!)) / BATCH
      }
    }
    addBackwardTangents(potential.net, along, lanes[1].gradient)

    for (const { net, memory, gradient } of lanes) adam.step(net.weights, gradient, memory, { ...ADAM, rate })
    yield update % EVERY === 0 || update === p.updates ? snapshot(update) : null
  }
}
interface Lane {
  net: NoiseNet['net']
  memory: ReturnType<typeof startMemory>
  gradient: Float64Array
}
