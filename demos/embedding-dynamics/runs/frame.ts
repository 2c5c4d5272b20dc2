// What is drawn: the particles of the step that comes next with the forces on each image, or the walkers.
import { weighted } from '@/domains/embeddings/forces'
import type { State } from '../model'
import { IMAGES, type Params, weightsOf } from '../params'
import { freeForces } from './free'
import { forces } from './learner'
import { type Workspace, workspaceOf } from './workspace'

export interface Cloud {
  readonly d: 2 | 3
  /** Of each image. */
  readonly views: number
  /** Views [N, V, d], their middles [N, d], and the middles of the views that the slow copy sees [N, d]; of length 1. */
  readonly z: Float64Array
  readonly centroids: Float64Array
  readonly targets: Float64Array
  /** Attraction, kick and spreading on the middle of each image, times their factors, [N, d]: how it would move if it were free, per N η. */
  readonly forces: readonly [centroid: Float64Array, brownian: Float64Array, singular: Float64Array]
  /** Half axes of the cloud of middles: σₖ/√N, [d], and their directions as rows [d, d]. */
  readonly values: Float64Array
  readonly axes: Float64Array
}
export interface Frame {
  readonly cloud: Cloud | null
  /** [2 walkers, d]. */
  readonly walkers: { readonly d: 2 | 3; readonly z: Float64Array } | null
}

export function frameOf({ step, learner, free, walkers }: State, p: Params): Frame {
  if (walkers) return { cloud: null, walkers: { d: p.dimension === 'sphere' ? 3 : 2, z: walkers.z.slice() } }
  const workspace = workspaceOf(p)
  if (learner) forces({ ...learner, views: { ...learner.views }, kicks: { ...learner.kicks } }, workspace, p)
  if (free) freeForces({ ...free, kicks: { ...free.kicks } }, workspace)
  return { cloud: cloudOf(workspace, p, step), walkers: null }
}

function cloudOf({ particles, gradient }: Workspace, p: Params, step: number): Cloud {
  const { shape, z, centroids, targets, decomposition } = particles
  const factors = weightsOf(p, step)
  const none = { centroid: 0, brownian: 0, singular: 0 }
  const force = (name: keyof typeof none): Float64Array => {
    weighted(particles, { ...none, [name]: -factors[name] * IMAGES }, gradient)
    return onMiddles(particles, gradient)
  }
  return {
    d: shape.d as 2 | 3,
    views: shape.views,
    z: z.slice(),
    centroids: centroids.slice(),
    targets: targets.slice(),
    forces: [force('centroid'), force('brownian'), force('singular')],
    values: decomposition.values.map((value) => value / Math.sqrt(IMAGES)),
    axes: decomposition.right.slice(),
  }
}

/** Sum over the views of an image, seen on the unit sphere, of vectors at u, [N, V, d]; the part along the sphere at the middle, [N, d]. */
function onMiddles(
  { shape: { images, views, d }, lengths, centroids }: Workspace['particles'],
  vectors: Float64Array,
): Float64Array {
  const out = new Float64Array(images * d)
  for (let i = 0; i < images; i++) {
    let along = 0
    for (let j = 0; j < d; j++) {
      for (let v = 0; v < views; v++) out[i * d + j]! += lengths[i * views + v]! * vectors[(i * views + v) * d + j]!
      along += out[i * d + j]! * centroids[i * d + j]!
    }
    for (let j = 0; j < d; j++) out[i * d + j]! -= along * centroids[i * d + j]!
  }
  return out
}
