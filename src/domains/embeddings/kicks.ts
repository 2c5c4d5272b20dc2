// A random walk on the unit sphere by the Brownian force alone, with or without a spring to an anchor: z ← norm(z + κ (c - (c·z) z) - a (n - (n·z) z)) with
// a random unit vector n.

/** One step of the walker at `at`, in place; `anchor` and `kick` are unit vectors in their arrays from `from` and `of` on. */
export function kickedStep(
  z: Float64Array,
  at: number,
  d: number,
  anchor: ArrayLike<number>,
  from: number,
  stiffness: number,
  kick: ArrayLike<number>,
  of: number,
  a: number,
): void {
  let [held, pushed] = [0, 0]
  for (let j = 0; j < d; j++) {
    held += anchor[from + j]! * z[at + j]!
    pushed += kick[of + j]! * z[at + j]!
  }
  let square = 0
  for (let j = 0; j < d; j++) {
    const old = z[at + j]!
    const next = old + stiffness * (anchor[from + j]! - held * old) - a * (kick[of + j]! - pushed * old)
    z[at + j] = next
    square += next * next
  }
  const length = Math.sqrt(square)
  for (let j = 0; j < d; j++) z[at + j]! /= length
}

/**
 * ρ = E[z′·z] of one step without a spring: arctan(a)/a in space, 2/π K(-a²) = 1/agm(1, √(1 + a²)) in the plane. Steps are independent and alike in all
 * directions, so after t of them E[z_t·z_0] = ρᵗ.
 */
export function keptInOneStep(d: 2 | 3, a: number): number {
  if (a === 0) return 1
  if (d === 3) return Math.atan(a) / a
  let [mean, root] = [1, Math.sqrt(1 + a * a)]
  for (let round = 0; round < 60 && Math.abs(mean - root) > 1e-15 * mean; round++)
    [mean, root] = [(mean + root) / 2, Math.sqrt(mean * root)]
  return 1 / mean
}

/**
 * Mean square distance from the anchor after `steps` steps that began there, for small angles: δ′ = (1 - κ) δ + kick, the kick having the variance
 * a² (d - 1)/d over all d - 1 directions of the tangent plane. Without end a² (d - 1)/d / (1 - (1 - κ)²).
 */
export function linkVariance(d: number, a: number, stiffness: number, steps = Number.POSITIVE_INFINITY): number {
  const kick = (a * a * (d - 1)) / d
  const left = (1 - stiffness) ** 2
  if (left === 1) return steps * kick
  return (kick * (steps === Number.POSITIVE_INFINITY ? 1 : 1 - left ** steps)) / (1 - left)
}
