// Two policies from one reference, round by round: iterative DPO (α = 0) and APO, which pushes each new policy further by α of its last move.
import type { Stepped } from '@/contract'
import { compare, fitReward, winsAgainst } from '@/domains/alignment/preferences'
import { advance, type Lane, laneAt, policyOf } from '@/domains/alignment/tilt'
import { type Stream, stream } from '@/numerics/random'
import { duelsOf, isSampled, type Params, referenceOf, rewardOf } from './params'

export { type Params, params } from './params'

export type Method = 'dpo' | 'apo'
export interface Runner extends Lane {
  /** The reward used in the last round, [K]: exact, fitted to comparisons, or chances to win less a half. */
  learned: Float64Array
}
export interface State {
  round: number
  luck: Stream
  dpo: Runner
  apo: Runner
}
export interface Seen {
  /** π̂, [K]. */
  policy: Float64Array
  /** π, pushed further, [K]: the next round starts there. */
  pushed: Float64Array
  learned: Float64Array
}
export type Frame = Readonly<Record<Method, Seen>>

/** Card: 0.05 |r̂|² is added to the loss. */
export const RIDGE = 0.1

const scratch = new Map<number, { policy: Float64Array; wins: Float64Array; gain: Float64Array }>() // by K, so that a step allocates nothing
function scratchOf(count: number) {
  const old = scratch.get(count)
  if (old) return old
  const made = { policy: new Float64Array(count), wins: new Float64Array(count * count), gain: new Float64Array(count) }
  scratch.set(count, made)
  return made
}
const luck: Stream = { word: 0 }

/** What a policy learns about the answers in this round; the drawn and judged answers come from π, the pushed policy. */
function learn(runner: Runner, s: State, p: Params): void {
  const { policy, wins } = scratchOf(runner.hat.length)
  const reward = rewardOf(p)
  if (p.mode === 'sppo') winsAgainst(duelsOf(p), policyOf(runner.pushed, policy), runner.learned)
  else if (reward && !isSampled(p)) runner.learned.set(reward)
  else if (reward) {
    luck.word = s.luck.word // the same for both policies
    compare(policyOf(runner.pushed, policy), duelsOf(p), p.n, luck, wins)
    fitReward(wins, RIDGE, runner.learned)
  }
}

function round(runner: Runner, alpha: number, s: State, p: Params): void {
  learn(runner, s, p)
  const { gain } = scratchOf(runner.hat.length)
  for (let y = 0; y < gain.length; y++) gain[y] = runner.learned[y]! / p.beta
  advance(runner, gain, alpha)
}

const seen = ({ hat, pushed, learned }: Runner): Seen => ({
  policy: policyOf(hat),
  pushed: policyOf(pushed),
  learned: learned.slice(),
})

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const reference = referenceOf(p)
    const runner = (): Runner => ({ ...laneAt(reference), learned: new Float64Array(reference.length) })
    return { round: 0, luck: stream(p.seed, 'comparisons'), dpo: runner(), apo: runner() }
  },
  step(s, p) {
    round(s.dpo, 0, s, p)
    round(s.apo, p.alpha, s, p)
    if (isSampled(p)) s.luck.word = luck.word
    s.round++
  },
  frame: (s) => ({ dpo: seen(s.dpo), apo: seen(s.apo) }),
  steps: (p) => p.rounds,
  dt: () => 1,
}
