// Eigenvalues and eigenvectors of a real matrix without symmetry, by ml-matrix (Hessenberg form and shifted QR).
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'

/** Eigenvalue k is re[k] + i im[k]. */
export interface Eigen {
  size: number
  re: Float64Array
  im: Float64Array
  /** [size, size] row-major. Column k of a real eigenvalue is its vector; of a pair, columns k and k + 1 are real and imaginary part for im[k] > 0. */
  vectors: Float64Array
}

/** `a`: [size, size] row-major. */
export function eigenOf(a: Float64Array, size: number): Eigen {
  const matrix = Matrix.from1DArray(size, size, a)
  const { realEigenvalues, imaginaryEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: false,
  })
  return {
    size,
    re: Float64Array.from(realEigenvalues),
    im: Float64Array.from(imaginaryEigenvalues),
    vectors: Float64Array.from(eigenvectorMatrix.to1DArray()),
  }
}

/** Writes eigenvector k to `re` and `im`, both [size]. */
export function eigenvector({ size, im, vectors }: Eigen, k: number, outRe: Float64Array, outIm: Float64Array): void {
  const turn = Math.sign(im[k]!)
  const first = turn < 0 ? k - 1 : k
  for (let i = 0; i < size; i++) {
    outRe[i] = vectors[i * size + first]!
    outIm[i] = turn === 0 ? 0 : turn * vectors[i * size + first + 1]!
  }
}
