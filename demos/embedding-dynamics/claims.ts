// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { outside, peak } from '@/numerics/statistics'
import type { Params, State } from './model'
import { WALK_STEPS } from './params'
import type { presets } from './presets'
import { keptAfter, linkAfter, type readouts } from './readouts'
import type { Alone } from './runs/alone'

type Name = keyof typeof readouts
type Said = Claim<Params, State, Name, keyof typeof presets, { alone: Alone }>

const [WHY, MEASURED] = ['README, “Why it works”', 'README, “What was measured”']
const atEnd =
  (name: Name): Said['measure'] =>
  (run) =>
    run.series[name][run.last]!
const measured = (says: string, given: Said['given'], measure: Said['measure'], value: number, error: number): Said => ({
  says,
  kind: 'run',
  source: MEASURED,
  given,
  measure,
  expect: () => value,
  within: { abs: error },
})
const COUNT = 4000
const WALK = { tab: 'kicks', strong: 0, walkers: 2000, a: 0.3 } as const
const SPRINGS = { tab: 'kicks', a: 0.1, weak: 0.02, strong: 0.08, walkers: 2000 } as const
const SPREAD_AFTER = 50 // steps

export const claims: readonly Said[] = [
  measured('Attraction alone ends with the effective rank 1.02 …', 'attraction', atEnd('rank'), 1.02, 0.005),
  measured('… and nearly no loss: 0.00029.', 'attraction', atEnd('lossC'), 2.9e-4, 5e-6),
  {
    says: 'A cloud at one place would have the loss of spreading 2 − 2/√3 = 0.845: without delay it has.',
    kind: 'analysis',
    source: WHY,
    given: 'noDelay',
    measure: atEnd('lossS'),
    expect: (p) => 2 - 2 / Math.sqrt(p.dimension === 'sphere' ? 3 : 2),
    within: { abs: 0.03 },
    needs: { error: 0.02, because: 'views of a picture are jittered, and the cloud is not quite one place' },
  },
  measured('With a long delay, m = 0.99, the mean cosine ends at 0.60; …', 'longDelay', atEnd('cosine'), 0.6, 0.005),
  measured('… without delay at 1.00.', 'noDelay', atEnd('cosine'), 1, 0.005),
  measured('With all three forces the effective rank ends at 2.98 …', 'msbreg', atEnd('rank'), 2.98, 0.005),
  measured(
    '… and the mean cosine at 0.30: the cloud lies more on one side of the sphere.',
    'msbreg',
    atEnd('cosine'),
    0.3,
    0.005,
  ),
  measured(
    'A collapsed cloud is back at rank 2.98 after 150 steps of spreading.',
    'rescue',
    (run) => run.series.rank[750]!,
    2.98,
    0.005,
  ),
  {
    says: 'Squares of the half axes add up to 1.',
    kind: 'analysis',
    source: WHY,
    given: 'msbreg',
    measure: ({ series: { value1, value2, value3 }, last }) => value1[last]! ** 2 + value2[last]! ** 2 + value3[last]! ** 2,
    expect: () => 1,
    within: { abs: 1e-9 },
  },
  {
    says: 'Free particles under attraction alone do not collapse: the effective rank stays between 2.7 and 3.',
    kind: 'analysis',
    source: WHY,
    given: 'free',
    measure: ({ series: { rank } }) => peak(rank.map((value) => outside(value, 2.7, 3))),
    expect: () => 0,
    within: { abs: 1e-6 },
  },
  {
    says: 'Spreading alone makes free particles equally long in all directions: the effective rank is 3.000.',
    kind: 'paper',
    source: 'Moon et al. 2023, abstract: “globally-homogeneous”',
    given: 'spreading',
    measure: atEnd('rank'),
    expect: () => 3,
    within: { abs: 0.001 },
  },
  {
    says: 'Of 4000 walkers with kicks alone the mean of z·c after 50 steps is ρ⁵⁰ = 0.236.',
    kind: 'analysis',
    source: WHY,
    given: WALK,
    measure: ({ series: { keptWeak, keptStrong } }) => (keptWeak[SPREAD_AFTER]! + keptStrong[SPREAD_AFTER]!) / 2,
    expect: (p) => keptAfter(p, SPREAD_AFTER),
    within: { abs: 0.027 },
    needs: { error: 1 / Math.sqrt(3 * COUNT), because: 'it is a mean of 4000 of standard deviation 1/√3 at most' },
  },
  {
    says: 'Kicks of length 0.1 stretch a spring of stiffness 0.02 to 0.41, by the law for small angles.',
    kind: 'analysis',
    source: WHY,
    given: SPRINGS,
    measure: atEnd('linkWeak'),
    expect: (p) => linkAfter(p, p.weak, WALK_STEPS),
    within: { abs: 0.03 },
    needs: { error: 0.01, because: 'it is measured on 2000 walkers, and angles of 0.4 are not quite small' },
  },
  {
    says: 'The root mean square length of the weak spring is 2.0 times that of the strong one, which is four times as stiff.',
    kind: 'paper',
    source: 'Moon et al. 2023, caption of figure 1',
    given: SPRINGS,
    measure: ({ series: { linkWeak, linkStrong }, last }) => linkWeak[last]! / linkStrong[last]!,
    expect: () => 2,
    within: { abs: 0.15 },
  },
  {
    says: 'In a network kicks slow the collapse: without delay, over six seeds, kicks of weight 3 end with a mean rank higher by 0.10.',
    kind: 'run',
    slow: true,
    source: MEASURED,
    given: 'noDelay',
    measure(_run, again) {
      const mean = (brownian: number) => {
        const ranks = [0, 1, 2, 3, 4, 5].map((seed) => again({ brownian, singular: 0, momentum: 0, seed }).series.rank.at(-1)!)
        return ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length
      }
      return mean(3) - mean(0)
    },
    expect: () => 0.1,
    within: { abs: 0.005 },
  },
]
