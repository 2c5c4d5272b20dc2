// Deep Q-learning: a network estimates the return of each choice, and learns r + γ max Q′(next) from remembered rounds, where Q′ is a slow copy.
import { ADAM, type AdamSettings, amsgrad } from '@/domains/optim/adaptive'
import { type Memory, startMemory } from '@/domains/optim/rules'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyExp } from '@/numerics/steady'
import { backward, forward, inputsOf, type Layers, layersOf, outputsOf, type Perceptron, startPerceptron } from './perceptron'

export interface DeepQSettings {
  readonly sizes: readonly number[]
  /** γ: the value now of a reward one round later. */
  readonly discount: number
  /** The share by which the slow copy moves towards the network in each update. */
  readonly follow: number
  readonly batch: number
  readonly memory: number
  /** Chance of a random choice after k choices: low + (high - low) e^(-k/fade). */
  readonly explore: { readonly high: number; readonly low: number; readonly fade: number }
  readonly adam: AdamSettings
}
export const DEEP_Q = {
  discount: 0.99,
  follow: 0.005,
  batch: 128,
  memory: 10_000,
  explore: { high: 0.9, low: 0.05, fade: 1000 },
  adam: { ...ADAM, decay: 0.01 },
} as const satisfies Omit<DeepQSettings, 'sizes'>

/** All that learning needs; plain data. */
export interface DeepQ {
  readonly online: Perceptron
  readonly slow: Perceptron
  readonly adam: Memory
  readonly gradient: Float64Array
  /** Remembered rounds in a ring; `next` is not used where `over` is 1. */
  readonly seen: Float64Array // [memory, inputs]
  readonly next: Float64Array // [memory, inputs]
  readonly choices: Int32Array
  readonly rewards: Float64Array
  readonly over: Uint8Array
  remembered: number
  chosen: number
  readonly random: Stream
  readonly single: Layers
  readonly now: Layers
  readonly later: Layers
  readonly picked: Int32Array
}

export function startDeepQ(settings: DeepQSettings, seed: number): DeepQ {
  const { sizes, memory, batch } = settings
  const online = startPerceptron(sizes, stream(seed, 'weights'))
  const size = online.weights.length
  return {
    online,
    slow: { sizes, weights: online.weights.slice() },
    adam: startMemory(amsgrad, size),
    gradient: new Float64Array(size),
    seen: new Float64Array(memory * sizes[0]!),
    next: new Float64Array(memory * sizes[0]!),
    choices: new Int32Array(memory),
    rewards: new Float64Array(memory),
    over: new Uint8Array(memory),
    remembered: 0,
    chosen: 0,
    random: stream(seed, 'choices'),
    single: layersOf(online, 1),
    now: layersOf(online, batch),
    later: layersOf(online, batch),
    picked: new Int32Array(batch),
  }
}

/** Index of the largest of `count` numbers from `at`; the first among equals. */
function largest(values: Float64Array, at: number, count: number): number {
  let best = 0
  for (let k = 1; k < count; k++) if (values[at + k]! > values[at + best]!) best = k
  return best
}

/** The choice of largest estimated return. `workspace` is for a batch of one. */
export function bestChoice(network: Perceptron, observed: Float64Array, workspace: Layers): number {
  inputsOf(workspace).set(observed)
  forward(network, workspace)
  return largest(outputsOf(workspace), 0, network.sizes.at(-1)!)
}

/** The best choice, or sometimes a random one. */
export function choose(q: DeepQ, { explore }: DeepQSettings, observed: Float64Array): number {
  const chance = explore.low + (explore.high - explore.low) * steadyExp(-q.chosen / explore.fade)
  q.chosen++
  if (uniform(q.random) < chance) return Math.floor(uniform(q.random) * q.online.sizes.at(-1)!)
  return bestChoice(q.online, observed, q.single)
}

/** Remembers a round; `next` is null in the last one. */
export function remember(q: DeepQ, seen: Float64Array, choice: number, reward: number, next: Float64Array | null): void {
  const at = q.remembered % q.choices.length
  q.seen.set(seen, at * seen.length)
  q.choices[at] = choice
  q.rewards[at] = reward
  q.over[at] = next ? 0 : 1
  if (next) q.next.set(next, at * seen.length)
  else q.next.fill(0, at * seen.length, (at + 1) * seen.length)
  q.remembered++
}

/** One update from a random batch, once there are enough rounds; then the slow copy follows. Huber's loss, averaged over the batch. */
export function learn(q: DeepQ, settings: DeepQSettings): void {
  const { online, slow, now, later, picked } = q
  const { batch, discount, follow } = settings
  const known = Math.min(q.remembered, q.choices.length)
  if (known < batch) return
  const inputs = online.sizes[0]!
  const outputs = online.sizes.at(-1)!
  const [x, y] = [inputsOf(now), inputsOf(later)]
  for (let n = 0; n < batch; n++) {
    const at = Math.floor(uniform(q.random) * known)
    picked[n] = at
    for (let i = 0; i < inputs; i++) {
      x[n * inputs + i] = q.seen[at * inputs + i]!
      y[n * inputs + i] = q.next[at * inputs + i]!
    }
  }
  forward(online, now)
  forward(slow, later)
  const [values, future, slopes] = [outputsOf(now), outputsOf(later), now.gradients.at(-1)!]
  slopes.fill(0)
  for (let n = 0; n < batch; n++) {
    const at = picked[n]!
    const row = n * outputs
    const best = q.over[at] ? 0 : future[row + largest(future, row, outputs)]!
    const off = values[row + q.choices[at]!]! - (q.rewards[at]! + discount * best)
    slopes[row + q.choices[at]!] = Math.max(-1, Math.min(1, off)) / batch
  }
  backward(online, now, q.gradient)
  amsgrad.step(online.weights, q.gradient, q.adam, settings.adam)
  for (let i = 0; i < slow.weights.length; i++) slow.weights[i]! += follow * (online.weights[i]! - slow.weights[i]!)
}
