// The lowest eigenvalues of a large symmetric matrix H that is known by what it does to a vector. Lanczos: the Krylov space of a random vector, all of its
// basis kept and made orthogonal twice, in which H has three diagonals.
import type { Apply } from './conjugateGradient'
import { dotRow } from './dot'
import { stream, uniform } from './random'
import { eigenFromTop, type Tridiagonal, tridiagonal } from './tridiagonal'

export interface Lowest {
  value: number
  /** Length 1; the entry that is largest in size is positive. */
  vector: Float64Array
  /** From the lowest eigenvalue to the next; NaN for a matrix of one row. */
  gap: number
  /** ‖H v - value v‖. */
  residual: number
  /** Size of the Krylov space. */
  count: number
}

const CHECK = 8 // vectors between two looks at the residual
const SECOND = 1e4 // times as large may be the residual of the second eigenvalue; its error is that squared, over the distance to others

const axpy = (a: number, x: Float64Array, y: Float64Array): void => {
  for (let i = 0; i < y.length; i++) y[i]! += a * x[i]!
}
const scale = (x: Float64Array, by: number): void => {
  for (let i = 0; i < x.length; i++) x[i]! *= by
}
const residualOf = ({ beside, vector }: Tridiagonal, count: number) => Math.abs(beside[count - 1]! * vector[count - 1]!)

/**
 * Runs until the residual of the lowest eigenvalue is at most `close`, or with `most` vectors; yields after each vector. The result is the best so
 * far. Takes most² size multiplications, and most · size numbers.
 */
export function* lowest(apply: Apply, size: number, close: number, most = 400): Generator<void, Lowest, void> {
  const limit = Math.min(most, size)
  const inner = tridiagonal(limit) // of -H, as the largest is found first
  const basis: Float64Array[] = []
  const random = stream(1, 'lanczos')
  let next = Float64Array.from({ length: size }, () => uniform(random) - 0.5)
  scale(next, 1 / Math.sqrt(dotRow(next, 0, next)))
  for (let count = 1; ; count++) {
    const v = next
    basis.push(v)
    next = new Float64Array(size)
    apply(v, next)
    scale(next, -1)
    inner.diagonal[count - 1] = dotRow(v, 0, next)
    for (let round = 0; round < 2; round++) for (const b of basis) axpy(-dotRow(b, 0, next), b, next)
    const length = Math.sqrt(dotRow(next, 0, next))
    inner.beside[count - 1] = length
    const isFull = count >= limit || length < 1e-13
    if (isFull || count % CHECK === 0) {
      const second = count > 1 ? eigenFromTop(inner, count, 1) : Number.NaN
      const isApart = count === 1 || residualOf(inner, count) < SECOND * close
      const first = eigenFromTop(inner, count, 0)
      const residual = residualOf(inner, count)
      if (isFull || (residual <= close && isApart)) {
        const vector = new Float64Array(size)
        for (const [k, b] of basis.entries()) axpy(inner.vector[k]!, b, vector)
        let peak = 0
        for (const x of vector) if (Math.abs(x) > Math.abs(peak)) peak = x
        if (peak < 0) scale(vector, -1)
        return { value: -first, vector, gap: first - second, residual, count }
      }
    }
    yield
    scale(next, 1 / length)
  }
}
