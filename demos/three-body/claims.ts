// The paper's promises and the known facts about these systems, as numbers that can fail.
import type { Claim } from '@/contract'
import { energy } from '@/domains/dynamics/nbody'
import { FIGURE_EIGHT_PERIOD } from '@/domains/dynamics/nbodySystems'
import { outside } from '@/numerics/statistics'
import { bodiesIn } from './flight'
import { closestEver, exactDistance, farOverClose, last, returned, workAtEqualError, workOnLeapfrog } from './measures'
import type { Params, State } from './model'
import type { presets } from './presets'
import type { readouts } from './readouts'
import { shippedWeights } from './shipped'
import { bodiesAt } from './start'
import type { Learning, Tests } from './training'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, { tests: Tests; training: Learning }>

/** How many weights of a network that has just learned differ from the shipped one. */
const notShipped = ({ weights }: Learning) =>
  shippedWeights.filter((weight, k) => Math.fround(weights?.[k] ?? Number.NaN) !== weight).length

export const claims: readonly Said[] = [
  {
    says: 'The Pythagorean problem to t = 10 takes 1871 steps with μ = 0.03.',
    kind: 'program',
    source: 'own integrator in C, for the same rule',
    given: 'pythagorean',
    unit: 'steps',
    measure: (run) => last(run.series.evaluations) - 1,
    expect: () => 1871,
    within: { abs: 0 },
  },
  {
    says: 'After them no body is farther than 0.0001 from where it should be.',
    kind: 'program',
    source: 'reference in quadruple precision',
    given: 'pythagorean',
    measure: (run) => last(run.series.placeError),
    expect: () => 1.01e-4,
    within: { rel: 0.02 },
  },
  {
    says: '333 334 equal steps end 160 times farther off than these 1871.',
    kind: 'program',
    source: 'README, “Why it works”',
    given: 'pythagorean',
    unit: '×',
    measure: (run, again) => last(again({ rule: 'fixed', delta: 3e-5 }).series.placeError) / last(run.series.placeError),
    expect: () => 160,
    within: { abs: 1 },
  },
  {
    says: '100 001 equal steps throw the bodies out: in this run they end 2078 lengths away.',
    kind: 'run',
    source: 'README, “Why it works”',
    given: 'fixed',
    measure: (_run, again) => last(again({ delta: 1e-4 }).series.placeError),
    expect: () => 2078, // deterministic: the same steps give the same bits
    within: { abs: 0.5 },
  },
  {
    says: 'Masses 4 and 5 come as close as 0.000413825.',
    kind: 'program',
    source: 'Szebehely and Peters 1967; reference in quadruple precision',
    given: 'encounter',
    measure: (run) => closestEver(run.params),
    expect: () => 4.13825e-4,
    within: { rel: 2e-6 },
  },
  {
    says: 'The energy of the Pythagorean problem is −769/60.',
    kind: 'paper',
    source: 'Szebehely and Peters 1967',
    given: 'fate',
    measure: ({ params }) => energy(bodiesAt(params)),
    expect: () => -769 / 60,
    within: { abs: 1e-13 },
  },
  {
    says: 'Mass 3 is thrown out: it ends 21.415 from the centre at t = 70.',
    kind: 'program',
    source: 'reference in quadruple precision',
    given: 'fate',
    measure: ({ params }) => exactDistance(params, 70),
    expect: () => 21.4153,
    within: { abs: 0.0015 },
  },
  {
    says: 'With μ = 0.01 the energy is kept to a millionth.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'fate',
    measure: (_run, again) => outside(last(again({ mu: 0.01 }).series.energyError), 0, 1e-6),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'And yet the places are then off by ten lengths or more.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'fate',
    measure: (_run, again) => outside(last(again({ mu: 0.01 }).series.placeError), 10, Number.POSITIVE_INFINITY),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'Halving an equal step divides the error by 16: the scheme is of fourth order.',
    kind: 'paper',
    source: 'Makino and Aarseth 1992',
    given: 'eight',
    unit: '×',
    measure(_run, again) {
      const error = (delta: number) => last(again({ rule: 'fixed', delta, until: 2 }).series.placeError)
      return error(0.01) / error(0.005)
    },
    expect: () => 16,
    within: { abs: 0.3 },
  },
  {
    says: 'After one period the figure eight is back where it began.',
    kind: 'paper',
    source: 'Chenciner and Montgomery 2000; numbers of C. Simó',
    given: 'eight',
    measure: (run, again) => {
      const back = again({ mu: 0.003, until: FIGURE_EIGHT_PERIOD })
      return returned(run.params, bodiesIn(back.state(back.last).flight).positions)
    },
    expect: () => 0,
    within: { abs: 1e-7 }, // the start has eight digits: the exact flow returns within 3e-8
  },
  {
    says: 'After one turn the triangle of Lagrange is back where it began.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'triangle',
    measure: (run) => returned(run.params, bodiesIn(run.state(run.last).flight).positions),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'A millionth of difference has grown 105 thousand times at t = 50.',
    kind: 'run',
    source: 'README, “Why it works”',
    given: 'twins',
    unit: 'thousands',
    measure: (_run, again) => last(again({ until: 50 }).series.twinDistance) / 1e-6 / 1000,
    expect: () => 105,
    within: { abs: 0.5 },
  },
  {
    says: 'On thirty unseen scenes the network earns a mean return of 685.',
    kind: 'run',
    source: 'demos/three-body/policy/log.json',
    given: 'network',
    measure: (run) => run.summary('earned'),
    expect: () => 684.8,
    within: { rel: 1e-3 },
  },
  {
    says: 'Trained again from seed 12, the network has the weights that are shipped, bit by bit.',
    slow: true,
    kind: 'analysis',
    source: 'demos/three-body/policy/log.json',
    given: { tab: 'learn', seed: 12, episodes: 60 },
    unit: 'weights differ',
    measure: (run) => notShipped(run.map('training')),
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'The best constant μ earns 549.',
    kind: 'run',
    source: 'demos/three-body/policy/log.json',
    given: 'network',
    measure: (run) => run.summary('bestConstant'),
    expect: () => 548.8,
    within: { rel: 1e-3 },
  },
  {
    says: 'More return is not less work: the network does 23 times the work of a constant μ with the same median error.',
    kind: 'run',
    source: 'README, “What the paper found”',
    given: 'network',
    unit: '×',
    measure: (run) => workAtEqualError(run.map('tests')),
    expect: () => 23,
    within: { rel: 0.01 },
  },
  {
    says: 'The network adapts: beyond 6 au it picks a μ 21 times as large as within 1 au.',
    kind: 'run',
    source: 'README, “What the paper found”',
    given: 'network',
    unit: '×',
    measure: () => farOverClose(),
    expect: () => 21,
    within: { rel: 0.02 },
  },
  {
    says: 'Put on a leapfrog, for which it was not trained, the network does 2.66 times the work of a constant μ with the same median error.',
    kind: 'run',
    source: 'README, “What the paper found”',
    given: 'network',
    unit: '×',
    measure: (run) => workOnLeapfrog(run.params),
    expect: () => 2.66,
    within: { abs: 0.005 },
  },
]
