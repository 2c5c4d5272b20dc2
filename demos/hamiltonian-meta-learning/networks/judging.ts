// How good a start is: the error on fresh points of twelve tasks after some inner steps.
import type { LawName } from '@/domains/dynamics/hamiltonians'
import { type MotionLearner, relativeError } from '@/domains/nets/motionNets'
import { innerStep } from '@/domains/optim/metaLearning'
import { stream, uniform } from '@/numerics/random'
import { median } from '@/numerics/regression'
import { drawTask, observationsOf, STRENGTHS } from './tasks'

/** Inner steps after which the error of a start is measured. */
export const JUDGED = [0, 1, 3, 5, 10, 30, 100] as const
const TASKS = 12
const [SUPPORT, FRESH] = [40, 300]

/** Errors after these numbers of steps, by task; tasks of a law differ in θ and points and are the same for all starts. */
export function judged(
  learner: MotionLearner,
  start: Float64Array,
  law: LawName,
  alpha: number,
  after: readonly number[] = JUDGED,
  tasks = TASKS,
): number[][] {
  const [low, high] = STRENGTHS
  const workspace = new Float64Array(start.length)
  const [support, fresh] = [observationsOf(SUPPORT), observationsOf(FRESH)]
  return Array.from({ length: tasks }, (_, task) => {
    const draws = stream(task, `test of ${law}`)
    const theta = low + (high - low) * uniform(draws)
    drawTask(law, theta, draws, support)
    drawTask(law, theta, draws, fresh)
    const weights = start.slice()
    let step = 0
    return after.map((until) => {
      for (; step < until; step++) innerStep(learner, weights, support, alpha, workspace)
      return relativeError(learner, weights, fresh)
    })
  })
}

/** Medians over the twelve tasks. */
export function medians(
  learner: MotionLearner,
  start: Float64Array,
  law: LawName,
  alpha: number,
  after: readonly number[] = JUDGED,
): number[] {
  const all = judged(learner, start, law, alpha, after)
  return after.map((_, k) => median(all.map((errors) => errors[k]!)))
}
