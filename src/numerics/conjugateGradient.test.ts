import { describe, expect, it } from 'vitest'
import { type Apply, cgState, conjugateGradients } from './conjugateGradient'
import { dot } from './dot'
import { normal, stream } from './random'
import { invertPositive, timesVector } from './smallMatrix'

const SIZE = 8
const noise = (count: number, purpose: string) => {
  const s = stream(3, purpose)
  return Float64Array.from({ length: count }, () => normal(s))
}
/** A positive definite matrix with known eigenvectors (Householder's) and these eigenvalues. */
function withEigenvalues(values: readonly number[]): Float64Array {
  const u = noise(SIZE, 'mirror')
  const square = dot(u, u)
  const q = Float64Array.from(
    { length: SIZE * SIZE },
    (_, k) => Number(Math.floor(k / SIZE) === k % SIZE) - (2 * u[Math.floor(k / SIZE)]! * u[k % SIZE]!) / square,
  )
  return Float64Array.from({ length: SIZE * SIZE }, (_, k) => {
    let sum = 0
    for (let e = 0; e < SIZE; e++) sum += q[Math.floor(k / SIZE) * SIZE + e]! * values[e]! * q[(k % SIZE) * SIZE + e]!
    return sum
  })
}
const applied =
  (matrix: Float64Array): Apply =>
  (v, out) =>
    timesVector(matrix, v, SIZE, SIZE, out)
function solved(matrix: Float64Array, b: Float64Array): Float64Array {
  const [inverse, out] = [matrix.slice(), new Float64Array(SIZE)]
  invertPositive(inverse, SIZE)
  timesVector(inverse, b, SIZE, SIZE, out)
  return out
}
const solvedBy = (matrix: Float64Array, b: Float64Array, x0: Float64Array, steps: number, stop = 1e-13) => {
  const [x, norms] = [x0.slice(), new Float64Array(steps + 1)]
  const count = conjugateGradients(applied(matrix), b, x, steps, stop, cgState(SIZE), norms)
  return { x, count, norms }
}

describe('conjugate gradients', () => {
  const matrix = withEigenvalues([1, 2, 3, 4, 5, 6, 7, 8])
  const [b, x0] = [noise(SIZE, 'b'), noise(SIZE, 'x')]
  const truth = solved(matrix, b)

  it('reach the solution in as many steps as there are eigenvalues', () => {
    const { x } = solvedBy(matrix, b, x0, SIZE)
    for (let i = 0; i < SIZE; i++) expect(x[i]).toBeCloseTo(truth[i]!, 11)
    const three = withEigenvalues([1, 1, 1, 4, 4, 4, 9, 9])
    const { x: soon } = solvedBy(three, b, x0, 3)
    const exact = solved(three, b)
    for (let i = 0; i < SIZE; i++) expect(soon[i]).toBeCloseTo(exact[i]!, 11)
  })

  it('bring the error down, step by step, in the norm of B', () => {
    const image = new Float64Array(SIZE)
    const errorOf = (steps: number) => {
      const error = solvedBy(matrix, b, x0, steps).x.map((v, i) => v - truth[i]!)
      applied(matrix)(error, image)
      return dot(error, image)
    }
    for (let steps = 1; steps < SIZE; steps++) expect(errorOf(steps)).toBeLessThan(errorOf(steps - 1))
  })

  it('have the least error that their Krylov space allows: it is orthogonal, by B, to all of that space', () => {
    const { x } = solvedBy(matrix, b, x0, 4)
    const image = new Float64Array(SIZE)
    applied(matrix)(x0, image)
    let power = b.map((v, i) => v - image[i]!)
    applied(matrix)(
      x.map((v, i) => v - truth[i]!),
      image,
    )
    for (let k = 0; k < 4; k++) {
      expect(Math.abs(dot(image, power)) / Math.sqrt(dot(power, power))).toBeLessThan(1e-11)
      const next = new Float64Array(SIZE)
      applied(matrix)(power, next)
      power = next
    }
  })

  it('report the norm of each residual', () => {
    const { x, norms } = solvedBy(matrix, b, x0, 3)
    const image = new Float64Array(SIZE)
    applied(matrix)(x, image)
    expect(norms[3]).toBeCloseTo(Math.hypot(...b.map((v, i) => v - image[i]!)), 12)
  })

  it('stop at the solution, at a residual below the wanted one, and where B does nothing', () => {
    const done = solvedBy(matrix, b, x0, 40, 1e-5)
    expect(done.count).toBeLessThanOrEqual(SIZE)
    expect(done.norms[done.count]).toBeLessThan(1e-5)
    const there = solvedBy(matrix, b, truth, 5, 0)
    expect(there.x.every(Number.isFinite)).toBe(true)
    const nothing = solvedBy(new Float64Array(SIZE * SIZE), b, x0, 5, 0)
    expect([nothing.count, [...nothing.x]]).toEqual([0, [...x0]])
  })
})
