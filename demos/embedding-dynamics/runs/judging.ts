// What has become of the cloud of the sixty clean images.
import { effectiveRank, meanCosine, neighbourAccuracy } from '@/domains/embeddings/cloud'
import { centroidsOf } from '@/domains/embeddings/forces'
import { inputsOf, outputsOf } from '@/domains/nets/perceptron'
import { normaliseRows } from '@/domains/nets/swappedPrediction'
import { forwardTanh } from '@/domains/nets/tanhNet'
import { svd } from '@/numerics/svd'
import { dimensionOf, IMAGES, type Params } from '../params'
import { CLASS_OF, imagesOf, sizesOf } from './data'
import type { Workspace } from './workspace'

/** Plain data. Values are σₖ/√N, largest first. */
export interface Judgement {
  rank: number
  cosine: number
  /** NaN without a network. */
  accuracy: number
  readonly values: Float64Array
}
export const startJudgement = (p: Params): Judgement => ({
  rank: Number.NaN,
  cosine: Number.NaN,
  accuracy: Number.NaN,
  values: new Float64Array(dimensionOf(p)),
})

/** Embeddings of clean images, [IMAGES, d], in the workspace. */
export function embedded(weights: Float64Array, inputs: Float64Array, layers: Workspace['judged'], p: Params): Float64Array {
  inputsOf(layers).set(inputs)
  forwardTanh({ sizes: sizesOf(p), weights }, layers)
  const out = outputsOf(layers)
  normaliseRows(out, IMAGES, dimensionOf(p), out)
  return out
}

function judgeCloud(cloud: Float64Array, out: Judgement, { spectrum }: Workspace, p: Params): void {
  svd(cloud, spectrum)
  for (let k = 0; k < out.values.length; k++) out.values[k] = spectrum.values[k]! / Math.sqrt(IMAGES)
  out.rank = effectiveRank(spectrum.values)
  out.cosine = meanCosine(cloud, IMAGES, dimensionOf(p))
}

/** Judges the middles of free views, [IMAGES, V, d]. */
export function judgeFree(u: Float64Array, out: Judgement, workspace: Workspace, p: Params): void {
  const { shape, z, centroids } = workspace.particles
  normaliseRows(u, IMAGES * shape.views, shape.d, z)
  centroidsOf(z, shape, centroids)
  judgeCloud(centroids, out, workspace, p)
}

/** Judges the embeddings of the clean images. */
export function judgeNetwork(weights: Float64Array, out: Judgement, workspace: Workspace, p: Params): void {
  const cloud = embedded(weights, imagesOf(p), workspace.judged, p)
  judgeCloud(cloud, out, workspace, p)
  const queries = embedded(weights, workspace.fixedViews, workspace.queries, p)
  out.accuracy = neighbourAccuracy(queries, cloud, CLASS_OF, dimensionOf(p))
}
