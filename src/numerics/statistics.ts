// Summaries of recorded numbers. Entries that are not finite are ignored: a readout without a value is recorded as NaN.

/** Least-squares slope of y over x. NaN with fewer than two different x. */
export function slope(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  let n = 0
  let meanX = 0
  let meanY = 0
  let sxx = 0
  let sxy = 0
  for (let k = 0; k < Math.min(xs.length, ys.length); k++) {
    const x = xs[k]!
    const y = ys[k]!
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    n++
    const dx = x - meanX
    meanX += dx / n
    meanY += (y - meanY) / n
    sxx += dx * (x - meanX)
    sxy += dx * (y - meanY)
  }
  return sxy / sxx
}

/** Slope of ln|value| per step from step `from` to the end: ln of the factor by which a smooth decay shrinks each step. */
export function logSlope(values: ArrayLike<number>, from = 0): number {
  const steps: number[] = []
  const logs: number[] = []
  for (let k = from; k < values.length; k++) {
    steps.push(k)
    logs.push(Math.log(Math.abs(values[k]!)))
  }
  return slope(steps, logs)
}

/**
 * The same for a decay that oscillates: only the local peaks of |value| count, since the dips between them show where it crosses zero and not
 * how large it is. A fast decay hides its peaks, so the trend is removed before they are looked for. NaN with fewer than two peaks.
 */
export function peakSlope(values: ArrayLike<number>, from = 0): number {
  const trend = logSlope(values, from)
  const level = (k: number) => Math.log(Math.abs(values[k]!)) - trend * k
  const steps: number[] = []
  const peaks: number[] = []
  for (let k = Math.max(from, 1); k + 1 < values.length; k++) {
    const here = level(k)
    if (here <= level(k - 1) || here < level(k + 1)) continue
    steps.push(k)
    peaks.push(here)
  }
  return trend + slope(steps, peaks)
}

/** Largest |value| among indices `from` (inclusive) to `to` (exclusive); 0 if there is none. */
export function peak(values: ArrayLike<number>, from = 0, to = values.length): number {
  let largest = 0
  for (let k = from; k < to; k++) largest = Math.max(largest, Math.abs(values[k]!) || 0)
  return largest
}

/** How often the sign changes between neighbours; zeros in between do not count twice. */
export function signChanges(values: ArrayLike<number>): number {
  let changes = 0
  let sign = 0
  for (let k = 0; k < values.length; k++) {
    const next = Math.sign(values[k]!) || sign
    if (sign !== 0 && next !== sign) changes++
    sign = next
  }
  return changes
}

/** How far a value lies outside a range; 0 inside it. */
export const outside = (value: number, low: number, high: number): number => Math.max(0, low - value, value - high)

/** The border in [low, high] between where `holds` is true (at `low`) and false (at `high`), by `rounds` bisections. */
export function border(low: number, high: number, holds: (x: number) => boolean, rounds = 40): number {
  let inside = low
  let outside = high
  for (let k = 0; k < rounds; k++) {
    const middle = (inside + outside) / 2
    if (holds(middle)) inside = middle
    else outside = middle
  }
  return (inside + outside) / 2
}
