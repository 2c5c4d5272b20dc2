// The samples of one method during a run: predict and guide at each noise level, then one Euler step to the next.
import type { Apg, ApgParts } from '@/domains/diffusion/apg'
import { type ApgState, guideApg, moveApg, startApg } from '@/domains/diffusion/apgSampler'
import { pictureNoise, type Setup } from './data'
import { type Measures, measurePictures, measurePoints, nothing } from './measures'
import type { Params } from './params'
import { truthOf } from './truth'

/** Every array is [count, dim]. Predictions and parts of the push belong to the current x, up to the last move. */
export interface Cloud extends ApgState, ApgParts {
  /** Filled in when the samples are finished. */
  found: Measures
}

export const cfgSettings = ({ w }: Params): Apg => ({ guidance: w, parallel: 1, radius: 0, beta: 0 })
export const apgSettings = ({ w, eta, clip, r, beta }: Params): Apg => ({
  guidance: w,
  parallel: eta,
  radius: clip ? r : 0,
  beta,
})

/** Whether the samples are finished: σ = 0. */
export const isFinished = (step: number, p: Params): boolean => step >= p.steps

/** Samples from unit noise [count, dim], with their first push. */
export function startCloud({ grid, denoiser }: Setup, settings: Apg, start: Float64Array): Cloud {
  const x = start.map((z) => z * grid[0]!)
  const cloud = { ...startApg(x), along: new Float64Array(x.length), across: new Float64Array(x.length), found: nothing() }
  guideApg(cloud, denoiser, settings, grid[0]!, cloud)
  return cloud
}

/** From level `step` to the next; at the last one σ = 0, and nothing is left to push. */
export function advance(cloud: Cloud, { grid, denoiser }: Setup, settings: Apg, step: number): void {
  moveApg(cloud, grid[step]!, grid[step + 1]!)
  if (step + 2 < grid.length) guideApg(cloud, denoiser, settings, grid[step + 1]!, cloud)
}

/** Measures finished samples. */
export function measure({ x, found }: Cloud, { denoiser }: Setup, p: Params): void {
  if (p.scene === 'wheel') measurePoints(x, p.centre, truthOf(p).edge, denoiser, found)
  else measurePictures(x, pictureNoise(p.seed, 'start').rest, denoiser, found)
}
