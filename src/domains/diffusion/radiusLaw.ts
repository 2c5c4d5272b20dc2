// How far a noisy sample of PFGM++ is from its data point: R = |x - y| at noise level σ, in N dimensions with D extra ones. R/(σ√D) squared is
// b/(1 - b) with b ~ Beta(N/2, D/2); for D = ∞, R/σ has the chi law. All radii here are R/σ. Xu et al. 2023; the laws of ln R are derived in the
// README of pfgm-plus-plus.
import { logGammaVariate } from '@/numerics/dirichlet'
import { logGamma, trigamma } from '@/numerics/gammaFunction'
import type { Stream } from '@/numerics/random'
import { steadyExp } from '@/numerics/steady'
import { steadyNormal } from '@/numerics/steadyNormal'

const isGaussian = (extra: number) => extra === Number.POSITIVE_INFINITY

/** ln of the density of s = ln (R/σ). */
export function logRadiusDensity(dim: number, extra: number, s: number): number {
  const square = Math.exp(2 * s)
  const height = Math.LN2 - logGamma(dim / 2)
  if (isGaussian(extra)) return height - (dim / 2) * Math.LN2 + dim * s - square / 2
  const beta = logGamma((dim + extra) / 2) - logGamma(extra / 2) - (dim / 2) * Math.log(extra)
  return height + beta + dim * s - ((dim + extra) / 2) * Math.log1p(square / extra)
}

/** Standard deviation of ln R: ½√(ψ₁(N/2) + ψ₁(D/2)). */
export const logRadiusSpread = (dim: number, extra: number): number => 0.5 * Math.sqrt(trigamma(dim / 2) + trigamma(extra / 2))

/** Mean of (R/σ)²; infinite for D ≤ 2. */
export const meanSquareRadius = (dim: number, extra: number): number =>
  isGaussian(extra) ? dim : extra > 2 ? (dim * extra) / (extra - 2) : Number.POSITIVE_INFINITY

/** How unusual an input is after α times as much noise was added, in standard deviations of ln R: its radius is √(1 + α²) times as long. */
export const surprise = (dim: number, extra: number, alpha: number): number =>
  (0.5 * Math.log1p(alpha * alpha)) / logRadiusSpread(dim, extra)

const PLACES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363] // Gauss and Legendre's, 8 points
const SHARES = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763]
const NOTHING = 48 // e^-48 of the highest density: the tails beyond do not change the last digit together

/** The function share → radius below which that share of all lies; share in (0, 1). The density is summed panel by panel; bisection finds the end. */
export function radiusQuantiles(dim: number, extra: number): (share: number) => number {
  const density = (s: number) => Math.exp(logRadiusDensity(dim, extra, s))
  const top = 0.5 * Math.log(dim) // where the density of ln R is highest, for every D
  const width = logRadiusSpread(dim, extra) / 2
  const least = logRadiusDensity(dim, extra, top) - NOTHING
  let from = top
  while (logRadiusDensity(dim, extra, from) > least) from -= width
  const part = (a: number, b: number) => {
    let sum = 0
    for (let k = 0; k < PLACES.length; k++) {
      const off = 0.5 * (b - a) * PLACES[k]!
      sum += SHARES[k]! * (density(0.5 * (a + b) - off) + density(0.5 * (a + b) + off))
    }
    return 0.5 * (b - a) * sum
  }
  const sums = [0]
  for (let s = from; s < top || logRadiusDensity(dim, extra, s) > least; s += width) sums.push(sums.at(-1)! + part(s, s + width))
  const total = sums.at(-1)!
  return (share) => {
    const wanted = share * total
    let panel = 0
    while (panel < sums.length - 2 && sums[panel + 1]! < wanted) panel++
    const start = from + panel * width
    let [low, high] = [start, start + width]
    for (let round = 0; round < HALVINGS; round++) {
      const middle = 0.5 * (low + high)
      if (sums[panel]! + part(start, middle) < wanted) low = middle
      else high = middle
    }
    return Math.exp(0.5 * (low + high))
  }
}
const HALVINGS = 46

/** A random radius. */
export function drawRadius(s: Stream, dim: number, extra: number): number {
  const log = logGammaVariate(s, dim / 2)
  return isGaussian(extra)
    ? Math.sqrt(2 * steadyExp(log))
    : Math.sqrt(extra) * steadyExp(0.5 * (log - logGammaVariate(s, extra / 2)))
}

/** Writes a noise vector at noise level 1 to out[at], …: a random direction, then a radius. */
export function drawNoise(s: Stream, dim: number, extra: number, out: Float64Array, at: number): void {
  let square = 0
  while (square === 0) {
    for (let i = at; i < at + dim; i++) {
      out[i] = steadyNormal(s)
      square += out[i]! * out[i]!
    }
  }
  const scale = drawRadius(s, dim, extra) / Math.sqrt(square)
  for (let i = at; i < at + dim; i++) out[i]! *= scale
}
