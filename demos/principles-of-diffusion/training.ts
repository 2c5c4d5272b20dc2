// Four networks learn the data on the line from the same noisy samples, each to predict another of the four targets.
import type { Computed } from '@/contract'
import { fromData, type Level, lossScale, TARGETS, type Target, toData } from '@/domains/diffusion/affine'
import { fillData, quantileOf } from '@/domains/diffusion/affineMixture'
import { type DataModel, evenTimes, startAffine, stepAffine } from '@/domains/diffusion/affineSamplers'
import { inputsOf, type Layers, layersOf, outputsOf, type Perceptron, startPerceptron } from '@/domains/nets/perceptron'
import { addBackwardTanh, forwardTanh } from '@/domains/nets/tanhNet'
import { ADAM, adam } from '@/domains/optim/adaptive'
import { startMemory } from '@/domains/optim/rules'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { FIRST, LAST, type Params, TIMES } from './params'
import { dataOf, problemOf, scheduleOf } from './problem'

export const BATCH = 256
export const SIZES = [2, 32, 32, 1] as const
const AT_ONCE = 3 // updates, some 10 ms

/** Errors of a network, over places as p has them, at times of `missTimes`. */
export interface Trained {
  target: Target
  /** As in ./perceptron. */
  weights: Float64Array
  /** Root mean square error of the velocity, by time. */
  misses: Float64Array
  /** Of its samples from the data: the mean distance between equal shares. */
  distance: number
}
const MISSES = 25
export const missTimes = evenTimes(TIMES[0], TIMES[1], MISSES - 1)

/** Inputs of a network: x by its usual size, and time, both of order 1. */
function setInput({ t, alpha, sigma }: Level, x: number, inputs: Float64Array, n: number): void {
  inputs[2 * n] = x / Math.sqrt(alpha * alpha + sigma * sigma)
  inputs[2 * n + 1] = 2 * t - 1
}

const workspaces = new Map<number, Layers>()
function cornerArray(net: Perceptron, count: number): Layers {
  const workspace = workspaces.get(count) ?? layersOf(net, count)
  workspaces.set(count, workspace)
  return workspace
}
/** As a model of x̂0: the network predicts its target, which is turned into x̂0. */
export const learnedModel =
  ({ target, weights }: Pick<Trained, 'target' | 'weights'>): DataModel =>
  (level, x, out) => {
    const net: Perceptron = { sizes: SIZES, weights }
    const workspace = cornerArray(net, x.length)
    for (let n = 0; n < x.length; n++) setInput(level, x[n]!, inputsOf(workspace), n)
    forwardTanh(net, workspace)
    for (let n = 0; n < x.length; n++) out[n] = toData(level, target, x[n]!, outputsOf(workspace)[n]!)
  }

export type TrainingParams = Pick<
  Params,
  'tab' | 'schedule' | 'shares' | 'bumps' | 'sites' | 'spread' | 'weighting' | 'updates' | 'seed'
>

/** Pairs (x0, ε) at times even in TIMES: inputs, targets, and the weight of each error. */
function draw(
  p: TrainingParams,
  target: Target,
  inputs: Float64Array,
  wanted: Float64Array,
  shares: Float64Array,
  random: Stream,
): void {
  const [{ means, stds, weights }, at] = [dataOf(p), scheduleOf(p)]
  for (let n = 0; n < BATCH; n++) {
    const t = TIMES[0] + (TIMES[1] - TIMES[0]) * uniform(random)
    const level = at(t)
    let rest = uniform(random)
    let k = 0
    while (k < weights.length - 1 && rest >= weights[k]!) rest -= weights[k++]!
    const x0 = means[k]! + stds[k]! * steadyNormal(random)
    const x = level.alpha * x0 + level.sigma * steadyNormal(random)
    setInput(level, x, inputs, n)
    wanted[n] = fromData(level, x, x0)[target]
    shares[n] = p.weighting === 'own' ? 1 : (lossScale(level, p.weighting) / lossScale(level, target)) ** 2
  }
}

export function* trained(p: TrainingParams, target: Target): Generator<number, Perceptron, void> {
  const net = startPerceptron(SIZES, stream(p.seed, 'first weights'))
  const layers = layersOf(net, BATCH)
  const [wanted, shares] = [new Float64Array(BATCH), new Float64Array(BATCH)]
  const memory = startMemory(adam, net.weights.length)
  const gradient = new Float64Array(net.weights.length)
  const random = stream(p.seed, 'samples')
  for (let update = 1; update <= p.updates; update++) {
    draw(p, target, inputsOf(layers), wanted, shares, random)
    forwardTanh(net, layers)
    const [guess, pull] = [outputsOf(layers), layers.gradients.at(-1)!]
    for (let n = 0; n < BATCH; n++) pull[n] = (2 * shares[n]! * (guess[n]! - wanted[n]!)) / BATCH
    gradient.fill(0)
    addBackwardTanh(net, layers, gradient)
    adam.step(net.weights, gradient, memory, ADAM)
    if (update % AT_ONCE === 0) yield update / p.updates
  }
  return net
}

const PLACES = 64 // quantiles of p at which errors are measured
const SAMPLES = 128
const STEPS = 32 // of Heun
function judged(p: Params, target: Target, { weights }: Perceptron): Trained {
  const problem = problemOf(p)
  const { at, law, seen } = problem
  const model = learnedModel({ target, weights })
  const [x, guess, exact] = [new Float64Array(PLACES), new Float64Array(PLACES), new Float64Array(PLACES)]
  const misses = missTimes.map((t) => {
    const [level, here] = [at(t), law(t)]
    for (let k = 0; k < PLACES; k++) x[k] = quantileOf(here, (k + 0.5) / PLACES, k > 0 ? x[k - 1] : undefined)
    model(level, x, guess)
    fillData(seen(level), x, exact)
    const square = guess.reduce((sum, value, k) => sum + (value - exact[k]!) ** 2, 0)
    return lossScale(level, 'velocity') * Math.sqrt(square / PLACES)
  })
  const evenly = (t: number) => {
    const here = law(t)
    return Float64Array.from({ length: SAMPLES }, (_, k) => quantileOf(here, (k + 0.5) / SAMPLES))
  }
  const run = startAffine(evenly(FIRST))
  const times = evenTimes(FIRST, LAST, STEPS)
  for (let k = 1; k <= STEPS; k++) {
    const [from, to] = [times[k - 1]!, times[k]!]
    stepAffine(run, 'heun', model, { late: at(from), early: at(to), dt: from - to, before: null, lambda: 0 }, stream(0))
  }
  const ends = evenly(LAST)
  const distance = run.x.sort().reduce((sum, value, k) => sum + Math.abs(value - ends[k]!), 0) / SAMPLES
  return { target, weights, misses, distance }
}

const kept = new Map<string, Trained>()
const MOST_KEPT = 40
const of =
  (target: Target, number: (one: Trained) => number) =>
  (all: readonly Trained[]): number | null => {
    const one = all.find((each) => each.target === target)
    const value = one ? number(one) : Number.NaN
    return Number.isFinite(value) ? value : null
  }
const overall = ({ misses }: Trained) => Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length)
const distance = (target: Target, label: string) => ({
  label: `samples to data, ${label}`,
  digits: 2,
  of: of(target, (one) => one.distance),
})
const miss = (target: Target, label: string) => ({ label: `error of v, ${label}`, digits: 2, of: of(target, overall) })

export const training: Computed<Params, readonly Trained[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 300,
  uses: ['tab', 'schedule', 'shares', 'bumps', 'sites', 'spread', 'weighting', 'updates', 'seed'],
  when: (p) => p.tab === 'train',
  summary: {
    missX0: miss('x0', 'x₀ learned'),
    missNoise: miss('noise', 'ε learned'),
    missScore: miss('score', 's learned'),
    missVelocity: miss('velocity', 'v learned'),
    distanceX0: distance('x0', 'x₀ learned'),
    distanceNoise: distance('noise', 'ε learned'),
    distanceScore: distance('score', 's learned'),
    distanceVelocity: distance('velocity', 'v learned'),
  },
  *compute(p) {
    const all: Trained[] = []
    for (const target of ['velocity', ...TARGETS.filter((one) => one !== 'velocity')] as const) {
      const key = JSON.stringify([target, p.schedule, dataOf({ ...p, tab: 'train' }), p.weighting, p.updates, p.seed])
      let one = kept.get(key)
      if (one === undefined) {
        const work = trained(p, target)
        let next = work.next()
        for (; !next.done; next = work.next())
          yield { done: (all.length + next.value) / TARGETS.length, result: [...all], silent: true }
        one = judged(p, target, next.value)
        if (kept.size > MOST_KEPT) kept.clear()
        kept.set(key, one)
      }
      all.push(one)
      yield { done: all.length / TARGETS.length, result: [...all] }
    }
    return all
  },
}
