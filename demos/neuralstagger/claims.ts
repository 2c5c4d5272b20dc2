import type { Claim } from '@/contract'
import { outside } from '@/numerics/statistics'
import { changedPixels, errorAt, pathRatio } from './measures'
import type { State } from './model'
import { type Params, shapeOf } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'

type Name = keyof typeof presets

export const claims: readonly Claim<Params, State, keyof typeof readouts & string, Name>[] = [
  {
    says: 'Dealing and collecting lose nothing: pixels changed by it.',
    kind: 'paper',
    source: 'Huang et al. 2023, the decomposition',
    given: 'smooth',
    also: (p) => p.scene === 'fluid',
    measure: changedPixels,
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'The longest chain of work becomes s²k times shorter, counted in points that must be worked on one after the other.',
    kind: 'paper',
    source: 'Huang et al. 2023, the decomposition; README, “Why it works”',
    given: 'smooth',
    unit: '×',
    also: (p) => p.scene === 'fluid' && p.grid === '32',
    measure: (_run, again) => pathRatio(again),
    expect: (p) => shapeOf(p).s ** 2 * p.slots,
    within: { rel: 1e-12 },
  },
  {
    says: 'Smooth vortices, s = 2: after 20 steps the collected picture is off by 0.27 %.',
    kind: 'program',
    source: 'an independent program; README, “What is simplified”',
    given: 'smooth',
    unit: '%',
    measure: (_run, again) => 100 * errorAt(again),
    expect: () => 0.2653003,
    within: { abs: 1e-5 },
  },
  {
    says: 'With the wave (9, 8), after 5 steps, one hand alone, interpolated, is 6.9 times as far off as all hands together.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'detail',
    unit: '×',
    measure(_run, again) {
      const { series } = again({ steps: 5 })
      return series.alone[5]! / series.error[5]!
    },
    expect: () => 6.9,
    within: { abs: 0.1 },
  },
  {
    says: 'With one wave more, (6, 5), it is off by 17.8 %.',
    kind: 'program',
    source: 'an independent program; README, “What is simplified”',
    given: 'extra',
    unit: '%',
    measure: (_run, again) => 100 * errorAt(again),
    expect: () => 17.8354995,
    within: { abs: 1e-3 },
  },
  {
    says: 'Dealing time costs next to nothing here: four slots instead of one change the error by a millionth of a percentage point at most.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'time',
    unit: 'points',
    measure: (_run, again) => outside(100 * (errorAt(again, { slots: 4 }) - errorAt(again, { slots: 1 })), -1e-6, 1e-6),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'On 60 random fields the best players lose what the law says, η.',
    kind: 'analysis',
    source: 'README, “Why it works”, what must be lost: our analysis, not the paper’s',
    given: 'law',
    measure: ({ series }) => series.measured[series.measured.length - 1]!,
    expect: (p) => LOST[`${p.space} ${p.k0}`] ?? Number.NaN,
    within: { abs: 0.005 },
    needs: { error: 0.0017, because: 'the standard deviation over 24 seeds' },
  },
  {
    says: 'Players that have learned nothing have a physics loss of 0.879.',
    kind: 'program',
    source: 'an independent program; README, “Why it works”',
    given: 'train',
    measure: ({ series }) => series.loss[0]!,
    expect: () => 0.8793862029690338,
    within: { rel: 1e-6 },
  },
  {
    says: 'Without a single answer shown, 400 training steps take it down to 0.0088.',
    kind: 'program',
    source: 'an independent program; README, “Why it works”',
    given: 'train',
    measure: (_run, again) => again({ updates: 400 }).series.loss[400]!,
    expect: () => 0.008828760536129835,
    within: { rel: 1e-6 },
  },
  {
    says: 'From single waves all hands of a slot learn the same kernel: the largest difference between two of them.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'train',
    measure: ({ series, last }) => series.spread[last]!,
    expect: () => 0,
    within: { abs: 1e-12 },
  },
]

/** η by the independent program, for s and k0 (N = 32, ν = 0.02, c = (1, 0.5), t = 0.2). */
const LOST: Readonly<Record<string, number>> = { '2 4': 0.13472302130814098 }
