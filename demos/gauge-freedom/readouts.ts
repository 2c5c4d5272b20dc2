// Numbers recorded at every step: the table, the paths, and what claims are measured from.
import type { Readout, VectorReadout } from '@/contract'
import { clearDimension, countBelowHalf, spectrumAt, strideOf } from '@/domains/diffusion/gaugeFlow'
import { memoized } from '@/memoized'
import { svdWorkspace } from '@/numerics/svd'
import { projections, slicedDistance } from '@/numerics/wasserstein'
import { otherTruthOf, trueDimension, truthOf } from './data'
import { fieldOf, placeIn, type State, startPlaces } from './model'
import { countOf, dimOf, isInSpace, noiseAt, type Params } from './params'

type One = Readout<Params, State>
const part = (label: string, axis: 0 | 1 | 2): One => ({
  label,
  hidden: true,
  of: ({ packed }, p) => (axis < dimOf(p) ? packed[axis]! : null),
})

const workspaces = { 2: svdWorkspace(2, 2), 3: svdWorkspace(3, 3) } as const
const found = { values: new Float64Array(3), slopes: new Float64Array(3) }
/** Singular values and slopes of particle `k`: in scratch, until the next call. */
function spectrum({ packed, step }: State, p: Params, k = 0): { values: Float64Array; slopes: Float64Array } {
  const dim = dimOf(p)
  const [values, slopes] = [found.values.subarray(0, dim), found.slopes.subarray(0, dim)]
  spectrumAt(fieldOf(p), noiseAt(p, step), packed, placeIn(p, k), workspaces[dim], values, slopes)
  return { values, slopes }
}
const value = (label: string, index: 0 | 1 | 2): One => ({
  label,
  digits: 3,
  of: (s, p) => (index < dimOf(p) ? spectrum(s, p).values[index]! : null),
})
const slope = (label: string, index: 0 | 1 | 2): One => ({
  label,
  digits: 2,
  rounding: 1e-12,
  of: (s, p) => (index < dimOf(p) ? spectrum(s, p).slopes[index]! : null),
})

/** ln p of all particles at their starts. */
const startLogs = memoized((p: Params): Float64Array => {
  const field = fieldOf(p)
  const places = startPlaces(p)
  field.setNoise(p.top)
  return Float64Array.from({ length: 1 + countOf(p) }, (_, k) => field.log(places, k * dimOf(p)))
})
/** ln p of particle `k` by the change of variables, less the exact one. */
function logError({ packed, step }: State, p: Params, k: number): number {
  const field = fieldOf(p)
  const at = placeIn(p, k)
  const before = startLogs(p)[k]!
  field.setNoise(noiseAt(p, step))
  return before - packed[at + strideOf(dimOf(p)) - 1]! - field.log(packed, at)
}

const atEnd =
  (of: (s: State, p: Params) => number | null): One['of'] =>
  (s, p) =>
    s.step === p.steps ? of(s, p) : null

function placesOf({ packed }: State, p: Params): Float64Array {
  const [n, stride] = [countOf(p), strideOf(2)]
  return Float64Array.from({ length: 2 * n }, (_, i) => packed[((i >> 1) + 1) * stride + (i % 2)]!)
}
const DIRECTIONS = 64
const truthShadows = memoized((p: Params) => projections(truthOf(p), DIRECTIONS))
const floorOf = memoized((p: Params) => slicedDistance(truthShadows(p), projections(otherTruthOf(p), DIRECTIONS)))

/** Paths that are drawn: those of the first particles. */
export const TRAILS = 40
export const trailsOf = (p: Params): number => Math.min(TRAILS, countOf(p))

export const readouts = {
  sigma: { label: 'noise, σ', symbol: '\\sigma', digits: 3, of: (s, p) => noiseAt(p, s.step) },
  s1: value('first singular value', 0),
  s2: value('second singular value', 1),
  s3: value('third singular value', 2),
  slope1: slope('its slope against σ, first', 0),
  slope2: slope('its slope against σ, second', 1),
  slope3: slope('its slope against σ, third', 2),
  product: {
    label: 'their product, det Y',
    digits: 3,
    of: ({ packed }, p) => Math.exp(packed[strideOf(dimOf(p)) - 1]!),
  },
  below: { label: 'slopes below ½', of: (s, p) => countBelowHalf(spectrum(s, p).slopes) },
  dimension: {
    label: 'dimension read',
    none: 'unclear',
    of: (s, p) => clearDimension(spectrum(s, p).slopes),
  },
  right: {
    label: 'particles with the right dimension, %',
    digits: 3,
    of: atEnd((s, p) => {
      let right = 0
      for (let k = 1; k <= countOf(p); k++) right += Number(clearDimension(spectrum(s, p, k).slopes) === trueDimension(p))
      return (100 * right) / countOf(p)
    }),
  },
  logP: {
    label: 'ln p of the marked particle',
    digits: 4,
    of: ({ packed, step }, p) => {
      const field = fieldOf(p)
      field.setNoise(noiseAt(p, step))
      return field.log(packed, 0)
    },
  },
  logError: {
    label: 'its ln p by change of variables, off by',
    digits: 2,
    rounding: 1e-6,
    of: (s, p) => logError(s, p, 0),
  },
  worst: {
    label: 'the same, of the worst particle',
    digits: 2,
    rounding: 1e-6,
    of: atEnd((s, p) => {
      let worst = 0
      for (let k = 0; k <= countOf(p); k++) worst = Math.max(worst, Math.abs(logError(s, p, k)))
      return worst
    }),
  },
  distance: {
    label: 'samples to data (sliced W₂)',
    digits: 2,
    of: atEnd((s, p) => (isInSpace(p) ? null : slicedDistance(projections(placesOf(s, p), DIRECTIONS), truthShadows(p)))),
  },
  floor: {
    label: 'data to data',
    digits: 2,
    of: (_, p) => (isInSpace(p) ? null : floorOf(p)),
  },
  x: part('marked particle, x', 0),
  y: part('marked particle, y', 1),
  z: part('marked particle, z', 2),
  trails: {
    label: 'paths of the first particles, [particles, dim]',
    hidden: true,
    size: (p) => trailsOf(p) * dimOf(p),
    write({ packed }, p, out) {
      const [dim, stride] = [dimOf(p), strideOf(dimOf(p))]
      for (let k = 0; k < trailsOf(p); k++) for (let i = 0; i < dim; i++) out[k * dim + i] = packed[(k + 1) * stride + i]!
    },
  },
} as const satisfies Record<string, One | VectorReadout<Params, State>>
