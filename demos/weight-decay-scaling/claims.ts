// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { mean } from '@/numerics/regression'
import { FITTED } from './ideal'
import type { State } from './model'
import { LAYERS } from './network'
import type { Params } from './params'
import { type presets, same } from './presets'
import type { readouts } from './readouts'
import { APART_AT, apartAt, endsOf, exponentOf, lanesOf, type layers, rateLane, type rates, topOf, type widths } from './sweeps'

type ResultOf<M> = M extends { compute(...given: never[]): Generator<unknown, infer R, void> } ? R : never
interface Maps {
  widths: ResultOf<typeof widths>
  layers: ResultOf<typeof layers>
  rates: ResultOf<typeof rates>
}
type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, Maps>

const SEEDS = [0, 1, 2, 3]
const trained = { tab: 'network', d: '16' } as const
const atD16 = { tab: 'widths', d: '16', steps: 1 } as const // the run on screen does not matter there

export const claims: readonly Said[] = [
  {
    says: 'With the rate 0.01, the decay 0.5 and momentum 0.9 the weights should rest at 0.09783, a little below √(η/2λ) = 0.1.',
    kind: 'program',
    source: 'README, “Why it works”; computed by NumPy',
    given: { ...atD16, eta: 0.01, lambda: 0.5 },
    measure: (run) => run.series.restSize[0]!,
    expect: () => 0.09782964926250423,
    within: { abs: 1e-9 },
  },
  {
    says: 'Where the mean square of the gradient is well known (β₂ = 0.999), AdamW rests at the predicted size (mean over steps 600 to 1000, four seeds).',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { tab: 'matrix', d: '64', eta: 0.01, alpha: 0, init: 0, beta2: 0.999, steps: 1000 },
    measure: (_, again) => mean(SEEDS.map((seed) => mean(again({ seed }).series.match.slice(600)))),
    expect: () => 1,
    within: { abs: 0.018 },
    needs: { error: 0.006, because: 'standard error of four seeds: one has a standard deviation of 0.012, over six seeds' },
  },
  {
    says: 'With β₂ = 0.95 it rests at 0.99 of it.',
    kind: 'run',
    source: 'README, “Why it works”',
    given: { tab: 'matrix', d: '64', eta: 0.01, alpha: 0, init: 0, steps: 1000 },
    measure: (_, again) => mean(SEEDS.map((seed) => mean(again({ seed }).series.match.slice(600)))),
    expect: () => 0.99,
    within: { abs: 0.005 }, // as it is rounded
  },
  {
    says: 'After 600 steps, weights that began at 0 and at five times the usual size have the same size but for 0.2 %.',
    kind: 'run',
    source: 'README, “Why it works”',
    given: 'forget',
    unit: '%',
    measure: ({ series }) => 100 * (series.from5.at(-1)! / series.from0.at(-1)! - 1),
    expect: () => 0.2,
    within: { abs: 0.05 },
  },
  {
    says: 'Over the widths 16 to 128 the model’s top singular value grows as d to the power 0.65 for α = 0.5, and 0.99 for α = 2.',
    kind: 'program',
    source: 'README, “Why it works”; means of 40 to 400 matrices by NumPy',
    given: 'quarters',
    measure: (run, again) => run.series.structure[0]! + again({ alpha: 2 }).series.structure[0]!,
    expect: () => 0.65 + 0.99,
    within: { abs: 0.06 },
    needs: { error: 0.02, because: 'the model is averaged over few matrices' },
  },
  {
    says: 'AdamW’s own grows with the exponent 0.65 for α = 0.5.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'quarters',
    measure: (run) => run.summary('widthsExponent'),
    expect: () => 0.65,
    within: { abs: 0.005 },
  },
  {
    says: 'And with 0.99 for α = 2.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'direction',
    measure: (run) => run.summary('widthsExponent'),
    expect: () => 0.99,
    within: { abs: 0.005 },
  },
  {
    says: 'In the network, with the rate as 1/d and one decay, the top singular value of W₂ differs by a factor 2.05 over the widths.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: { ...trained, lambdaRule: 'constant' },
    unit: '×',
    slow: true,
    measure: (run) => run.summary('netConstant'),
    expect: () => 2.05,
    within: { abs: 0.005 },
  },
  {
    says: 'With the decay as √d by a factor 1.24.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: trained,
    unit: '×',
    slow: true,
    measure: (run) => run.summary('netRoot'),
    expect: () => 1.24,
    within: { abs: 0.005 },
  },
  {
    says: 'With the decay as d by a factor 1.05: at these widths about as level as √d.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: trained,
    unit: '×',
    slow: true,
    measure: (run) => run.summary('netLinear'),
    expect: () => 1.05,
    within: { abs: 0.005 },
  },
  {
    says: 'With one rate, 0.01, and one decay at all widths, those of W₁ and W₂ grow with exponents whose mean is 0.72.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: { tab: 'network', d: '16', ...same, eta: 0.01 },
    slow: true,
    measure: ({ params }) => {
      const rows = lanesOf(params, ['constant'], FITTED, () => 1).flatMap(endsOf)
      return mean(LAYERS.map((layer) => exponentOf(rows, 'constant', topOf(layer))))
    },
    expect: () => 0.72,
    within: { abs: 0.005 },
  },
  {
    says: 'At the rate 0.16 of width 16, with one decay, width 64 ends with a loss that is 0.025 above that of width 16 (medians of three seeds).',
    kind: 'run',
    source: 'README, “What was measured”',
    given: { tab: 'rates', d: '16', lambdaRule: 'constant' },
    slow: true,
    measure: ({ params }) =>
      apartAt(
        [16, 64].flatMap((d) => endsOf(rateLane(params, d, [APART_AT]))),
        APART_AT,
      ),
    expect: () => 0.025,
    within: { abs: 0.0005 },
  },
  {
    says: 'With the decay as √d, 0.011 above it.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: { tab: 'rates', d: '16' },
    slow: true,
    measure: ({ params }) =>
      apartAt(
        [16, 64].flatMap((d) => endsOf(rateLane(params, d, [APART_AT]))),
        APART_AT,
      ),
    expect: () => 0.011,
    within: { abs: 0.0005 },
  },
]
