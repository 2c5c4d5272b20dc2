// Convex polygons cut by straight lines.

type Point = readonly [x: number, y: number]

/** The part of a convex ring where a x + b y + c ≥ 0, corners in order; empty if there is none. */
export function cut(ring: readonly Point[], a: number, b: number, c: number): Point[] {
  const kept: Point[] = []
  const side = ([x, y]: Point) => a * x + b * y + c
  for (const [k, to] of ring.entries()) {
    const from = ring.at(k - 1)!
    const [before, after] = [side(from), side(to)]
    if (before >= 0 !== after >= 0) {
      const share = before / (before - after)
      kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])])
    }
    if (after >= 0) kept.push(to)
  }
  return kept
}

/** Splits a convex ring by which `top` of several linear scores are largest: each set that occurs, with its part. Rows of `scores` are a, b, c of a x + b y + c. */
export function topCells(
  scores: ArrayLike<number>,
  top: number,
  ring: readonly Point[],
): { set: readonly number[]; ring: readonly Point[] }[] {
  const count = scores.length / 3
  return subsets(count, top).flatMap((set) => {
    let rest: readonly Point[] = ring
    for (let j = 0; j < count; j++)
      if (!set.includes(j))
        for (const i of set) {
          const [a, b, c] = [0, 1, 2].map((part) => scores[3 * i + part]! - scores[3 * j + part]!) as [number, number, number]
          rest = cut(rest, a, b, c)
        }
    return rest.length > 2 ? [{ set, ring: rest }] : []
  })
}

/** All sets of `size` of the numbers 0 … count - 1. */
function subsets(count: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]]
  const sets: number[][] = []
  for (let first = from; first <= count - size; first++)
    for (const rest of subsets(count, size - 1, first + 1)) sets.push([first, ...rest])
  return sets
}
