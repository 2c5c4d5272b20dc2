// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import type { SchemeName } from '@/domains/optim/sparse'
import { median } from '@/numerics/regression'
import type { State } from './model'
import { EPOCH, type Params } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'
import { trialOf } from './sweeps'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets>
type Again = Parameters<Said['measure']>[1]
type Measured = Parameters<Said['measure']>[0]

const MEASURED = 'README, “What was measured”'
const endOf = (run: Measured, name: SchemeName) => run.series[`${name}Mean`].at(-1)!

const PROBLEMS = 5
/** Median over problems of a ratio of final losses; the first problem is the one on screen. */
const medianRatio = (run: Measured, again: Again, over: SchemeName, under: SchemeName) => {
  const runs = Array.from({ length: PROBLEMS }, (_, k) => again(trialOf(run.params, k)))
  return median(runs.map((one) => endOf(one, over) / endOf(one, under)))
}
const ends = (says: string, name: SchemeName, value: number, digits: number, given: Said['given'] = 'default'): Said => ({
  says,
  kind: 'run',
  source: MEASURED,
  given,
  measure: (run) => endOf(run, name),
  expect: () => value,
  within: { abs: 0.5 * 10 ** -digits }, // as it is rounded
})
const apart = (a: Float64Array, b: Float64Array) => a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0)

export const claims: readonly Said[] = [
  ends('Dense momentum ends with a loss of 0.0658.', 'dense', 0.0658, 4),
  ends('Dropping 99 % ends at 1.560.', 'drop', 1.56, 3),
  ends('With an account it ends at 0.0981.', 'accumulate', 0.0981, 4),
  ends('With momentum correction it ends at 0.0877.', 'correction', 0.0877, 4),
  ends('DGC, masking too, ends at 0.0715.', 'dgc', 0.0715, 4),
  {
    says: 'On five problems DGC ends with 1.15 times the loss of the dense run (median).',
    kind: 'run',
    source: MEASURED,
    given: 'default',
    unit: '×',
    measure: (run, again) => medianRatio(run, again, 'dgc', 'dense'),
    expect: () => 1.15,
    within: { abs: 0.005 },
  },
  {
    says: 'Nothing is lost: for each entry, what the first worker sent and what waits are all that came in.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'default',
    also: (p) => p.compress && p.bank && p.eta <= 0.02 && p.noise <= 1,
    measure: (run) => run.series.gone.reduce((most, value) => Math.max(most, value), 0),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'Where all is sent, momentum correction takes the same way as dense momentum.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'all',
    also: (p) => p.sparsity === 0 && p.warmUp === 'off' && p.choosing === 'exact' && p.eta <= 0.1,
    measure: ({ state, last }) => {
      const { dense, correction } = state(last).race.runners
      return apart(dense.weights, correction.weights)
    },
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'Where all is sent, DGC takes the same way as gradient steps without momentum.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'all',
    measure: ({ state, last }, again) =>
      apart(state(last).race.runners.dgc.weights, again({ m: 0 }).state(last).race.runners.dense.weights),
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'DGC sends 50 times fewer bytes than the dense run, the numbers of the entries counted.',
    kind: 'analysis',
    source: 'README, “What it costs”',
    given: 'default',
    unit: '×',
    also: (p) => p.compress && p.warmUp === 'off' && p.choosing === 'exact' && 100 % (100 - p.sparsity) === 0,
    measure: (run) => run.series.fewerBytes.at(-1)!,
    expect: ({ sparsity }) => 50 / (100 - sparsity),
    within: { rel: 1e-12 },
  },
  {
    says: 'In the five epochs of the paper’s warm-up each worker sends 2160 values of 30,000.',
    kind: 'paper',
    source: 'Lin et al. 2018, warm-up training; README, “What the paper found”',
    given: { warmUp: 'paper' },
    unit: 'values',
    measure: ({ state, params }) => state(5 * EPOCH).race.runners.dgc.values / params.workers,
    expect: () => EPOCH * (25 + 7 + 2 + 1 + 1),
    within: { abs: 0 },
  },
  {
    says: 'At five times the step size the logarithm of DGC’s loss is 6.16.',
    kind: 'run',
    source: MEASURED,
    given: 'hot',
    unit: 'powers of ten',
    measure: (run) => Math.log10(endOf(run, 'dgc')),
    expect: () => 6.16,
    within: { abs: 0.005 },
  },
  {
    says: 'With the paper’s warm-up it is 2.57 there: later, not cured.',
    kind: 'run',
    source: MEASURED,
    given: { eta: 0.05, warmUp: 'paper' },
    unit: 'powers of ten',
    measure: (run) => Math.log10(endOf(run, 'dgc')),
    expect: () => 2.57,
    within: { abs: 0.005 },
  },
  ends('Dropping is never late, and bears that step: it ends at 0.438.', 'drop', 0.438, 3, 'hot'),
  ends('At 95 % and η = 0.02 DGC ends at 0.0655.', 'dgc', 0.0655, 4, 'bigger'),
  ends('The dense run ends at 0.131 there.', 'dense', 0.131, 3, 'bigger'),
  ends('With momentum 0.7 in place of 0.9 it ends at 0.0601.', 'dense', 0.0601, 4, { sparsity: 95, eta: 0.02, m: 0.7 }),
]
