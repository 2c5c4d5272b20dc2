// A flat data set: signals of 32 numbers that are sums of the frequencies 0 to 4, a 9-dimensional plane. One CG run on measurements of a signal in it,
// from another signal in it; and how far that leads out of the plane.
import { keptOperator, type LinearOperator, ringBlur, sumsOperator } from '@/domains/imaging/operators'
import { dot } from '@/numerics/dot'
import { stream, uniform } from '@/numerics/random'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'

export const LENGTH = 32
const FREQUENCIES = 4
const BLUR = 1.5 // places

/** The plane: orthonormal rows 1, cos, sin, cos 2, sin 2, …, [9, n]. */
export function lineBasis(n = LENGTH): Float64Array[] {
  const wave = (of: (angle: number) => number, frequency: number) =>
    Float64Array.from({ length: n }, (_, k) => Math.sqrt(2 / n) * of((2 * Math.PI * frequency * k) / n))
  const rows = [new Float64Array(n).fill(1 / Math.sqrt(n))]
  for (let f = 1; f <= FREQUENCIES; f++) rows.push(wave(steadyCos, f), wave(steadySin, f))
  return rows
}

/** Coordinates in the plane, [9], of a signal. */
export const coordinatesOf = (basis: readonly Float64Array[], x: Float64Array): Float64Array =>
  Float64Array.from(basis, (row) => dot(row, x))
/** The signal with these coordinates, [n]. */
export function signalOf(basis: readonly Float64Array[], coordinates: ArrayLike<number>): Float64Array {
  const x = new Float64Array(basis[0]!.length)
  for (const [k, row] of basis.entries()) for (let i = 0; i < x.length; i++) x[i]! += coordinates[k]! * row[i]!
  return x
}

/** Distance of a signal from the plane: the norm of what its coordinates leave over. */
export function distanceFromPlane(basis: readonly Float64Array[], x: Float64Array): number {
  const rest = x.slice()
  for (let twice = 0; twice < 2; twice++)
    for (const row of basis) {
      const along = dot(row, rest)
      for (let i = 0; i < rest.length; i++) rest[i]! -= along * row[i]!
    }
  return Math.sqrt(dot(rest, rest))
}

/** The part of the update from `start` to x that leads out of the plane, as a share of its length; NaN where there is no update. */
export function offTangentShare(basis: readonly Float64Array[], start: Float64Array, x: Float64Array): number {
  const update = x.map((v, i) => v - start[i]!)
  return distanceFromPlane(basis, update) / Math.sqrt(dot(update, update))
}

export type LineOperator = 'blur' | 'third' | 'random' | 'sums'
const MASK_SEED = 7

/** Half of the places, at random; always the same ones. */
function randomPlaces(n: number): number[] {
  const s = stream(MASK_SEED, 'mask')
  const order = Array.from({ length: n }, (_, k) => ({ k, draw: uniform(s) }))
  return order
    .sort((a, b) => a.draw - b.draw)
    .slice(0, n / 2)
    .map(({ k }) => k)
    .sort((a, b) => a - b)
}

export function lineOperator(name: LineOperator, n = LENGTH, sigma = BLUR): LinearOperator {
  switch (name) {
    case 'blur':
      return ringBlur(n, sigma)
    case 'third':
      return keptOperator(
        Array.from({ length: Math.ceil(n / 3) }, (_, k) => 3 * k),
        n,
      )
    case 'random':
      return keptOperator(randomPlaces(n), n)
    case 'sums':
      return sumsOperator(n, 4)
  }
}
