// A mixture with components of equal width, in few coordinates. Outside the span of the means every component looks alike: predictions there only
// shrink x, and guidance adds a multiple of the prediction. So that part of x keeps its direction for a whole run, and its length alone represents
// it. Sampling in rank + 1 coordinates is exact; only rounding differs.
import { type Denoiser, type Mixture, setSigma } from './mixture'
import { predictAll } from './predict'

export interface Span {
  /** Of the whole space. */
  dim: number
  rank: number
  /** Orthonormal basis of the span of the means, [rank, dim]. */
  basis: Float64Array
  /** The mixture in coordinates along the basis and, last, along the rest of a sample, where all means are 0: dimension rank + 1. */
  mixture: Mixture
}

const DEPENDENT = 1e-9 // share of a mean's length: a shorter rest counts as lying in the span of the means before it

/** Basis by Gram-Schmidt, in the order of the means. Throws if widths differ: predictions then do depend on the rest of x. */
export function spanOf(mixture: Mixture): Span {
  const { dim, means, stds } = mixture
  if (stds.some((std) => std !== stds[0])) throw new Error('spanOf: the components are not equally wide')
  const rows: Float64Array[] = []
  for (let k = 0; k < stds.length; k++) {
    const rest = means.slice(k * dim, (k + 1) * dim)
    const length = Math.hypot(...rest)
    for (let twice = 0; twice < 2; twice++) for (const row of rows) take(rest, row, dot(rest, row)) // twice, against rounding
    const left = Math.hypot(...rest)
    if (left > DEPENDENT * length) rows.push(rest.map((v) => v / left))
  }
  const rank = rows.length
  const inside = new Float64Array(stds.length * (rank + 1))
  for (let k = 0; k < stds.length; k++) {
    const mean = means.subarray(k * dim, (k + 1) * dim)
    for (const [q, row] of rows.entries()) inside[k * (rank + 1) + q] = dot(mean, row)
  }
  const basis = new Float64Array(rank * dim)
  for (const [q, row] of rows.entries()) basis.set(row, q * dim)
  return { dim, rank, basis, mixture: { ...mixture, dim: rank + 1, means: inside } }
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i]!, 0)
function take(from: Float64Array, row: Float64Array, amount: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= amount * row[i]!
}

/** Coordinates [n, rank + 1] of the samples x [n, dim], and for each the unit vector [n, dim] of its part outside the span. */
export function folded({ dim, rank, basis }: Span, x: Float64Array): { inside: Float64Array; rest: Float64Array } {
  const count = x.length / dim
  const inside = new Float64Array(count * (rank + 1))
  const rest = x.slice()
  for (let p = 0; p < count; p++) {
    const own = rest.subarray(p * dim, (p + 1) * dim)
    for (let q = 0; q < rank; q++) {
      const row = basis.subarray(q * dim, (q + 1) * dim)
      const amount = dot(own, row)
      inside[p * (rank + 1) + q] = amount
      take(own, row, amount)
    }
    const length = Math.hypot(...own)
    inside[p * (rank + 1) + rank] = length
    if (length > 0) for (let i = 0; i < dim; i++) own[i]! /= length
  }
  return { inside, rest }
}

/** The sample with the coordinates inside[at], … and an outside part along rest[from], …; written to `out` [dim]. */
export function unfold(
  { dim, rank, basis }: Span,
  inside: ArrayLike<number>,
  at: number,
  rest: Float64Array,
  from: number,
  out: Float64Array,
): void {
  const length = inside[at + rank]!
  for (let i = 0; i < dim; i++) out[i] = length * rest[from + i]!
  for (let q = 0; q < rank; q++) {
    const amount = inside[at + q]!
    for (let i = 0; i < dim; i++) out[i]! += amount * basis[q * dim + i]!
  }
}

/**
 * Predicts x0 of samples that need not keep the direction of their outside part, such as those of a sampler that treats channels differently: in the
 * span by the small mixture, outside by the shrinking alone, E[x0 | x] = gain x + (basis)ᵀ (prediction - gain coordinates). `small` predicts x0 for
 * `span.mixture`; it belongs to this function.
 */
export function spanPredictor(span: Span, small: Denoiser, count: number) {
  const { dim, rank, basis } = span
  const inside = new Float64Array(count * (rank + 1))
  const predicted = new Float64Array(inside.length)
  const ofClass = new Float64Array(inside.length)
  return (sigma: number, x: Float64Array, out: Float64Array): void => {
    setSigma(small, sigma)
    spanCoordinates(span, x, inside)
    predictAll(small, inside, ofClass, predicted)
    const gain = small.gains[0]!
    for (let p = 0; p < count; p++) {
      const at = p * dim
      for (let i = 0; i < dim; i++) out[at + i] = gain * x[at + i]!
      for (let q = 0; q < rank; q++) {
        const own = p * (rank + 1) + q
        const amount = predicted[own]! - gain * inside[own]!
        for (let i = 0; i < dim; i++) out[at + i]! += amount * basis[q * dim + i]!
      }
    }
  }
}

/** Coordinates of samples [n, dim] in the span, written to `out` [n, rank + 1]; the last one, outside, stays as it is. */
export function spanCoordinates({ dim, rank, basis }: Span, x: Float64Array, out: Float64Array): void {
  for (let p = 0; p * dim < x.length; p++) {
    for (let q = 0; q < rank; q++) {
      let sum = 0
      for (let i = 0; i < dim; i++) sum += x[p * dim + i]! * basis[q * dim + i]!
      out[p * (rank + 1) + q] = sum
    }
  }
}
