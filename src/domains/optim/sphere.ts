// Losses that depend only on the direction of a vector of R³: f(cw) = f(w), so w · ∇f(w) = 0 and ∇f(cw) = ∇f(w)/c.

export type Vector = readonly [x: number, y: number, z: number]

export interface SphereLoss {
  value(w: ArrayLike<number>): number
  /** Writes ∇f(w), tangent to the sphere through w. */
  gradient(w: ArrayLike<number>, out: Float64Array): void
  /** Directions of the lowest places, of length 1, and the value there. */
  readonly minima: readonly Vector[]
  readonly lowest: number
}

/** Rayleigh quotient f = ½ ŵᵀ A ŵ with A = diag(curvatures), least first: lowest at both ends of the first axis. */
export function rayleigh(curvatures: Vector): SphereLoss {
  const [a, b, c] = curvatures
  const quotient = (x: number, y: number, z: number) => (a * x * x + b * y * y + c * z * z) / (x * x + y * y + z * z)
  return {
    value: (w) => quotient(w[0]!, w[1]!, w[2]!) / 2,
    gradient(w, out) {
      const [x, y, z] = [w[0]!, w[1]!, w[2]!]
      const square = x * x + y * y + z * z
      const level = quotient(x, y, z)
      out[0] = ((a - level) * x) / square
      out[1] = ((b - level) * y) / square
      out[2] = ((c - level) * z) / square
    },
    minima: [
      [1, 0, 0],
      [-1, 0, 0],
    ],
    lowest: a / 2,
  }
}

/** Longitude around the y axis, 0 at z and a quarter turn at x, and latitude; both in rad. */
export const longitude = (x: number, z: number): number => Math.atan2(x, z)
export const latitude = (y: number, length: number): number => Math.asin(Math.min(Math.max(y / length, -1), 1))

/** Direction of a longitude and a latitude, rad. */
export const direction = (east: number, north: number): Vector => [
  Math.cos(north) * Math.sin(east),
  Math.sin(north),
  Math.cos(north) * Math.cos(east),
]

const PER_EAST = 1.5 / Math.PI // a runs from -1.5 to 1.5 once around
const PER_NORTH = 3 / Math.PI // and b from pole to pole

/**
 * h = (1 - a)² + 300 (b - a²)² with a = 3/2 · longitude/π and b = 3 · latitude/π: Rosenbrock's valley bent around the sphere, its floor
 * falling to longitude 120°, latitude 60°. Not smooth at the poles and across longitude ±180°.
 */
export const sphereRosenbrock: SphereLoss = {
  value(w) {
    const a = PER_EAST * longitude(w[0]!, w[2]!)
    const b = PER_NORTH * latitude(w[1]!, Math.hypot(w[0]!, w[1]!, w[2]!))
    return (1 - a) ** 2 + 300 * (b - a * a) ** 2
  },
  gradient(w, out) {
    const [x, y, z] = [w[0]!, w[1]!, w[2]!]
    const flat = x * x + z * z // squared distance from the axis
    const square = flat + y * y
    if (flat === 0) {
      out.fill(0)
      return
    }
    const a = PER_EAST * longitude(x, z)
    const off = PER_NORTH * latitude(y, Math.sqrt(square)) - a * a
    const east = (PER_EAST * (-2 * (1 - a) - 1200 * a * off)) / flat
    const north = (PER_NORTH * 600 * off) / (square * Math.sqrt(flat))
    out[0] = east * z - north * x * y
    out[1] = north * flat
    out[2] = -east * x - north * z * y
  },
  minima: [direction((2 * Math.PI) / 3, Math.PI / 3)],
  lowest: 0,
}
