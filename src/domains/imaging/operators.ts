// What an instrument measures of a signal or a picture: linear maps with their exact adjoints. All of them allocate nothing when applied.

import type { Apply } from '@/numerics/conjugateGradient'
import { steadyExp } from '@/numerics/steady'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'

export interface LinearOperator {
  /** Numbers measured, and numbers in the signal. */
  rows: number
  columns: number
  /** out = A x: [columns] to [rows]. */
  apply: Apply
  /** out = Aᵀ y: [rows] to [columns]. */
  adjoint: Apply
}

/** A matrix [rows, columns], row-major. */
export function denseOperator(matrix: ArrayLike<number>, rows: number, columns: number): LinearOperator {
  return {
    rows,
    columns,
    apply(x, out) {
      for (let i = 0; i < rows; i++) {
        let sum = 0
        for (let j = 0; j < columns; j++) sum += matrix[i * columns + j]! * x[j]!
        out[i] = sum
      }
    },
    adjoint(y, out) {
      out.fill(0)
      for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[j]! += matrix[i * columns + j]! * y[i]!
    },
  }
}

/** Detector bins of a view of an n × n picture: enough for its diagonal. */
export const binsOf = (n: number): number => Math.ceil(1.45 * n)

/**
 * Parallel-beam tomography of an n × n picture, rows from the top: `views` directions over half a turn, the first at `first` radians. Each pixel falls
 * on the detector at the place x cos θ + y sin θ (x to the right, y downwards, in pixels from the middle) and splits its value linearly over two bins.
 * Everything is divided by √n. Measurements are [views, bins].
 */
export function radonOperator(n: number, views: number, first = 0): LinearOperator {
  const [bins, pixels, middle] = [binsOf(n), n * n, (n - 1) / 2]
  const scale = 1 / Math.sqrt(n)
  const low = new Int32Array(views * pixels) // the lower of the two bins
  const share = new Float64Array(views * pixels) // of the upper one
  for (let view = 0; view < views; view++) {
    const angle = first + (Math.PI * view) / views
    const [cos, sin] = [steadyCos(angle), steadySin(angle)]
    for (let pixel = 0; pixel < pixels; pixel++) {
      const [x, y] = [(pixel % n) - middle, Math.floor(pixel / n) - middle]
      const place = x * cos + y * sin + (bins - 1) / 2
      const bin = Math.min(Math.max(Math.floor(place), 0), bins - 2)
      low[view * pixels + pixel] = view * bins + bin
      share[view * pixels + pixel] = place - bin
    }
  }
  return {
    rows: views * bins,
    columns: pixels,
    apply(x, out) {
      out.fill(0)
      for (let view = 0; view < views; view++)
        for (let pixel = 0, k = view * pixels; pixel < pixels; pixel++, k++) {
          const value = scale * x[pixel]!
          const [bin, upper] = [low[k]!, share[k]!]
          out[bin]! += (1 - upper) * value
          out[bin + 1]! += upper * value
        }
    },
    adjoint(y, out) {
      out.fill(0)
      for (let view = 0; view < views; view++)
        for (let pixel = 0, k = view * pixels; pixel < pixels; pixel++, k++) {
          const [bin, upper] = [low[k]!, share[k]!]
          out[pixel]! += scale * ((1 - upper) * y[bin]! + upper * y[bin + 1]!)
        }
    },
  }
}

/** A Gaussian of width `sigma` around a ring of n places, by distance; sums to 1. */
export function ringKernel(n: number, sigma: number): Float64Array {
  const kernel = Float64Array.from({ length: n }, (_, k) => steadyExp(-(Math.min(k, n - k) ** 2) / (2 * sigma * sigma)))
  const sum = kernel.reduce((all, v) => all + v, 0)
  return kernel.map((v) => v / sum)
}

/** Blur of a signal on a ring. It is its own adjoint. */
export function ringBlur(n: number, sigma: number): LinearOperator {
  const kernel = ringKernel(n, sigma)
  const apply: Apply = (x, out) => {
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j < n; j++) sum += kernel[i >= j ? i - j : j - i]! * x[j]!
      out[i] = sum
    }
  }
  return { rows: n, columns: n, apply, adjoint: apply }
}

/** Blur of an n × n picture whose edges are joined, along rows and then along columns. It is its own adjoint. */
export function pictureBlur(n: number, sigma: number): LinearOperator {
  const kernel = ringKernel(n, sigma)
  const between = new Float64Array(n * n)
  const apply: Apply = (x, out) => {
    for (let row = 0; row < n; row++)
      for (let i = 0; i < n; i++) {
        let sum = 0
        for (let j = 0; j < n; j++) sum += kernel[i >= j ? i - j : j - i]! * x[row * n + j]!
        between[row * n + i] = sum
      }
    for (let column = 0; column < n; column++)
      for (let i = 0; i < n; i++) {
        let sum = 0
        for (let j = 0; j < n; j++) sum += kernel[i >= j ? i - j : j - i]! * between[j * n + column]!
        out[i * n + column] = sum
      }
  }
  return { rows: n * n, columns: n * n, apply, adjoint: apply }
}

/** Only these entries of a signal of `columns` numbers are seen. */
export function keptOperator(kept: readonly number[], columns: number): LinearOperator {
  return {
    rows: kept.length,
    columns,
    apply(x, out) {
      for (let i = 0; i < kept.length; i++) out[i] = x[kept[i]!]!
    },
    adjoint(y, out) {
      out.fill(0)
      for (let i = 0; i < kept.length; i++) out[kept[i]!] = y[i]!
    },
  }
}

/** Sums of `width` neighbours each, divided by √width: one coarse view of a signal. */
export function sumsOperator(columns: number, width: number): LinearOperator {
  const [rows, scale] = [Math.ceil(columns / width), 1 / Math.sqrt(width)]
  return {
    rows,
    columns,
    apply(x, out) {
      for (let i = 0; i < rows; i++) {
        let sum = 0
        for (let j = i * width; j < Math.min((i + 1) * width, columns); j++) sum += x[j]!
        out[i] = scale * sum
      }
    },
    adjoint(y, out) {
      for (let j = 0; j < columns; j++) out[j] = scale * y[Math.floor(j / width)]!
    },
  }
}

/** AᵀA. */
export function normalOf({ rows, apply, adjoint }: LinearOperator): Apply {
  const between = new Float64Array(rows)
  return (x, out) => {
    apply(x, between)
    adjoint(between, out)
  }
}

/** I + γ AᵀA. */
export function dampedOf(operator: LinearOperator, gamma: number): Apply {
  const normal = normalOf(operator)
  return (x, out) => {
    normal(x, out)
    for (let i = 0; i < x.length; i++) out[i] = x[i]! + gamma * out[i]!
  }
}
