// The same network with attraction alone: same start, same views, no kicks, no spreading.
import type { Computed } from '@/contract'
import { JUDGE_EVERY, type Params } from '../params'
import { judgeNetwork, startJudgement } from './judging'
import { startLearner, update } from './learner'
import { workspaceOf } from './workspace'

export interface Alone {
  /** By step. */
  readonly rank: Float64Array
  readonly cosine: Float64Array
}
const EVERY = 10 // steps between two pauses

export const alone: Computed<Params, Alone> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['tab', 'centroid', 'momentum', 'views', 'jitter', 'rate', 'dimension', 'steps', 'seed'],
  when: (p) => p.tab === 'network',
  rest: 300,
  summary: {
    aloneRank: { label: 'effective rank at the end, attraction alone', digits: 3, of: ({ rank }) => rank.at(-1)! },
    aloneCosine: { label: 'mean cosine at the end, attraction alone', digits: 3, of: ({ cosine }) => cosine.at(-1)! },
  },
  *compute(given) {
    const p: Params = { ...given, brownian: 0, singular: 0 }
    const [learner, workspace, judged] = [startLearner(p), workspaceOf(p), startJudgement(p)]
    const result: Alone = {
      rank: new Float64Array(p.steps + 1).fill(Number.NaN),
      cosine: new Float64Array(p.steps + 1).fill(Number.NaN),
    }
    for (let k = 0; k <= p.steps; k++) {
      if (k > 0) update(learner, workspace, p, k - 1)
      if (k % JUDGE_EVERY === 0) judgeNetwork(learner.weights, judged, workspace, p)
      result.rank[k] = judged.rank
      result.cosine[k] = judged.cosine
      if (k % EVERY === EVERY - 1) yield { done: k / (p.steps + 1), result, silent: true }
    }
    return result
  },
}
