// Numbers recorded at every step: the table, the paths, and what claims are measured from.
import type { Readout } from '@/contract'
import { logRadiusSpread, meanSquareRadius, surprise } from '@/domains/diffusion/radiusLaw'
import { memoized } from '@/memoized'
import { mean, rootMeanSquare } from '@/numerics/regression'
import { chargesOf } from './charges'
import { gapOf } from './maps'
import { drawnOf, type State, startsOf } from './model'
import { dimOf, isInSpace, type Params, sigmasOf } from './params'

type One = Readout<Params, State>
const LANDED = 0.02 // data units

/** For each particle its nearest charge and how far away it is. */
function nearestAll({ x }: State, p: Params, use: (charge: number, distance: number) => void): void {
  const { dim, count, places } = chargesOf(p)
  for (let at = 0; at < x.length; at += dim) {
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    for (let k = 0; k < count; k++) {
      let square = 0
      for (let i = 0; i < dim; i++) square += (x[at + i]! - places[k * dim + i]!) ** 2
      if (square < least) [best, least] = [k, square]
    }
    use(best, Math.sqrt(least))
  }
}

/** How many particles are nearest to each charge. */
export function sharesOf(s: State, p: Params): Int32Array {
  const counts = new Int32Array(chargesOf(p).count)
  nearestAll(s, p, (charge) => counts[charge]!++)
  return counts
}

const inSpace =
  (of: (s: State, p: Params) => number): One['of'] =>
  (s, p) =>
    isInSpace(p) ? of(s, p) : null
const ofRadii =
  (of: (s: State, p: Params) => number): One['of'] =>
  (s, p) =>
    isInSpace(p) ? null : of(s, p)
const part = (label: string, of: 'traced' | 'diffused', axis: 0 | 1): One => ({
  label,
  hidden: true,
  of: (s, p) => (isInSpace(p) && axis < dimOf(p) ? s[of][axis]! : null),
})

const finite = (value: number) => (Number.isFinite(value) ? value : null)
/** It depends on parameters alone, and is asked for in every step. */
const gapHere = memoized((p: Params) => gapOf(p, p.D))

const farthestStart = memoized((p: Params) => {
  const [dim, starts] = [dimOf(p), startsOf(p)]
  let most = 0
  for (let at = 0; at < starts.length; at += dim) most = Math.max(most, Math.hypot(starts[at]!, dim > 1 ? starts[at + 1]! : 0))
  return most / p.sigmaMax
})

/** Standard deviation of the radii that are drawn; NaN for none. */
function drawnSpread(s: State): number {
  const drawn = drawnOf(s)
  const middle = mean(drawn)
  return rootMeanSquare(drawn.map((value) => value - middle))
}

export const readouts = {
  sigma: { label: 'height, σ', symbol: '\\sigma', digits: 3, of: inSpace((s, p) => sigmasOf(p)[s.step]!) },
  landed: {
    label: `particles within ${LANDED} of a charge, %`,
    digits: 3,
    of: inSpace((s, p) => {
      let landed = 0
      nearestAll(s, p, (_, distance) => {
        landed += Number(distance < LANDED)
      })
      return (100 * landed) / p.n
    }),
  },
  away: {
    label: 'mean distance from the nearest charge',
    digits: 2,
    rounding: 1e-12,
    of: inSpace((s, p) => {
      let sum = 0
      nearestAll(s, p, (_, distance) => {
        sum += distance
      })
      return sum / p.n
    }),
  },
  fewest: { label: 'fewest particles at one charge', of: inSpace((s, p) => Math.min(...sharesOf(s, p))) },
  most: { label: 'most particles at one charge', of: inSpace((s, p) => Math.max(...sharesOf(s, p))) },
  fair: { label: 'particles for each charge, if shared evenly', digits: 3, of: inSpace((_, p) => p.n / chargesOf(p).count) },
  farthest: {
    label: 'farthest start, in start heights',
    digits: 3,
    of: inSpace((_, p) => farthestStart(p)),
  },
  gap: {
    label: 'distance from the path of diffusion at σ = 0.5',
    digits: 3,
    of: inSpace((_, p) => gapHere(p)),
  },
  spread: {
    label: 'standard deviation of ln R',
    digits: 3,
    of: ofRadii((_, p) => logRadiusSpread(p.N, p.D)),
  },
  drawnSpread: {
    label: 'the same of the radii drawn',
    digits: 3,
    of: (s, p) => (isInSpace(p) ? null : finite(drawnSpread(s))),
  },
  drawn: { label: 'radii drawn', of: ofRadii((s) => drawnOf(s).length) },
  stretch: {
    label: 'injected noise lengthens the radius to, %',
    digits: 4,
    of: ofRadii((_, p) => 100 * Math.sqrt(1 + p.alpha ** 2)),
  },
  surprise: {
    label: 'surprise, standard deviations',
    symbol: 'Z',
    digits: 2,
    of: ofRadii((_, p) => surprise(p.N, p.D, p.alpha)),
  },
  meanSquare: {
    label: 'mean R² over σ²',
    digits: 4,
    of: (_, p) => (isInSpace(p) ? null : finite(meanSquareRadius(p.N, p.D))),
  },
  tracedX: part('traced particle, x', 'traced', 0),
  tracedY: part('traced particle, y', 'traced', 1),
  diffusedX: part('the same by diffusion, x', 'diffused', 0),
  diffusedY: part('the same by diffusion, y', 'diffused', 1),
} as const satisfies Record<string, One>
