// The data, the exact model of them, the noise levels, and the noise that all samples start from.
import type { Placed, Point } from '@/contract'
import { type Channels, type EvodiffSettings, type Frozen, PUBLISHED } from '@/domains/diffusion/evodiff'
import { exactModel, type Predict } from '@/domains/diffusion/fewCalls'
import { type Denoiser, denoiser, type Mixture } from '@/domains/diffusion/mixture'
import { colourWheel, patchTemplates } from '@/domains/diffusion/mixtures'
import { geometricTimes } from '@/domains/diffusion/reverse'
import { karrasGrid } from '@/domains/diffusion/schedule'
import { type Span, spanOf, spanPredictor } from '@/domains/diffusion/span'
import { memoized } from '@/memoized'
import { fillEvenNormal, fillNormal, stream } from '@/numerics/random'
import { type Params, PICTURES } from './params'

/** Noise levels at which runs begin and end. */
export const [LARGEST, SMALLEST] = [80, 0.002]
/** Samples in the plane. */
export const COUNT = 512
const PICTURE_STD = 0.1
const RING = 8

/** Steps from noise level to noise level: with a last guess at the end, one call is kept for it. */
export const stepsOf = ({ calls, denoise }: Pick<Params, 'calls' | 'denoise'>): number => (denoise ? calls - 1 : calls)

const grids = new Map<string, Float64Array>()
/** Falling from 80 to 0.002, [steps + 1]. Read only. */
export function sigmasOf(p: Pick<Params, 'calls' | 'denoise' | 'grid'>): Float64Array {
  const n = stepsOf(p)
  const name = `${p.grid} ${n}`
  const known = grids.get(name)
  if (known) return known
  const made = p.grid === 'edm' ? karrasGrid(n + 1, LARGEST, SMALLEST).slice(0, n + 1) : geometricTimes(LARGEST, SMALLEST, n)
  grids.set(name, made)
  return made
}

const wheel = colourWheel()
/** Components of the data in the plane. */
export const countOf = ({ data }: Pick<Params, 'data'>): number => ({ one: 1, wheel: wheel.stds.length, ring: RING })[data]
/** The unmoved place of a component, seen from the centre of the data. */
export function homeOf(data: Params['data'], index: number): Point {
  if (data === 'one') return [0, 0]
  if (data === 'wheel') return [wheel.means[2 * index]!, wheel.means[2 * index + 1]!]
  const angle = (2 * Math.PI * index) / RING
  return [Math.cos(angle), Math.sin(angle)]
}
/** Where a component is, seen from the centre. */
export const placeOf = (data: Params['data'], moved: readonly Placed[], index: number): Point =>
  (data === 'one' ? undefined : moved.find((placed) => placed.index === index)?.at) ?? homeOf(data, index)
/** Standard deviation of the components. */
export const stdOf = ({ data, spread, width }: Pick<Params, 'data' | 'spread' | 'width'>): number =>
  data === 'one' ? spread : width

type Plane = Pick<Params, 'data' | 'spread' | 'width' | 'centre' | 'moved'>
export function planeMixture({ data, spread, width, centre, moved }: Plane): Mixture {
  const count = countOf({ data })
  const means = Array.from({ length: count }, (_, k) => placeOf(data, moved, k)).flatMap(([x, y]) => [
    centre[0] + x,
    centre[1] + y,
  ])
  return {
    dim: 2,
    means: Float64Array.from(means),
    stds: new Float64Array(count).fill(stdOf({ data, spread, width })),
    weights: new Float64Array(count).fill(1 / count),
  }
}

let span: Span | null = null
/** The pictures in nine numbers each: for predictions, and for exact paths. */
export function pictureSpan(): Span {
  span ??= spanOf(patchTemplates(PICTURE_STD, Math.PI / 2))
  return span
}

const evenStarts = new Float64Array(2 * COUNT)
fillEvenNormal(evenStarts)
let pictureStarts = { seed: Number.NaN, noise: new Float64Array(0) }
/** Unit noise of all samples, [count, dim]. Read only. */
export function noiseOf({ tab, seed }: Pick<Params, 'tab' | 'seed'>): Float64Array {
  if (tab === 'plane') return evenStarts
  if (pictureStarts.seed !== seed) {
    const noise = new Float64Array(PICTURES * pictureSpan().dim)
    fillNormal(stream(seed, 'pictures, start'), noise)
    pictureStarts = { seed, noise }
  }
  return pictureStarts.noise
}

/** All of a run that follows from its parameters alone. */
export interface Problem {
  dim: number
  count: number
  sigmas: Float64Array
  settings: EvodiffSettings
  /** Predicts E[x0 | x]; has its own scratch arrays. */
  model: Predict
  /** Of the data; of the pictures in nine coordinates. For exact paths and uncertainties. */
  small: Denoiser
}
const COLOURS: Channels = { count: 3, planar: false }
/** Held weights, or null where they are measured. */
export const frozenOf = ({ balance, reach, eta, zeta }: Params): Frozen => ({
  balance: balance > 0 ? balance : null,
  reach: reach > 0 ? reach : null,
  eta: eta >= 0 ? eta : null,
  zeta: zeta > 0 ? zeta : null,
})

export const problemOf = memoized((p: Params): Problem => {
  const settings = { ...PUBLISHED, frozen: frozenOf(p), corrects: p.corrects, ending: p.ending }
  const sigmas = sigmasOf(p)
  if (p.tab === 'plane') {
    const mixture = planeMixture(p)
    return { dim: 2, count: COUNT, sigmas, settings, model: exactModel(mixture), small: denoiser(mixture, 'x0') }
  }
  const { dim, mixture } = pictureSpan()
  return {
    dim,
    count: PICTURES,
    sigmas,
    settings: { ...settings, channels: COLOURS },
    model: spanPredictor(pictureSpan(), denoiser(mixture, 'x0'), PICTURES),
    small: denoiser(mixture, 'x0'),
  }
})
