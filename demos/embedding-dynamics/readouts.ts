// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { keptInOneStep, linkVariance } from '@/domains/embeddings/kicks'
import type { State } from './model'
import { dimensionOf, IMAGES, type Params } from './params'

type One = Readout<Params, State>
const ofCloud =
  (of: (s: State, p: Params) => number): One['of'] =>
  (s, p) =>
    s.walkers ? null : of(s, p)
const finite = (value: number): number | null => (Number.isNaN(value) ? null : value)
const value = (label: string, k: 0 | 1 | 2): One => ({
  label,
  digits: 3,
  rounding: 1e-12,
  of: ({ walkers, judged }, p) => (walkers || k >= dimensionOf(p) ? null : judged.values[k]!),
})
const loss = (label: string, symbol: string, k: 0 | 1 | 2): One => ({
  label,
  symbol,
  digits: 3,
  rounding: 1e-12,
  of: ({ learner, free }) => finite((learner ?? free)?.losses[k] ?? Number.NaN),
})

export type Kind = 'weak' | 'strong'
const kindOf = (kind: Kind): 0 | 1 => (kind === 'weak' ? 0 : 1)
const kept = (label: string, kind: Kind): One => ({
  label,
  digits: 3,
  of: ({ walkers }) => walkers && walkers.kept[kindOf(kind)]!,
})
/** E[z_t·z_0] of a walk without a spring. */
export const keptAfter = (p: Params, step: number): number => keptInOneStep(dimensionOf(p), p.a) ** step
/** Root mean square distance from the anchor: exact without a spring, for small angles with one. */
export const linkAfter = (p: Params, stiffness: number, step: number): number =>
  Math.sqrt(stiffness === 0 ? 2 - 2 * keptAfter(p, step) : linkVariance(dimensionOf(p), p.a, stiffness, step))
const link = (label: string, kind: Kind): One => ({
  label,
  digits: 3,
  of: ({ walkers }) => walkers && Math.sqrt(Math.max(0, 2 - 2 * walkers.kept[kindOf(kind)]!)),
})
const law = (label: string, kind: Kind): One => ({
  label,
  digits: 3,
  of: ({ walkers, step }, p) => walkers && linkAfter(p, p[kind], step),
})

export const readouts = {
  rank: { label: 'effective rank', digits: 3, of: ofCloud(({ judged }) => judged.rank) },
  cosine: { label: 'mean cosine of two pictures', digits: 3, of: ofCloud(({ judged }) => judged.cosine) },
  accuracy: {
    label: 'nearest neighbour of the same kind, %',
    digits: 3,
    of: ({ judged }) => finite(100 * judged.accuracy),
  },
  value1: value('first singular value over √N', 0),
  value2: value('second', 1),
  value3: value('third', 2),
  lossC: loss('loss of attraction', 'L_c', 0),
  lossB: loss('loss of kicks', 'L_b', 1),
  lossS: loss('loss of spreading', 'L_s', 2),
  passes: {
    label: 'pictures that the two networks see in a step',
    of: ({ learner }, p) => learner && 2 * IMAGES * p.views,
  },
  keptWeak: kept('mean of z·c, weak spring', 'weak'),
  keptStrong: kept('mean of z·c, strong spring', 'strong'),
  keptLaw: {
    label: 'ρᵗ, by the law without a spring',
    digits: 3,
    of: ({ walkers, step }, p) => walkers && keptAfter(p, step),
  },
  linkWeak: link('distance from the anchor, weak', 'weak'),
  linkStrong: link('distance from the anchor, strong', 'strong'),
  lawWeak: law('by the law, weak', 'weak'),
  lawStrong: law('by the law, strong', 'strong'),
} as const satisfies Record<string, One>
