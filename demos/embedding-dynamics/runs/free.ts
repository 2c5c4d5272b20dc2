// Particles that no network ties together: they begin where an untrained network puts the views, and each moves freely. Their slow copies begin where it puts
// other views. One step: forces on u, gradient descent u ← u - η N V g, and then the slow copies follow.
import { centroidsOf, follow, particleForces, weighted } from '@/domains/embeddings/forces'
import { inputsOf, outputsOf } from '@/domains/nets/perceptron'
import { normaliseRows } from '@/domains/nets/swappedPrediction'
import { forwardTanh } from '@/domains/nets/tanhNet'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { IMAGES, type Params, shapeOf, unitAt, weightsOf } from '../params'
import { drawUnits, drawViews, firstWeights, imagesOf, sizesOf } from './data'
import { type Workspace, workspaceOf } from './workspace'

/** Plain data. */
export interface Free {
  /** [N, V, d], of any lengths. */
  readonly u: Float64Array
  readonly slow: Float64Array
  readonly kicks: Stream
  /** L_c, L_b, L_s of the last step; NaN before the first. */
  readonly losses: Float64Array
}

interface Start {
  /** Views and slow copies, [N, V, d], and the middles of the views, [N, d]; all of length 1. */
  readonly u: Float64Array
  readonly slow: Float64Array
  readonly centroids: Float64Array
}
/** Where all begin. Thrown images begin elsewhere; their slow copies do not. */
export const startOf = memoized((p: Params): Start => {
  const [shape, { online }, weights] = [shapeOf(p), workspaceOf(p), firstWeights(p)]
  const { views, d } = shape
  const draws = stream(p.seed, 'views')
  const placed = (): Float64Array => {
    drawViews(imagesOf(p), views, p.jitter, draws, inputsOf(online))
    forwardTanh({ sizes: sizesOf(p), weights }, online)
    const out = new Float64Array(IMAGES * views * d)
    normaliseRows(outputsOf(online), IMAGES * views, d, out)
    return out
  }
  const [u, slow, centroids] = [placed(), placed(), new Float64Array(IMAGES * d)]
  centroidsOf(u, shape, centroids)
  for (const { index, at } of p.thrown) {
    const place = unitAt(...at, d as 2 | 3)
    for (let k = 0; k < views * d; k++) u[index * views * d + k]! += place[k % d]! - centroids[index * d + (k % d)]!
  }
  normaliseRows(u, IMAGES * views, d, u)
  centroidsOf(u, shape, centroids)
  return { u, slow, centroids }
})

export function startFree(p: Params): Free {
  const { u, slow } = startOf(p)
  return { u: u.slice(), slow: slow.slice(), kicks: stream(p.seed, 'kicks'), losses: new Float64Array(3).fill(Number.NaN) }
}

/** Draws the kicks of a step, and computes its forces in the workspace. */
export function freeForces({ u, slow, kicks }: Pick<Free, 'u' | 'slow' | 'kicks'>, { particles, kicks: units }: Workspace): void {
  drawUnits(IMAGES, particles.shape.d, kicks, units)
  particleForces(particles, u, slow, units)
}

/** One step; `step` counts from 0. */
export function moveFree(free: Free, workspace: Workspace, p: Params, step: number): void {
  const { particles, gradient } = workspace
  freeForces(free, workspace)
  free.losses.set(particles.losses)
  weighted(particles, weightsOf(p, step), gradient)
  const rate = p.rate * IMAGES * p.views
  for (let k = 0; k < gradient.length; k++) free.u[k]! -= rate * gradient[k]!
  follow(free.slow, free.u, p.momentum)
}
