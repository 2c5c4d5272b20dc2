// Spectra of Duffing's oscillator with small and large dictionaries.
import type { Computed } from '@/contract'
import { radialFor } from '@/domains/operators/duffing'
import { edmd, koopmanOf } from '@/domains/operators/koopman'
import { learning } from '@/domains/operators/learning'
import { emptyTriangle } from '@/numerics/stackedQr'
import type { Params } from './params'

/** Residuals of all eigenvalues, by size of the dictionary. */
export type Sizes = readonly { N: number; residual: Float64Array }[]

const SIZES = [5, 10, 15, 20, 30, 40, 50, 60, 80, 100]
/** Pairs that are used at most: the large dictionaries cost most. */
export const MOST_PAIRS = 4000

export const sizes: Computed<Params, Sizes> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['M', 'dt', 'gamma', 'seed'],
  when: (p) => p.system === 'duffing' && p.chart === 'size',
  *compute(p) {
    const M = Math.min(p.M, MOST_PAIRS)
    const costs = SIZES.map((N) => M * N * N + 5 * N ** 3)
    const total = costs.reduce((a, b) => a + b)
    const result: { N: number; residual: Float64Array }[] = []
    let work = 0
    for (const [index, N] of SIZES.entries()) {
      const triangle = emptyTriangle(2 * N)
      for (const pairs of learning(p, p.seed, radialFor(p, p.seed, N), M, { triangle })) {
        yield { done: (work + (costs[index]! * pairs) / M) / total, result: [...result], silent: true }
      }
      work += costs[index]!
      result.push({ N, residual: edmd(koopmanOf(triangle)).residual })
      yield { done: Math.min(1, work / total), result: [...result] }
    }
    return result
  },
}
