// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import type { Channel } from './learners/clips'
import { train } from './learners/pocket'
import { type Combination, type Contest, type Learned, type Response, type Thrown, VELOCITIES } from './maps'
import type { State } from './model'
import type { Params } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'
import { shippedWeights } from './shipped'

interface Maps {
  learned: Learned
  response: Response
  thrown: Thrown
  plane: readonly Combination[]
  contests: readonly Contest[]
}
type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, Maps>

const ours = 'README, “What was measured”'
const derived = 'README, “Why it works”'
const of =
  (name: string): Said['measure'] =>
  (run) =>
    run.summary(name)
/** Median over 12 clips at this shown velocity. */
const medianAt =
  (v: number, channel: Channel = 0): Said['measure'] =>
  (run) =>
    run.map('response').medians[channel * VELOCITIES.length + Math.round(10 * v) - 3]!
const zero = () => 0
const median = (says: string, given: Said['given'], v: number, expected: number, kind: Said['kind'] = 'run'): Said => ({
  says,
  kind,
  source: ours,
  given,
  measure: medianAt(v),
  expect: () => expected,
  within: { abs: 0.005 },
})

export const claims: readonly Said[] = [
  median('Shown 2.5, within the training, the pocket model generates 2.46.', 'whole', 2.5, 2.46),
  median('Shown 5.5, beyond it, 4.17.', 'whole', 5.5, 4.17),
  {
    says: 'Beyond the seen velocities its mean error is 6.6 times as large as within.',
    kind: 'run',
    source: ours,
    given: 'whole',
    measure: (run) => run.summary('errorBeyond') / run.summary('errorSeen'),
    expect: () => 6.6,
    within: { abs: 0.05 },
  },
  median('With the wide gap, shown 1.5 becomes 1.06.', 'gap', 1.5, 1.06),
  median('And shown 3.5 becomes 3.94.', 'gap', 3.5, 3.94),
  {
    says: 'The nearest cases do the same: shown 1.5 becomes 1.14.',
    kind: 'run',
    source: ours,
    given: 'gap',
    measure: (run) => run.map('response').cases[12]!,
    expect: () => 1.14,
    within: { abs: 0.005 },
  },
  {
    says: 'A narrower gap, from 1.75 to 3.25, is bridged in part: its mean error is 0.40, that of the wide one 0.71.',
    kind: 'run',
    source: ours,
    given: { gap: 1.5 },
    slow: true,
    measure: of('errorBetween'),
    expect: () => 0.4,
    within: { abs: 0.005 },
  },
  { ...median('An island of clips round 2.5 heals it: shown 2.5 becomes 2.45.', 'healed', 2.5, 2.45), slow: true },
  {
    says: 'Trained on fast clips and their mirror images, 35.0 % of 40 balls at 0.5 turn round.',
    kind: 'run',
    source: ours,
    given: 'mirror',
    slow: true,
    unit: '%',
    measure: of('reversed'),
    expect: () => 35,
    within: { abs: 0.05 },
  },
  {
    says: 'Without mirror images, 0 % do.',
    kind: 'run',
    source: ours,
    given: 'fast',
    slow: true,
    unit: '%',
    measure: of('reversed'),
    expect: zero,
    within: { abs: 0 },
  },
  {
    says: 'Where red is slow and blue is fast, a blue ball shown at 1.2 rolls with 2.49.',
    kind: 'run',
    source: ours,
    given: 'colours',
    slow: true,
    measure: medianAt(1.2, 1),
    expect: () => 2.49,
    within: { abs: 0.005 },
  },
  {
    says: 'And it stays blue, by 96 %.',
    kind: 'run',
    source: ours,
    given: 'colours',
    slow: true,
    unit: '%',
    measure: of('blue'),
    expect: () => 96,
    within: { abs: 0.5 },
  },
  {
    says: 'The paper’s order of colour, size and velocity holds in all three contests: 0 exceptions.',
    kind: 'paper',
    source: 'Kang et al. 2025, order of attributes',
    given: { tab: 'plane' },
    slow: true,
    measure: (run) => run.map('contests').filter(({ first, second }) => !(first > second)).length,
    expect: zero,
    within: { abs: 0 },
  },
  {
    says: 'Combinations whose values were seen, but never together, err in velocity: 0.92 on average.',
    kind: 'run',
    source: ours,
    given: { tab: 'plane', pair: 'colourVelocity' },
    slow: true,
    measure: of('errorSwapped'),
    expect: () => 0.92,
    within: { abs: 0.005 },
  },
  {
    says: 'The law, fitted to places read from the pixels of 200 clips, has a = 2.000.',
    kind: 'analysis',
    source: derived,
    given: 'whole',
    measure: (run) => run.state(0).answers!.law.a,
    expect: () => 2,
    within: { abs: 0.001 },
  },
  {
    says: 'Shown 6, it says 6.00.',
    kind: 'analysis',
    source: derived,
    given: { velocity: 6 },
    also: (p) => p.tab === 'film' && p.velocity === 6 && p.radius >= 1 && p.pair === 'none',
    measure: (run) => run.series.lawVelocity.at(-1)!,
    expect: () => 6,
    within: { abs: 0.01 },
  },
  {
    says: 'For r = 1.05 and Δv = 1.5 colour changes 20.78 pixels, by an independent program.',
    kind: 'program',
    source: 'tests/golden',
    given: { tab: 'pixels', radius: 1.05, faster: 1.5 },
    measure: (run) => run.series.byColour[0]!,
    expect: () => 20.78,
    within: { abs: 0.005 },
  },
  {
    says: 'And velocity 3.77.',
    kind: 'program',
    source: 'tests/golden',
    given: { tab: 'pixels', radius: 1.05, faster: 1.5 },
    measure: (run) => run.series.byVelocity[0]!,
    expect: () => 3.77,
    within: { abs: 0.005 },
  },
  ...(['whole', 'gap'] as const).map(
    (given): Said => ({
      says:
        given === 'whole'
          ? 'The shipped network is learned again by 3,000 updates: 0 of 5,216 weights differ.'
          : 'And so is that of the wide gap: 0 of 5,216.',
      kind: 'run',
      source: 'trained/train.mjs',
      given,
      slow: true,
      measure(run) {
        const work = train(run.params, run.params.updates)
        let next = work.next()
        while (!next.done) next = work.next()
        const weights = shippedWeights(run.params)!
        return next.value.weights.filter((weight, k) => weight !== weights[k]).length
      },
      expect: zero,
      within: { abs: 0 },
    }),
  ),
]
