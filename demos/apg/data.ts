// The data to sample from, and the noise that sampling starts with: what a run needs besides its settings.
import type { Point } from '@/contract'
import { type Denoiser, denoiser, type Mixture } from '@/domains/diffusion/mixture'
import { colourWheel, patchTemplates } from '@/domains/diffusion/mixtures'
import { karrasGrid } from '@/domains/diffusion/schedule'
import { folded, type Span, spanOf } from '@/domains/diffusion/span'
import { memoized } from '@/memoized'
import { fillNormal, stream } from '@/numerics/random'
import { classOf, type Params, PICTURES } from './params'

/** All of a run that follows from its parameters alone. */
export interface Setup {
  dim: number
  /** Conditional on the wanted colour; its noise level and scratch arrays belong to the current user. */
  denoiser: Denoiser
  /** σ by step, [N + 1], the last one 0. */
  grid: Float64Array
  /** Unit noise, [count, dim]. */
  start: Float64Array
}

const PICTURE_STD = 0.1
const FIRST_HUE = Math.PI / 2 // angle of class 0, on the wheel and in the pictures

let span: Span | null = null
/** The pictures in nine numbers each, exactly (src/domains/diffusion/span.ts). */
export function pictureSpan(): Span {
  span ??= spanOf(patchTemplates(PICTURE_STD, FIRST_HUE))
  return span
}

const homes = colourWheel().means
/** The unmoved place of a component, seen from the centre of the wheel. */
export const homeOf = (index: number): Point => [homes[2 * index]!, homes[2 * index + 1]!]

export function mixtureOf({ scene, std, centre: [cx, cy], moved }: Params): Mixture {
  if (scene === 'patches') return pictureSpan().mixture
  const wheel = colourWheel(std, [cx, cy])
  for (const { index, at } of moved) wheel.means.set([cx + at[0], cy + at[1]], 2 * index)
  return wheel
}

type Folded = ReturnType<typeof folded>
const noises: Record<'start' | 'truth', { seed: number; noise: Folded } | null> = { start: null, truth: null } // the last ones used

/** Unit noise of the pictures: for the start of sampling, or added to templates to make true pictures. */
export function pictureNoise(seed: number, purpose: 'start' | 'truth'): Folded {
  const last = noises[purpose]
  if (last?.seed === seed) return last.noise
  const { dim } = pictureSpan()
  const z = new Float64Array(PICTURES * dim)
  fillNormal(stream(seed, `pictures, ${purpose}`), z)
  const noise = folded(pictureSpan(), z)
  noises[purpose] = { seed, noise }
  return noise
}

/** True pictures of the class, folded: each of its twelve templates three times, with noise of its own. [PICTURES, 9] */
export function truePictures(p: Params): Float64Array {
  const { mixture } = pictureSpan()
  const { dim, means } = mixture
  const templates = 12
  return pictureNoise(p.seed, 'truth').inside.map((noise, i) => {
    const turn = (7 * Math.floor(i / dim)) % templates // so that neighbours differ
    return means[(classOf(p.hue) * templates + turn) * dim + (i % dim)]! + PICTURE_STD * noise
  })
}

function startOf({ scene, n, seed }: Params): Float64Array {
  if (scene === 'patches') return pictureNoise(seed, 'start').inside
  const start = new Float64Array(2 * n)
  fillNormal(stream(seed, 'start'), start)
  return start
}

export const setupOf = memoized((p: Params): Setup => {
  const mixture = mixtureOf(p)
  return {
    dim: mixture.dim,
    denoiser: denoiser(mixture, 'x0', classOf(p.hue)),
    grid: karrasGrid(p.steps),
    start: startOf(p),
  }
})
