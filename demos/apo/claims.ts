import type { Claim } from '@/contract'
import { tiltAfter } from '@/domains/alignment/tilt'
import { decay, lastSpeed, meanGap } from './measures'
import type { State } from './model'
import { isSampled, type Params, rewardOf } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'

type Own = Claim<Params, State, keyof typeof readouts & string, keyof typeof presets & string>

const WHY = 'README, “Why it works”'
const FEW = { answers: 'five', n: 30, rounds: 6 } as const
const isExact = (p: Params) => p.mode === 'dpo' && !isSampled(p) && new Set(rewardOf(p)).size > 1

/** Card: after ten rounds, by an independent program. */
const AFTER_TEN = [
  [0, 0.0712, 5e-5],
  [0.3, 0.0352, 5e-5],
  [0.5, 0.0155, 5e-5],
  [0.8, 0.00096, 5e-6],
] as const
const NOISY = [
  ['dpo', 0, 0.224],
  ['apo', 0.3, 0.196],
  ['apo', 0.8, 0.151],
] as const

export const claims: readonly Own[] = [
  {
    says: 'Each round of APO comes to go 1/(1 − α) times as far as one of iterative DPO: five times with α = 0.8.',
    kind: 'paper',
    source: `He, Yuan and Gu 2024, the factor 1 − α in the rate; ${WHY}`,
    given: { alpha: 0.8 },
    also: (p) => isExact(p) && p.alpha <= 0.8,
    unit: '×',
    measure: (_run, again) => lastSpeed(again, 200),
    expect: (p) => 1 / (1 - p.alpha),
    within: { abs: 1e-9 },
  },
  {
    says: 'After t rounds it has gone as far as t/(1 − α) − α(1 − αᵗ)/(1 − α)² rounds of DPO.',
    kind: 'analysis',
    source: WHY,
    given: {},
    also: isExact,
    unit: 'rounds',
    measure: ({ series, last }) => series.apoTilt[last]!,
    expect: (p) => tiltAfter(p.rounds, p.alpha),
    within: { rel: 1e-9 },
  },
  ...AFTER_TEN.map(
    ([alpha, expected, abs]): Own => ({
      says: `Five answers, ten rounds, α = ${alpha}: the reward still missing is ${expected}.`,
      kind: 'program',
      source: 'NumPy, on the same five answers',
      given: { answers: 'five', rounds: 10, alpha },
      measure: ({ series }) => series.apoGap[10]!,
      expect: () => expected,
      within: { abs }, // as it is rounded
    }),
  ),
  {
    says: 'A close runner-up slows both, and their ratio stays: the gap of APO falls 1/(1 − α) times as fast.',
    kind: 'analysis',
    source: WHY,
    given: 'close',
    unit: '×',
    measure: (_run, again) => decay(again, 'apo', 400, 50) / decay(again, 'dpo', 400, 50),
    expect: (p) => 1 / (1 - p.alpha),
    within: { rel: 0.003 },
    needs: { error: 1.43e-3, because: 'the second answer still has a share of 10⁻³, and DPO falls by as little less' },
  },
  ...NOISY.map(
    ([who, alpha, expected]): Own => ({
      says: `30 comparisons a round, six rounds, α = ${alpha}: on average ${expected} of the reward is missing.`,
      kind: 'program',
      source: 'NumPy, with other random numbers',
      given: { ...FEW, alpha },
      measure: ({ params }) => meanGap(params, 6, who, 500),
      expect: () => expected,
      within: { abs: 0.02 },
      needs: { error: 0.0095, because: 'the standard error, 0.15/√500 here and as much or more there' },
    }),
  ),
  {
    says: 'With so few comparisons the lead is lost: after 40 rounds α = 0.8 leaves 1.6 times as much missing as iterative DPO.',
    kind: 'run',
    source: 'README, “What the paper found”; means over seeds',
    given: 'few',
    unit: '×',
    measure: ({ params }) => meanGap(params, 40, 'apo', 200) / meanGap(params, 40, 'dpo', 200),
    expect: () => 1.6,
    within: { abs: 0.5 },
    needs: { error: 0.2, because: 'the standard error of 200 seeds; 3000 give 1.64' },
  },
  ...(
    [
      [0, 0.00118, 5e-6],
      [0.3, 4e-5, 5e-6],
    ] as const
  ).map(
    ([alpha, expected, abs]): Own => ({
      says: `Duels with a winner, 40 rounds, α = ${alpha}: ${expected} of the policy is not yet the winner.`,
      kind: 'program',
      source: 'NumPy, on the same table',
      given: { mode: 'sppo', game: 'ranked', rounds: 40, alpha },
      measure: ({ series }) => series.apoOff[40]!,
      expect: () => expected,
      within: { abs }, // as it is rounded
    }),
  ),
  {
    says: 'In a circle of duels it goes away from the balance: after 300 rounds it is 0.33 off it.',
    kind: 'program',
    source: 'NumPy, on the same circle',
    given: 'circle',
    measure: ({ series }) => series.apoFar[300]!,
    expect: () => 0.33,
    within: { abs: 0.005 },
  },
  {
    says: 'And faster with the push than without: 2.6 times as far from the balance after 300 rounds.',
    kind: 'run',
    source: WHY,
    given: 'circle',
    unit: '×',
    measure: ({ series }) => series.apoOutward[300]! / series.dpoOutward[300]!,
    expect: () => 2.64,
    within: { abs: 0.02 },
  },
]
