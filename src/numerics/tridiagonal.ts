// Linear equations whose matrix has three diagonals, by elimination from the first row to the last (Thomas): some 5 multiplications an unknown.

/**
 * Solves below[i] x[i - 1] + main[i] x[i] + above[i] x[i + 1] = x[i], where `x` [n] holds the right sides and then the solution. Without exchange of
 * rows: rows or columns are dominated by the diagonal. `room` is [n] and holds nothing between two calls.
 */
export function solveTridiagonal(
  below: Float64Array,
  main: Float64Array,
  above: Float64Array,
  x: Float64Array,
  room: Float64Array,
): void {
  const n = x.length
  if (n === 0) return
  let inverse = 1 / main[0]!
  x[0]! *= inverse
  for (let i = 1; i < n; i++) {
    const share = above[i - 1]! * inverse
    room[i] = share
    inverse = 1 / (main[i]! - below[i]! * share)
    x[i] = (x[i]! - below[i]! * x[i - 1]!) * inverse
  }
  for (let i = n - 2; i >= 0; i--) x[i]! -= room[i + 1]! * x[i + 1]!
}
