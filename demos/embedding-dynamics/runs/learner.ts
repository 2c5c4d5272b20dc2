// A network whose outputs are the particles, with its slow copy. One step: fresh views for both, forces on the outputs, heavy ball v ← 0.9 v + g,
// θ ← θ - η v, and then the copy follows.
import { follow, particleForces, weighted } from '@/domains/embeddings/forces'
import { inputsOf, outputsOf } from '@/domains/nets/perceptron'
import { addBackwardTanh, forwardTanh } from '@/domains/nets/tanhNet'
import { heavyBall, type Memory, startMemory } from '@/domains/optim/rules'
import { type Stream, stream } from '@/numerics/random'
import { dimensionOf, IMAGES, type Params, weightsOf } from '../params'
import { drawUnits, drawViews, firstWeights, imagesOf, sizesOf } from './data'
import type { Workspace } from './workspace'

const BETA = 0.9

/** Plain data. */
export interface Learner {
  readonly weights: Float64Array
  readonly slow: Float64Array
  readonly memory: Memory
  readonly views: Stream
  readonly kicks: Stream
  /** L_c, L_b, L_s of the last step; NaN before the first. */
  readonly losses: Float64Array
}

export function startLearner(p: Params): Learner {
  const weights = firstWeights(p)
  return {
    weights,
    slow: weights.slice(),
    memory: startMemory(heavyBall, weights.length),
    views: stream(p.seed, 'views'),
    kicks: stream(p.seed, 'kicks'),
    losses: new Float64Array(3).fill(Number.NaN),
  }
}

/** Draws the views and kicks of a step, and computes its forces in the workspace. */
export function forces(learner: Pick<Learner, 'weights' | 'slow' | 'views' | 'kicks'>, workspace: Workspace, p: Params): void {
  const { online, slow, particles, kicks } = workspace
  const sizes = sizesOf(p)
  drawViews(imagesOf(p), p.views, p.jitter, learner.views, inputsOf(online))
  drawViews(imagesOf(p), p.views, p.jitter, learner.views, inputsOf(slow))
  drawUnits(IMAGES, dimensionOf(p), learner.kicks, kicks)
  forwardTanh({ sizes, weights: learner.weights }, online)
  forwardTanh({ sizes, weights: learner.slow }, slow)
  particleForces(particles, outputsOf(online), outputsOf(slow), kicks)
}

/** One update; `step` counts from 0. */
export function update(learner: Learner, workspace: Workspace, p: Params, step: number): void {
  const { online, particles, weightGradient } = workspace
  forces(learner, workspace, p)
  learner.losses.set(particles.losses)
  weighted(particles, weightsOf(p, step), online.gradients.at(-1)!)
  weightGradient.fill(0)
  addBackwardTanh({ sizes: sizesOf(p), weights: learner.weights }, online, weightGradient)
  heavyBall.step(learner.weights, weightGradient, learner.memory, { rate: p.rate, beta: BETA })
  follow(learner.slow, learner.weights, p.momentum)
}
