import { describe, expect, it } from 'vitest'
import { normal, stream } from './random'
import {
  type CellGrid,
  cellGrid,
  divergenceOf,
  type FaceField,
  faceField,
  gridPoints,
  hodgeSplit,
  linearSquare,
  linearSwirl,
  weightedProduct,
} from './weightedHodge'

const grid = cellGrid(80, [0, 0], 5)
const covariance = [
  [1, 0.3],
  [0.3, 0.5],
]
const matrix = [
  [0.2, 0.9],
  [-0.4, 0.5],
]

function densityOf({ n, ...rest }: CellGrid): Float64Array {
  const determinant = 1 * 0.5 - 0.3 ** 2
  const { cells } = gridPoints({ n, ...rest })
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [x, y] = [cells[2 * k]!, cells[2 * k + 1]!]
    return Math.exp(-(0.5 * x * x - 0.6 * x * y + y * y) / (2 * determinant))
  })
}
function linearField(of: CellGrid, m: readonly (readonly number[])[]): FaceField {
  const { x, y } = gridPoints(of)
  return {
    x: Float64Array.from({ length: x.length / 2 }, (_, k) => m[0]![0]! * x[2 * k]! + m[0]![1]! * x[2 * k + 1]!),
    y: Float64Array.from({ length: y.length / 2 }, (_, k) => m[1]![0]! * y[2 * k]! + m[1]![1]! * y[2 * k + 1]!),
  }
}
function split(density: Float64Array, error: FaceField, of: CellGrid) {
  const work = hodgeSplit(density, error, of)
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}
const minus = (a: FaceField, b: FaceField): FaceField => ({
  x: a.x.map((v, k) => v - b.x[k]!),
  y: a.y.map((v, k) => v - b.y[k]!),
})

describe('a linear field under a normal density', () => {
  const density = densityOf(grid)
  const { q, swirl, gradient } = linearSwirl(covariance, matrix)

  it('has the closed form of the solver within 1 %', () => {
    expect(q).toBeCloseTo(-1.3 / 1.5, 14)
    const found = split(density, linearField(grid, matrix), grid)
    const off = minus(found.swirl, linearField(grid, swirl))
    expect(Math.sqrt(weightedProduct(density, 80, off, off) / linearSquare(covariance, swirl))).toBeLessThan(0.01)
    const wrong = minus(found.gradient, linearField(grid, gradient))
    expect(Math.sqrt(weightedProduct(density, 80, wrong, wrong) / linearSquare(covariance, gradient))).toBeLessThan(0.01)
  })

  it('adds up: squares of both parts, and the parts', () => {
    expect(linearSquare(covariance, swirl) + linearSquare(covariance, gradient)).toBeCloseTo(linearSquare(covariance, matrix), 13)
    expect(swirl[0]![0]! + swirl[1]![1]!).toBeCloseTo(0, 15)
    expect(gradient[0]![1]).toBeCloseTo(gradient[1]![0]!, 14)
  })
})

describe('any field under any density', () => {
  const small = cellGrid(24, [0.3, -0.2], 2)
  const draws = stream(3)
  const density = Float64Array.from({ length: 24 * 24 }, () => Math.exp(2 * normal(draws)))
  const error = faceField(24)
  for (const part of [error.x, error.y]) for (let k = 0; k < part.length; k++) part[k] = normal(draws)
  const found = split(density, error, small)
  const square = weightedProduct(density, 24, error, error)

  it('keeps Pythagoras to rounding', () => {
    const parts = [found.gradient, found.swirl].map((part) => weightedProduct(density, 24, part, part))
    expect(Math.abs(parts[0]! + parts[1]! - square)).toBeLessThan(1e-10 * square)
    expect(Math.abs(weightedProduct(density, 24, found.gradient, found.swirl))).toBeLessThan(1e-10 * square)
  })

  it('leaves a swirl that moves no mass, and has no more to take from it', () => {
    const flow = divergenceOf(density, found.swirl, small)
    const most = Math.max(...divergenceOf(density, error, small).map(Math.abs))
    for (const value of flow) expect(Math.abs(value)).toBeLessThan(1e-10 * most)
    const again = split(density, found.swirl, small).gradient
    expect(weightedProduct(density, 24, again, again)).toBeLessThan(1e-20 * square)
  })

  it('finds no swirl in a gradient', () => {
    const { swirl } = split(density, found.gradient, small)
    expect(weightedProduct(density, 24, swirl, swirl)).toBeLessThan(1e-20 * square)
  })

  it('has the potential whose differences are the gradient', () => {
    const { potential, gradient } = found
    for (let i = 0; i + 1 < 24; i++)
      expect((potential[(i + 1) * 24 + 5]! - potential[i * 24 + 5]!) / small.width).toBeCloseTo(gradient.x[i * 24 + 5]!, 10)
  })
})
