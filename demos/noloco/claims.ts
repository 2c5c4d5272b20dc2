// What the page promises as numbers that can fail.
import { type Claim, defaultsOf, merge } from '@/contract'
import { meanSquare, model, type Params, params, type State } from './model'
import type { Training } from './network'
import type { presets } from './presets'
import type { readouts } from './readouts'
import type { Waits } from './sampled'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, { sampled: Waits; network: Training }>

/** Mean over flocks with other noise and other pairs of the mean square distance from the mean, at several steps. */
function meanSquares(changes: Partial<Params>, flocks: number, steps: readonly number[]): number[] {
  const sums = steps.map(() => 0)
  for (let seed = 1; seed <= flocks; seed++) {
    const p = merge(params, defaultsOf(params), { ...changes, seed, pairing: seed })
    const s = model.init(p)
    for (const [k, step] of steps.entries()) {
      while (s.step < step) model.step(s, p)
      sums[k]! += meanSquare(s.phi, s.order.length) / flocks
    }
  }
  return sums
}
const pure = { pairs: 4, noise: 0, loss: 'none', begin: 'scattered' } as const

const FLOCKS = 200
const LATE = [60, 80, 100] as const // far enough apart to be independent
/** The spread in the long run: the root of the mean square over many flocks. */
function settled(changes: Partial<Params>): number {
  const squares = meanSquares(changes, FLOCKS, LATE)
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / LATE.length)
}
const width = (gamma: number, spread: number, error: number): Said => ({
  says: `With γ = ${gamma} the spread settles at ${spread} (root of the mean square over ${FLOCKS} flocks).`,
  kind: 'analysis',
  source: 'README, “Why it works”',
  given: { gamma },
  measure: () => settled({ gamma }),
  expect: () => spread,
  within: { abs: 2.5 * error },
  needs: { error, because: `standard error over ${FLOCKS} flocks at three steps` },
})

export const claims: readonly Said[] = [
  {
    says: 'Whatever the pairs are, the mean of the flock goes where DiLoCo goes on the same noise, but for rounding.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'code',
    also: (p) => p.tab !== 'mlp' && p.alpha <= 0.5 && p.gamma <= 1,
    measure: (run) => run.series.gap.reduce((most, gap) => Math.max(most, gap), 0),
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'For eight copies, α = 0.5 and γ = 0.7 the mean square spread shrinks by a factor of 0.6684 an outer step.',
    kind: 'program',
    source: 'README, “Why it works”',
    given: { pairs: 4 },
    measure: (run) => run.series.rate[0]!,
    expect: () => 0.6684,
    within: { abs: 0.00005 }, // as it is rounded
  },
  {
    says: 'Over 2000 flocks of eight it shrinks as fast, from step 6 to step 12.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: pure,
    measure: () => {
      const [early, late] = meanSquares(pure, 2000, [6, 12]) as [number, number]
      return (late / early) ** (1 / 6)
    },
    expect: () => 0.6684,
    within: { abs: 0.01 },
    needs: { error: 0.004, because: 'standard deviation over repetitions with other flocks; six steps are not yet the long run' },
  },
  {
    says: 'With the momentum 0.9 it grows by 1.0718 an outer step instead.',
    kind: 'program',
    source: 'README, “Why it works”',
    given: { pairs: 4, alpha: 0.9 },
    measure: (run) => run.series.rate[0]!,
    expect: () => 1.0718,
    within: { abs: 0.00005 }, // as it is rounded
  },
  {
    says: 'After five outer steps the mean square spread of 2000 flocks of eight is 0.0906 of what it was.',
    kind: 'program',
    source: 'README, “Why it works”',
    given: pure,
    measure: () => {
      const [start, end] = meanSquares(pure, 2000, [0, 5]) as [number, number]
      return end / start
    },
    expect: () => 0.0906,
    within: { rel: 0.05 },
    needs: { error: 0.002, because: 'standard error over 2000 flocks' },
  },
  width(0.7, 0.196, 0.002),
  width(0.3, 0.235, 0.002),
  width(0, 0.383, 0.003),
  {
    says: 'By the law of the spread a flock with the local rate 0.1 is 2.507 times as wide as with 0.025, after 60 outer steps.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { omega: 0.1 },
    unit: '×',
    measure: (run, again) => run.series.expected[60]! / again({ omega: 0.025 }).series.expected[60]!,
    expect: () => 2.507,
    within: { abs: 0.0005 }, // as it is rounded
  },
  ...(
    [
      [0.7, 0.00329, 0.000005],
      [0, 0.011, 0.00005],
    ] as const
  ).map(
    ([gamma, gap, error]): Said => ({
      says: `On a network, with γ = ${gamma}, the mean of the weights is ${gap} from DiLoCo after 100 outer steps.`,
      kind: 'run',
      source: 'README, “Why it works”',
      given: { tab: 'mlp', gamma },
      measure: (run) => run.summary('netGap'),
      expect: () => gap,
      within: { abs: error }, // as it is rounded
    }),
  ),
  {
    says: 'The exchange of a pair waits 1.4463 messages on average when their times spread by s = 0.5.',
    kind: 'program',
    source: 'README, “Why it works”',
    given: { tab: 'net' },
    unit: 'messages',
    measure: (run) => run.series.exchange[0]!,
    expect: () => 1.4463,
    within: { abs: 0.00005 }, // as it is rounded
  },
  {
    says: 'By the estimate an all-reduce over 16 copies waits 8 times as long as a pair.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { tab: 'net' },
    unit: '×',
    measure: (run) => run.series.ratio[0]!,
    expect: ({ pairs }) => 2 * Math.log2(2 * pairs),
    within: { abs: 1e-9 },
  },
  {
    says: 'With messages that are drawn and waited for it is 6.8 times.',
    kind: 'run',
    source: 'README, “What is simplified”',
    given: { tab: 'net' },
    unit: '×',
    measure: (run) => {
      const { sizes, exchange, allReduce } = run.map('sampled')
      const k = sizes.indexOf(16)
      return allReduce[k]! / exchange[k]!
    },
    expect: () => 6.8,
    within: { abs: 0.1 },
    needs: { error: 0.05, because: 'standard error of 2000 draws each' },
  },
]
