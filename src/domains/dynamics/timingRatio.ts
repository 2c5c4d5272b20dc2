// Two balls: t1²/t2² against h1/h2. How exponents, scatter and the printed slope of a straight line are related.
import { line, rootMeanSquare, throughOrigin } from '@/numerics/regression'

/** Points of the plane: squared ratio of fall times, ratio of heights; same length, positive. */
export interface Cloud {
  times: Float64Array
  heights: Float64Array
}
export interface CloudFit {
  /** Least squares of the height ratio (vertical) on the squared time ratio (horizontal), as printed in the paper. */
  slope: number
  intercept: number
  /** p in t1²/t2² = (h1/h2)^p, least squares of logarithms through (1, 1). */
  exponent: number
  /** Root mean square of what is left of ln t1²/t2². */
  scatter: number
  /** The same with a free factor. */
  freeExponent: number
  freeFactor: number
}

/** NaN if there are too few points. */
export function fitCloud({ times, heights }: Cloud): CloudFit {
  const [lnTimes, lnHeights] = [times.map(Math.log), heights.map(Math.log)]
  const { slope, intercept } = line(times, heights)
  const exponent = throughOrigin(lnHeights, lnTimes)
  const free = line(lnHeights, lnTimes)
  return {
    slope,
    intercept,
    exponent,
    scatter: rootMeanSquare(lnTimes.map((t, k) => t - exponent * lnHeights[k]!)),
    freeExponent: free.slope,
    freeFactor: Math.exp(free.intercept),
  }
}

/**
 * The slope of a straight-line fit of infinitely many points if ln h1/h2 ~ N(0, σ²) and ln t1²/t2² = p ln h1/h2 + s ξ: it shrinks both with p and with
 * scatter in the abscissa (regression dilution). 1 only for p = 1, s = 0.
 */
export function dilutedSlope(sigma: number, p: number, scatter: number): number {
  const spread = p ** 2 * sigma ** 2 + scatter ** 2
  return Math.exp((sigma ** 2 * (1 + p ** 2) + scatter ** 2) / 2 - spread) * (Math.expm1(p * sigma ** 2) / Math.expm1(spread))
}

/** Spread σ of ln g of a lognormal variable, from its mean and median: √(2 ln(mean/median)); 0 if the mean is the smaller one. */
export const lognormalSpread = (mean: number, median: number): number => Math.sqrt(2 * Math.log(Math.max(1, mean / median)))
