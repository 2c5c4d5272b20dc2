// The average over luck: the reward still missing after each round, over many seeds.
import type { Computed } from '@/contract'
import { gap } from '@/domains/alignment/tilt'
import { model } from './model'
import { isSampled, type Params, rewardOf } from './params'

export interface Average {
  /** Seeds that are done. */
  seeds: number
  /** Mean gap by round, [rounds + 1]. */
  dpo: Float64Array
  apo: Float64Array
}

export const SEEDS = 200
const SHARE = 40_000 // comparisons between two yields, some 5 ms; a fit counts as 100

/** Mean gaps over the seeds 1 to `seeds`, whatever seed is on screen; yields after each batch. */
export function* meanGaps(p: Params, seeds = SEEDS): Generator<Average, Average, void> {
  const reward = rewardOf(p) ?? []
  const sums = { dpo: new Float64Array(p.rounds + 1), apo: new Float64Array(p.rounds + 1) }
  const average = (count: number): Average => ({
    seeds: count,
    dpo: sums.dpo.map((v) => v / count),
    apo: sums.apo.map((v) => v / count),
  })
  let work = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const one = { ...p, seed }
    const s = model.init(one)
    for (let t = 0; t <= p.rounds; t++) {
      if (t > 0) model.step(s, one)
      sums.dpo[t]! += gap(s.dpo.hat, reward)
      sums.apo[t]! += gap(s.apo.hat, reward)
    }
    work += 2 * p.rounds * (p.n + 100)
    if (work < SHARE || seed === seeds) continue
    work = 0
    yield average(seed)
  }
  return average(seeds)
}

export const average: Computed<Params, Average> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['mode', 'alpha', 'beta', 'n', 'rounds', 'answers', 'r3', 'ref3', 'r5', 'ref5'],
  when: isSampled,
  rest: 150,
  summary: {
    apoMean: { label: 'missing after all rounds on average, APO', digits: 3, of: ({ apo }) => apo.at(-1) ?? null },
    dpoMean: { label: 'missing after all rounds on average, iterative DPO', digits: 3, of: ({ dpo }) => dpo.at(-1) ?? null },
  },
  *compute(p) {
    const work = meanGaps(p)
    let next = work.next()
    for (; !next.done; next = work.next()) yield { done: next.value.seeds / SEEDS, result: next.value }
    return next.value
  },
}
