// What the page promises as numbers that can fail.
import { type Claim, defaultsOf, merge } from '@/contract'
import { fence } from '@/domains/optim/heavyBallTheory'
import { type Rests, variances } from './measured'
import { elsewhereShare, medianSlope, model, type Params, params, type State, settledShare, stepLine } from './model'
import type { presets } from './presets'
import type { readouts } from './readouts'
import { errorAt, type Trained } from './training'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, { measured: Rests; trained: Trained }>
const [WHY, MEASURED] = ['README, “Why it works”', 'README, “What was measured”']

const CLOUDS = 20
const TOKENS = 3000 // in all of them
/** Mean over clouds after 40 layers. */
function overClouds(changes: Partial<Params>, of: (s: State) => number): number {
  let sum = 0
  for (let seed = 0; seed < CLOUDS; seed++) {
    const p = merge(params, defaultsOf(params), { ...changes, seed })
    const s = model.init(p)
    for (let layer = 0; layer < p.layers; layer++) model.step(s, p)
    sum += of(s)
  }
  return sum / CLOUDS
}
/** Standard error of a percentage of so many tokens. */
const errorOf = (percent: number) => Math.sqrt((percent * (100 - percent)) / TOKENS)
/** A percentage that a NumPy program found with 60,000 tokens. */
function percentage(says: string, given: Partial<Params>, value: number, of: (s: State) => number): Said {
  const error = errorOf(value)
  return {
    says,
    kind: 'program',
    source: MEASURED,
    given,
    unit: '%',
    measure: () => 100 * overClouds(given, of),
    expect: () => value,
    within: { abs: error > 0 ? 2.8 * error : 0.05 },
    ...(error > 0 ? { needs: { error, because: `standard error of ${CLOUDS} clouds of 150 tokens` } } : {}),
  }
}
const smoe = (s: State) => settledShare(s.smoe)
const momentum = (s: State) => settledShare(s.momentum)

const LAYERS = 400_000
function restless(a: number, method: 0 | 1, name: string, value: number): Said {
  const error = 0.006 * value
  return {
    says: `At γσ = ${a} noise of variance 1 keeps ${name} at a variance of ${value} in the long run.`,
    kind: 'program',
    source: WHY,
    given: 'noise',
    measure: ({ params: p }) => variances(a, p.mu, LAYERS)[method],
    expect: () => value,
    within: { abs: 2.8 * error },
    needs: { error, because: `standard error over ${LAYERS} layers` },
  }
}

/** The largest γσ at which a token of one expert comes closer, by bisection. */
function measuredLimit(mu: number): number {
  let [low, high] = [1, 5]
  for (let round = 0; round < 40; round++) {
    const a = (low + high) / 2
    const line = Float64Array.of(0, 0, 1e-3, 0)
    for (let layer = 0; layer < 100_000 && Math.abs(line[2]!) < 1e3; layer++) stepLine(line, a, mu, 0)
    if (Math.abs(line[2]!) < 1e-3) low = a
    else high = a
  }
  return (low + high) / 2
}

const NOISY = { gamma: 1.8, noise: 0.3 } as const
const median = (name: 'smoe' | 'momentum', label: string, value: number): Said => ({
  says: `With noise of 0.3 and γ = 1.8 the median slope over the cloud of ${label} is ${value}.`,
  kind: 'program',
  source: MEASURED,
  given: NOISY,
  measure: () => overClouds(NOISY, (s) => medianSlope(s[name])),
  expect: () => value,
  within: { abs: 0.01 },
  needs: { error: 0.004, because: `standard error over ${CLOUDS} clouds` },
})
const PUSHED = { gamma: 1, share: 1, push: 5 } as const

const LEARNED = { tab: 'train', top: 2 } as const
/** A number of one training, as it is rounded. */
const learned = (says: string, value: number, error: number, of: (run: Trained) => number): Said => ({
  says,
  kind: 'run',
  source: MEASURED,
  given: LEARNED,
  measure: (run) => of(run.map('trained')),
  expect: () => value,
  within: { abs: error },
})

export const claims: readonly Said[] = [
  {
    says: 'One expert’s tokens settle for γσ below 2 + 2μ: 3.4 for μ = 0.7.',
    kind: 'analysis',
    source: WHY,
    given: {},
    also: (p) => p.mu <= 0.9,
    measure: ({ params: p }) => measuredLimit(p.mu),
    expect: (p) => fence(p.mu),
    within: { abs: 5e-4 },
    needs: { error: 2e-4, because: 'growth by e in 100,000 layers' },
  },
  percentage('With γ = 2.5 and one expert asked 0.0 % of SMoE’s tokens settle in 40 layers.', {}, 0, smoe),
  percentage('With μ = 0.5 it is 100.0 %.', { mu: 0.5 }, 100, momentum),
  percentage('With μ = 0.7 it is 99.3 %.', { mu: 0.7 }, 99.3, momentum),
  percentage('With μ = 0.9 it is 30.9 %: too much memory is slow.', { mu: 0.9 }, 30.9, momentum),
  percentage('At the edge, γ = 2, 70.1 % of SMoE’s tokens settle.', { gamma: 2 }, 70.1, smoe),
  percentage('With two experts asked and γ = 3, 28.2 % of SMoE’s tokens settle.', { gamma: 3, top: 2 }, 28.2, smoe),
  percentage('With momentum 0.7 it is 99.4 %.', { gamma: 3, top: 2 }, 99.4, momentum),
  restless(1.8, 0, 'SMoE', 2.7778),
  restless(1.8, 1, 'MomentumSMoE (μ = 0.7)', 1.9676),
  restless(0.5, 0, 'SMoE', 1.3333),
  restless(0.5, 1, 'MomentumSMoE (μ = 0.7)', 3.908),
  {
    says: 'At γσ = 1 + μ both are equally restless: the ratio of their variances is 1.',
    kind: 'analysis',
    source: WHY,
    given: 'noise',
    unit: '×',
    measure: ({ params: p }) => {
      const [without, with_] = variances(1 + p.mu, p.mu, LAYERS)
      return with_ / without
    },
    expect: () => 1,
    within: { abs: 0.015 },
    needs: { error: 0.006, because: `standard error over ${LAYERS} layers` },
  },
  median('smoe', 'SMoE', 0.28),
  median('momentum', 'MomentumSMoE', 0.322),
  percentage(
    'Of tokens pushed by 5 at the entry, γ = 1, 55.5 % are elsewhere after 40 layers of SMoE.',
    PUSHED,
    55.5,
    (s) => elsewhereShare(s.smoe, s.pushed)!,
  ),
  percentage('With momentum 0.7 it is 82.0 %.', PUSHED, 82, (s) => elsewhereShare(s.momentum, s.pushed)!),
  {
    says: 'In its first layer Adam moves a coordinate with a slope above 0.1 by √10 γ, 7.9057 for γ = 2.5; the least such move.',
    kind: 'analysis',
    source: WHY,
    given: {},
    also: (p) => p.kappa === 0 && p.noise === 0,
    measure: ({ state }) => {
      const [before, after] = [state(0).adam, state(1).adam]
      const moves = [...before.slope].flatMap((slope, k) =>
        Math.abs(slope) > 0.1 ? [Math.abs(after.at[k]! - before.at[k]!)] : [],
      )
      return Math.min(...moves)
    },
    expect: (p) => Math.sqrt(10) * p.gamma,
    within: { rel: 1e-3 },
    needs: { error: 0.004, because: 'ε = 1e-8 beside 0.001 g² at g = 0.1' },
  },
  learned('Experts that learn: after 200 updates the squared error of SMoE is 0.0276.', 0.0276, 0.00005, ({ smoe }) => smoe[10]!),
  learned('That of MomentumSMoE is 0.0130 by then.', 0.013, 0.00005, ({ momentum: one }) => one[10]!),
  learned('After 1000 it is 0.00353 for SMoE.', 0.00353, 0.000005, ({ smoe }) => smoe.at(-1)!),
  learned('And 0.00308 for MomentumSMoE.', 0.00308, 0.000005, ({ momentum: one }) => one.at(-1)!),
  learned('When inputs are pushed by 2 it is 0.490 for SMoE.', 0.49, 0.0005, ({ pushed }) => errorAt(pushed!.smoe, 2)),
  learned('And 0.664 for MomentumSMoE.', 0.664, 0.0005, ({ pushed }) => errorAt(pushed!.momentum, 2)),
]
