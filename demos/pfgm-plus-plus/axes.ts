// Where values stand in the charts.
import { logRadiusSpread, surprise } from '@/domains/diffusion/radiusLaw'
import { LOW, reachOf } from './geometry'
import { isMirrored, type Params, params as schema } from './params'

const INFINITE = 4 // where D = ∞ stands on the axis of log D; 4096 stands at 3.61
const MOST_D = schema.D.max

/** The axis of D: its logarithm, and ∞ at the right end. */
export const D_RANGE = [0, INFINITE + 0.1] as const
export const D_TICKS = [0, 1, 2, 3] as const
export const placeOfD = (D: number): number => (D === Number.POSITIVE_INFINITY ? INFINITE : Math.log10(D))
export const dOfPlace = (x: number): number =>
  x > (INFINITE + Math.log10(MOST_D)) / 2 ? Number.POSITIVE_INFINITY : Math.min(Math.max(Math.round(10 ** x), 1), MOST_D)

/** D after an arrow key: a tenth of a decade, at least by one, and from the largest to ∞ and back. */
export function nudgedD(D: number, way: number): number {
  if (D === Number.POSITIVE_INFINITY) return way < 0 ? MOST_D : D
  if (way > 0 && D >= MOST_D) return Number.POSITIVE_INFINITY
  const there = dOfPlace(placeOfD(D) + 0.1 * Math.sign(way))
  return there === D ? Math.max(1, D + Math.sign(way)) : Math.min(there, MOST_D)
}

/** Exponents of the distance between paths; the same for all charges and starts. */
export const GAP_RANGE = [-6, 1] as const

/** Standard deviations: up to those of diffusion with the most noise. */
export const surpriseRange = ({ N }: Params): readonly [number, number] => [
  0,
  1.15 * Math.max(1, surprise(N, Number.POSITIVE_INFINITY, schema.alpha.max)),
]

/** Half width of the axis of ln (R/σ√N). */
export const radiiReach = ({ N }: Params): number => Math.max(0.4, 3 * logRadiusSpread(N, Number.POSITIVE_INFINITY))

/** Height of a noise level in the strip: σ, or its exponent. */
export const yOf = ({ height }: Params, sigma: number): number => (height === 'linear' ? sigma : Math.log10(Math.max(sigma, LOW)))
const MARGIN = 0.04 // of the height, so that handles at the ends are whole
export function stripWindow(p: Params): readonly [x: readonly [number, number], y: readonly [number, number]] {
  const [low, high] = [isMirrored(p) ? -p.sigmaMax : yOf(p, 0), yOf(p, p.sigmaMax)]
  const more = MARGIN * (high - low)
  return [
    [-reachOf(p), reachOf(p)],
    [low - more, high + more],
  ]
}
