import type { Claim } from '@/contract'
import {
  lateGrowth,
  longDiversity,
  meanDiversity,
  meanGreedyRatio,
  needlessRepetitions,
  roundOverReturn,
  wordsOffTheRound,
} from './measures'
import type { State } from './model'
import type { Params } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'

type Own = Claim<Params, State, keyof typeof readouts & string, keyof typeof presets & string>

/** The released toll at its usual strength, on the usual model. */
const isUsual = (p: Params) =>
  p.mode === 'words' && p.alpha === 0.2 && p.table === 'release' && p.k === 5 && p.deepest === 5 && p.order === 3 && p.kappa === 1

export const claims: readonly Own[] = [
  {
    says: 'Greedy decoding ends in an exact circle: of its words 100 to 200 none differs from that one round before.',
    kind: 'paper',
    source: 'Lan et al. 2022; README, “Why it works”',
    given: 'down',
    unit: 'words',
    measure: (_run, again) => wordsOffTheRound(again),
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'Its graph stops growing: words 100 to 200 add no place and no arrow.',
    kind: 'paper',
    source: 'Lan et al. 2022',
    given: 'down',
    measure: (_run, again) => lateGrowth(again),
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'The diversity of the greedy text goes to 0.',
    kind: 'paper',
    source: 'Lan et al. 2022',
    given: 'down',
    measure: (_run, again) => longDiversity(again),
    expect: () => 0,
    within: { abs: 3e-6 },
  },
  {
    says: 'Momentum decoding breaks the circle: over ten beginnings its diversity is 1.00.',
    kind: 'paper',
    source: 'Lan et al. 2022',
    given: 'momentum',
    also: isUsual,
    measure: (_run, again) => meanDiversity(again),
    expect: () => 1,
    within: { abs: 0.015 },
  },
  {
    says: 'Most of its picks are still the likeliest word: over ten beginnings 83 %.',
    kind: 'program',
    source: 'Python, with texts searched as strings; README, “What is simplified”: the share depends on the model',
    given: 'momentum',
    unit: '%',
    measure: (_run, again) => 100 * meanGreedyRatio(again),
    expect: () => 82.6667,
    within: { abs: 1e-4 },
  },
  {
    says: 'It does not look ahead: one evaluation of the model a word.',
    kind: 'paper',
    source: 'Lan et al. 2022',
    given: 'momentum',
    also: () => true,
    measure: ({ series, last }) => series.calls[last]! / last,
    expect: () => 1,
    within: { abs: 0 },
  },
  {
    says: 'With αf(4) = 1 a fourth old word in a row is never picked while a new word competes: 0 cases over ten beginnings.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'momentum',
    unit: 'cases',
    measure: (_run, again) => needlessRepetitions(again),
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'With a bigram model the circle is closed as soon as a word comes back: the round is as long as that return.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'mouse',
    unit: '×',
    measure: (_run, again) => roundOverReturn(again),
    expect: () => 1,
    within: { abs: 0 },
  },
]
