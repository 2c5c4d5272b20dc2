// The smallest eigenvalue of a Hermitian matrix that is not negative, by Cholesky and inverse iteration.

/** Room for matrices of one size. All matrices [size, size] row-major; a Hermitian one is given by its lower triangle. */
export interface HermitianRoom {
  size: number
  re: Float64Array
  im: Float64Array
  /** The last vector found, of length 1: where the next search begins. */
  vectorRe: Float64Array
  vectorIm: Float64Array
}
export function hermitianRoom(size: number): HermitianRoom {
  const room = {
    size,
    re: new Float64Array(size * size),
    im: new Float64Array(size * size),
    vectorRe: new Float64Array(size),
    vectorIm: new Float64Array(size),
  }
  restart(room)
  return room
}

/** Begins the next search with a vector that no symmetry knows. */
export function restart({ size, vectorRe, vectorIm }: HermitianRoom): void {
  for (let i = 0; i < size; i++) {
    vectorRe[i] = Math.cos(1.7 * i * i + 0.3 * i) / Math.sqrt(size)
    vectorIm[i] = Math.sin(1.1 * i * i + 0.7 * i) / Math.sqrt(size)
  }
}

const TINY = 1e-14 // of the trace: what rounding may take from an eigenvalue 0
const MOST_ROUNDS = 200

/** Replaces the matrix by L of H = LL*; the diagonal of L is real. 4 size³/3 operations. */
function cholesky({ size, re, im }: HermitianRoom): void {
  let trace = 0
  for (let i = 0; i < size; i++) trace += re[i * size + i]!
  const floor = TINY * trace
  for (let i = 0; i < size; i++) {
    const row = i * size
    for (let j = 0; j < i; j++) {
      const other = j * size
      let a = re[row + j]!
      let b = im[row + j]!
      for (let k = 0; k < j; k++) {
        a -= re[row + k]! * re[other + k]! + im[row + k]! * im[other + k]!
        b -= im[row + k]! * re[other + k]! - re[row + k]! * im[other + k]!
      }
      const pivot = re[other + j]!
      re[row + j] = a / pivot
      im[row + j] = b / pivot
    }
    let rest = re[row + i]!
    for (let k = 0; k < i; k++) rest -= re[row + k]! ** 2 + im[row + k]! ** 2
    re[row + i] = Math.sqrt(Math.max(rest, floor))
    im[row + i] = 0
  }
}

/** Solves LL*x = v in place and makes x of length 1; returns the length that it had. */
function solve({ size, re, im, vectorRe, vectorIm }: HermitianRoom): number {
  for (let i = 0; i < size; i++) {
    const row = i * size
    let a = vectorRe[i]!
    let b = vectorIm[i]!
    for (let k = 0; k < i; k++) {
      a -= re[row + k]! * vectorRe[k]! - im[row + k]! * vectorIm[k]!
      b -= re[row + k]! * vectorIm[k]! + im[row + k]! * vectorRe[k]!
    }
    vectorRe[i] = a / re[row + i]!
    vectorIm[i] = b / re[row + i]!
  }
  let square = 0
  for (let i = size - 1; i >= 0; i--) {
    const row = i * size
    const a = vectorRe[i]! / re[row + i]!
    const b = vectorIm[i]! / re[row + i]!
    vectorRe[i] = a
    vectorIm[i] = b
    square += a * a + b * b
    for (let k = 0; k < i; k++) {
      vectorRe[k]! -= re[row + k]! * a + im[row + k]! * b
      vectorIm[k]! -= re[row + k]! * b - im[row + k]! * a
    }
  }
  const length = Math.sqrt(square)
  for (let i = 0; i < size; i++) {
    vectorRe[i]! /= length
    vectorIm[i]! /= length
  }
  return length
}

/**
 * Finds the vector of the smallest eigenvalue of the matrix in the room, which is overwritten. Stops when a round changes the eigenvalue by less
 * than a share `close`, and returns about that eigenvalue.
 */
export function smallest(room: HermitianRoom, close: number): number {
  cholesky(room)
  let value = Number.POSITIVE_INFINITY
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = 1 / solve(room)
    const settled = Math.abs(value - next) <= close * next
    value = next
    if (settled) break
  }
  return value
}
