// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import type { LawName } from '@/domains/dynamics/hamiltonians'
import { rounded } from '@/domains/nets/shortWeights'
import type { State } from './model'
import { learnerOf, startOf } from './networks/adaptation'
import { judged, medians } from './networks/judging'
import type { Learning } from './networks/learning'
import { ownDrift } from './networks/rollout'
import { shipped } from './networks/shipped'
import { hamiltonian, STARTS } from './networks/training'
import type { NetName, Params } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, { learning: Learning }>

const ours = 'README, “What was measured”'
const derived = 'README, “Derivation”'
const zero = () => 0
const STEPS = Array.from({ length: 31 }, (_, k) => k)

/** Median over twelve tasks. */
const median = (says: string, net: NetName, law: LawName, steps: number, value: number): Said => ({
  says,
  kind: 'run',
  source: ours,
  given: {},
  measure: () => medians(learnerOf(net), startOf(net, 0), law, 0.1, [steps])[0]!,
  expect: () => value,
  within: { abs: 0.0005 },
})

export const claims: readonly Said[] = [
  median(
    'On twelve tasks of gravity, which it never met, the meta-trained start has after five steps the median error 0.319.',
    'meta',
    'kepler',
    5,
    0.319,
  ),
  median('The pre-trained start has 0.491.', 'pre', 'kepler', 5, 0.491),
  median('A random start has 1.012.', 'random', 'kepler', 5, 1.012),
  median('Before any step the meta-trained start has 1.010 …', 'meta', 'kepler', 0, 1.01),
  median('… and the pre-trained one 0.922: the pad is not an average.', 'pre', 'kepler', 0, 0.922),
  median(
    'On new pendulums, a law that it knows, the meta-trained start has after five steps 0.021 …',
    'meta',
    'pendulum',
    5,
    0.021,
  ),
  median('… and the pre-trained one 0.055.', 'pre', 'pendulum', 5, 0.055),
  {
    says: 'Task by task, after five steps on gravity the pre-trained start is never the better: 0 of 12.',
    kind: 'run',
    source: ours,
    given: {},
    measure: () => {
      const [pre, meta] = (['pre', 'meta'] as const).map((net) => judged(hamiltonian, shipped[net], 'kepler', 0.1, [5]))
      return pre!.filter(([error], task) => error! < meta![task]![0]!).length
    },
    expect: zero,
    within: { abs: 0 },
  },
  {
    says: 'The median that it has after five steps takes the pre-trained start 16.',
    kind: 'run',
    source: ours,
    given: {},
    measure: () => {
      const of = (net: 'pre' | 'meta', steps: readonly number[]) => medians(hamiltonian, shipped[net], 'kepler', 0.1, steps)
      const reached = of('meta', [5])[0]!
      return of('pre', STEPS).findIndex((error) => error <= reached)
    },
    expect: () => 16,
    within: { abs: 0 },
  },
  {
    says: 'Four observations lead the meta-trained start from 0.788 to 0.981 in five steps: away from the truth.',
    kind: 'run',
    source: ours,
    given: 'few',
    measure: ({ series }) => series.meta[5]!,
    expect: () => 0.981,
    within: { abs: 0.0005 },
  },
  {
    says: 'Along its motion a Hamiltonian network’s own energy stays: it changes by 0.',
    kind: 'analysis',
    source: derived,
    given: { tab: 'roll', law: 'pendulum' },
    measure: ({ series, last }) => series.own[last]!,
    expect: zero,
    within: { abs: 1e-7 },
    needs: { error: 5e-8, because: 'Runge and Kutta’s steps of 0.02' },
  },
  {
    says: 'What remains is the error of the steps, of order 4: half as long, they leave a 16th.',
    kind: 'analysis',
    source: derived,
    given: { tab: 'roll', law: 'pendulum' },
    measure: ({ params }) => ownDrift(params, 0.025, 2) / ownDrift(params, 0.0125, 2),
    expect: () => 16,
    within: { abs: 1.5 },
    needs: { error: 0.7, because: 'the next order, at steps of 0.025' },
  },
  {
    says: 'The plain network gains and loses energy: up to 0.626 on the way of the pendulums.',
    kind: 'run',
    source: ours,
    given: { tab: 'roll', law: 'pendulum' },
    measure: ({ series }) => series.gainPlain.reduce((most, gain) => Math.max(most, Math.abs(gain)), 0),
    expect: () => 0.626,
    within: { abs: 0.0005 },
  },
  {
    says: 'After 300 updates of training, on five tasks of gravity, the meta-trained start has 0.41 after five steps …',
    kind: 'run',
    source: ours,
    given: { tab: 'train' },
    slow: true,
    measure: (run) => run.summary('metaAfter'),
    expect: () => 0.41,
    within: { abs: 0.005 },
  },
  {
    says: '… and the pre-trained one 0.44: nearly the same.',
    kind: 'run',
    source: ours,
    given: { tab: 'train' },
    slow: true,
    measure: (run) => run.summary('preAfter'),
    expect: () => 0.44,
    within: { abs: 0.005 },
  },
  {
    says: 'The shipped starts are learned again by 3,000 updates: of their 3,846 rounded weights 0 differ.',
    kind: 'run',
    source: 'trained/train.mjs',
    given: { tab: 'train', updates: 3000 },
    slow: true,
    measure: (run) => {
      const { weights } = run.map('learning')
      return STARTS.reduce(
        (sum, start) => sum + rounded(weights![start]).filter((weight, k) => weight !== shipped[start][k]).length,
        0,
      )
    },
    expect: zero,
    within: { abs: 0 },
  },
]
