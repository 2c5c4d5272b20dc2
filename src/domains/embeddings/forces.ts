// Embeddings as particles on the unit sphere: V views of each of N images, z = u/|u|, and three losses of them (Moon et al. 2022). With the normalised means
// z̄ᵢ of an image's views and cᵢ of the views that a slow copy of the network sees, and one unit vector nᵢ an image:
//   L_c = 1/N Σᵢ (2 - 2 z̄ᵢ·cᵢ)     L_b = 1/NV Σᵢᵥ zᵢᵥ·nᵢ     L_s = Σₖ (σₖ/√N - 1/√d)² = 2 - 2/√(Nd) Σₖ σₖ
// σₖ are the singular values of the matrix of all z̄ᵢ. All arrays are row-major: views [N, V, d], images [N, d].
import { normaliseRows } from '@/domains/nets/swappedPrediction'
import { type Svd, svd, svdWorkspace } from '@/numerics/svd'

export interface CloudShape {
  readonly images: number
  readonly views: number
  readonly d: number
}
/** Factors of the three losses. */
export interface LossWeights {
  readonly centroid: number
  readonly brownian: number
  readonly singular: number
}

/** Workspace for the losses of one cloud; each call overwrites it. */
export interface ForceWorkspace {
  readonly shape: CloudShape
  /** zᵢᵥ, [N, V, d], and |uᵢᵥ|. */
  readonly z: Float64Array
  readonly lengths: Float64Array
  /** z̄ᵢ, [N, d], and the lengths of the means before they are normalised. */
  readonly centroids: Float64Array
  readonly spans: Float64Array
  /** cᵢ, [N, d]. */
  readonly targets: Float64Array
  /** L_c, L_b, L_s. */
  readonly losses: Float64Array
  /** Gradients of the three losses with respect to u, [N, V, d] each. */
  readonly gradients: readonly [centroid: Float64Array, brownian: Float64Array, singular: Float64Array]
  readonly decomposition: Svd
  readonly scratch: Float64Array
  readonly scratchLengths: Float64Array
}
export function forceWorkspace(shape: CloudShape): ForceWorkspace {
  const { images, views, d } = shape
  const particles = () => new Float64Array(images * views * d)
  return {
    shape,
    z: particles(),
    lengths: new Float64Array(images * views),
    centroids: new Float64Array(images * d),
    spans: new Float64Array(images),
    targets: new Float64Array(images * d),
    losses: new Float64Array(3),
    gradients: [particles(), particles(), particles()],
    decomposition: svdWorkspace(images, d),
    scratch: particles(),
    scratchLengths: new Float64Array(images),
  }
}

/** Normalised means of the views, [N, d]; `lengths` gets the lengths of the means. */
export function centroidsOf(
  z: Float64Array,
  { images, views, d }: CloudShape,
  out: Float64Array,
  lengths: Float64Array | null = null,
): void {
  for (let i = 0; i < images; i++)
    for (let j = 0; j < d; j++) {
      let sum = 0
      for (let v = 0; v < views; v++) sum += z[(i * views + v) * d + j]!
      out[i * d + j] = sum / views
    }
  normaliseRows(out, images, d, out, lengths)
}

/**
 * The three losses and their gradients, in `workspace`. `u`, `target`: [N, V, d], of any lengths; no gradient flows to the target. `kicks`: one unit vector
 * an image, [N, d]. Where centroids lie in fewer than d directions, the gradient of the singular values is that of the directions that there are.
 */
export function particleForces(workspace: ForceWorkspace, u: Float64Array, target: Float64Array, kicks: Float64Array): void {
  const { shape, z, lengths, centroids, spans, targets, losses, gradients, decomposition, scratch, scratchLengths } = workspace
  const { images, views, d } = shape
  normaliseRows(u, images * views, d, z, lengths)
  centroidsOf(z, shape, centroids, spans)
  normaliseRows(target, images * views, d, scratch)
  centroidsOf(scratch, shape, targets, scratchLengths)
  svd(centroids, decomposition)
  const { left, values, right } = decomposition

  let [together, along, sigmas] = [0, 0, 0]
  for (let i = 0; i < images * d; i++) together += centroids[i]! * targets[i]!
  for (let k = 0; k < d; k++) sigmas += values[k]!
  const scale = 2 / Math.sqrt(images * d)
  for (let i = 0; i < images; i++) {
    for (let v = 0; v < views; v++) {
      const at = (i * views + v) * d
      for (let j = 0; j < d; j++) {
        const n = kicks[i * d + j]!
        along += z[at + j]! * n
        let turn = 0 // of U Wᵀ
        for (let k = 0; k < d; k++) turn += left[k * images + i]! * right[k * d + j]!
        gradients[0][at + j] = (-2 / images) * targets[i * d + j]!
        gradients[1][at + j] = n / (images * views)
        gradients[2][at + j] = -scale * turn
      }
    }
  }
  losses[0] = 2 - (2 * together) / images
  losses[1] = along / (images * views)
  losses[2] = 2 - scale * sigmas
  for (const of of [0, 2] as const) throughCentroids(workspace, gradients[of])
  for (const gradient of gradients) throughLength(workspace, gradient)
}

/** In place, from ∂/∂z̄ᵢ, the same at each view, to ∂/∂zᵢᵥ. */
function throughCentroids({ shape: { images, views, d }, centroids, spans }: ForceWorkspace, gradient: Float64Array): void {
  for (let i = 0; i < images; i++)
    for (let v = 0; v < views; v++) tangent(gradient, (i * views + v) * d, centroids, i * d, d, 1 / (views * spans[i]!))
}
/** In place, from ∂/∂z to ∂/∂u. */
function throughLength({ shape: { images, views, d }, z, lengths }: ForceWorkspace, gradient: Float64Array): void {
  for (let p = 0; p < images * views; p++) tangent(gradient, p * d, z, p * d, d, 1 / lengths[p]!)
}
/** The part of a vector across a unit vector, times `scale`, in place. */
function tangent(vector: Float64Array, at: number, unit: Float64Array, from: number, d: number, scale: number): void {
  let along = 0
  for (let j = 0; j < d; j++) along += vector[at + j]! * unit[from + j]!
  for (let j = 0; j < d; j++) vector[at + j] = scale * (vector[at + j]! - along * unit[from + j]!)
}

/** Gradient of λ_c L_c + λ_b L_b + λ_s L_s after `particleForces`, [N, V, d]. */
export function weighted(
  { gradients: [c, b, s] }: ForceWorkspace,
  { centroid, brownian, singular }: LossWeights,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) out[i] = centroid * c[i]! + brownian * b[i]! + singular * s[i]!
}

/** ξ ← m ξ + (1 - m) θ: the slow copy follows. */
export function follow(slow: Float64Array, fast: Float64Array, momentum: number): void {
  for (let i = 0; i < slow.length; i++) slow[i] = momentum * slow[i]! + (1 - momentum) * fast[i]!
}
