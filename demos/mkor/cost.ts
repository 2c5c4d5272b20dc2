// The cost of a matrix of width d: by formulas, and as the kernels count it.
import { atOnce, type Computed } from '@/contract'
import { inversionCost, rankOneCost } from '@/domains/optim/kronecker'
import type { Params } from './params'

/** Multiply-adds of a rank-one update of the inverse. */
export const rankOneAt = (d: number): number => 2 * d * d + 2 * d
/** Multiply-adds of an inversion. */
export const inversionAt = (d: number): number => d ** 3

export interface Costs {
  rankOne: number
  inversion: number
}
export const costs: Computed<Params, Costs> = {
  kind: 'computed',
  uses: ['d'],
  when: (p) => p.tab === 'cost',
  summary: {
    rankOne: { label: 'multiply-adds to take in a vector', digits: 3, of: ({ rankOne }) => rankOne },
    inversion: { label: 'multiply-adds to invert', digits: 3, of: ({ inversion }) => inversion },
    cheaper: { label: 'times cheaper', digits: 3, of: ({ rankOne, inversion }) => inversion / rankOne },
  },
  compute: atOnce(({ d }) => ({ rankOne: rankOneAt(d), inversion: inversionAt(d) })),
}

export const WIDTHS = [8, 16, 32, 64, 128, 256] as const
/** Multiply-adds counted by the kernels at work, for widths so far. */
export interface Counts {
  widths: readonly number[]
  rankOne: readonly number[]
  inversion: readonly number[]
}

export const counted: Computed<Params, Counts> = {
  kind: 'computed',
  runIn: 'worker',
  uses: [],
  when: (p) => p.tab === 'cost',
  *compute() {
    const countsUpTo = (count: number): Counts => {
      const widths = WIDTHS.slice(0, count)
      return { widths, rankOne: rankOne.slice(0, count), inversion: inversion.slice(0, count) }
    }
    const [rankOne, inversion] = [[] as number[], [] as number[]]
    for (const [k, d] of WIDTHS.entries()) {
      rankOne.push(rankOneCost(d))
      inversion.push(inversionCost(d))
      yield { done: (k + 1) / WIDTHS.length, result: countsUpTo(k + 1) }
    }
    return countsUpTo(WIDTHS.length)
  },
}
