// How well a solver samples: how many samples it throws out, and how far the others are from their exact ends.
import type { Rule } from '@/domains/diffusion/multistep'
import { startMultistep } from '@/domains/diffusion/multistep'
import { stepSamples } from './model'
import { COUNT, denoiserOf, FAR, type Scene, sigmasOf, startOf } from './problem'

/** Whether sample `particle` of `x` [n, 2] is farther out than `limit` in a coordinate. */
export const isOutside = (x: Float64Array, particle: number, limit = FAR): boolean =>
  !(Math.abs(x[2 * particle]!) <= limit && Math.abs(x[2 * particle + 1]!) <= limit)

/** Share of the samples outside. */
export function outside(x: Float64Array, limit = FAR): number {
  let count = 0
  for (let particle = 0; 2 * particle < x.length; particle++) if (isOutside(x, particle, limit)) count++
  return count / (x.length / 2)
}

/** The larger coordinate of the difference to the exact end. */
export const errorOf = (x: Float64Array, ends: Float64Array, particle: number): number =>
  Math.max(Math.abs(x[2 * particle]! - ends[2 * particle]!), Math.abs(x[2 * particle + 1]! - ends[2 * particle + 1]!))

/** The median of it over the samples. */
export function medianError(x: Float64Array, ends: Float64Array): number {
  const count = x.length / 2
  const errors = Float64Array.from({ length: count }, (_, particle) => errorOf(x, ends, particle)).sort()
  return (errors[Math.floor((count - 1) / 2)]! + errors[Math.floor(count / 2)]!) / 2
}

/** Places after a whole run, [COUNT, 2]. */
export function sampled(rule: Rule, p: Scene & { seed: number }, steps: number): Float64Array {
  const run = startMultistep(rule, startOf(p.seed).slice())
  const tools = { denoiser: denoiserOf(p), cond: new Float64Array(2 * COUNT) }
  const sigmas = sigmasOf(steps)
  for (let k = 0; k < steps; k++) stepSamples(run, rule, tools, p.guidance, sigmas[k]!, sigmas[k + 1]!)
  return run.x
}
