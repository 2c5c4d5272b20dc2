// Working arrays that every step overwrites; made once for a set of parameters, so that a step allocates nothing.
import { type ForceWorkspace, forceWorkspace } from '@/domains/embeddings/forces'
import { type Layers, layersOf } from '@/domains/nets/perceptron'
import { memoized } from '@/memoized'
import { stream } from '@/numerics/random'
import { type Svd, svdWorkspace } from '@/numerics/svd'
import { dimensionOf, IMAGES, type Params, shapeOf } from '../params'
import { drawViews, imagesOf, NUMBERS, sizesOf } from './data'

export interface Workspace {
  readonly particles: ForceWorkspace
  readonly online: Layers
  readonly slow: Layers
  /** The clean images, and one jittered view of each that never changes: for judging. */
  readonly judged: Layers
  readonly queries: Layers
  readonly fixedViews: Float64Array
  readonly kicks: Float64Array
  readonly gradient: Float64Array
  readonly weightGradient: Float64Array
  readonly spectrum: Svd
}
export const workspaceOf = memoized((p: Params): Workspace => {
  const net = { sizes: sizesOf(p), weights: new Float64Array(0) }
  const [shape, d] = [shapeOf(p), dimensionOf(p)]
  const fixedViews = new Float64Array(IMAGES * NUMBERS)
  drawViews(imagesOf(p), 1, p.jitter, stream(p.seed, 'queries'), fixedViews)
  const layers = (count: number) => layersOf(net, count)
  return {
    particles: forceWorkspace(shape),
    online: layers(IMAGES * p.views),
    slow: layers(IMAGES * p.views),
    judged: layers(IMAGES),
    queries: layers(IMAGES),
    fixedViews,
    kicks: new Float64Array(IMAGES * d),
    gradient: new Float64Array(IMAGES * p.views * d),
    weightGradient: new Float64Array((NUMBERS + 1) * net.sizes[1]! + (net.sizes[1]! + 1) * d),
    spectrum: svdWorkspace(IMAGES, d),
  }
})
