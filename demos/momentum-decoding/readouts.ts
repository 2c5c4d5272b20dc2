// Numbers recorded at every step: the table, the chart, and what claims are measured from.
import type { Readout } from '@/contract'
import { activePeriod, diversity } from '@/domains/text/walk'
import type { Runner, State } from './model'
import type { Params } from './params'

type Of = Readout<Params, State>['of']
type Who = 'momentum' | 'other'

const atLeast = (value: number) => (value > 0 ? value : null)
const said = ({ walk }: Runner) => walk.length - walk.start
const nodes =
  (who: Who): Of =>
  (s) =>
    s[who].walk.nodes
const edges =
  (who: Who): Of =>
  (s) =>
    s[who].walk.edges
const variety =
  (who: Who): Of =>
  (s) =>
    diversity(s[who].walk)
const period =
  (who: Who): Of =>
  (s) =>
    atLeast(activePeriod(s[who].walk))
const surprise =
  (who: Who): Of =>
  (s) =>
    s.step > 0 ? s[who].bits / s.step : null
/** The newest word; for a text that is rewritten, the newest version's. */
const word =
  (who: Who): Of =>
  (s) =>
    said(s[who]) > 0 ? s[who].walk.tokens[s[who].walk.length - 1]! : null

export const readouts = {
  diversity: { label: 'diversity, momentum', digits: 3, of: variety('momentum') },
  otherDiversity: { label: 'diversity, the other', digits: 3, of: variety('other') },
  greedyRatio: {
    label: 'greedy ratio, momentum',
    digits: 3,
    of: (s) => (s.step > 0 ? s.momentum.greedy / s.step : null),
  },
  nodes: { label: 'distinct words, momentum', of: nodes('momentum') },
  otherNodes: { label: 'distinct words, the other', of: nodes('other') },
  edges: { label: 'distinct pairs, momentum', of: edges('momentum') },
  otherEdges: { label: 'distinct pairs, the other', of: edges('other') },
  period: { label: 'goes round in, momentum', unit: 'words', none: 'no circle', of: period('momentum') },
  otherPeriod: { label: 'goes round in, the other', unit: 'words', none: 'no circle', of: period('other') },
  surprise: { label: 'surprise a word, momentum', unit: 'bit', digits: 3, of: surprise('momentum') },
  otherSurprise: { label: 'surprise a word, the other', unit: 'bit', digits: 3, of: surprise('other') },
  calls: { label: 'model evaluations, momentum', digits: 5, of: (s) => s.momentum.calls },
  otherCalls: { label: 'model evaluations, the other', digits: 5, of: (s) => s.other.calls },
  lookahead: {
    label: 'a look-ahead over k words would take',
    digits: 5,
    of: (s, p) => s.step * Math.min(p.k, s.momentum.walk.lastOf.length),
  },
  word: { label: 'word, momentum', hidden: true, of: word('momentum') },
  otherWord: { label: 'word, the other', hidden: true, of: word('other') },
} satisfies Record<string, Readout<Params, State>>
