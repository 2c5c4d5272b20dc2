// W* with given singular values in random directions, and a start whose product is small: B heavy, A light.
import { imbalanceOf, type Task } from '@/domains/optim/lowRank'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { orthonormalize } from '@/numerics/smallMatrix'
import { steadyNormal } from '@/numerics/steadyNormal'
import { type Params, SIZE } from './params'

/** Sizes of the entries of B and A at c = 1: at c = 17 they are 3 and 0.01. */
export const HEAVY = 3 / 17
export const LIGHT = 0.17

export interface Problem extends Task {
  /** Singular directions of W*, a row each, [SIZE, SIZE]: on the left, on the right. */
  readonly left: Float64Array
  readonly right: Float64Array
  /** B, [SIZE, r], and A, [r, SIZE], at the start; and ‖BᵀB - AAᵀ‖ of them. */
  readonly b: Float64Array
  readonly a: Float64Array
  readonly imbalance: number
  /** Half the squares of the singular values beyond the r largest: the least loss of a product of rank r. */
  readonly least: number
  /** Numbers of the directions, from the largest singular value. */
  readonly order: readonly number[]
}

function normals(s: Stream, size: number, scale = 1): Float64Array {
  const out = new Float64Array(size)
  for (let k = 0; k < size; k++) out[k] = scale * steadyNormal(s)
  return out
}

function makeProblem({ spectrum, r, c, seed }: Params): Problem {
  const bases = stream(seed, 'bases')
  const [left, right] = [normals(bases, SIZE * SIZE), normals(bases, SIZE * SIZE)]
  orthonormalize(left, SIZE)
  orthonormalize(right, SIZE)
  const target = new Float64Array(SIZE * SIZE)
  for (const [k, value] of spectrum.entries())
    for (let i = 0; i < SIZE; i++)
      for (let j = 0; j < SIZE; j++) target[i * SIZE + j]! += value * left[k * SIZE + i]! * right[k * SIZE + j]!
  const start = stream(seed, 'start')
  const [b, a] = [normals(start, SIZE * r, HEAVY * c), normals(start, r * SIZE, LIGHT / c)]
  const order = spectrum.map((_, k) => k).sort((k, l) => spectrum[l]! - spectrum[k]! || k - l)
  const least = order.slice(r).reduce((sum, k) => sum + spectrum[k]! ** 2 / 2, 0)
  const imbalance = imbalanceOf({ n: SIZE, m: SIZE, r, b, a })
  return { n: SIZE, m: SIZE, target, covariance: null, left, right, b, a, imbalance, least, order }
}

export const problemOf = memoized(makeProblem)
