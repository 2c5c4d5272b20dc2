// Singular values of row-major matrices: the largest by power iteration, all of them from the Gram matrix. The same in every engine.
import { norm } from './smallMatrix'

/** A start for `topSingular`: a vector that is not orthogonal to the top vector of any usual matrix. */
export const startVector = (size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => (1 + ((i * 7919) % 101) / 101) / Math.sqrt(size))

/**
 * The largest singular value of a [rows, columns] matrix, from below. Power iteration on `vector` (length 1) runs `rounds` times, or until the value
 * changes by less than `close` of itself. `vector`, [columns], is kept for the next call; `between` is scratch, [rows]. 0 for a matrix of zeros.
 */
export function topSingular(
  w: ArrayLike<number>,
  rows: number,
  columns: number,
  vector: Float64Array,
  between: Float64Array,
  rounds: number,
  close = 0,
): number {
  let value = 0
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < rows; i++) {
      const row = i * columns
      let sum = 0
      for (let j = 0; j < columns; j++) sum += w[row + j]! * vector[j]!
      between[i] = sum
    }
    vector.fill(0)
    for (let i = 0; i < rows; i++) {
      const row = i * columns
      const share = between[i]!
      for (let j = 0; j < columns; j++) vector[j]! += share * w[row + j]!
    }
    const length = norm(vector)
    if (!(length > 0)) {
      vector.set(startVector(columns))
      return length === 0 ? 0 : Number.NaN
    }
    for (let j = 0; j < columns; j++) vector[j]! /= length
    const old = value
    value = Math.sqrt(length)
    if (Math.abs(value - old) <= close * value) break
  }
  return value
}

/** The singular values of a [rows, size] matrix, one a column, largest first. They are squared on the way: what is below 1e-8 of the largest is rounding. */
export function singularValues(w: ArrayLike<number>, rows: number, size: number): Float64Array {
  const gram = new Float64Array(size * size)
  for (let k = 0; k < rows; k++)
    for (let i = 0; i < size; i++) {
      const share = w[k * size + i]!
      for (let j = 0; j <= i; j++) gram[i * size + j]! += share * w[k * size + j]!
    }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) gram[j * size + i] = gram[i * size + j]!
  const [diagonal, beside] = tridiagonal(gram, size)
  solveTridiagonal(diagonal, beside)
  return diagonal.map((square) => Math.sqrt(Math.max(square, 0))).sort((a, b) => b - a)
}

/** Householder reduction of a symmetric matrix, which is overwritten: diagonal and first off-diagonal of a tridiagonal one with its eigenvalues. 2 size³/3. */
function tridiagonal(a: Float64Array, size: number): readonly [diagonal: Float64Array, beside: Float64Array] {
  const beside = new Float64Array(size)
  const mirror = new Float64Array(size)
  const turned = new Float64Array(size)
  for (let k = 0; k < size - 2; k++) {
    let tail = 0
    for (let i = k + 1; i < size; i++) tail += a[i * size + k]! ** 2
    const head = a[(k + 1) * size + k]!
    const length = Math.sqrt(tail)
    beside[k] = head > 0 ? -length : length
    const lead = head - beside[k]!
    if (length === 0 || lead === 0) continue
    for (let i = k + 1; i < size; i++) mirror[i] = i === k + 1 ? 1 : a[i * size + k]! / lead
    const scale = -lead / beside[k]! // 2 over the square of the mirror
    let along = 0
    for (let i = k + 1; i < size; i++) {
      const row = i * size
      let sum = 0
      for (let j = k + 1; j < size; j++) sum += a[row + j]! * mirror[j]!
      turned[i] = scale * sum
      along += turned[i]! * mirror[i]!
    }
    for (let i = k + 1; i < size; i++) turned[i]! -= 0.5 * scale * along * mirror[i]!
    for (let i = k + 1; i < size; i++) {
      const row = i * size
      const [m, t] = [mirror[i]!, turned[i]!]
      for (let j = k + 1; j < size; j++) a[row + j]! -= m * turned[j]! + t * mirror[j]!
    }
  }
  if (size > 1) beside[size - 2] = a[(size - 1) * size + size - 2]!
  return [Float64Array.from({ length: size }, (_, i) => a[i * size + i]!), beside]
}

const MOST_ROUNDS = 60 // for one eigenvalue; two or three are usual

/** Replaces the diagonal by the eigenvalues (QL with implicit shifts, as in EISPACK's tql1). */
function solveTridiagonal(d: Float64Array, e: Float64Array): void {
  const size = d.length
  for (let l = 0; l < size; l++)
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let m = l
      while (m < size - 1 && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++
      if (m === l) break
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!)
      let r = Math.sqrt(g * g + 1)
      g = d[m]! - d[l]! + e[l]! / (g + (g < 0 ? -r : r))
      let [s, c, p] = [1, 1, 0]
      let i = m - 1
      for (; i >= l; i--) {
        const f = s * e[i]!
        const b = c * e[i]!
        r = Math.sqrt(f * f + g * g)
        e[i + 1] = r
        if (r === 0) {
          d[i + 1]! -= p
          e[m] = 0
          break
        }
        s = f / r
        c = g / r
        g = d[i + 1]! - p
        r = (d[i]! - g) * s + 2 * c * b
        p = s * r
        d[i + 1] = g + p
        g = c * r - b
      }
      if (r === 0 && i >= l) continue
      d[l]! -= p
      e[l] = g
      e[m] = 0
    }
}
