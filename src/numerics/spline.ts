// A smooth curve through evenly spaced knots: cubic pieces with one slope and one curvature where they meet, level at both ends and beyond.
import { solveTridiagonal } from './tridiagonal'

export interface Spline {
  /** Of the first knot, and between two. */
  from: number
  spacing: number
  heights: Float64Array
  /** At the knots. */
  slopes: Float64Array
  /** Of the curve, from the first knot to each. */
  areas: Float64Array
}

/** Through `heights` [at least 2]. */
export function splineOf(heights: ArrayLike<number>, from: number, spacing: number): Spline {
  const n = heights.length
  const [below, main, above] = [new Float64Array(n).fill(1), new Float64Array(n).fill(4), new Float64Array(n).fill(1)]
  const slopes = new Float64Array(n)
  for (let k = 1; k < n - 1; k++) slopes[k] = (3 * (heights[k + 1]! - heights[k - 1]!)) / spacing
  for (const end of [0, n - 1]) {
    main[end] = 1
    below[end] = 0
    above[end] = 0
  }
  solveTridiagonal(below, main, above, slopes, new Float64Array(n))
  const areas = new Float64Array(n)
  for (let k = 1; k < n; k++) {
    const [low, high] = [heights[k - 1]!, heights[k]!]
    areas[k] = areas[k - 1]! + (spacing * (low + high)) / 2 + (spacing ** 2 * (slopes[k - 1]! - slopes[k]!)) / 12
  }
  return { from, spacing, heights: Float64Array.from(heights), slopes, areas }
}

/** Height, slope and area from the first knot, at `x`. */
export function onSpline(
  { from, spacing, heights, slopes, areas }: Spline,
  x: number,
): { height: number; slope: number; area: number } {
  const last = heights.length - 1
  const place = (x - from) / spacing
  if (place <= 0) return { height: heights[0]!, slope: 0, area: heights[0]! * (x - from) }
  if (place >= last)
    return { height: heights[last]!, slope: 0, area: areas[last]! + heights[last]! * (x - from - last * spacing) }
  const k = Math.floor(place)
  const s = place - k
  // a + b s + c s² + d s³ on the piece
  const [a, b] = [heights[k]!, spacing * slopes[k]!]
  const [rise, end] = [heights[k + 1]! - a, spacing * slopes[k + 1]!]
  const [c, d] = [3 * rise - 2 * b - end, b + end - 2 * rise]
  return {
    height: a + s * (b + s * (c + s * d)),
    slope: (b + s * (2 * c + 3 * s * d)) / spacing,
    area: areas[k]! + spacing * s * (a + s * (b / 2 + s * (c / 3 + (s * d) / 4))),
  }
}
