// Whole trainings for several values of one parameter and several seeds: how many stars are in use at the end.
import type { Computed } from '@/contract'
import { stream } from '@/numerics/random'
import { drawBatch } from './blobs'
import { judge } from './judging'
import { startLearner, update } from './learner'
import type { Params } from './params'
import { type Room, roomOf } from './room'

export interface Ending {
  readonly entropy: number
  readonly purity: number
  /** Mean of the last twenty steps. */
  readonly loss: number
}
export interface Row {
  readonly value: number
  /** With the queue of the second line. */
  readonly queued: boolean
  readonly endings: readonly Ending[]
}
export const QUEUE = 128
const SEEDS = 4
const LAST = 20

const VALUES: Record<Params['over'], readonly number[]> = {
  batch: [4, 8, 16, 32],
  rounds: [0, 1, 2, 3, 5, 10],
  epsilon: [0.02, 0.035, 0.05, 0.1, 0.2, 0.5, 1],
  prototypes: [2, 4, 6, 8, 10, 12],
}

/** Tiny batches are cheap, and their endings differ more: more seeds of them. */
const seedsOf = (p: Params): number => Math.max(SEEDS, Math.min(24, Math.round(64 / p.batch)))

interface Plan {
  p: Params
  row: { value: number; queued: boolean; endings: Ending[] }
  seeds: number
}
function planOf(p: Params): Plan[] {
  const codes = p.over === 'rounds' ? 'sinkhorn' : p.codes
  return VALUES[p.over].flatMap((value) => {
    const own = { ...p, tab: 'train' as const, codes, [p.over]: value } as Params
    const plain = p.over === 'batch' ? { ...own, queue: 0 } : own
    const plans = [{ p: plain, row: { value, queued: false, endings: [] }, seeds: seedsOf(plain) }]
    if (p.over === 'batch' && value <= 16 && codes === 'sinkhorn')
      plans.push({ p: { ...own, queue: QUEUE }, row: { value, queued: true, endings: [] }, seeds: seedsOf(own) })
    return plans
  })
}

/** One network from first to last; hands over now and then. */
export function* trained(p: Params, room: Room = roomOf(p), side: 'ours' | 'rival' = 'ours'): Generator<void, Ending, void> {
  const learner = startLearner(p, room[side].codes)
  const random = stream(p.seed, 'batches')
  const { views, blobs } = room.batch
  let loss = 0
  for (let k = 0; k < p.steps; k++) {
    drawBatch(random, room.centres, p.batch, views[0], views[1], blobs)
    update(learner, room, side, p.freeze, k)
    if (k >= p.steps - LAST) loss += learner.loss / Math.min(LAST, p.steps)
    if (k % 10 === 9) yield
  }
  judge(learner, room)
  return { entropy: learner.judged.entropy, purity: learner.judged.purity, loss }
}

export const endings: Computed<Params, readonly Row[]> = {
  kind: 'computed',
  runIn: 'worker',
  uses: [
    'over',
    'codes',
    'rounds',
    'epsilon',
    'tau',
    'prototypes',
    'batch',
    'queue',
    'freeze',
    'space',
    'steps',
    'seed',
    'centres',
    'starts',
  ],
  when: (p) => p.tab === 'sweep',
  *compute(p) {
    const plans = planOf(p)
    const work = plans.reduce((sum, plan) => sum + plan.seeds * plan.p.batch, 0)
    const most = Math.max(...plans.map((plan) => plan.seeds))
    const rows = () => plans.map(({ row }) => ({ ...row, endings: [...row.endings] }))
    let done = 0
    for (let round = 0; round < most; round++) {
      for (const plan of plans) {
        if (round >= plan.seeds) continue
        const training = trained({ ...plan.p, seed: (plan.p.seed + round) >>> 0 })
        let next = training.next()
        for (; !next.done; next = training.next()) yield { done: Math.min(done / work, 1), result: [], silent: true }
        plan.row.endings.push(next.value)
        done += plan.p.batch
        yield { done: Math.min(done / work, 1), result: rows() }
      }
    }
    return rows()
  },
}
