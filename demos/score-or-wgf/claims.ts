// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { rounded } from '@/domains/nets/shortWeights'
import type { Fates, Flow } from './flow'
import type { Learning } from './learning'
import type { State } from './model'
import { type Params, TIME_STEP } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'
import { shipped } from './shipped'
import type { Parts } from './split'
import type { Walk } from './walk'

interface Maps {
  walk: Walk
  learning: Learning
  flow: Flow
  fates: Fates
  split: Parts
}
type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, Maps>
type Series = keyof typeof readouts

const ours = 'README, “What was measured”'
const derived = 'README, “Why it works”'
const of =
  (name: string): Said['measure'] =>
  (run) =>
    run.summary(name)
const zero = () => 0

export const claims: readonly Said[] = [
  {
    says: 'The exact score does no work once round a circle beside the middle, at σ = 0.1.',
    kind: 'analysis',
    source: derived,
    given: { model: 'exact', centre: [0.4, 0.3], radius: 0.8 },
    also: (p) => p.tab === 'loop' && p.model === 'exact' && p.sigma >= 0.1 && p.moved.length === 0,
    measure: (run) => run.map('walk').circulation,
    expect: zero,
    within: { abs: 1e-9 },
  },
  {
    says: 'The trained network does: −2.131.',
    kind: 'run',
    source: ours,
    given: 'trained',
    measure: (run) => run.map('walk').circulation,
    expect: () => -2.131,
    within: { abs: 0.0005 },
  },
  {
    says: 'It equals the integral of the network’s curl over the inside: a difference of 0.',
    kind: 'analysis',
    source: derived,
    given: 'trained',
    measure: (run) => run.map('walk').circulation - run.map('walk').inside,
    expect: zero,
    within: { abs: 1e-8 },
  },
  {
    says: 'The antisymmetric half of the network’s Jacobian is 0.044 of the whole at σ = 0.05.',
    kind: 'run',
    source: ours,
    given: 'trained',
    measure: of('asymmetry'),
    expect: () => 0.044,
    within: { abs: 0.0005 },
  },
  {
    says: 'The gradient net does no work once round, whatever it has learned.',
    kind: 'analysis',
    source: derived,
    given: { model: 'potential', sigma: 0.05, centre: [0.4, 0.3] },
    measure: (run) => run.map('walk').circulation,
    expect: zero,
    within: { abs: 1e-9 },
  },
  {
    says: 'Turned by a right angle, the score does as much work as it has flux outwards: they differ by 0.',
    kind: 'analysis',
    source: derived,
    given: { model: 'turn', kappa: 1, sigma: 0.2 },
    measure: (run, again) => run.map('walk').circulation - again({ model: 'exact' }).map('walk').flux,
    expect: zero,
    within: { abs: 1e-9 },
  },
  {
    says: 'The trained network’s 1,000 samples end 0.065 from the data.',
    kind: 'run',
    source: ours,
    given: { tab: 'samples' },
    measure: of('distance'),
    expect: () => 0.065,
    within: { abs: 0.0005 },
  },
  {
    says: 'The gradient net’s end 0.233 from the data.',
    kind: 'run',
    source: ours,
    given: 'gradient',
    measure: of('distance'),
    expect: () => 0.233,
    within: { abs: 0.0005 },
  },
  {
    says: 'With an error twice as long as the score, across it, samples end 0.066 from the data.',
    kind: 'run',
    source: ours,
    given: 'swirl',
    measure: of('distance'),
    expect: () => 0.066,
    within: { abs: 0.0005 },
  },
  {
    says: 'With an error half as long as the score, against it, they end 0.431 from the data.',
    kind: 'run',
    source: ours,
    given: 'stretch',
    measure: of('distance'),
    expect: () => 0.431,
    within: { abs: 0.0005 },
  },
  {
    says: 'For κ from 0.5 to 3 the error along the score always ends farther from the data than the one across it: 0 exceptions.',
    kind: 'run',
    source: ours,
    given: 'swirl',
    measure: (run) => {
      const { turn, stretch } = run.map('fates')
      return turn.filter((distance, k) => k > 5 && !(stretch[k]! > 1.5 * distance)).length
    },
    expect: zero,
    within: { abs: 0 },
  },
  {
    says: 'Of the network’s squared error at σ = 0.4 only 3.0 % stirs the density without moving it.',
    kind: 'run',
    source: ours,
    given: { tab: 'split', sigma: 0.4 },
    unit: '%',
    measure: of('stirsNet'),
    expect: () => 3,
    within: { abs: 0.05 },
  },
  {
    says: 'All of the gradient net’s error moves the density: 100.0 %.',
    kind: 'analysis',
    source: derived,
    given: { tab: 'split', sigma: 0.4 },
    unit: '%',
    measure: of('movesGradient'),
    expect: () => 100,
    within: { abs: 0.001 },
    needs: { error: 0.0005, because: 'the error of 80 × 80 cells' },
  },
  {
    says: 'All of the swirl’s only stirs it: 100.0 %.',
    kind: 'analysis',
    source: derived,
    given: { tab: 'split', sigma: 0.4 },
    unit: '%',
    measure: of('stirsTurn'),
    expect: () => 100,
    within: { abs: 0.006 },
    needs: { error: 0.0026, because: 'the error of 80 × 80 cells' },
  },
  {
    says: 'On the grid the free energy falls by the mean square of u: at t = 0.5 the ratio is 1.00.',
    kind: 'analysis',
    source: derived,
    given: 'energy',
    measure: ({ series: { energy, slope } }) => (energy[51]! - energy[49]!) / (2 * TIME_STEP) / slope[50]!,
    expect: () => 1,
    within: { abs: 0.005 },
  },
  {
    says: 'It stays below KL(0) e⁻²ᵗ at every step up to t = 3: 0 exceptions.',
    kind: 'analysis',
    source: derived,
    given: 'energy',
    measure: ({ series: { energy, bound } }) => energy.filter((value, step) => step > 0 && !(value < bound[step]!)).length,
    expect: zero,
    within: { abs: 0 },
  },
  {
    says: 'On the grid it is the closed form’s, 0.2734 at t = 1, within 1 %.',
    kind: 'analysis',
    source: derived,
    given: 'energy',
    measure: ({ series: { energy } }: { series: Record<Series, Float64Array> }) => energy[100]!,
    expect: () => 0.2734,
    within: { rel: 0.01 },
    needs: { error: 0.001, because: 'implicit steps of 0.0025 are of order 1' },
  },
  {
    says: 'The shipped networks are learned again by 3,000 updates: of their rounded weights 0 of 2,467 differ.',
    kind: 'run',
    source: 'trained/train.mjs',
    given: { tab: 'learning' },
    slow: true,
    measure: (run) => {
      const last = run.map('learning').records.at(-1)!
      const differ = (a: Float32Array, b: Float32Array) => rounded(a).filter((weight, k) => weight !== b[k]).length
      return differ(last.mlp, shipped.mlp) + differ(last.potential, shipped.potential)
    },
    expect: zero,
    within: { abs: 0 },
  },
]
