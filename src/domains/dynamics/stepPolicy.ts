// Policies for the game of stepChoice.ts: constant μ, and a small network that learns by deep Q-learning which μ to take.

import { bestChoice, choose, DEEP_Q, type DeepQSettings, learn, remember, startDeepQ } from '@/domains/nets/deepQ'
import { type Layers, layersOf, type Perceptron } from '@/domains/nets/perceptron'
import { stream, uniform } from '@/numerics/random'
import { median } from '@/numerics/regression'
import type { Bodies } from './nbody'
import { SCENE_RANGES, scene } from './nbodySystems'
import { ACTIONS, advance, type Episode, isLost, observePair, reward, startEpisode, type Weights } from './stepChoice'

/** Unlike the paper's eleven layers of 200 units, two of 32 on the short observation: 1514 weights, trained in half a minute. */
export const POLICY: DeepQSettings = { ...DEEP_Q, sizes: [3, 32, 32, ACTIONS.length] }
/** Rounds of a training episode, and of a test. */
export const TRAINING_ROUNDS = 100
export const TEST_ROUNDS = 300

/** Action for an episode. */
export type Policy = (episode: Episode) => number

export const constantPolicy =
  (action: number): Policy =>
  () =>
    action

/** The choice of a trained network. It has its own workspace: one policy for one thread. */
export function networkPolicy(network: Perceptron, workspace: Layers = layersOf(network, 1)): Policy {
  const seen = new Float64Array(network.sizes[0]!)
  return (episode) => {
    observePair(episode, seen)
    return bestChoice(network, seen, workspace)
  }
}

/** A random scene: numbers x₂, y₂, x₃, y₃ uniform in their ranges. */
export function randomScene(seed: number): Bodies {
  const random = stream(seed, 'scene')
  return scene(SCENE_RANGES.map(([low, high]) => low + (high - low) * uniform(random)))
}

/** Plays one round. The first choice earns nothing, as in the paper's code. */
export function playRound(episode: Episode, action: number, weights: Weights): number {
  const mu = ACTIONS[action]!
  advance(episode, mu)
  return episode.round > 1 ? reward(episode.error, mu, episode.round, weights) : 0
}

export interface Played {
  /** Sum of rewards. */
  return: number
  rounds: number
  /** Force evaluations; in each interval one more than steps. */
  evaluations: number
  /** Last ε. */
  error: number
}

/** A whole episode; ends early if the energy is lost. */
export function play(bodies: Bodies, policy: Policy, rounds: number, weights: Weights): Played {
  const episode = startEpisode(bodies)
  const played = { return: 0, rounds: 0, evaluations: 0, error: 0 }
  while (played.rounds < rounds) {
    played.return += playRound(episode, policy(episode), weights)
    played.rounds++
    played.evaluations += episode.substeps + 1
    if (isLost(episode)) break
  }
  played.error = episode.error
  return played
}

/** The worth of a policy over whole test episodes: the mean return, the medians of |ε| and of force evaluations, and how many were lost. */
export interface Judged {
  readonly mean: number
  readonly error: number
  readonly evaluations: number
  readonly lost: number
}
export const judge = (policy: Policy, seeds: readonly number[], weights: Weights): Judged =>
  judged(seeds.map((s) => play(randomScene(s), policy, TEST_ROUNDS, weights)))

export const judged = (played: readonly Played[]): Judged => ({
  mean: played.reduce((sum, one) => sum + one.return, 0) / played.length,
  error: median(played.map((one) => Math.abs(one.error))),
  evaluations: median(played.map((one) => one.evaluations)),
  lost: played.filter((one) => one.rounds < TEST_ROUNDS).length,
})

export interface Training {
  /** Return of each training episode, including random choices: it swings wildly. */
  readonly returns: readonly number[]
  /** After every `VALIDATE` episodes, the mean return on the validation scenes without random choices. */
  readonly validation: readonly { episode: number; mean: number }[]
  /** The weights that did best there; these are kept. */
  readonly best: Perceptron
  readonly bestMean: number
  readonly bestEpisode: number
}

/** Seeds of scenes: for training, for choosing the weights to keep, and for the final test; no scene is in two sets. */
export const TRAINING_SEEDS = [1000, 1999] as const
export const VALIDATION_SEEDS: readonly number[] = Array.from({ length: 10 }, (_, k) => 2000 + k)
export const TEST_SEEDS: readonly number[] = Array.from({ length: 30 }, (_, k) => 3000 + k)
export const VALIDATE = 5

const BREATH = 10 // rounds between two reports within an episode: some 10 ms

/** Trains for so many episodes. Yields after each and sometimes within one, so that a caller may show and stop it. */
export function* train(seed: number, weights: Weights, episodes: number): Generator<Training, Training, void> {
  const q = startDeepQ(POLICY, seed)
  const scenes = stream(seed, 'scenes')
  const [seen, next] = [new Float64Array(3), new Float64Array(3)]
  const returns: number[] = []
  const validation: { episode: number; mean: number }[] = []
  let best: Perceptron = { sizes: POLICY.sizes, weights: q.online.weights.slice() }
  let bestMean = Number.NEGATIVE_INFINITY
  let bestEpisode = 0
  const report = (): Training => ({ returns, validation, best, bestMean, bestEpisode })
  for (let k = 1; k <= episodes; k++) {
    const [low, high] = TRAINING_SEEDS
    const episode = startEpisode(randomScene(low + Math.floor((high - low + 1) * uniform(scenes))))
    let total = 0
    while (episode.round < TRAINING_ROUNDS && !isLost(episode)) {
      observePair(episode, seen)
      const action = choose(q, POLICY, seen)
      const earned = playRound(episode, action, weights)
      total += earned
      const isOver = isLost(episode)
      if (!isOver) observePair(episode, next)
      if (Number.isFinite(earned)) remember(q, seen, action, earned, isOver ? null : next)
      learn(q, POLICY)
      if (episode.round % BREATH === 0) yield report()
    }
    returns.push(total)
    if (k % VALIDATE === 0) {
      const policy = networkPolicy(q.online)
      let sum = 0
      for (const s of VALIDATION_SEEDS) {
        sum += play(randomScene(s), policy, TRAINING_ROUNDS, weights).return
        yield report()
      }
      const mean = sum / VALIDATION_SEEDS.length
      validation.push({ episode: k, mean })
      if (mean > bestMean) {
        bestMean = mean
        bestEpisode = k
        best = { sizes: POLICY.sizes, weights: q.online.weights.slice() }
      }
    }
    yield report()
  }
  return report()
}
