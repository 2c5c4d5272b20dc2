// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, numbers, type ParamsOf, seed } from '@/contract'
import { chancesOf } from '@/domains/alignment/preferences'
import { memoized } from '@/memoized'

/** Infinitely many comparisons: the reward is known exactly. */
export const EXACT = Number.POSITIVE_INFINITY

export const params = {
  mode: choice({
    label: 'learns from',
    doc: 'Rewards that comparisons reveal (DPO), or the comparisons themselves, which may go in circles (SPPO).',
    options: { dpo: 'rewards (DPO)', sppo: 'duels (SPPO)' },
    default: 'dpo',
  }),
  alpha: number({
    label: 'extrapolation',
    symbol: '\\alpha',
    doc: 'How far each new policy is pushed on, as a share of its last move. At 0 it is iterative DPO.',
    default: 0.3,
    min: 0,
    max: 0.95,
    step: 0.01,
  }),
  beta: number({
    label: 'restraint',
    symbol: '\\beta',
    doc: 'How strongly a round holds on to the policy before. Small: long steps. SPPO’s step size η is 1/β.',
    default: 1,
    min: 0.1,
    max: 5,
    scale: 'log',
  }),
  n: integer({
    label: 'comparisons a round',
    symbol: 'n',
    doc: 'Pairs of answers that are compared in each round. Without end (∞) the reward is known exactly.',
    default: EXACT,
    min: 10,
    max: 3000,
    scale: 'log',
    hard: [1, 3000],
    end: { value: EXACT, word: 'exact', text: '∞' },
    when: { mode: 'dpo' },
  }),
  rounds: integer({
    label: 'rounds',
    symbol: 'T',
    doc: 'Rounds of alignment: compare, tilt, push.',
    default: 12,
    min: 1,
    max: 40,
    hard: [1, 400],
  }),
  answers: choice({
    label: 'answers',
    doc: 'Three fit into a triangle, five into bars.',
    group: 'Answers',
    options: { three: 'three', five: 'five' },
    default: 'three',
    when: { mode: 'dpo' },
  }),
  game: choice({
    label: 'duels',
    doc: 'Who wins against whom, and how often.',
    group: 'Answers',
    options: { cycle: 'rock, paper, scissors', ranked: 'a ranked table', reward: 'by rewards' },
    default: 'cycle',
    when: { mode: 'sppo' },
  }),
  r3: numbers({
    label: 'rewards',
    symbol: 'r',
    doc: 'What each answer is worth. Only differences count.',
    group: 'Answers',
    names: ['A', 'B', 'C'],
    default: [1, 0.8, 0.5],
    min: -1,
    max: 2,
    step: 0.01,
    when: [
      { mode: 'dpo', answers: 'three' },
      { mode: 'sppo', game: 'reward' },
    ],
  }),
  ref3: numbers({
    label: 'reference',
    symbol: '\\pi_{\\mathrm{ref}}',
    doc: 'The policy before the first round.',
    group: 'Answers',
    names: ['A', 'B', 'C'],
    default: [0.2, 0.5, 0.3],
    min: 0.001,
    max: 0.998,
    step: 0.001,
    sum: 1,
    when: [
      { mode: 'dpo', answers: 'three' },
      { mode: 'sppo', game: ['cycle', 'reward'] },
    ],
  }),
  r5: numbers({
    label: 'rewards',
    symbol: 'r',
    doc: 'What each answer is worth. Only differences count.',
    group: 'Answers',
    names: ['A', 'B', 'C', 'D', 'E'],
    default: [1, 0.8, 0.5, 0.2, 0],
    min: -1,
    max: 2,
    step: 0.01,
    when: { mode: 'dpo', answers: 'five' },
  }),
  ref5: numbers({
    label: 'reference',
    symbol: '\\pi_{\\mathrm{ref}}',
    doc: 'The policy before the first round.',
    group: 'Answers',
    names: ['A', 'B', 'C', 'D', 'E'],
    default: [0.05, 0.15, 0.3, 0.3, 0.2],
    min: 0.001,
    max: 0.996,
    step: 0.001,
    sum: 1,
    when: { mode: 'dpo', answers: 'five' },
  }),
  seed: seed({
    label: 'seed',
    doc: 'Which pairs are drawn and how they are judged. Both policies have the same luck.',
    group: 'Run',
    default: 1,
    when: { mode: 'dpo', n: { not: EXACT } },
  }),
}
export type Params = ParamsOf<typeof params>

const CYCLE = [
  [0.5, 0.9, 0.1],
  [0.1, 0.5, 0.9],
  [0.9, 0.1, 0.5],
] as const // A beats B, B beats C, C beats A: each nine times out of ten
const RANKED = [
  [0.5, 0.7, 0.8, 0.9],
  [0.3, 0.5, 0.6, 0.8],
  [0.2, 0.4, 0.5, 0.6],
  [0.1, 0.2, 0.4, 0.5],
] as const // the first answer beats every other one
const RANKED_START = [0.1, 0.3, 0.3, 0.3] as const

/** Whether the answers are those of the triangle. */
export const isThree = (p: Params): boolean => (p.mode === 'dpo' ? p.answers === 'three' : p.game !== 'ranked')
export const isSampled = (p: Params): boolean => p.mode === 'dpo' && p.n !== EXACT

/** The policy before the first round, [K]. */
export const referenceOf = (p: Params): readonly number[] => (isThree(p) ? p.ref3 : p.mode === 'dpo' ? p.ref5 : RANKED_START)

/** What each answer is worth, [K]; null for duels, which have no reward behind them. */
export function rewardOf(p: Params): readonly number[] | null {
  if (p.mode === 'dpo') return p.answers === 'three' ? p.r3 : p.r5
  return p.game === 'reward' ? p.r3 : null
}

type Chances = readonly (readonly number[])[]
const fromRewards = memoized((p: Params): Chances => chancesOf(rewardOf(p) ?? []))
/** Chance of the row to win against the column, [K, K]. */
export function duelsOf(p: Params): Chances {
  if (p.mode === 'sppo' && p.game !== 'reward') return p.game === 'cycle' ? CYCLE : RANKED
  return fromRewards(p)
}

/** The answer that beats every other one, or earns most; null in a circle. */
export function winnerOf(p: Params): number | null {
  if (p.mode === 'sppo' && p.game === 'cycle') return null
  const reward = rewardOf(p)
  return reward === null ? 0 : reward.indexOf(Math.max(...reward))
}

/** Names of the answers: those of the game in the circle. */
export const namesOf = (p: Params): readonly string[] => ['A', 'B', 'C', 'D', 'E'].slice(0, referenceOf(p).length)
