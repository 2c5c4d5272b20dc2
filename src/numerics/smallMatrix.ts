// Small dense matrices, row-major, in place. Kernels return how many multiply-adds they did, counted in their loops.

/** Writes the identity into a [size, size] matrix. */
export function setIdentity(a: Float64Array, size: number): void {
  a.fill(0)
  for (let i = 0; i < size; i++) a[i * size + i] = 1
}

/** out = a v; a is [rows, columns]. */
export function timesVector(a: Float64Array, v: ArrayLike<number>, rows: number, columns: number, out: Float64Array): number {
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let j = 0; j < columns; j++) sum += a[i * columns + j]! * v[j]!
    out[i] = sum
  }
  return rows * columns
}

/** out = a b; a is [rows, inner], b [inner, columns]. */
export function times(a: Float64Array, b: Float64Array, rows: number, inner: number, columns: number, out: Float64Array): number {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      let sum = 0
      for (let k = 0; k < inner; k++) sum += a[i * inner + k]! * b[k * columns + j]!
      out[i * columns + j] = sum
    }
  return rows * inner * columns
}

/** a ← scale a + factor u uᵀ, kept exactly symmetric: the upper triangle is computed, the lower one copied from it. */
export function addOuter(a: Float64Array, u: ArrayLike<number>, size: number, scale: number, factor: number): number {
  let count = 0
  for (let i = 0; i < size; i++) {
    const share = factor * u[i]!
    for (let j = i; j < size; j++) {
      const value = scale * a[i * size + j]! + share * u[j]!
      a[i * size + j] = value
      a[j * size + i] = value
    }
    count += 2 * (size - i) // one product each for the old entry and the new term
  }
  return count
}

/** Replaces a positive definite matrix by its inverse, by Gauss-Jordan elimination without pivoting; about size³ multiply-adds. */
export function invertPositive(a: Float64Array, size: number): number {
  let count = 0
  for (let k = 0; k < size; k++) {
    const pivot = 1 / a[k * size + k]!
    a[k * size + k] = 1
    for (let j = 0; j < size; j++) a[k * size + j]! *= pivot
    count += size
    for (let i = 0; i < size; i++) {
      if (i === k) continue
      const factor = a[i * size + k]!
      a[i * size + k] = 0
      for (let j = 0; j < size; j++) a[i * size + j]! -= factor * a[k * size + j]!
      count += size
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) a[i * size + j] = a[j * size + i]!
  return count
}

/** ‖a‖ by the sum of squares. */
export function norm(a: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * a[i]!
  return Math.sqrt(sum)
}

/** ‖a b - I‖ for [size, size] matrices. */
export function offIdentity(a: ArrayLike<number>, b: ArrayLike<number>, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let entry = i === j ? -1 : 0
      for (let k = 0; k < size; k++) entry += a[i * size + k]! * b[k * size + j]!
      sum += entry * entry
    }
  return Math.sqrt(sum)
}

const SWEEPS = 30
const CLOSE = 1e-30 // share of the off-diagonal squares at which a matrix counts as diagonal

/** Eigenvalues of a symmetric matrix, which is overwritten: they end on its diagonal, unsorted (Jacobi's rotations; the same in every engine). */
export function diagonalize(a: Float64Array, size: number): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let beside = 0
    let all = 0
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        const square = a[i * size + j]! ** 2
        all += square
        if (i !== j) beside += square
      }
    if (!(beside > CLOSE * all)) return
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, size, p, q)
  }
}

/** Makes entry (p, q) zero. */
function rotate(a: Float64Array, size: number, p: number, q: number): void {
  const off = a[p * size + q]!
  if (off === 0) return
  const tau = (a[q * size + q]! - a[p * size + p]!) / (2 * off)
  const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau))
  const c = 1 / Math.sqrt(1 + t * t)
  const s = t * c
  for (let k = 0; k < size; k++) {
    const [x, y] = [a[k * size + p]!, a[k * size + q]!]
    a[k * size + p] = c * x - s * y
    a[k * size + q] = s * x + c * y
  }
  for (let k = 0; k < size; k++) {
    const [x, y] = [a[p * size + k]!, a[q * size + k]!]
    a[p * size + k] = c * x - s * y
    a[q * size + k] = s * x + c * y
  }
}

/** Least and largest eigenvalue of a symmetric matrix, which is overwritten. */
export function spectrumEnds(a: Float64Array, size: number): readonly [low: number, high: number] {
  diagonalize(a, size)
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < size; i++) {
    const value = a[i * size + i]!
    if (Number.isNaN(value)) return [Number.NaN, Number.NaN]
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}

/** Makes the rows of a [size, size] matrix orthonormal, in order (Gram-Schmidt, twice). */
export function orthonormalize(a: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const row = a.subarray(i * size, (i + 1) * size)
    for (let round = 0; round < 2; round++)
      for (let j = 0; j < i; j++) {
        let dot = 0
        for (let k = 0; k < size; k++) dot += row[k]! * a[j * size + k]!
        for (let k = 0; k < size; k++) row[k]! -= dot * a[j * size + k]!
      }
    const length = norm(row)
    for (let k = 0; k < size; k++) row[k]! /= length
  }
}
