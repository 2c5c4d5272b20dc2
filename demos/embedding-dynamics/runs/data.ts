// The images: four numbers each, ten of each of six kinds. A view is an image with a jitter of its own.
import { startPerceptron } from '@/domains/nets/perceptron'
import { normaliseRows } from '@/domains/nets/swappedPrediction'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { fillSteadyNormal, steadyNormal } from '@/numerics/steadyNormal'
import { CLASSES, dimensionOf, IMAGES, type Params } from '../params'

export const NUMBERS = 4 // of an image
const HIDDEN = 32
const [APART, SPREAD] = [1.5, 0.35] // standard deviations of centres, and of images around them

/** Kind of each image: neighbours in the list are of different kinds. */
export const CLASS_OF = Int32Array.from({ length: IMAGES }, (_, i) => i % CLASSES)

/** [IMAGES, NUMBERS]. */
export const imagesOf = memoized((p: Params): Float64Array => {
  const draws = stream(p.seed, 'images')
  const centres = Float64Array.from({ length: CLASSES * NUMBERS }, () => APART * steadyNormal(draws))
  return Float64Array.from(
    { length: IMAGES * NUMBERS },
    (_, k) => centres[CLASS_OF[Math.floor(k / NUMBERS)]! * NUMBERS + (k % NUMBERS)]! + SPREAD * steadyNormal(draws),
  )
})

/** Writes `views` jittered versions of each image, [IMAGES, views, NUMBERS]. */
export function drawViews(images: Float64Array, views: number, jitter: number, draws: Stream, out: Float64Array): void {
  fillSteadyNormal(draws, out)
  for (let k = 0; k < out.length; k++)
    out[k] = images[Math.floor(k / (views * NUMBERS)) * NUMBERS + (k % NUMBERS)]! + jitter * out[k]!
}

/** Writes unit vectors in directions drawn at random, [count, d]. */
export function drawUnits(count: number, d: number, draws: Stream, out: Float64Array): void {
  fillSteadyNormal(draws, out)
  normaliseRows(out, count, d, out)
}

/** Layers of the network: four numbers, 32 units, a place on the sphere or the circle. */
export const sizesOf = (p: Pick<Params, 'dimension'>): readonly number[] => [NUMBERS, HIDDEN, dimensionOf(p)]
export const firstWeights = (p: Params): Float64Array => startPerceptron(sizesOf(p), stream(p.seed, 'weights')).weights
