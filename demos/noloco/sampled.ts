// Waiting of machines that send each other messages: exchanges and all-reduces drawn many times.
import type { Computed } from '@/contract'
import { drawAllReduce, drawExchange } from '@/domains/optim/waiting'
import { stream } from '@/numerics/random'
import { mean } from '@/numerics/regression'
import type { Params } from './params'

export const SIZES = [2, 4, 8, 16, 32, 64] as const
const DRAWS = 2000

/** Mean waiting, for the sizes done so far. */
export interface Waits {
  sizes: readonly number[]
  exchange: readonly number[]
  allReduce: readonly number[]
}

export const sampled: Computed<Params, Waits> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['latency'],
  when: (p) => p.tab === 'net',
  *compute({ latency }) {
    const draws = stream(1, 'messages')
    const [exchange, allReduce] = [[] as number[], [] as number[]]
    const upTo = (count: number): Waits => ({
      sizes: SIZES.slice(0, count),
      exchange: exchange.slice(0, count),
      allReduce: allReduce.slice(0, count),
    })
    for (const [k, n] of SIZES.entries()) {
      exchange.push(mean(Float64Array.from({ length: DRAWS }, () => drawExchange(latency, draws))))
      allReduce.push(mean(Float64Array.from({ length: DRAWS }, () => drawAllReduce(n, latency, draws))))
      yield { done: (k + 1) / SIZES.length, result: upTo(k + 1) }
    }
    return upTo(SIZES.length)
  },
}
