import type { Claim } from '@/contract'
import { klBound } from '@/domains/diffusion/interpolantError'
import { outside } from '@/numerics/statistics'
import { bestEps, crossings, distanceRatio, klOf, memoryAtHalf } from './measures'
import type { Params, State } from './model'
import type { presets } from './presets'
import { problemOf } from './problem'
import type { readouts } from './readouts'

type Check = Claim<Params, State, keyof typeof readouts, keyof typeof presets>

const wrong = { scene: 'line', deltaB: 0.3 } as const
const many = { n: 1000 } as const
const SEEDS = 8
/** Mean over seeds. `one`: standard deviation of one, larger with the ODE, which keeps the luck of its start. */
const ratio = (one: number) =>
  ({
    measure(_run, again) {
      const seeds = Array.from({ length: SEEDS }, (_, k) => k + 1)
      return seeds.reduce((sum, seed) => sum + distanceRatio(again({ seed })) / SEEDS, 0)
    },
    expect: () => 1,
    within: { abs: (3 * one) / Math.sqrt(SEEDS) },
    needs: { error: one / Math.sqrt(SEEDS), because: 'the standard error of eight seeds, from the spread over 24' },
  }) satisfies Pick<Check, 'measure' | 'expect' | 'within' | 'needs'>

export const claims: readonly Check[] = [
  {
    says: 'With exact fields the ODE’s histogram stays as near to the exact density as samples always are: the ratio of distances is 1.',
    slow: true,
    kind: 'paper',
    source: 'Albergo, Boffi and Vanden-Eijnden 2023; README, “Why it works”',
    given: { ...many, eps: 0 },
    ...ratio(0.156),
  },
  {
    says: 'The same holds for the SDE with ε = 2.',
    slow: true,
    kind: 'paper',
    source: 'Albergo, Boffi and Vanden-Eijnden 2023; README, “Why it works”',
    given: { ...many, eps: 2 },
    ...ratio(0.047),
  },
  {
    says: 'And for the backward SDE with ε = 2.',
    slow: true,
    kind: 'paper',
    source: 'Albergo, Boffi and Vanden-Eijnden 2023; README, “Why it works”',
    given: { ...many, eps: 2, way: 'backward' },
    ...ratio(0.04),
  },
  {
    says: 'A velocity that is wrong by 0.3 costs the ODE a KL of 0.1212.',
    kind: 'program',
    source: 'README, “Why it works”; computed by an independent program',
    given: { ...wrong, eps: 0 },
    measure: (run) => klOf(run.params),
    expect: () => 0.12118,
    within: { abs: 1e-4 },
  },
  {
    says: 'Noise repairs a wrong velocity: with ε = 3 the same error costs 0.0031.',
    kind: 'program',
    source: 'README, “Why it works”; computed by an independent program',
    given: { ...wrong, eps: 3 },
    measure: (run) => klOf(run.params),
    expect: () => 0.0031,
    within: { rel: 0.02 },
  },
  {
    says: 'Noise spreads a wrong score: an error of 0.3 costs 0.028 with ε = 3.',
    kind: 'program',
    source: 'README, “Why it works”; computed by an independent program',
    given: { scene: 'line', deltaB: 0, deltaS: 0.3, eps: 3 },
    measure: (run) => klOf(run.params),
    expect: () => 0.028,
    within: { rel: 0.02 },
  },
  {
    says: 'With ε = 0.3 it costs 0.0036 only.',
    kind: 'program',
    source: 'README, “Why it works”; computed by an independent program',
    given: { scene: 'line', deltaB: 0, deltaS: 0.3, eps: 0.3 },
    measure: (run) => klOf(run.params),
    expect: () => 0.0036,
    within: { abs: 5e-5 },
  },
  {
    says: 'With both errors equal the best ε lies within a factor of two of |δb/δs| = 1.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { ...wrong, deltaS: 0.3 },
    measure: (run) => outside(bestEps(run.params), 0.5, 2),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'The KL stays below (δb + εδs)²/4ε for every ε: of twelve from 0.1 to 5 none is above.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { ...wrong, deltaS: 0.3 },
    unit: 'violations',
    measure: ({ params: p }) => {
      const all = Array.from({ length: 12 }, (_, k) => 0.1 * 50 ** (k / 11))
      return all.filter((eps) => !(klOf(p, eps) <= klBound(eps, p.deltaB, p.deltaS))).length
    },
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'On a line the ODE’s paths never cross: 0 changes of order.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { scene: 'line', deltaB: 0 },
    measure: crossings,
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'Through zero with γ = sin² πt nothing is left of the ends at t = ½: log ρ differs from a standard normal’s by 0.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'noise',
    measure: (run) => memoryAtHalf(run.params),
    expect: () => 0,
    within: { abs: 1e-10 },
  },
  {
    says: 'Where bridge particles begin and end has the covariance c of the Schrödinger coupling, 0.207 for σ = 1.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: { scene: 'bridge', n: 4000 },
    measure: (run) => run.series.covariance.at(-1) ?? Number.NaN,
    expect: (p) => problemOf(p).cross,
    within: { abs: 0.026 },
    needs: { error: 0.009, because: 'the standard deviation over 24 seeds' },
  },
]
