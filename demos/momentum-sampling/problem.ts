// What is the same for all solvers: noise levels, the guided denoiser, and the noise that the samples start from.
import { type Denoiser, denoiser } from '@/domains/diffusion/mixture'
import { nestedPair } from '@/domains/diffusion/mixtures'
import { evenTimeGrid } from '@/domains/diffusion/schedule'
import { fillNormal, stream } from '@/numerics/random'
import type { Params } from './params'

/** Samples of a run. */
export const COUNT = 400
/** Where the wanted class is, in units of the data's standard deviation. */
export const CENTRE = [0.6, 0.3] as const
/** A sample with a coordinate beyond this many standard deviations of the data is an artifact. */
export const FAR = 3

const levels = new Map<number, Float64Array>()
/** σ by step, from the largest to 0: [steps + 1]. */
export function sigmasOf(steps: number): Float64Array {
  const grid = levels.get(steps) ?? evenTimeGrid(steps)
  levels.set(steps, grid)
  return grid
}
/** The largest σ and the last positive one: training times 999 and 0, whatever the number of steps. */
export const [LARGEST, SMALLEST] = [sigmasOf(2)[0]!, sigmasOf(2)[1]!]

let noise = { seed: Number.NaN, values: new Float64Array(0) }
/** Places at the largest σ, [COUNT, 2]: the same for all solvers. Read only. */
export function startOf(seed: number): Float64Array {
  if (noise.seed !== seed) {
    const values = new Float64Array(2 * COUNT)
    fillNormal(stream(seed, 'start'), values)
    for (let i = 0; i < values.length; i++) values[i]! *= LARGEST
    noise = { seed, values }
  }
  return noise.values
}

/** What the guided noise prediction depends on. */
export type Scene = Pick<Params, 'width' | 'guidance'>

/** Denoiser of the data that predicts noise; the class is the narrow component. It has its own scratch arrays: one for each user. */
export const denoiserOf = ({ width }: Scene): Denoiser => denoiser(nestedPair(width), 'noise', 1)
