// Settings worth a button.
import type { Preset } from '@/contract'
import type { Params } from './params'

type ViewName = 'graph' | 'choice' | 'toll' | 'text' | 'growth' | 'matrix'

/** All that a run of words depends on, so that a preset does not depend on the state before. */
export const usual = {
  mode: 'words',
  prefix: 'down down down',
  alpha: 0.2,
  k: 5,
  table: 'release',
  deepest: 5,
  against: 'greedy',
  order: 3,
  kappa: 1,
  steps: 60,
} as const satisfies Partial<Params>

export const presets = {
  down: {
    label: 'Down, down, down',
    params: { ...usual, alpha: 0 },
    step: 'end',
    note: 'Greedy: the likeliest word each time. Two words, over and over.',
  },
  momentum: {
    label: 'Momentum on',
    params: usual,
    step: 'end',
    note: 'The same model and beginning, with the toll of the released code.',
  },
  mouse: {
    label: 'Said the mouse',
    params: { ...usual, prefix: 'said the mouse', alpha: 0, order: 2 },
    step: 'end',
    note: 'Greedy, and a model that knows one word back: 11 words visited, 8 of them in the circle.',
  },
  weak: {
    label: 'Too weak',
    params: { ...usual, alpha: 0.02 },
    step: 'end',
    note: 'A tenth of the toll. It still leaves the circle, but says “and she tried to” twice.',
  },
  block: {
    label: '4-gram blocking',
    params: { ...usual, table: 'block4', k: 50 },
    step: 'end',
    note: 'Three words may be repeated freely, a fourth costs everything. It starts round after round of old paths.',
  },
  constant: {
    label: 'Constant toll',
    params: { ...usual, prefix: 'the white rabbit', table: 'constant' },
    step: 'end',
    note: 'Every old word costs the same: it leaves good paths too early.',
  },
  strong: {
    label: 'Far too strong',
    params: { ...usual, alpha: 1 },
    step: 'end',
    note: 'Nothing repeats, not even a common pair. The words follow each other less well.',
  },
  hand: {
    label: 'By hand',
    params: { ...usual, mode: 'hand', letters: 'A', alpha: 0.25, k: 3, steps: 20, chances: [] },
    step: 3,
    note: 'Six states: check every number on paper. Greedy goes A, B, C, A, …',
  },
} as const satisfies Record<string, Preset<Params, ViewName>>
