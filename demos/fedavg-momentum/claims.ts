// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import type { Row } from '@/numerics/sweep'
import type { State } from './model'
import type { Method, Params } from './params'
import type { presets } from './presets'
import { leftOfWay } from './problem'
import { READOUTS, type readouts } from './readouts'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, { ends: readonly Row<number>[] }>
const last = (values: Float64Array) => values.at(-1)!

const error = (says: string, method: Method, given: Partial<Params>, value: number, digits: number): Said => ({
  says,
  kind: 'program',
  source: 'a program of its own; README, “What was measured”',
  given,
  measure: (run) => last(run.series[READOUTS[method].error]),
  expect: () => value,
  within: { abs: 0.5 * 10 ** -digits }, // as it is rounded
})

const SEEDS = 8
const meanOver = (again: Parameters<Said['measure']>[1], method: Method) => {
  let sum = 0
  for (let seed = 0; seed < SEEDS; seed++) sum += last(again({ seed }).series[READOUTS[method].mean]) / SEEDS
  return sum
}
const noisy = (name: string, method: Method, value: number): Said => ({
  says: `With 2 of 5 clients and noise 1 the error of ${name} is ${value} (root mean square of rounds 201 to 400, mean of ${SEEDS} seeds).`,
  kind: 'run',
  source: 'README, “What was measured”',
  given: 'noisy',
  measure: (_run, again) => meanOver(again, method),
  expect: () => value,
  within: { abs: 0.0005 },
})

export const claims: readonly Said[] = [
  error('FedAvg comes to rest 0.601 from the optimum.', 'fedavg', {}, 0.601, 3),
  error('With half the heterogeneity it is 0.300.', 'fedavg', { h: 0.5 }, 0.3, 3),
  error('With twice the heterogeneity it is 1.202.', 'fedavg', { h: 2 }, 1.202, 3),
  error('FedAvg-M with β = 0.1 comes to rest 0.066 from the optimum.', 'fedavgM', {}, 0.066, 3),
  error('FedAvg-M with β = 0.03 comes to rest 0.020 from the optimum.', 'fedavgM', { beta: 0.03, rounds: 400 }, 0.02, 3),
  {
    says: 'After 20 rounds FedAvg-M is 0.568 from the optimum.',
    kind: 'program',
    source: 'a program of its own; README, “Why it works”',
    given: {},
    measure: (run) => run.series.mError[20]!,
    expect: () => 0.568,
    within: { abs: 0.0005 },
  },
  {
    says: 'FedAvg at the rate βη is then 0.066 from it: here it is sooner at the same place.',
    kind: 'program',
    source: 'a program of its own; README, “Why it works”',
    given: {},
    measure: (run) => run.series.smallError[20]!,
    expect: () => 0.066,
    within: { abs: 0.0005 },
  },
  {
    says: 'FedAvg rests where the formula says, whatever h, K and η are.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: {},
    also: (p) => p.tab === 'plane' && p.m === 5 && p.sigma === 0 && leftOfWay(p) < 1e-11, // it has come to rest
    measure: (run) => last(run.series.avgError) - last(run.series.avgRest),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'FedAvg-M and FedAvg with the local rate βη come to rest at the same place.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { rounds: 400 },
    measure: (run) => last(run.series.apart),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'So they do as classifiers, with a server rate of 3.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { tab: 'blobs', gamma: 3, rounds: 400 },
    measure: (run) => last(run.series.apart),
    expect: () => 0,
    within: { abs: 1e-6 },
    needs: { error: 4e-7, because: 'after 400 rounds they are still on their way' },
  },
  {
    says: 'As a classifier FedAvg ends 0.0032 above the least loss.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'blobs',
    measure: (run) => last(run.series.avgError),
    expect: () => 0.0032,
    within: { abs: 0.00005 },
  },
  {
    says: 'FedAvg-M ends 0.000045 above it.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'blobs',
    measure: (run) => last(run.series.mError),
    expect: () => 0.000045,
    within: { abs: 0.0000005 },
  },
  {
    says: 'SCAFFOLD comes to the optimum when all take part: the distance after 200 rounds is 0.',
    kind: 'paper',
    source: 'Karimireddy et al. 2020; README, “Why it works”',
    given: {},
    measure: (run) => last(run.series.scError),
    expect: () => 0,
    within: { abs: 1e-11 },
  },
  {
    says: 'If all losses are equally steep FedAvg does not drift.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'equal',
    measure: (run) => last(run.series.avgError),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'With variance reduction FedAvg-M rests as far from the optimum as FedAvg, 0.601.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { reduced: true, rounds: 400 },
    measure: (run) => last(run.series.mError),
    expect: () => 0.601,
    within: { abs: 0.0005 },
  },
  noisy('FedAvg', 'fedavg', 0.821),
  noisy('FedAvg-M', 'fedavgM', 0.503),
  noisy('FedAvg at the rate βη', 'small', 0.67),
  noisy('SCAFFOLD', 'scaffold', 0.219),
  noisy('SCAFFOLD-M', 'scaffoldM', 0.198),
]
