// The row of the account book, and the knobs in the sweeps.
import type { Point } from '@/contract'
import { type Params, SIZE } from './params'
import { RANGE } from './sweeps'

const knob = (across: Params['across']) => ({
  view: 'rates' as const,
  when: (p: Params) => p.tab === 'rates' && p.across === across,
})

export const handles = {
  row: {
    label: 'entry that is looked at',
    view: 'book',
    invite: 'drag me',
    moves: ['entry'] as const,
    when: (p: Params) => p.tab !== 'rates',
    at: (p: Params): Point => [0.8 * p.steps, p.entry], // not at the edge, so that one can tap beside it
    move: ([, y]: Point) => ({ entry: Math.min(Math.max(Math.round(y), 1), SIZE) }),
    nudge: ([right, up]: Point, p: Params) => ({ entry: Math.min(Math.max(p.entry + Math.sign(right + up), 1), SIZE) }),
  },
  rate: {
    ...knob('eta'),
    label: 'step size',
    invite: 'drag me',
    moves: ['eta'] as const,
    at: (p: Params): Point => [Math.log10(p.eta), RANGE[1]],
    move: ([x]: Point) => ({ eta: 10 ** x }),
  },
  share: {
    ...knob('sent'),
    label: 'share sent',
    invite: 'drag me',
    moves: ['sparsity'] as const,
    at: (p: Params): Point => [Math.log10(100 - p.sparsity), RANGE[1]],
    move: ([x]: Point) => ({ sparsity: Math.round(100 - Math.min(Math.max(10 ** x, 1), 100)) }),
    nudge: ([right, up]: Point, p: Params) => ({ sparsity: Math.min(Math.max(p.sparsity - Math.sign(right + up), 0), 99) }),
  },
} as const
