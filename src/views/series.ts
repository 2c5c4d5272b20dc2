// Numbers over steps, prepared for a chart: logarithms, ranges, ends.

/** log₁₀ of recorded values up to `last`; a missing value leaves a gap. Values below `floor`, including 0, count as the floor. */
export function log10(values: ArrayLike<number>, last = values.length - 1, floor = 0): Float64Array {
  const out = new Float64Array(Math.min(values.length, last + 1))
  for (let k = 0; k < out.length; k++) {
    const value = values[k]! < 0 ? Number.NaN : Math.max(values[k]!, floor)
    out[k] = value > 0 ? Math.log10(value) : Number.NaN
  }
  return out
}

/** Least and largest finite value of all curves; `fallback` where there is none. */
export function rangeOf(curves: readonly ArrayLike<number>[], fallback: readonly [number, number]): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const values of curves)
    for (let k = 0; k < values.length; k++) {
      const value = values[k]!
      if (!Number.isFinite(value)) continue
      if (value < low) low = value
      if (value > high) high = value
    }
  return low <= high ? [low, high] : [...fallback]
}

/** The same in whole decades, for logarithms: at least one, and within `limits`. */
export function decadesOf(
  curves: readonly ArrayLike<number>[],
  [lowest, highest]: readonly [number, number],
  fallback: readonly [number, number],
): [low: number, high: number] {
  const [low, high] = rangeOf(curves, fallback)
  const top = Math.max(Math.min(Math.ceil(high), highest), lowest + 1) + 0 // no -0
  return [Math.max(lowest, Math.min(Math.floor(low), top - 1)), top]
}

/** Index of the last finite value, 0 where there is none. */
export function lastFinite(values: ArrayLike<number>): number {
  let k = values.length - 1
  while (k > 0 && !Number.isFinite(values[k])) k--
  return Math.max(0, k)
}

export const within = (value: number, [low, high]: readonly [number, number]): number => Math.min(Math.max(value, low), high)
