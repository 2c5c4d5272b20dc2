// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { bestLoss, imbalanceOf, productOf, rebuild, STORED } from '@/domains/optim/lowRank'
import { median } from '@/numerics/regression'
import { norm } from '@/numerics/smallMatrix'
import type { State } from './model'
import { type Lane, type Params, SIZE } from './params'
import type { presets } from './presets'
import { problemOf } from './problem'
import type { readouts } from './readouts'
import { allOf, type Kept } from './stored'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, { stored: Kept }>
type Again = Parameters<Said['measure']>[1]

const SEEDS = [1, 2, 3, 4, 5]
const EXCESSES = { none: 'noneExcess', reset: 'resetExcess', refactor: 'refactorExcess', both: 'bothExcess' } as const
/** Medians over the seeds of the losses above the least at a step, for the given runs. */
const mediansAt = (again: Again, lanes: readonly Lane[], step: number): number[] => {
  const runs = SEEDS.map((seed) => again({ seed }))
  return lanes.map((lane) => median(runs.map(({ series }) => series[EXCESSES[lane]][step]!)))
}
const medianAt = (again: Again, lane: Lane, step: number) => mediansAt(again, [lane], step)[0]!
const ratioAt = (again: Again, lane: Lane, to: Lane, step: number) => {
  const [value, base] = mediansAt(again, [lane, to], step)
  return value! / base!
}
/** Median over the seeds of the highest peak between steps 201 and 250. */
const medianPeak = (again: Again, params: Partial<Params>) =>
  median(SEEDS.map((seed) => Math.max(...again({ ...params, seed }).series.bothExcess.slice(201, 251))))

const LARGE = [1024, 1024, 128] as const

export const claims: readonly Said[] = [
  {
    says: 'Rebuilding the lopsided factors of step 49 leaves their product alone, but for rounding.',
    kind: 'paper',
    source: 'Glentis et al. 2025; README, “Why it works”',
    given: 'lopsided',
    measure: (run) => {
      const lane = run.state(49).lanes.none
      const [before, after] = [new Float64Array(SIZE * SIZE), new Float64Array(SIZE * SIZE)]
      productOf(lane, before)
      rebuild(lane)
      productOf(lane, after)
      return norm(after.map((value, k) => value - before[k]!)) / norm(before)
    },
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'It makes the imbalance ‖BᵀB − AAᵀ‖ 0.',
    kind: 'paper',
    source: 'Glentis et al. 2025; README, “Why it works”',
    given: 'lopsided',
    measure: (run) => imbalanceOf(run.state(50).lanes.refactor),
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'After a reset Adam’s next step moves A by 1.000 times the rate.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'lopsided',
    measure: (run) => run.series.bothReach[50]!,
    expect: () => 1,
    within: { abs: 0.0005 },
  },
  {
    says: 'Remembering, Adam moves the rebuilt A by 0.040 times the rate.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'lopsided',
    measure: (run) => run.series.refactorReach[50]!,
    expect: () => 0.04,
    within: { abs: 0.0005 },
  },
  {
    says: 'From a lopsided start, 200 steps, medians of five seeds: no tricks end 1.96 above the least of rank 4.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'lopsided',
    measure: (_, again) => medianAt(again, 'none', 200),
    expect: () => 1.96,
    within: { abs: 0.005 },
  },
  {
    says: 'Resets only end 2.29 above it: no better.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'lopsided',
    measure: (_, again) => medianAt(again, 'reset', 200),
    expect: () => 2.29,
    within: { abs: 0.005 },
  },
  {
    says: 'Rebuilding only ends with 0.00234 of the distance without tricks.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'lopsided',
    unit: '×',
    measure: (_, again) => ratioAt(again, 'refactor', 'none', 200),
    expect: () => 0.00234,
    within: { abs: 5e-6 },
  },
  {
    says: 'Both end with 0.00369 of the distance of rebuilding only.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'lopsided',
    unit: '×',
    measure: (_, again) => ratioAt(again, 'both', 'refactor', 200),
    expect: () => 0.00369,
    within: { abs: 5e-6 },
  },
  {
    says: 'But after 600 steps rebuilding only is far lower than both: the logarithm of the ratio of their distances is 3.69.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'long',
    unit: 'powers of ten',
    measure: (_, again) => Math.log10(ratioAt(again, 'both', 'refactor', 600)),
    expect: () => 3.69,
    within: { abs: 0.005 },
  },
  {
    says: 'From an even start the tricks matter little: after 300 steps both end with 0.28 of the distance without tricks.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'balanced',
    unit: '×',
    measure: (_, again) => ratioAt(again, 'both', 'none', 300),
    expect: () => 0.28,
    within: { abs: 0.005 },
  },
  {
    says: 'At η = 0.1 the floor rises: after 200 steps both end 0.0023 above the least.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'hot',
    measure: (_, again) => medianAt(again, 'both', 200),
    expect: () => 0.0023,
    within: { abs: 0.0001 },
  },
  {
    says: 'There a recovery of 20 steps brings the peak after the reset at step 200 down to 0.0075 of what it was.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'recovery',
    unit: '×',
    measure: (_, again) => medianPeak(again, {}) / medianPeak(again, { recovery: 0 }),
    expect: () => 0.0075,
    within: { abs: 0.0001 },
  },
  {
    says: 'The least loss of rank 2 here is 0.635.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'small',
    measure: (run) => bestLoss(problemOf(run.params), run.params.r),
    expect: () => 0.635,
    within: { abs: 1e-12 },
  },
  {
    says: 'A layer of 1024 × 1024 at rank 128 keeps 786432 numbers as two factors with Adam.',
    kind: 'analysis',
    source: 'README, “What it costs”',
    given: {},
    unit: 'numbers',
    measure: () => allOf(STORED.lowRank(...LARGE)),
    expect: () => 786_432,
    within: { abs: 0 },
  },
  {
    says: 'GaLore keeps 1441792 for it.',
    kind: 'analysis',
    source: 'README, “What it costs”',
    given: {},
    unit: 'numbers',
    measure: () => allOf(STORED.galore(...LARGE)),
    expect: () => 1_441_792,
    within: { abs: 0 },
  },
]
