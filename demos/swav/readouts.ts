// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { benchShape, shares } from './bench'
import type { Learner } from './learner'
import type { Params, State } from './model'

type Of = Readout<Params, State>['of']

/** A number about one of the two networks; none on the tab by hand, none before the first batch. */
const about =
  (side: 'ours' | 'rival', of: (learner: Learner) => number): Of =>
  (s) => {
    const value = s.training ? of(s.training[side]) : Number.NaN
    return Number.isNaN(value) ? null : value
  }
const worst = (values: readonly number[]) => Math.max(...values.map((v) => Math.abs(v - 1)))
const byHand =
  (part: 'stars' | 'samples'): Of =>
  (s, p) =>
    s.bench && worst(shares(s.bench, benchShape(p))[part])
const batchOf = (s: State, p: Params) => (s.bench ? p.handful : p.batch)

export const readouts = {
  loss: { label: 'loss', symbol: 'L', digits: 3, of: about('ours', (l) => l.loss) },
  rivalLoss: { label: 'loss, the other rule', digits: 3, of: about('rival', (l) => l.loss) },
  entropy: { label: 'usage of the stars', symbol: 'H/\\log K', digits: 3, of: about('ours', (l) => l.judged.entropy) },
  rivalEntropy: { label: 'usage, the other rule', digits: 3, of: about('rival', (l) => l.judged.entropy) },
  used: { label: 'stars in use', of: about('ours', (l) => l.judged.used) },
  rivalUsed: { label: 'stars in use, the other rule', of: about('rival', (l) => l.judged.used) },
  purity: { label: 'purity', digits: 3, of: about('ours', (l) => l.judged.purity) },
  rivalPurity: { label: 'purity, the other rule', digits: 3, of: about('rival', (l) => l.judged.purity) },
  shareError: {
    label: 'worst share of a star, off by',
    digits: 3,
    of: (s, p) => byHand('stars')(s, p) ?? about('ours', (l) => l.shareError)(s, p),
  },
  sampleError: { label: 'worst sum of a sample, off by', digits: 3, of: byHand('samples') },
  scores: { label: 'scores a step, 2BK', digits: 6, of: (s, p) => 2 * batchOf(s, p) * p.prototypes },
  pairs: { label: 'scores a step by pairs, (2B)²', digits: 6, of: (s, p) => (2 * batchOf(s, p)) ** 2 },
} satisfies Record<string, Readout<Params, State>>
