// Spectra of Duffing's oscillator with small and large dictionaries.
import type { Computed } from '@/contract'
import { radialFor } from '@/domains/operators/duffing'
import { edmd, koopmanOf } from '@/domains/operators/koopman'
import { learning } from '@/domains/operators/learning'
import { emptyTriangle } from '@/numerics/stackedQr'
import { type Row, sweep } from '@/numerics/sweep'
import type { Params } from './params'

/** Residuals of all eigenvalues of a dictionary, by its size. */
export type Sizes = readonly Row<Float64Array>[]

const SIZES = [5, 10, 15, 20, 30, 40, 50, 60, 80, 100]
/** The most pairs used: the large dictionaries cost most. */
export const MOST_PAIRS = 4000

function* learned({ N, M, ...p }: Params): Generator<number, Float64Array, void> {
  const triangle = emptyTriangle(2 * N)
  for (const pairs of learning(p, p.seed, radialFor(p, p.seed, N), M, { triangle })) yield pairs / M
  return edmd(koopmanOf(triangle)).residual
}

const kept = new Map<string, Float64Array>()

export const sizes: Computed<Params, Sizes> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['M', 'dt', 'gamma', 'seed'],
  when: (p) => p.system === 'duffing' && p.chart === 'size',
  compute(p) {
    const M = Math.min(p.M, MOST_PAIRS)
    return sweep([{ name: 'size', values: SIZES, params: (N) => ({ ...p, N, M }) }], {
      run: learned,
      cost: ({ N }) => M * N * N + 5 * N ** 3,
      key: ({ N, dt, gamma, seed }) => [N, M, dt, gamma, seed],
      kept,
    })
  },
}
