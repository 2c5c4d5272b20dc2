// Straight lines through points, and the spread of samples. Entries are finite unless noted; empty input gives NaN.

export interface Line {
  slope: number
  intercept: number
}

/** Least squares of y on x. NaN with fewer than two different x. */
export function line(xs: ArrayLike<number>, ys: ArrayLike<number>): Line {
  const [meanX, meanY] = [mean(xs), mean(ys)]
  let sxx = 0
  let sxy = 0
  for (let k = 0; k < xs.length; k++) {
    sxx += (xs[k]! - meanX) ** 2
    sxy += (xs[k]! - meanX) * (ys[k]! - meanY)
  }
  const slope = sxy / sxx
  return { slope, intercept: meanY - slope * meanX }
}

/** Slope of the least-squares line through the origin. */
export function throughOrigin(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  let sxx = 0
  let sxy = 0
  for (let k = 0; k < xs.length; k++) {
    sxx += xs[k]! ** 2
    sxy += xs[k]! * ys[k]!
  }
  return sxy / sxx
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k]!
  return sum / values.length
}

export function rootMeanSquare(values: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k]! ** 2
  return Math.sqrt(sum / values.length)
}

/** Middle value, or the mean of the two middle ones. */
export const median = (values: ArrayLike<number>): number => quantile(values, 0.5)

/** The value below which the share `q` of the values lies, interpolated linearly (R's type 7, NumPy's default). */
export function quantile(values: ArrayLike<number>, q: number): number {
  const sorted = Float64Array.from(values).sort()
  const place = q * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  const share = place - Math.floor(place)
  return below === above ? below : (1 - share) * below + share * above
}

/** y = `factor` · x^`slope`: the least-squares line through the logarithms, using points where both are positive and finite. */
export function powerLaw(xs: ArrayLike<number>, ys: ArrayLike<number>): { slope: number; factor: number } {
  const places = Array.from(xs, (_, k) => k).filter((k) => [xs[k]!, ys[k]!].every((v) => v > 0 && v < Number.POSITIVE_INFINITY))
  const logs = (values: ArrayLike<number>) => places.map((k) => Math.log(values[k]!))
  const { slope, intercept } = line(logs(xs), logs(ys))
  return { slope, factor: Math.exp(intercept) }
}

/** Standard deviation (of the population) over the mean; scaling all values does not change it. */
export function variation(values: ArrayLike<number>): number {
  const centre = mean(values)
  return rootMeanSquare(Float64Array.from(values, (v) => v - centre)) / centre
}
