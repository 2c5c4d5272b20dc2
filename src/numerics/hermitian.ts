// The smallest eigenvalue of a positive semidefinite Hermitian matrix: Lanczos on its inverse, applied by Cholesky. Rounds stop when the residual of
// the eigenpair is small: where eigenvalues lie close together, a value that no longer changes may still be far from all of them.
import { eigenFromTop, type Tridiagonal, tridiagonal } from './tridiagonal'

/** Workspace for matrices of one size. All matrices [size, size] row-major; a Hermitian one is given by its lower triangle. */
export interface HermitianWorkspace {
  size: number
  re: Float64Array
  im: Float64Array
  /** The last vector found, of length 1. */
  vectorRe: Float64Array
  vectorIm: Float64Array
  /** Orthonormal basis of the Krylov space, one vector a row. */
  basisRe: Float64Array
  basisIm: Float64Array
  /** The inverse in that basis. */
  inverse: Tridiagonal
}
export const hermitianWorkspace = (size: number): HermitianWorkspace => ({
  size,
  re: new Float64Array(size * size),
  im: new Float64Array(size * size),
  vectorRe: new Float64Array(size),
  vectorIm: new Float64Array(size),
  basisRe: new Float64Array(size * size),
  basisIm: new Float64Array(size * size),
  inverse: tridiagonal(size),
})

const TINY = 1e-14 // of the trace: what rounding may take from an eigenvalue 0

/** Replaces the matrix by L of H = LL*; the diagonal of L is real. 4 size³/3 operations. */
function cholesky({ size, re, im }: HermitianWorkspace): void {
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

/** Solves LL*x = v in place. */
function solve({ size, re, im, vectorRe, vectorIm }: HermitianWorkspace): void {
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
  for (let i = size - 1; i >= 0; i--) {
    const row = i * size
    const a = vectorRe[i]! / re[row + i]!
    const b = vectorIm[i]! / re[row + i]!
    vectorRe[i] = a
    vectorIm[i] = b
    for (let k = 0; k < i; k++) {
      vectorRe[k]! -= re[row + k]! * a + im[row + k]! * b
      vectorIm[k]! -= re[row + k]! * b - im[row + k]! * a
    }
  }
}

/** Subtracts from the vector its components along the first `count` basis vectors; returns the one along the last, which is real. */
function straighten({ size, basisRe, basisIm, vectorRe, vectorIm }: HermitianWorkspace, count: number): number {
  let last = 0
  for (let n = 0; n < count; n++) {
    const row = n * size
    let a = 0
    let b = 0
    for (let i = 0; i < size; i++) {
      a += basisRe[row + i]! * vectorRe[i]! + basisIm[row + i]! * vectorIm[i]!
      b += basisRe[row + i]! * vectorIm[i]! - basisIm[row + i]! * vectorRe[i]!
    }
    for (let i = 0; i < size; i++) {
      vectorRe[i]! -= a * basisRe[row + i]! - b * basisIm[row + i]!
      vectorIm[i]! -= a * basisIm[row + i]! + b * basisRe[row + i]!
    }
    last = a
  }
  return last
}

/**
 * Finds the vector of the smallest eigenvalue of the matrix in the workspace, overwrites the matrix, and returns the eigenvalue. The residual of the
 * inverse's eigenpair is at most a share `close` of its value. The first vector has no symmetry.
 */
export function smallest(workspace: HermitianWorkspace, close: number): number {
  const { size, vectorRe, vectorIm, basisRe, basisIm } = workspace
  const { diagonal, beside, vector: shares } = workspace.inverse
  cholesky(workspace)
  for (let i = 0; i < size; i++) {
    vectorRe[i] = Math.cos(1.7 * i * i + 0.3 * i)
    vectorIm[i] = Math.sin(1.1 * i * i + 0.7 * i)
  }
  let length = Math.hypot(...vectorRe, ...vectorIm)
  let inverse = 0
  let count = 0
  while (count < size) {
    const row = count * size
    for (let i = 0; i < size; i++) {
      vectorRe[i]! /= length
      vectorIm[i]! /= length
    }
    basisRe.set(vectorRe, row)
    basisIm.set(vectorIm, row)
    count++
    solve(workspace)
    diagonal[count - 1] = straighten(workspace, count)
    straighten(workspace, count) // again: what rounding left
    let square = 0
    for (let i = 0; i < size; i++) square += vectorRe[i]! ** 2 + vectorIm[i]! ** 2
    length = Math.sqrt(square)
    beside[count - 1] = length
    inverse = eigenFromTop(workspace.inverse, count, 0)
    if (length * Math.abs(shares[count - 1]!) <= close * inverse) break
  }
  vectorRe.fill(0)
  vectorIm.fill(0)
  for (let n = 0; n < count; n++) {
    for (let i = 0; i < size; i++) {
      vectorRe[i]! += shares[n]! * basisRe[n * size + i]!
      vectorIm[i]! += shares[n]! * basisIm[n * size + i]!
    }
  }
  return 1 / inverse
}
