// The network learns in the worker, and is then tested on scenes that it has never seen, beside constant μ and the shipped network.
import type { Computed } from '@/contract'
import { ACTIONS, type Weights } from '@/domains/dynamics/stepChoice'
import {
  constantPolicy,
  type Judged,
  judged,
  networkPolicy,
  type Played,
  type Policy,
  play,
  randomScene,
  TEST_ROUNDS,
  TEST_SEEDS,
  TRAINING_ROUNDS,
  train,
  VALIDATION_SEEDS,
} from '@/domains/dynamics/stepPolicy'
import type { Params } from './params'
import { shippedPolicy } from './shipped'

export interface Learning {
  /** Return of each training episode. */
  readonly returns: readonly number[]
  readonly validation: readonly { episode: number; mean: number }[]
  readonly bestEpisode: number
  /** The weights that are kept. */
  readonly weights: Float64Array | null
  /** Best constant action on the validation scenes, and its mean return there. */
  readonly constant: { readonly action: number; readonly mean: number }
  /** The kept network on the test scenes, once it is trained. */
  readonly test: Judged | null
}

const weightsOf = (p: Params): Weights => ({ error: p.weight0, haste: p.weight2 })

/** The best constant on the validation scenes; the smallest μ are left out: they take seconds and earn little. */
function bestConstant(weights: Weights): Learning['constant'] {
  const means = ACTIONS.map((_, action) => {
    if (action < 4) return Number.NEGATIVE_INFINITY
    const played = VALIDATION_SEEDS.map((s) => play(randomScene(s), constantPolicy(action), TRAINING_ROUNDS, weights).return)
    return played.reduce((sum, r) => sum + r, 0) / played.length
  })
  const mean = Math.max(...means)
  return { action: means.indexOf(mean), mean }
}

/** Plays the test scenes one by one. */
function* tested(policy: Policy, weights: Weights): Generator<number, Judged, void> {
  const played: Played[] = []
  for (const s of TEST_SEEDS) {
    played.push(play(randomScene(s), policy, TEST_ROUNDS, weights))
    yield played.length / TEST_SEEDS.length
  }
  return judged(played)
}

const TRAINED = 0.9 // share of the work that is training

export const training: Computed<Params, Learning> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['seed', 'weight0', 'weight2', 'episodes'],
  when: (p) => p.tab === 'learn',
  rest: 300,
  summary: {
    yours: { label: '… of the network that has just learned', of: ({ test }) => test?.mean ?? null },
  },
  *compute(p) {
    const weights = weightsOf(p)
    let shown: Learning = {
      returns: [],
      validation: [],
      bestEpisode: 0,
      weights: null,
      constant: bestConstant(weights),
      test: null,
    }
    for (const now of train(p.seed, weights, p.episodes)) {
      const done = (TRAINED * now.returns.length) / p.episodes
      const silent = now.returns.length === shown.returns.length
      if (!silent) {
        const { returns, validation, bestEpisode, best } = now
        const kept = bestEpisode === 0 ? null : best.weights
        shown = { ...shown, returns: [...returns], validation: [...validation], bestEpisode, weights: kept }
      }
      yield { done, result: shown, silent }
    }
    if (shown.weights === null) return shown
    const policy = networkPolicy({ sizes: NET, weights: shown.weights })
    const work = tested(policy, weights)
    for (let next = work.next(); ; next = work.next()) {
      if (next.done) return { ...shown, test: next.value }
      yield { done: TRAINED + (1 - TRAINED) * next.value, result: shown, silent: true }
    }
  },
}
const NET = [3, 32, 32, ACTIONS.length]

export interface Tests {
  /** The constants known so far, in the order of their μ. */
  readonly constants: readonly { readonly action: number; readonly test: Judged }[]
  readonly shipped: Judged | null
}
/** Actions in the order of testing: the useful ones first, the slow ones last. */
const ORDER = [7, 6, 8, 5, 9, 4, 3]

export const tests: Computed<Params, Tests> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['weight0', 'weight2'],
  when: (p) => p.tab === 'learn',
  rest: 300,
  summary: {
    earned: { label: 'mean return of the shipped network', of: ({ shipped }) => shipped?.mean ?? null },
    bestConstant: {
      label: '… of the best constant μ',
      of: ({ constants }) => Math.max(...constants.map(({ test }) => test.mean)),
    },
  },
  *compute(p) {
    const weights = weightsOf(p)
    let shown: Tests = { constants: [], shipped: null }
    const runs = [null, ...ORDER]
    for (const [k, action] of runs.entries()) {
      const work = tested(action === null ? shippedPolicy : constantPolicy(action), weights)
      for (let next = work.next(); ; next = work.next()) {
        if (!next.done) {
          yield { done: (k + next.value) / runs.length, result: shown, silent: true }
          continue
        }
        const test = next.value
        shown =
          action === null
            ? { ...shown, shipped: test }
            : { ...shown, constants: [...shown.constants, { action, test }].sort((a, b) => a.action - b.action) }
        break
      }
      yield { done: (k + 1) / runs.length, result: shown }
    }
    return shown
  },
}
