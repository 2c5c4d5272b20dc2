// What is stored for one layer, by method.
import { atOnce, type Computed } from '@/contract'
import { STORED, type Stored } from '@/domains/optim/lowRank'
import { type Params, SIZE } from './params'

export type Kept = Readonly<Record<keyof typeof STORED, Stored>>
const LARGE = { size: 1024, rank: 128 } as const // the paper's rank for its model of 60 million weights

export const allOf = ({ weights, moments }: Stored): number => weights + moments

export const stored: Computed<Params, Kept> = {
  kind: 'computed',
  uses: ['layer', 'r'],
  summary: {
    keptFull: { label: 'numbers in memory, full rank with Adam', digits: 7, of: ({ full }) => allOf(full) },
    keptGalore: { label: 'numbers in memory, GaLore', digits: 7, of: ({ galore }) => allOf(galore) },
    keptLowRank: { label: 'numbers in memory, B and A', digits: 7, of: ({ lowRank }) => allOf(lowRank) },
    share: {
      label: 'B and A, of full rank',
      unit: '%',
      digits: 3,
      of: ({ lowRank, full }) => (100 * allOf(lowRank)) / allOf(full),
    },
    below: {
      label: 'B and A, of GaLore',
      unit: '%',
      digits: 3,
      of: ({ lowRank, galore }) => (100 * allOf(lowRank)) / allOf(galore),
    },
  },
  compute: atOnce(({ layer, r }: Params): Kept => {
    const [size, rank] = layer === 'here' ? [SIZE, r] : [LARGE.size, LARGE.rank]
    return {
      full: STORED.full(size, size, rank),
      galore: STORED.galore(size, size, rank),
      lowRank: STORED.lowRank(size, size, rank),
    }
  }),
}
