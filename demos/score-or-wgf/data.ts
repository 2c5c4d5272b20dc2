// Six blobs on an ellipse, and what is seen of them through noise.
import { type Gaussians, gaussians } from '@/domains/diffusion/gaussians'
import { exp } from '@/domains/nets/steadyExp'
import { memoized } from '@/memoized'
import { type Stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { BLOBS, blobOf, LEAST_NOISE, MOST_NOISE, type Params } from './params'

export const STD = 0.15
const WEIGHTS = [1, 2, 1, 2, 1, 2]

const sixBlobs = memoized((moved: Params['moved']): Gaussians => {
  const variance = STD * STD
  return gaussians(
    WEIGHTS,
    Array.from({ length: BLOBS }, (_, k) => blobOf({ moved }, k)),
    WEIGHTS.map(() => [
      [variance, 0],
      [0, variance],
    ]),
  )
})
export const dataOf = ({ moved }: Pick<Params, 'moved'>): Gaussians => sixBlobs(moved)

/** Data with noise σ: n points [n, 2]. */
export function noisySamples({ weights, means }: Gaussians, n: number, sigma: number, draws: Stream): Float64Array {
  const out = new Float64Array(2 * n)
  const spread = Math.sqrt(STD * STD + sigma * sigma)
  for (let i = 0; i < n; i++) {
    const k = pick(weights, draws)
    out[2 * i] = means[2 * k]! + spread * steadyNormal(draws)
    out[2 * i + 1] = means[2 * k + 1]! + spread * steadyNormal(draws)
  }
  return out
}
export function pick(weights: Float64Array, draws: Stream): number {
  let rest = uniform(draws)
  let k = 0
  while (k < weights.length - 1 && rest >= weights[k]!) rest -= weights[k++]!
  return k
}

const RATIO = Math.log(MOST_NOISE / LEAST_NOISE)
/** `steps` + 1 noise levels from the most to the least, by one factor. */
export const noiseLevels = (steps: number): Float64Array =>
  Float64Array.from({ length: steps + 1 }, (_, k) => (k === steps ? LEAST_NOISE : MOST_NOISE * exp((-RATIO * k) / steps)))
/** ln σ, spread evenly. */
export const drawLogNoise = (draws: Stream): number => Math.log(LEAST_NOISE) + RATIO * uniform(draws)
