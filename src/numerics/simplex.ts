// Three shares as a point of an equilateral triangle with sides of 1: the corners are (0, 0), (1, 0) and, on top, (1/2, √3/2).
type Point = readonly [x: number, y: number]

export const HEIGHT = Math.sqrt(3) / 2
/** Points of the shares (1, 0, 0), (0, 1, 0), (0, 0, 1). */
export const CORNERS: readonly [Point, Point, Point] = [
  [0, 0],
  [1, 0],
  [0.5, HEIGHT],
]

/** The point of three shares, which are scaled to add up to 1. */
export function toTriangle([a, b, c]: ArrayLike<number> & Iterable<number>): Point {
  const sum = a! + b! + c!
  return [(b! + c! / 2) / sum, (HEIGHT * c!) / sum]
}

/** Shares of a point, which add up to 1; outside the triangle some are negative. */
export function fromTriangle([x, y]: Point): [number, number, number] {
  const c = y / HEIGHT
  const b = x - c / 2
  return [1 - b - c, b, c]
}

/** The nearest shares of any point that are all at least `least` (projection on the smaller triangle). */
export function nearestShares(at: Point, least = 0): [number, number, number] {
  const free = 1 - 3 * least
  // Distances in the plane are those of the shares times a constant: project (Held, Wolfe and Crowder 1974).
  const wanted = fromTriangle(at).map((v) => (v - least) / free)
  const sorted = wanted.toSorted((a, b) => b - a)
  let level = 0
  let sum = 0
  for (const [k, v] of sorted.entries()) {
    sum += v
    if (v > (sum - 1) / (k + 1)) level = (sum - 1) / (k + 1)
  }
  return wanted.map((v) => least + free * Math.max(0, v - level)) as [number, number, number]
}

/** Ends of the line in the triangle where the mean of `weights` over the shares is `value`; null if it passes outside. */
export function levelLine(weights: readonly [number, number, number], value: number): readonly [Point, Point] | null {
  const ends: Point[] = []
  for (const [i, j] of [
    [0, 1],
    [1, 2],
    [2, 0],
  ] as const) {
    const [low, high] = [weights[i], weights[j]]
    const share = (value - low) / (high - low)
    if (!(share >= 0 && share < 1) && !(share === 1 && ends.length === 1)) continue
    const shares = [0, 0, 0]
    shares[i] = 1 - share
    shares[j] = share
    ends.push(toTriangle(shares))
  }
  const [from, to] = ends
  return from && to && Math.hypot(from[0] - to[0], from[1] - to[1]) > 1e-9 ? [from, to] : null
}
