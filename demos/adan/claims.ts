// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { median } from '@/numerics/regression'
import type { State } from './model'
import type { Method, Params } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'
import type { Lane } from './training'
import { workingRates } from './window'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets>
type Again = Parameters<Said['measure']>[1]
const last = (values: Float64Array) => values.at(-1)!

const SEEDS = [1, 2, 3, 4, 5, 6, 7]
/** Median loss at the end over the seeds, at the rates of the preset, which are the best of the sweep's five or as good. */
const medianLoss = (again: Again, lane: Lane, params: Partial<Params> = {}) =>
  median(SEEDS.map((seed) => last(again({ ...params, seed }).series[lane])))

const rates = (method: Method, name: string, given: 'valley' | 'beale', count: number, abs = 0): Said => ({
  says: `${given === 'valley' ? 'In the straight valley' : 'From afar on Beale’s plain'} ${name} has ${count} of 56 rates that work.`,
  kind: 'program',
  source: 'a program of its own; README, “What was measured”',
  given,
  unit: 'rates',
  measure: ({ params }) => workingRates(params, method),
  expect: () => count,
  within: { abs },
  needs: {
    error: abs,
    because: 'at large rates the last bit decides where a run is when it is stopped: 19 to 22 and 9 to 12 were seen',
  },
})

export const claims: readonly Said[] = [
  {
    says: 'For 40 steps the places of the estimate are those at which Nesterov measures: the largest distance is 0.',
    kind: 'paper',
    source: 'Xie et al. 2022; proved in README, “Why it works”',
    given: 'same',
    also: (p) =>
      p.tab === 'same' && p.surface === 'rosenbrock' && p.mu <= 0.9 && p.etaNesterov <= 0.001 && Math.hypot(...p.start) < 2,
    measure: (run) => run.state(Math.min(40, run.last)).twins!.apart,
    expect: () => 0,
    within: { abs: 1e-11 }, // rounding: 5e-14 at the preset
  },
  {
    says: 'After 120 steps at η = 0.01 Adan stands at f = 4.401963 on the banana.',
    kind: 'program',
    source: 'a program of its own, checked against the released one',
    given: { eta: 0.01 },
    measure: (run) => run.series.adanF[120]!,
    expect: () => 4.401963437027713,
    within: { rel: 1e-9 },
  },
  {
    says: 'Heavy ball with η = 0.001 is at 0.102082 by then: on a smooth valley it is faster.',
    kind: 'program',
    source: 'a program of its own',
    given: { etaBall: 0.001 },
    measure: (run) => run.series.ballF[120]!,
    expect: () => 0.10208234944620848,
    within: { rel: 1e-9 },
  },
  {
    says: 'Each at its best rate of the grid, heavy ball stays below 0.0001 on the banana from step 239 on.',
    kind: 'program',
    source: 'a program of its own; README, “What was measured”',
    given: 'banana',
    unit: 'steps',
    measure: (run) => last(run.series.ballSettled),
    expect: () => 239,
    within: { abs: 0 },
  },
  {
    says: 'Adan does so from step 1722 on.',
    kind: 'program',
    source: 'a program of its own; README, “What was measured”',
    given: 'banana',
    unit: 'steps',
    measure: (run) => last(run.series.adanSettled),
    expect: () => 1722,
    within: { abs: 0 },
  },
  {
    says: 'Without the difference term Adan needs 168 steps more in the straight valley.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'valley',
    unit: 'steps',
    measure: (run, again) => last(again({ difference: false }).series.adanSettled) - last(run.series.adanSettled),
    expect: () => 168,
    within: { abs: 0 },
  },
  rates('adan', 'Adan', 'valley', 22),
  rates('adam', 'Adam', 'valley', 21),
  rates('ball', 'heavy ball', 'valley', 17),
  rates('nesterov', 'Nesterov', 'valley', 13),
  rates('descent', 'gradient descent', 'valley', 4),
  rates('adan', 'Adan', 'beale', 19, 3),
  rates('adam', 'Adam', 'beale', 12, 3),
  rates('ball', 'heavy ball', 'beale', 1),
  {
    says: 'On the network Adan after 200 steps has 0.258 of the loss of Adam after 400 (medians of seven seeds).',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'half',
    unit: '×',
    measure: (_run, again) => medianLoss(again, 'half') / medianLoss(again, 'adamFull'),
    expect: () => 0.258,
    within: { abs: 0.0005 }, // as it is rounded
  },
  {
    says: 'Given as many steps as Adan, Adam ends with 11.5 times its loss.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'half',
    unit: '×',
    measure: (_run, again) => medianLoss(again, 'adamHalf') / medianLoss(again, 'half'),
    expect: () => 11.5,
    within: { abs: 0.05 },
  },
  {
    says: 'Without the difference term Adan ends with 7.25 times its loss.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'half',
    unit: '×',
    measure: (_run, again) => medianLoss(again, 'half', { difference: false }) / medianLoss(again, 'half'),
    expect: () => 7.25,
    within: { abs: 0.01 },
  },
]
