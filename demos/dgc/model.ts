// u ← mu + g, v ← v + u at each worker; the k largest entries of v are sent, and leave v and u: deep gradient compression, beside dense momentum and
// the three schemes between them.
import type { Stepped } from '@/contract'
import { countOf, type SchemeName } from '@/domains/optim/sparse'
import { NAMES, type Params, ratioIn, SIZE, schemeOf } from './params'
import { problemOf } from './problem'
import { advanceRace, type Race, startRace } from './race'

export { type Params, params } from './params'

export interface State {
  step: number
  race: Race
}
export interface Frame {
  /** Step at which a scheme diverged. */
  lost: Readonly<Record<SchemeName, number | null>>
  /** Entries that each worker sends in this step. */
  k: number
  /** Of the scheme of the switches, entries from the steepest to the flattest: each worker's accumulator before sending, [workers, d]; what it sent, 0
   * elsewhere; and the mean that arrived, [d]. */
  had: Float64Array
  sent: Float64Array
  arrived: Float64Array
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init: (p) => ({ step: 0, race: startRace(p) }),
  step(s, p) {
    s.step++
    advanceRace(s.race, p, s.step)
  },
  frame({ step, race: { runners } }, p) {
    const { order } = problemOf(p)
    const runner = runners[schemeOf(p)]
    const [had, sent] = [new Float64Array(p.workers * SIZE), new Float64Array(p.workers * SIZE)]
    for (const [n, worker] of runner.workers.entries())
      for (const [rank, i] of order.entries()) {
        had[n * SIZE + rank] = worker.v[i]! + worker.sent[i]!
        sent[n * SIZE + rank] = worker.sent[i]!
      }
    const mean = (i: number) => runner.workers.reduce((sum, worker) => sum + worker.sent[i]!, 0) / p.workers
    return {
      lost: Object.fromEntries(NAMES.map((name) => [name, lostAt(runners[name].lost)])) as Frame['lost'],
      k: p.compress ? countOf(SIZE, ratioIn(p, Math.max(1, step))) : SIZE,
      had,
      sent,
      arrived: Float64Array.from(order, mean),
    }
  },
  steps: (p) => p.steps,
  dt: () => 1,
  pace: (p) => Math.max(8, p.steps / 14),
  /** When every scheme has diverged. */
  ended: ({ race: { runners } }) => (NAMES.every((name) => runners[name].lost >= 0) ? 'diverged' : null),
}
const lostAt = (step: number) => (step < 0 ? null : step)
