import type { Preset } from '@/contract'
import { EXACT, type Params } from './params'

export const presets = {
  same: {
    label: 'same road',
    params: { answers: 'three', n: EXACT, alpha: 0.3, rounds: 12 },
    view: 'triangle',
    step: 'end',
    note: 'Exact rewards: both policies step along the same curve, one with longer steps.',
  },
  paper: {
    label: 'paper-like',
    params: { answers: 'five', alpha: 0.3, rounds: 3 },
    view: 'policies',
    step: 'end',
    note: 'Three rounds with α = 0.3, the paper’s default.',
  },
  hot: {
    label: 'hot momentum',
    params: { answers: 'five', alpha: 0.8 },
    view: 'gaps',
    step: 'end',
    note: 'Each round goes up to five times as far.',
  },
  few: {
    label: 'few labels',
    params: { answers: 'five', alpha: 0.8, n: 30, rounds: 40, seed: 38 },
    view: 'gaps',
    step: 'end',
    note: '30 comparisons a round. With this seed APO settles on the second best; the wide pale curves are means of 200 seeds.',
  },
  close: {
    label: 'close runner-up',
    params: { answers: 'five', r5: [1, 0.98, 0.5, 0.2, 0], rounds: 40 },
    view: 'gaps',
    step: 'end',
    note: 'The second best is 0.02 behind. Both policies take longer; their ratio stays.',
  },
  circle: {
    label: 'rock, paper, scissors',
    params: { mode: 'sppo', game: 'cycle', beta: 2, rounds: 300 },
    view: 'triangle',
    step: 'end',
    note: 'Each answer beats the next nine times of ten, in a circle; η = 1/β = 0.5. There is no reward behind it.',
  },
  ranked: {
    label: 'a ranked table',
    params: { mode: 'sppo', game: 'ranked', rounds: 40 },
    view: 'off',
    step: 'end',
    note: 'Four answers; A beats every other one. Without a circle the push helps here too.',
  },
} satisfies Record<string, Preset<Params, 'triangle' | 'policies' | 'gaps' | 'off'>>
