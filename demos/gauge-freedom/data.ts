// Where the data are, as mixtures of Gaussians whose score is exact, and the starts of particles drawn from them with noise.

import { type Gauge, type GaugeField, gaugeField, ofGaussians, ofPoints } from '@/domains/diffusion/gaugeFlow'
import { fillSamples, type Gaussians, gaussians } from '@/domains/diffusion/gaussians'
import type { Points } from '@/domains/diffusion/noisyPoints'
import { memoized } from '@/memoized'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { axisOf, BLOBS, countOf, isInSpace, kindOf, lowOf, type Params } from './params'

// --- the plane ------------------------------------------------------------------------------------------------------------------------------------

const WEIGHTS = [0.2, 0.4, 0.2, 0.2]
const HOMES = [
  [1, 0.2],
  [-0.6, 0.9],
  [-0.3, -1],
  [0.9, -0.9],
] as const
const COVARIANCES = [
  [
    [0.02, 0.01],
    [0.01, 0.05],
  ],
  [
    [0.03, 0],
    [0, 0.03],
  ],
  [
    [0.06, -0.02],
    [-0.02, 0.02],
  ],
  [
    [0.02, 0],
    [0, 0.02],
  ],
]
export const blobOf = ({ moved }: Pick<Params, 'moved'>, index: number): readonly [x: number, y: number] =>
  moved.find((one) => one.index === index)?.at ?? HOMES[index]!
const blobs = memoized(
  (moved: Params['moved']): Gaussians =>
    gaussians(
      WEIGHTS,
      Array.from({ length: BLOBS }, (_, k) => blobOf({ moved }, k)),
      COVARIANCES,
    ),
)
export const blobsOf = ({ moved }: Pick<Params, 'moved'>): Gaussians => blobs(moved)

// --- curves and surfaces, each of many narrow Gaussians -------------------------------------------------------------------------------------------

const NARROW = 0.01
const WIDE = 0.3
const pointsOf = (dim: 2 | 3, std: number, places: readonly (readonly number[])[]): Points => ({
  dim,
  std,
  count: places.length,
  places: Float64Array.from(places.flat()),
})
const along = (count: number, at: (share: number) => readonly number[]) => Array.from({ length: count }, (_, k) => at(k / count))
const ROUND = 2 * Math.PI

/** Spiral of Archimedes; its places are evenly spread along it: the angle grows with the root of the share. */
const spiral = (share: number) => {
  const angle = ROUND * Math.sqrt(0.04 + 2.21 * share)
  return [0.1 * angle * Math.cos(angle), 0.1 * angle * Math.sin(angle)]
}
const ON_SPHERE = 400
const GOLDEN = Math.PI * (1 + Math.sqrt(5))
/** Evenly spread over the sphere, the golden angle apart. */
const onSphere = (k: number) => {
  const z = 1 - (2 * k + 1) / ON_SPHERE
  const radius = Math.sqrt(1 - z * z)
  return [radius * Math.cos(GOLDEN * (k + 0.5)), radius * Math.sin(GOLDEN * (k + 0.5)), z]
}
const [ROWS, IN_ROW] = [10, 40]
/** A sheet rolled up around the axis y, one and a half turns; every other row is moved by half a place. */
const onRoll = (k: number) => {
  const row = Math.floor(k / IN_ROW)
  const share = ((k % IN_ROW) + (row % 2) / 2) / IN_ROW
  const angle = ROUND * Math.sqrt(0.36 + 2.88 * share)
  const radius = 0.095 * angle
  return [radius * Math.cos(angle), 1.4 * ((row + 0.5) / ROWS - 0.5), radius * Math.sin(angle)]
}
const TILT = 0.5 // rad

const SHAPES: Readonly<Record<Exclude<Params['data'], 'blobs'> | Params['shape'], Points>> = {
  ring: pointsOf(
    2,
    NARROW,
    along(120, (share) => [Math.cos(ROUND * share), Math.sin(ROUND * share)]),
  ),
  spiral: pointsOf(2, NARROW, along(120, spiral)),
  blob: pointsOf(2, WIDE, [[0, 0]]),
  sphere: pointsOf(
    3,
    NARROW,
    Array.from({ length: ON_SPHERE }, (_, k) => onSphere(k)),
  ),
  roll: pointsOf(
    3,
    NARROW,
    Array.from({ length: ROWS * IN_ROW }, (_, k) => onRoll(k)),
  ),
  circle: pointsOf(
    3,
    NARROW,
    along(120, (share) => {
      const [x, y] = [Math.cos(ROUND * share), Math.sin(ROUND * share)]
      return [x, y * Math.cos(TILT), y * Math.sin(TILT)]
    }),
  ),
}
/** The points of curve or surface; null for the four blobs. */
export const shapeOf = (p: Params): Points | null => (isInSpace(p) ? SHAPES[p.shape] : p.data === 'blobs' ? null : SHAPES[p.data])
/** How many directions the data have. */
export const trueDimension = (p: Params): number =>
  isInSpace(p) ? (p.shape === 'circle' ? 1 : 2) : p.data === 'ring' || p.data === 'spiral' ? 1 : 2

// --- the field, and draws -------------------------------------------------------------------------------------------------------------------------

const VORTEX = 0.6
export const gaugeOf = (p: Params): Gauge => {
  const strength = { kappa: p.kappa, inverse: p.growth === 'inverse' }
  switch (kindOf(p)) {
    case 'rotate':
      return { ...strength, kind: 'rotate', axis: axisOf(p) }
    case 'vortex':
      return { ...strength, kind: 'vortex', centre: p.centre, width: VORTEX }
    case 'stretch':
      return { ...strength, kind: 'stretch' }
  }
}
const densityOf = (p: Params) => {
  const shape = shapeOf(p)
  return shape ? ofPoints(shape) : ofGaussians(blobsOf(p))
}
/** The field of these parameters; it has scratch of its own. */
export const newField = (p: Params, gauge = gaugeOf(p)): GaugeField => gaugeField(densityOf(p), gauge)

/** `n` of the data with noise σ, [n, dim]. */
export function noisyData(p: Params, n: number, sigma: number, draws: Stream): Float64Array {
  const shape = shapeOf(p)
  if (shape === null) {
    const out = new Float64Array(2 * n)
    fillSamples(blobsOf(p), draws, out)
    for (let i = 0; i < out.length; i++) out[i]! += sigma * steadyNormal(draws)
    return out
  }
  const { dim, count, places, std } = shape
  const out = new Float64Array(dim * n)
  const spread = Math.hypot(std, sigma)
  for (let k = 0; k < n; k++) {
    const of = Math.floor(count * uniform(draws))
    for (let i = 0; i < dim; i++) out[k * dim + i] = places[of * dim + i]! + spread * steadyNormal(draws)
  }
  return out
}
/** Starts of all particles, the same for every added field. */
export const startsOf = memoized((p: Params): Float64Array => noisyData(p, countOf(p), p.top, stream(p.seed, 'starts')))
/** As many samples of what the particles should be at the end. */
export const truthOf = memoized((p: Params): Float64Array => noisyData(p, countOf(p), lowOf(p), stream(p.seed, 'truth')))
/** And as many again: how far apart two such clouds are by luck. */
export const otherTruthOf = memoized((p: Params): Float64Array => noisyData(p, countOf(p), lowOf(p), stream(p.seed, 'luck')))
