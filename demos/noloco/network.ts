// A small network instead of the quadratic loss: 2-16-1 with tanh learns a function of the plane. Copies by NoLoCo and by DiLoCo use the same samples.
// Here the mean of the flock follows DiLoCo only while copies are close to each other.
import type { Computed } from '@/contract'
import { inputsOf, type Layers, layersOf, outputsOf, weightCount } from '@/domains/nets/perceptron'
import { normalPerceptron } from '@/domains/nets/spirals'
import { addBackwardTanh, forwardTanh } from '@/domains/nets/tanhNet'
import { agreeAll, gossip, meanOfRows, shufflePairs } from '@/domains/optim/gossip'
import { stream, uniform } from '@/numerics/random'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'
import { copiesOf, LARGEST, type Params } from './params'

const SIZES = [2, 16, 1] as const
export const WEIGHTS = weightCount(SIZES)
const BATCH = 8
const REACH = 2 // inputs are uniform in ±REACH
const SIDE = 12 // of the grid on which networks are judged
const ROUNDING = 1e-12 // of a mean of equal weights
const SHARE = 4 // copies between two yields

/** The function to be learned. */
const wanted = (x: number, y: number): number => steadySin(1.5 * x) * steadyCos(y)

/** By outer step, from 0 on. */
export interface Training {
  /** Mean squared errors: of the copies on average, at the mean of their weights, and of DiLoCo. */
  each: number[]
  mean: number[]
  diloco: number[]
  /** Root of the mean square distance of the copies' weights from their mean, and the distance of this mean from DiLoCo. */
  spread: number[]
  gap: number[]
}

/** Half the mean squared error of the network with these weights on the batch in `layers`; its gradient goes to `out`, if given. */
function errorOf(weights: Float64Array, layers: Layers, targets: Float64Array, out?: Float64Array): number {
  const net = { sizes: SIZES, weights }
  forwardTanh(net, layers)
  const outputs = outputsOf(layers)
  const slopes = layers.gradients.at(-1)!
  let sum = 0
  for (let k = 0; k < layers.batch; k++) {
    const error = outputs[k]! - targets[k]!
    sum += error * error
    slopes[k] = error / layers.batch
  }
  if (out) {
    out.fill(0)
    addBackwardTanh(net, layers, out)
  }
  return sum / layers.batch / 2
}

const lengthOf = (square: number) => (square < ROUNDING ** 2 ? 0 : Math.sqrt(square))

function makeJudge(): (weights: Float64Array) => number {
  const layers = layersOf({ sizes: SIZES, weights: new Float64Array() }, SIDE * SIDE)
  const [inputs, targets] = [inputsOf(layers), new Float64Array(SIDE * SIDE)]
  for (let k = 0; k < SIDE * SIDE; k++) {
    inputs[2 * k] = REACH * ((2 * (k % SIDE) + 1) / SIDE - 1)
    inputs[2 * k + 1] = REACH * ((2 * Math.floor(k / SIDE) + 1) / SIDE - 1)
    targets[k] = wanted(inputs[2 * k]!, inputs[2 * k + 1]!)
  }
  return (weights) => 2 * errorOf(weights, layers, targets)
}

export function* train(p: Params): Generator<{ done: number; result: Training; silent?: boolean }, Training, void> {
  const n = copiesOf(p)
  const first = normalPerceptron(SIZES, stream(p.seed, 'weights')).weights
  const phi = new Float64Array(n * WEIGHTS)
  for (let i = 0; i < n; i++) phi.set(first, i * WEIGHTS)
  const [delta, moved, movedShared] = [phi, phi, phi].map(() => new Float64Array(n * WEIGHTS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const diloco = { phi: first.slice(), delta: new Float64Array(WEIGHTS) }
  const order = Int32Array.from({ length: n }, (_, k) => k)
  const [pairing, samples] = [stream(p.pairing, 'pairs'), stream(p.seed, 'samples')]
  const layers = layersOf({ sizes: SIZES, weights: first }, BATCH)
  const [targets, theta, gradient, mean] = [new Float64Array(BATCH), first.slice(), first.slice(), first.slice()]
  const judge = makeJudge()
  const result: Training = { each: [], mean: [], diloco: [], spread: [], gap: [] }

  /** K local steps from the weights at `offset` of `from`, on samples that begin at `word`. */
  const local = (from: Float64Array, offset: number, word: number, out: Float64Array, at: number): number => {
    const draws = { word }
    const inputs = inputsOf(layers)
    for (let w = 0; w < WEIGHTS; w++) theta[w] = from[offset + w]!
    for (let k = 0; k < p.local; k++) {
      for (let b = 0; b < BATCH; b++) {
        inputs[2 * b] = REACH * (2 * uniform(draws) - 1)
        inputs[2 * b + 1] = REACH * (2 * uniform(draws) - 1)
        targets[b] = wanted(inputs[2 * b]!, inputs[2 * b + 1]!)
      }
      errorOf(theta, layers, targets, gradient)
      for (let w = 0; w < WEIGHTS; w++) theta[w]! -= p.omega * gradient[w]!
    }
    for (let w = 0; w < WEIGHTS; w++) out[at + w] = theta[w]! - from[offset + w]!
    return draws.word
  }
  const record = () => {
    meanOfRows(phi, n, mean)
    let [each, square, gap] = [0, 0, 0]
    for (let i = 0; i < n; i++) {
      const row = phi.subarray(i * WEIGHTS, (i + 1) * WEIGHTS)
      each += judge(row) / n
      for (let w = 0; w < WEIGHTS; w++) square += (row[w]! - mean[w]!) ** 2 / n
    }
    for (let w = 0; w < WEIGHTS; w++) gap += (mean[w]! - diloco.phi[w]!) ** 2
    result.each.push(each)
    result.mean.push(judge(mean))
    result.diloco.push(judge(diloco.phi))
    result.spread.push(lengthOf(square))
    result.gap.push(lengthOf(gap))
    return square < LARGEST ** 2
  }

  record()
  for (let t = 1; t <= p.steps; t++) {
    for (let i = 0; i < n; i++) {
      local(phi, i * WEIGHTS, samples.word, moved, i * WEIGHTS)
      samples.word = local(diloco.phi, 0, samples.word, movedShared, i * WEIGHTS)
      if (i % SHARE === SHARE - 1) yield { done: (t - 1 + i / n) / p.steps, result, silent: true }
    }
    shufflePairs(pairing, order)
    gossip(phi, delta, moved, order, p)
    agreeAll(diloco.phi, diloco.delta, movedShared, n, p)
    if (!record()) break // diverged
    yield { done: t / p.steps, result, silent: t % 5 !== 0 }
  }
  return result
}

const lastOf = (values: readonly number[]): number | null => (Number.isFinite(values.at(-1)) ? values.at(-1)! : null)

export const network: Computed<Params, Training> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 200,
  uses: ['alpha', 'beta', 'gamma', 'pairs', 'local', 'omega', 'steps', 'seed', 'pairing'],
  when: (p) => p.tab === 'mlp',
  summary: {
    netEach: { label: 'squared error, mean over the copies', digits: 3, none: 'flew apart', of: ({ each }) => lastOf(each) },
    netMean: { label: 'squared error at the mean of the weights', digits: 3, none: 'flew apart', of: ({ mean }) => lastOf(mean) },
    netDiloco: { label: 'squared error, DiLoCo', digits: 3, none: 'flew apart', of: ({ diloco }) => lastOf(diloco) },
    netSpread: { label: 'spread of the weights', digits: 3, none: 'flew apart', of: ({ spread }) => lastOf(spread) },
    netGap: { label: 'mean of the weights to DiLoCo', digits: 3, none: 'flew apart', of: ({ gap }) => lastOf(gap) },
  },
  compute: (p) => train(p),
}
