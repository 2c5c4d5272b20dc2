// Densities on a line that drift and spread: ∂q/∂t = -∂(v q)/∂x + D ∂²q/∂x², on equal cells between two walls that let nothing through. Cells hold
// means, q [n]; velocities stand at the faces between them and at the walls, [n + 1]. Both steps below keep the mass and make no value negative.
import { solveTridiagonal } from './tridiagonal'

/** What the steps need besides; holds nothing between two calls. */
export interface DensityWorkspace {
  below: Float64Array
  main: Float64Array
  above: Float64Array
  /** [n] */
  rest: Float64Array
  /** [n + 1]: the distribution function at the faces, its slopes there, and where each face was. */
  sums: Float64Array
  slopes: Float64Array
  from: Float64Array
}
export const densityWorkspace = (cells: number): DensityWorkspace => ({
  below: new Float64Array(cells),
  main: new Float64Array(cells),
  above: new Float64Array(cells),
  rest: new Float64Array(cells),
  sums: new Float64Array(cells + 1),
  slopes: new Float64Array(cells + 1),
  from: new Float64Array(cells + 1),
})

/** Bernoulli's z/(eᶻ - 1); near 0 by its series, within 1e-14. */
export function bernoulli(z: number): number {
  if (z < -0.1 || z > 0.1) return z > 700 ? 0 : z < -700 ? -z : z / (Math.exp(z) - 1)
  const square = z * z
  return 1 - z / 2 + (square / 12) * (1 - (square / 60) * (1 - square / 42))
}

/**
 * One implicit step of length `dt` with the flux of Scharfetter and Gummel (1969): between two cells v and D are constant, and the flux is that of
 * the exact profile. Order 1 in time, 2 in space; with D = 0 upwind, of order 1, whose error spreads like D = |v| width/2.
 */
export function driftDiffusionStep(
  q: Float64Array,
  velocity: Float64Array,
  diffusion: number,
  width: number,
  dt: number,
  { below, main, above, rest }: DensityWorkspace,
): void {
  const n = q.length
  const share = dt / width
  main.fill(1)
  for (let face = 1; face < n; face++) {
    const v = velocity[face]!
    // what flows is (back + v) q to the left of the face minus back q to the right
    const back = diffusion > 0 ? (diffusion / width) * bernoulli((v * width) / diffusion) : Math.max(0, -v)
    const forth = Math.max(0, back + v)
    main[face - 1]! += share * forth
    below[face] = -share * forth
    main[face]! += share * back
    above[face - 1] = -share * back
  }
  solveTridiagonal(below, main, above, q, rest)
}

/**
 * One step of length `dt` without diffusion: what lies to the left of a face is what lay to the left of where the face comes from, so the distribution
 * function is read there. Faces go back along `before` and `after`, velocities at both ends of the step (Heun, order 2); between faces stands a
 * cubic that rises (slopes of order 4, limited as by Fritsch and Carlson).
 */
export function carryStep(
  q: Float64Array,
  before: Float64Array,
  after: Float64Array,
  width: number,
  dt: number,
  { sums, slopes, from }: DensityWorkspace,
): void {
  const n = q.length
  sums[0] = 0
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i]! + q[i]! * width
  slopes[0] = 0
  slopes[n] = 0
  for (let face = 1; face < n; face++) {
    const left = q[face - 1]!
    const right = q[face]!
    const near = face > 1 && face < n - 1 ? (7 * (left + right) - q[face - 2]! - q[face + 1]!) / 12 : (left + right) / 2
    slopes[face] = width * Math.min(Math.max(near, 0), 3 * Math.min(left, right))
  }
  const back = dt / width
  let least = 0
  for (let face = 1; face < n; face++) {
    const v = after[face]!
    const first = face - back * v
    const place = face - (back / 2) * (v + between(before, first))
    least = Math.min(Math.max(place, least), n) // faces do not overtake each other
    from[face] = least
  }
  let below = 0
  for (let face = 1; face < n; face++) {
    const cell = Math.min(Math.floor(from[face]!), n - 1)
    const s = from[face]! - cell
    const low = sums[cell]!
    const r = 1 - s
    const rise = sums[cell + 1]! - low
    const at = low + rise * s * s * (3 - 2 * s) + s * r * (r * slopes[cell]! - s * slopes[cell + 1]!)
    const up = Math.min(Math.max(at, below), sums[n]!)
    q[face - 1] = (up - below) / width
    below = up
  }
  q[n - 1] = (sums[n]! - below) / width
}

/** By a straight line between the entries around `place`, the outermost ones beyond the ends. */
function between(values: Float64Array, place: number): number {
  const last = values.length - 1
  if (!(place > 0)) return values[0]!
  if (place >= last) return values[last]!
  const index = Math.floor(place)
  return values[index]! + (place - index) * (values[index + 1]! - values[index]!)
}
