// Straight lines through points, and the spread of samples. Entries are finite; empty input gives NaN.

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
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Standard deviation (of the values as a population) over their mean: scaling all values changes nothing. */
export function variation(values: ArrayLike<number>): number {
  const centre = mean(values)
  return rootMeanSquare(Float64Array.from(values, (v) => v - centre)) / centre
}
