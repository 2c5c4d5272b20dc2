// Matrices with three diagonals: linear equations, by elimination from the first row to the last (Thomas), some 5 multiplications an unknown; and
// eigenvalues of symmetric ones, by bisection.

/**
 * Solves below[i] x[i - 1] + main[i] x[i] + above[i] x[i + 1] = x[i], where `x` [n] holds the right sides and then the solution. Without exchange of
 * rows: rows or columns are dominated by the diagonal. `workspace` is [n] and holds nothing between two calls.
 */
export function solveTridiagonal(
  below: Float64Array,
  main: Float64Array,
  above: Float64Array,
  x: Float64Array,
  workspace: Float64Array,
): void {
  const n = x.length
  if (n === 0) return
  let inverse = 1 / main[0]!
  x[0]! *= inverse
  for (let i = 1; i < n; i++) {
    const share = above[i - 1]! * inverse
    workspace[i] = share
    inverse = 1 / (main[i]! - below[i]! * share)
    x[i] = (x[i]! - below[i]! * x[i - 1]!) * inverse
  }
  for (let i = n - 2; i >= 0; i--) x[i]! -= workspace[i + 1]! * x[i + 1]!
}

/** A symmetric matrix, its first rows in use, and what its eigenvalues need. */
export interface Tridiagonal {
  /** [n] */
  diagonal: Float64Array
  /** beside[i] stands in row i and column i + 1, at least 0, [n]. */
  beside: Float64Array
  /** The last eigenvector found, of length 1, [n]. */
  vector: Float64Array
  /** Scratch, [n]. */
  pivots: Float64Array
}
export const tridiagonal = (size: number): Tridiagonal => ({
  diagonal: new Float64Array(size),
  beside: new Float64Array(size),
  vector: new Float64Array(size),
  pivots: new Float64Array(size),
})

/** Whether at most `rank` eigenvalues of the first `count` rows are x or larger: so many pivots of x - T are not positive. They are written. */
function isPast({ diagonal, beside, pivots }: Tridiagonal, count: number, x: number, rank: number): boolean {
  let larger = 0
  for (let i = 0; i < count; i++) {
    let pivot = x - diagonal[i]! - (i === 0 ? 0 : beside[i - 1]! ** 2 / pivots[i - 1]!)
    if (!(pivot > 0)) {
      if (++larger > rank) return false
      if (pivot === 0) pivot = -Number.MIN_VALUE * 2 ** 60
    }
    pivots[i] = pivot
  }
  return true
}

/**
 * Eigenvalue `rank` of the first `count` rows, 0 the largest, by bisection; its vector, by inverse iteration, goes to `vector`. Eigenvalues are simple as
 * long as no entry beside the diagonal is 0.
 */
export function eigenFromTop(matrix: Tridiagonal, count: number, rank: number): number {
  const { diagonal, beside, vector, pivots } = matrix
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    const reach = (i === 0 ? 0 : beside[i - 1]!) + (i === count - 1 ? 0 : beside[i]!)
    low = Math.min(low, diagonal[i]! - reach)
    high = Math.max(high, diagonal[i]! + reach)
  }
  high += 1e-15 * Math.abs(high)
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (isPast(matrix, count, middle, rank)) high = middle
    else low = middle
  }
  vector.fill(1)
  for (let round = 0; round < 3; round++) {
    if (!isPast(matrix, count, high, rank)) break
    for (let i = 1; i < count; i++) vector[i]! += (beside[i - 1]! / pivots[i - 1]!) * vector[i - 1]!
    vector[count - 1]! /= pivots[count - 1]!
    for (let i = count - 2; i >= 0; i--) vector[i] = (vector[i]! + beside[i]! * vector[i + 1]!) / pivots[i]!
    let square = 0
    for (let i = 0; i < count; i++) square += vector[i]! ** 2
    for (let i = 0; i < count; i++) vector[i]! /= Math.sqrt(square)
  }
  return high
}
