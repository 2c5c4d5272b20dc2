// Singular values and vectors of a small real matrix by one-sided Jacobi rotations (Hestenes 1958): pairs of columns are rotated until all are
// orthogonal; their lengths are the singular values. Only the four operations and square roots, so it is bitwise the same in every engine.

/** A = Σ valuesₖ leftₖ rightₖᵀ, largest value first. Vectors are rows. Where a value is 0, its left vector is 0 too. */
export interface Svd {
  readonly rows: number
  readonly columns: number
  /** [columns, rows]. */
  readonly left: Float64Array
  /** [columns]. */
  readonly values: Float64Array
  /** [columns, columns]. */
  readonly right: Float64Array
}
export const svdWorkspace = (rows: number, columns: number): Svd => ({
  rows,
  columns,
  left: new Float64Array(columns * rows),
  values: new Float64Array(columns),
  right: new Float64Array(columns * columns),
})

const SWEEPS = 40 // six or seven are enough for a matrix of 12 columns
const CLOSE = 1e-16 // cosine at which two columns count as orthogonal
const NOTHING = 1e-32 // share of all squares: a smaller product of two columns is rounding

/** Rotates rows p and q, each of `length` numbers, by the angle with this cosine and sine. */
function turn(rows: Float64Array, length: number, p: number, q: number, cosine: number, sine: number): void {
  for (let i = 0; i < length; i++) {
    const x = rows[p * length + i]!
    const y = rows[q * length + i]!
    rows[p * length + i] = cosine * x - sine * y
    rows[q * length + i] = sine * x + cosine * y
  }
}
function swap(rows: Float64Array, length: number, p: number, q: number): void {
  for (let i = 0; i < length; i++) {
    const kept = rows[p * length + i]!
    rows[p * length + i] = rows[q * length + i]!
    rows[q * length + i] = kept
  }
}
function dot(rows: Float64Array, length: number, p: number, q: number): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += rows[p * length + i]! * rows[q * length + i]!
  return sum
}

/** `a`: [rows, columns] row-major, kept. Writes the decomposition to `out`; allocates nothing. */
export function svd(a: ArrayLike<number>, out: Svd): void {
  const { rows, columns, left, values, right } = out
  let all = 0
  for (let j = 0; j < columns; j++)
    for (let i = 0; i < rows; i++) {
      const value = a[i * columns + j]!
      left[j * rows + i] = value
      all += value * value
    }
  right.fill(0)
  for (let j = 0; j < columns; j++) right[j * columns + j] = 1
  for (let sweep = 0, turned = true; turned && sweep < SWEEPS; sweep++) {
    turned = false
    for (let p = 0; p < columns; p++)
      for (let q = p + 1; q < columns; q++) {
        const [pp, qq, pq] = [dot(left, rows, p, p), dot(left, rows, q, q), dot(left, rows, p, q)]
        if (!(Math.abs(pq) > CLOSE * Math.sqrt(pp * qq) + NOTHING * all)) continue
        turned = true
        const tau = (qq - pp) / (2 * pq)
        const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau))
        const cosine = 1 / Math.sqrt(1 + t * t)
        turn(left, rows, p, q, cosine, t * cosine)
        turn(right, columns, p, q, cosine, t * cosine)
      }
  }
  for (let k = 0; k < columns; k++) values[k] = Math.sqrt(dot(left, rows, k, k))
  for (let k = 0; k < columns; k++) {
    let largest = k
    for (let j = k + 1; j < columns; j++) if (values[j]! > values[largest]!) largest = j
    if (largest !== k) {
      swap(values, 1, k, largest)
      swap(left, rows, k, largest)
      swap(right, columns, k, largest)
    }
    const value = values[k]!
    if (value > 0) for (let i = 0; i < rows; i++) left[k * rows + i]! /= value
  }
}
