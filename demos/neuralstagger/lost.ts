// η against k0 for every s: a map beside the run.
import type { Computed } from '@/contract'
import { bestFactors, fineTable, lostFraction } from '@/domains/fluids/lostPart'
import { driftOf } from './lawRun'
import type { Params } from './params'

/** k0 on the axis of the chart. */
export const K0S: readonly number[] = Array.from({ length: 39 }, (_, k) => 1 + k / 2)
/** For each s the η at each k0. */
export type Lost = Readonly<Partial<Record<Params['space'], Float64Array>>>

export const lost: Computed<Params, Lost> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['grid', 'diffusion', 'horizon'],
  when: (p) => p.scene === 'law',
  *compute(p) {
    const table = fineTable(driftOf(p), Number(p.grid))
    const found: Partial<Record<Params['space'], Float64Array>> = {}
    for (const [done, space] of (['2', '4', '8'] as const).entries()) {
      const s = Number(space)
      const values = new Float64Array(K0S.length)
      for (const [at, k0] of K0S.entries()) {
        values[at] = lostFraction(table, s, k0, bestFactors(table, s, k0))
        if (at % 8 === 7) yield { done: (done + at / K0S.length) / 3, result: { ...found }, silent: true }
      }
      found[space] = values
      yield { done: (done + 1) / 3, result: { ...found } }
    }
    return found
  },
}
