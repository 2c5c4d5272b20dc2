// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { inversionCost, rankOneCost, type Variant } from '@/domains/optim/kronecker'
import { line, median } from '@/numerics/regression'
import { offIdentity } from '@/numerics/smallMatrix'
import type { State } from './model'
import type { Method, Params } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets>
type Again = Parameters<Said['measure']>[1]

const SEEDS = [1, 2, 3, 4, 5]
const LOSSES = { first: 'firstLoss', kfac: 'kfacLoss', mkor: 'mkorLoss' } as const
/** Median over the seeds of a loss at a step of the run. */
const medianLoss = (again: Again, method: Method, params: Partial<Params> = {}, step = 300) =>
  median(SEEDS.map((seed) => again({ ...params, seed }).series[LOSSES[method]][step]!))
const released = { variant: 'released' satisfies Variant, eta: 0.4 } as const

const SIZES = [32, 64, 128, 256]
const slopeOf = (cost: (size: number) => number) =>
  line(
    SIZES.map(Math.log),
    SIZES.map((size) => Math.log(cost(size))),
  ).slope

export const claims: readonly Said[] = [
  {
    says: 'To take a vector into an inverse costs the square of the width: between 32 and 256 the counted multiply-adds have the slope 1.987, which tends to 2.',
    kind: 'paper',
    source: 'Mozaffari et al. 2023; README, “Why it works”',
    given: {},
    measure: () => slopeOf(rankOneCost),
    expect: () => 1.987, // of 2d² + 2d
    within: { abs: 0.0005 }, // as it is rounded
  },
  {
    says: 'To invert costs the cube: slope 3.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: {},
    measure: () => slopeOf(inversionCost),
    expect: () => 3,
    within: { abs: 1e-9 },
  },
  {
    says: 'After 100 vectors the inverse that is kept is the inverse of the moving average, but for rounding.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'vector',
    also: (p) =>
      p.kappa <= 300 && p.gamma >= 0.9 && p.zeta === 1 && p.variant === 'exact' && p.source === 'single' && p.tab !== 'cost',
    measure: (run) => {
      const { average, inverses } = run.state(Math.min(100, run.last)).race.seen
      return offIdentity(average, inverses.exact, Math.sqrt(average.length))
    },
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'Each at its best rate at κ = 300, MKOR ends with 0.00273 of the loss of momentum (medians of five seeds).',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'narrow',
    unit: '×',
    measure: (_, again) => medianLoss(again, 'mkor') / medianLoss(again, 'first'),
    expect: () => 0.00273,
    within: { abs: 5e-6 }, // as it is rounded
  },
  {
    says: 'K-FAC ends with 0.125 of the loss of MKOR.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'narrow',
    unit: '×',
    measure: (_, again) => medianLoss(again, 'kfac') / medianLoss(again, 'mkor'),
    expect: () => 0.125,
    within: { abs: 0.0005 },
  },
  {
    says: 'The released code, at its own best rate, ends with 0.0961 of the loss of momentum.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'narrow',
    unit: '×',
    measure: (_, again) => medianLoss(again, 'mkor', released) / medianLoss(again, 'first'),
    expect: () => 0.0961,
    within: { abs: 0.00005 },
  },
  {
    says: 'With as many multiply-adds as MKOR needs for 300 steps, K-FAC has 22 times the loss of MKOR.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'narrow',
    unit: '×',
    measure: (run, again) => {
      const most = run.series.mkorWork[300]!
      const step = run.series.kfacWork.findLastIndex((work) => work <= most)
      return medianLoss(again, 'kfac', {}, step) / medianLoss(again, 'mkor')
    },
    expect: () => 22.3,
    within: { rel: 0.01 },
  },
  {
    says: 'But with the work that momentum needs for 300 steps, MKOR has 117 times the loss of momentum.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'narrow',
    unit: '×',
    measure: (run, again) => {
      const most = run.series.firstWork[300]!
      const step = run.series.mkorWork.findLastIndex((work) => work <= most)
      return medianLoss(again, 'mkor', {}, step) / medianLoss(again, 'first')
    },
    expect: () => 117,
    within: { rel: 0.01 },
  },
  {
    says: 'A step of MKOR on this layer takes 1080 multiply-adds.',
    kind: 'analysis',
    source: 'README, “What was measured”',
    given: 'narrow',
    unit: 'multiply-adds',
    measure: (run) => run.series.mkorEach.at(-1)!,
    expect: () => 1080,
    within: { abs: 0 },
  },
  {
    says: 'A step of K-FAC takes 1338.3 on average.',
    kind: 'analysis',
    source: 'README, “What was measured”',
    given: 'narrow',
    unit: 'multiply-adds',
    measure: (run) => run.series.kfacEach.at(-1)!,
    expect: () => 1338.3,
    within: { abs: 1e-9 },
  },
  {
    says: 'Means of 64 samples around zero carry 1/64 of the covariance (mean over steps 201 to 300, five seeds).',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'mean',
    measure: (_, again) => {
      const shares = SEEDS.flatMap((seed) => [...again({ seed }).series.carried.slice(201)])
      return shares.reduce((sum, share) => sum + share, 0) / shares.length
    },
    expect: ({ batch }) => 1 / batch,
    within: { abs: 0.0015 },
    needs: { error: 0.00078, because: 'standard error of five seeds: one has a standard deviation of 0.00174, over 40 seeds' },
  },
  {
    says: 'Without a stabiliser the printed formula is so far from the inverse after 100 steps that the logarithm of the distance is 25.66.',
    kind: 'run',
    source: 'README, “Why it works”',
    given: 'printed',
    unit: 'powers of ten',
    measure: (run) => Math.log10(run.series.offPrinted[100]!),
    expect: () => 25.66,
    within: { abs: 0.005 }, // as it is rounded,
  },
]
