// Three runs, one a page: a network whose outputs are particles, the same particles without it, and kicks alone.
import type { Stepped } from '@/contract'
import { FREE_STEPS, JUDGE_EVERY, type Params, WALK_STEPS } from './params'
import { type Frame, frameOf } from './runs/frame'
import { type Free, moveFree, startFree } from './runs/free'
import { type Judgement, judgeFree, judgeNetwork, startJudgement } from './runs/judging'
import { type Learner, startLearner, update } from './runs/learner'
import { startWalkers, type Walkers, walkOn } from './runs/walkers'
import { workspaceOf } from './runs/workspace'

export { type Params, params } from './params'

export interface State {
  step: number
  readonly learner: Learner | null
  readonly free: Free | null
  readonly walkers: Walkers | null
  /** Of the network's embeddings of the clean images, or of the middles of free images. */
  readonly judged: Judgement
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init(p) {
    const judged = startJudgement(p)
    const state = { step: 0, learner: null, free: null, walkers: null, judged }
    if (p.tab === 'kicks') return { ...state, walkers: startWalkers(p) }
    if (p.tab === 'free') {
      const free = startFree(p)
      judgeFree(free.u, judged, workspaceOf(p), p)
      return { ...state, free }
    }
    const learner = startLearner(p)
    judgeNetwork(learner.weights, judged, workspaceOf(p), p)
    return { ...state, learner }
  },
  step(s, p) {
    const { learner, free, walkers, judged } = s
    if (walkers) walkOn(walkers, p)
    if (free) {
      moveFree(free, workspaceOf(p), p, s.step)
      judgeFree(free.u, judged, workspaceOf(p), p)
    }
    if (learner) {
      update(learner, workspaceOf(p), p, s.step)
      if ((s.step + 1) % JUDGE_EVERY === 0) judgeNetwork(learner.weights, judged, workspaceOf(p), p)
    }
    s.step++
  },
  frame: (s, p) => frameOf(s, p),
  steps: (p) => (p.tab === 'network' ? p.steps : p.tab === 'free' ? FREE_STEPS : WALK_STEPS),
  dt: () => 1,
  pace: (p) => (p.tab === 'network' ? 120 : 30),
}
