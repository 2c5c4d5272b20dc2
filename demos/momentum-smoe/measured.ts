// The long-run variance of a token with noise: measured along one direction of one expert, for several γσ.
import type { Computed } from '@/contract'
import { fence } from '@/domains/optim/heavyBallTheory'
import { stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { stepLine } from './model'
import type { Params } from './params'

const REACHES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.7, 1.8, 1.9, 2.2, 2.5, 2.8, 3, 3.2, 3.5] as const
const [LAYERS, SKIPPED] = [30_000, 1000]
const NEAR = 0.08 // of the limit: single runs this close to it say little

/** Variances without and with momentum, for the γσ done so far; null where nothing settles. */
export interface Rests {
  reaches: readonly number[]
  smoe: readonly (number | null)[]
  momentum: readonly (number | null)[]
}

/** Variances of the distance over so many layers, without and with momentum, with the same noise of variance 1. */
export function variances(a: number, mu: number, layers: number, seed = 1): readonly [smoe: number, momentum: number] {
  const draws = stream(seed, 'rest')
  const line = new Float64Array(4)
  let [smoe, momentum] = [0, 0]
  for (let t = -SKIPPED; t < layers; t++) {
    stepLine(line, a, mu, steadyNormal(draws))
    if (t < 0) continue
    smoe += line[0]! * line[0]!
    momentum += line[2]! * line[2]!
  }
  return [smoe / layers, momentum / layers]
}

export const measured: Computed<Params, Rests> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['mu'],
  when: (p) => p.tab === 'noise',
  *compute({ mu }) {
    const [smoe, momentum] = [[] as (number | null)[], [] as (number | null)[]]
    const upTo = (count: number): Rests => ({ reaches: REACHES.slice(0, count), smoe: [...smoe], momentum: [...momentum] })
    for (const [k, a] of REACHES.entries()) {
      const [one, other] = variances(a, mu, LAYERS)
      smoe.push(a < fence(0) - NEAR ? one : null)
      momentum.push(a < fence(mu) - NEAR ? other : null)
      yield { done: (k + 1) / REACHES.length, result: upTo(k + 1) }
    }
    return upTo(REACHES.length)
  },
}
