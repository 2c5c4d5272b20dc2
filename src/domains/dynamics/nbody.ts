// Three bodies in a plane under their own gravity, G = 1: r″ᵢ = Σ mⱼ (rⱼ - rᵢ)/(|rⱼ - rᵢ|² + ε²)^(3/2), ε the softening (0: none).

/** Arrays of places, speeds and the like are [3, 2], row-major. */
export const SIZE = 6

export interface Bodies {
  readonly masses: Float64Array // [3]
  readonly positions: Float64Array // [3, 2]
  readonly velocities: Float64Array // [3, 2]
}

export const bodiesOf = (masses: ArrayLike<number>, positions: ArrayLike<number>, velocities: ArrayLike<number>): Bodies => ({
  masses: Float64Array.from(masses),
  positions: Float64Array.from(positions),
  velocities: Float64Array.from(velocities),
})
export const copyOf = ({ masses, positions, velocities }: Bodies): Bodies => bodiesOf(masses, positions, velocities)

/** The pairs of bodies, in the order of `closestPair`'s numbers. */
export const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const

/** Squared distance of a pair. */
export function distanceSquared(positions: Float64Array, pair: number): number {
  const [i, j] = PAIRS[pair]!
  const dx = positions[2 * j]! - positions[2 * i]!
  const dy = positions[2 * j + 1]! - positions[2 * i + 1]!
  return dx * dx + dy * dy
}

/** Index of the closest pair. */
export function closestPair(positions: Float64Array): number {
  const first = distanceSquared(positions, 0)
  const second = distanceSquared(positions, 1)
  const third = distanceSquared(positions, 2)
  if (first <= second) return first <= third ? 0 : 2
  return second <= third ? 1 : 2
}

/** Kinetic plus potential energy. */
export function energy({ masses, positions, velocities }: Bodies, softening = 0): number {
  let sum = 0
  for (let i = 0; i < 3; i++) sum += (masses[i]! * (velocities[2 * i]! ** 2 + velocities[2 * i + 1]! ** 2)) / 2
  for (let pair = 0; pair < 3; pair++) {
    const [i, j] = PAIRS[pair]!
    sum -= (masses[i]! * masses[j]!) / Math.sqrt(distanceSquared(positions, pair) + softening * softening)
  }
  return sum
}

export function angularMomentum({ masses, positions: x, velocities: v }: Bodies): number {
  let sum = 0
  for (let i = 0; i < 3; i++) sum += masses[i]! * (x[2 * i]! * v[2 * i + 1]! - x[2 * i + 1]! * v[2 * i]!)
  return sum
}

/** Σ mᵢ uᵢ / Σ mᵢ of places or velocities: the centre of mass or its velocity. */
export function centre(masses: Float64Array, vectors: Float64Array): readonly [x: number, y: number] {
  let [total, x, y] = [0, 0, 0]
  for (let i = 0; i < 3; i++) {
    total += masses[i]!
    x += masses[i]! * vectors[2 * i]!
    y += masses[i]! * vectors[2 * i + 1]!
  }
  return [x / total, y / total]
}

/** Moves the centre of mass to the origin and brings it to rest. */
export function toCentre({ masses, positions, velocities }: Bodies): void {
  for (const vectors of [positions, velocities]) {
    const [x, y] = centre(masses, vectors)
    for (let i = 0; i < 3; i++) {
      vectors[2 * i]! -= x
      vectors[2 * i + 1]! -= y
    }
  }
}

/** Largest distance between the two places of one body. */
export function separation(a: Float64Array, b: Float64Array): number {
  let largest = 0
  for (let i = 0; i < a.length; i += 2) largest = Math.max(largest, Math.hypot(a[i]! - b[i]!, a[i + 1]! - b[i + 1]!))
  return largest
}
