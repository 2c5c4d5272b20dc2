// A field is split by what it does to a density ρ that drifts with it: e = ∇φ + r with ∇·(ρ∇φ) = ∇·(ρe), so that ∇·(ρr) = 0 and r moves no mass.
// The two are orthogonal under ρ: E|e|² = E|∇φ|² + E|r|². On a grid of cells with the field on the faces between them and no flux through the box, the
// same holds to rounding: with the differences D from cells to faces and ρ on faces as the mean of both cells, DᵀρDφ = Dᵀρe, a symmetric five-point
// system, solved by conjugate gradients behind an incomplete Cholesky factor (Meijerink and van der Vorst 1977).
import { dot } from './dot'

/** Cells of a square box, [n, n], the first index to the right, the second upwards. */
export interface CellGrid {
  readonly n: number
  /** Middle of the lower left cell, and the width of a cell. */
  readonly low: readonly [x: number, y: number]
  readonly width: number
}
/** On the faces between cells: to the right of cell (i, j) at x[i n + j], i < n - 1; above it at y[i (n - 1) + j], j < n - 1. */
export interface FaceField {
  x: Float64Array
  y: Float64Array
}
export interface HodgeSplit {
  /** φ, [n, n], mean 0. */
  potential: Float64Array
  /** ∇φ, all that moves the density. */
  gradient: FaceField
  /** r, which moves no mass. */
  swirl: FaceField
  /** Rounds of the solver. */
  rounds: number
}

export const faceField = (n: number): FaceField => ({ x: new Float64Array((n - 1) * n), y: new Float64Array(n * (n - 1)) })

/** n × n cells that fill the box of this half side around a centre. */
export function cellGrid(n: number, [x, y]: readonly [x: number, y: number], half: number): CellGrid {
  const width = (2 * half) / n
  return { n, low: [x - half + width / 2, y - half + width / 2], width }
}

/** Middles of all cells, [n, n, 2], and of the faces of a FaceField, [faces, 2] each. */
export function gridPoints({ n, low: [x0, y0], width }: CellGrid): { cells: Float64Array; x: Float64Array; y: Float64Array } {
  const at = (columns: number, rows: number, dx: number, dy: number) =>
    Float64Array.from({ length: 2 * columns * rows }, (_, k) => {
      const cell = k >> 1
      return k % 2 === 0 ? x0 + (Math.floor(cell / rows) + dx) * width : y0 + ((cell % rows) + dy) * width
    })
  return { cells: at(n, n, 0, 0), x: at(n - 1, n, 0.5, 0), y: at(n, n - 1, 0, 0.5) }
}

/** Densities on faces: the mean of both neighbours. */
export function onFaces(density: Float64Array, n: number): FaceField {
  const out = faceField(n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const here = density[i * n + j]!
      if (i < n - 1) out.x[i * n + j] = (here + density[(i + 1) * n + j]!) / 2
      if (j < n - 1) out.y[i * (n - 1) + j] = (here + density[i * n + j + 1]!) / 2
    }
  return out
}

/** E under ρ of the product of two fields: Σ over faces of ρ a b, over the sum of ρ over the cells. */
export function weightedProduct(density: Float64Array, n: number, a: FaceField, b: FaceField): number {
  const rho = onFaces(density, n)
  let sum = 0
  for (let k = 0; k < rho.x.length; k++) sum += rho.x[k]! * a.x[k]! * b.x[k]! + rho.y[k]! * a.y[k]! * b.y[k]!
  return sum / density.reduce((total, r) => total + r, 0)
}

/** Dᵀ(ρ e): in each cell what flows out to the left and below less what flows out to the right and above, times the width. */
function drain(rho: FaceField, e: FaceField, n: number, out: Float64Array): void {
  out.fill(0)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const cell = i * n + j
      if (i < n - 1) {
        const flow = rho.x[cell]! * e.x[cell]!
        out[cell]! -= flow
        out[cell + n]! += flow
      }
      if (j < n - 1) {
        const face = i * (n - 1) + j
        const flow = rho.y[face]! * e.y[face]!
        out[cell]! -= flow
        out[cell + 1]! += flow
      }
    }
}

/** ∇·(ρe) in each cell: how fast the drift e alone would thin the density there. Nothing flows through the box. */
export function divergenceOf(density: Float64Array, e: FaceField, { n, width }: CellGrid): Float64Array {
  const out = new Float64Array(n * n)
  drain(onFaces(density, n), e, n, out)
  for (let k = 0; k < out.length; k++) out[k] = -out[k]! / width
  return out
}

const MOST_ROUNDS = 4000
const CLOSE = 1e-12 // error of ∇φ under ρ, as a share of the field
const AT_ONCE = 60 // rounds, some 10 ms for 80 × 80 cells

/**
 * Splits `error` under `density` > 0 in every cell. Yields between pieces of the work. ∇φ is right within about 1e-12 of the root of E|e|², so that both
 * parts are orthogonal within that.
 */
export function* hodgeSplit(
  density: Float64Array,
  error: FaceField,
  { n, width }: CellGrid,
): Generator<number, HodgeSplit, void> {
  const rho = onFaces(density, n)
  const cells = n * n
  const diagonal = new Float64Array(cells)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const cell = i * n + j
      if (i < n - 1) {
        diagonal[cell]! += rho.x[cell]!
        diagonal[cell + n]! += rho.x[cell]!
      }
      if (j < n - 1) {
        const weight = rho.y[i * (n - 1) + j]!
        diagonal[cell]! += weight
        diagonal[cell + 1]! += weight
      }
    }
  // weight of the left and of the lower neighbour, 0 at the walls
  const left = (cell: number) => (cell >= n ? rho.x[cell - n]! : 0)
  const below = (cell: number) => (cell % n > 0 ? rho.y[Math.floor(cell / n) * (n - 1) + (cell % n) - 1]! : 0)
  const lefts = Float64Array.from({ length: cells }, (_, cell) => left(cell))
  const belows = Float64Array.from({ length: cells }, (_, cell) => below(cell))
  const pivots = new Float64Array(cells)
  for (let cell = 0; cell < cells; cell++) {
    let pivot = diagonal[cell]!
    if (lefts[cell]! > 0) pivot -= lefts[cell]! ** 2 / pivots[cell - n]!
    if (belows[cell]! > 0) pivot -= belows[cell]! ** 2 / pivots[cell - 1]!
    pivots[cell] = Math.max(pivot, 1e-3 * diagonal[cell]!) // the system is singular: the last pivot may vanish
  }
  const apply = (x: Float64Array, out: Float64Array) => {
    for (let cell = 0; cell < cells; cell++) out[cell] = diagonal[cell]! * x[cell]!
    for (let cell = 0; cell < cells; cell++) {
      const [l, b] = [lefts[cell]!, belows[cell]!]
      if (l > 0) {
        out[cell]! -= l * x[cell - n]!
        out[cell - n]! -= l * x[cell]!
      }
      if (b > 0) {
        out[cell]! -= b * x[cell - 1]!
        out[cell - 1]! -= b * x[cell]!
      }
    }
  }
  const precondition = (r: Float64Array, out: Float64Array) => {
    for (let cell = 0; cell < cells; cell++) {
      let value = r[cell]!
      if (lefts[cell]! > 0) value += lefts[cell]! * out[cell - n]!
      if (belows[cell]! > 0) value += belows[cell]! * out[cell - 1]!
      out[cell] = value / pivots[cell]!
    }
    for (let cell = cells - 1; cell >= 0; cell--) {
      let value = 0
      if (cell + n < cells) value += lefts[cell + n]! * out[cell + n]!
      if (cell + 1 < cells) value += belows[cell + 1]! * out[cell + 1]!
      out[cell]! += value / pivots[cell]!
    }
  }

  const rest = new Float64Array(cells)
  drain(rho, error, n, rest)
  const potential = new Float64Array(cells)
  const [z, way, image] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)]
  precondition(rest, z)
  way.set(z)
  let square = dot(rest, z)
  // what is left of the residual is, behind the factor, the energy of the error of ∇φ
  const energy = error.x.reduce((sum, v, k) => sum + rho.x[k]! * v * v + rho.y[k]! * error.y[k]! ** 2, 0)
  const goal = CLOSE * CLOSE * energy
  let rounds = 0
  while (square > goal && rounds < MOST_ROUNDS) {
    apply(way, image)
    const share = square / dot(way, image)
    for (let cell = 0; cell < cells; cell++) {
      potential[cell]! += share * way[cell]!
      rest[cell]! -= share * image[cell]!
    }
    precondition(rest, z)
    const next = dot(rest, z)
    for (let cell = 0; cell < cells; cell++) way[cell] = z[cell]! + (next / square) * way[cell]!
    square = next
    rounds++
    if (rounds % AT_ONCE === 0) yield rounds
  }
  const mean = potential.reduce((sum, v) => sum + v, 0) / cells
  const gradient = faceField(n)
  const swirl = faceField(n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const cell = i * n + j
      if (i < n - 1) {
        gradient.x[cell] = potential[cell + n]! - potential[cell]!
        swirl.x[cell] = error.x[cell]! - gradient.x[cell]!
      }
      if (j < n - 1) {
        const face = i * (n - 1) + j
        gradient.y[face] = potential[cell + 1]! - potential[cell]!
        swirl.y[face] = error.y[face]! - gradient.y[face]!
      }
    }
  return { potential: potential.map((v) => (v - mean) * width), gradient, swirl, rounds }
}

/** A linear field e = A x under N(0, Σ) in the plane: r = q Σ J x, with the quarter turn J = [[0, -1], [1, 0]] and q = (A₂₁ - A₁₂)/tr Σ. */
export function linearSwirl(
  covariance: readonly (readonly number[])[],
  matrix: readonly (readonly number[])[],
): { q: number; swirl: number[][]; gradient: number[][] } {
  const [[a, b], [, c]] = covariance as [[number, number], [number, number]]
  const [[m11, m12], [m21, m22]] = matrix as [[number, number], [number, number]]
  const q = (m21 - m12) / (a + c)
  const swirl = [
    [q * b, -q * a],
    [q * c, -q * b],
  ]
  return {
    q,
    swirl,
    gradient: [
      [m11 - swirl[0]![0]!, m12 - swirl[0]![1]!],
      [m21 - swirl[1]![0]!, m22 - swirl[1]![1]!],
    ],
  }
}

/** E|M x|² = tr(M Σ Mᵀ) under N(0, Σ). */
export function linearSquare(covariance: readonly (readonly number[])[], matrix: readonly (readonly number[])[]): number {
  let sum = 0
  for (const row of matrix)
    for (const [i, left] of row.entries()) for (const [j, right] of row.entries()) sum += left * covariance[i]![j]! * right
  return sum
}
