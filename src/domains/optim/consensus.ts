// How far the replicas of ./gossip are from their mean, on average over all pairings. With e = φ - φ̄ along one axis, S, C and V are the expectations of the
// means of e², e·δ and (δ - δ̄)². A random pairing averages e to Pe with E‖Pe‖² = (1 - c)‖e‖², c = n/(2(n - 1)), so the three follow a linear map. A
// local phase on a quadratic loss moves a replica by -g(φ - φ*) plus noise, whose variance along the axis is σ².
import { largestModulus } from '@/numerics/quadratic'
import { border } from '@/numerics/statistics'
import type { OuterSettings } from './gossip'

/** The share of the spread that averaging over random pairs removes. */
export const pairShare = (n: number): number => n / (2 * (n - 1))

/** Writes the map of (S, C, V) to itself, [3, 3] row-major; `contraction` is g, 0 without gradients. */
export function spreadMatrix(n: number, { alpha, beta, gamma }: OuterSettings, contraction: number, out: Float64Array): void {
  const c = pairShare(n)
  const along = beta * contraction
  const toMean = along * (1 - c) + gamma * c // E e·(move) = -toMean S
  const square = along * along * (1 - c) + gamma * gamma * c
  out.set([square, -2 * alpha * toMean, alpha * alpha], 6)
  out.set([square - toMean, alpha - 2 * alpha * toMean, alpha * alpha], 3)
  out.set([1 + square - 2 * toMean, 2 * alpha - 2 * alpha * toMean, alpha * alpha], 0)
}

/** What noise of variance σ² adds to each of S, C and V in an outer step: the part of a pair's mean that not all share. */
export const spreadOfNoise = (n: number, beta: number, variance: number): number => beta * beta * variance * (0.5 - 1 / n)

const moved = new Float64Array(3)
/** One outer step of (S, C, V) in place. */
export function stepSpread(spread: Float64Array, matrix: Float64Array, added: number, at = 0): void {
  for (let row = 0; row < 3; row++) {
    moved[row] = added
    for (let k = 0; k < 3; k++) moved[row]! += matrix[3 * row + k]! * spread[at + k]!
  }
  spread.set(moved, at)
}

const matrix = new Float64Array(9) // holds nothing between two calls

/** ρ: the factor of S per outer step in the long run, without gradients. */
export function consensusRate(n: number, alpha: number, gamma: number): number {
  spreadMatrix(n, { alpha, beta: 0, gamma }, 0, matrix)
  return spectralRadius(matrix)
}

const MOST_ROUNDS = 100 // about eight are enough unless all three roots are equal

/** Of a real matrix [3, 3]: the largest root of λ³ - tλ² + mλ - d. Newton comes down on the largest real root; a quadratic gives the other two. */
export function spectralRadius(a: Float64Array): number {
  const t = a[0]! + a[4]! + a[8]!
  const m = a[0]! * a[4]! - a[1]! * a[3]! + (a[0]! * a[8]! - a[2]! * a[6]!) + (a[4]! * a[8]! - a[5]! * a[7]!)
  const d =
    a[0]! * (a[4]! * a[8]! - a[5]! * a[7]!) - a[1]! * (a[3]! * a[8]! - a[5]! * a[6]!) + a[2]! * (a[3]! * a[7]! - a[4]! * a[6]!)
  let root = 1 + Math.max(Math.abs(t), Math.abs(m), Math.abs(d)) // above all roots
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const slope = (3 * root - 2 * t) * root + m
    const step = (((root - t) * root + m) * root - d) / slope
    if (!(step > 1e-16 * Math.abs(root))) break // rounding, or an exact root
    root -= step
  }
  return Math.max(Math.abs(root), largestModulus(t - root, m - root * (t - root)))
}

/** The largest γ at which replicas stay together; all smaller ones, down to 0, work too. */
export const largestPull = (n: number, alpha: number): number => border(0.01, 2.5, (gamma) => consensusRate(n, alpha, gamma) < 1)

/** The effect of K local steps on the curvature `a`: the share g of the way to the bottom, and the variance σ² of noise whose centers have variance `s2`. */
export function localPhase(rate: number, a: number, count: number, s2: number): { contraction: number; variance: number } {
  const share = rate * a
  let [rest, sum] = [1, 0]
  for (let k = 0; k < count; k++) {
    sum += rest * rest
    rest *= 1 - share
  }
  return { contraction: 1 - rest, variance: s2 * share * share * sum }
}
