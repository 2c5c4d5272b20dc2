// L = ½ [ℓ(z₂, q₁) + ℓ(z₁, q₂)]: two networks learn from the same start and the same batches, one with the chosen codes, one with the others. On the tab
// "by hand" a step is one pass of Sinkhorn instead. The tab of final results has no run of its own: its map makes many.
import type { Stepped } from '@/contract'
import { type Stream, stream } from '@/numerics/random'
import { BENCH_ROUNDS, pass, startBench } from './bench'
import { drawBatch } from './blobs'
import { type Frame, frameOf } from './frame'
import { judge } from './judging'
import { type Learner, startLearner, update } from './learner'
import type { Params } from './params'
import { workspaceOf } from './workspace'

export { type Params, params } from './params'

export interface State {
  step: number
  training: { readonly random: Stream; readonly ours: Learner; readonly rival: Learner } | null
  /** Codes by hand, [samples, prototypes], with total 1. */
  bench: Float64Array | null
}

/** Steps between judgements; in between the last one is shown. */
export const JUDGE_EVERY = 20

export const isBench = ({ tab }: Pick<Params, 'tab'>): boolean => tab === 'bench'

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init(p) {
    if (isBench(p)) return { step: 0, training: null, bench: startBench(p) }
    if (p.tab !== 'train') return { step: 0, training: null, bench: null }
    const workspace = workspaceOf(p)
    const ours = startLearner(p, workspace.ours.codes)
    const rival = startLearner(p, workspace.rival.codes)
    judge(ours, workspace)
    judge(rival, workspace)
    return { step: 0, training: { random: stream(p.seed, 'batches'), ours, rival }, bench: null }
  },
  step(s, p) {
    s.step++
    if (s.bench) pass(s.bench, p, s.step)
    if (!s.training) return
    const workspace = workspaceOf(p)
    const { ours, rival, random } = s.training
    const { views, blobs } = workspace.batch
    drawBatch(random, workspace.centres, p.batch, views[0], views[1], blobs)
    update(ours, workspace, 'ours', p.freeze, s.step - 1)
    update(rival, workspace, 'rival', p.freeze, s.step - 1)
    if (s.step % JUDGE_EVERY !== 0) return
    judge(ours, workspace)
    judge(rival, workspace)
  },
  frame: (s, p) => frameOf(s, p),
  steps: (p) => (isBench(p) ? 2 * BENCH_ROUNDS : p.tab === 'train' ? p.steps : 0),
  dt: () => 1,
  pace: (p) => (isBench(p) ? 1.5 : 60),
}
