// Symmetric 2×2 matrices [[a, b], [b, c]].

export interface Eigen2 {
  /** Ascending. */
  readonly values: readonly [low: number, high: number]
  /** Direction of the low eigenvector, rad, in [0, π); the high one is a quarter turn further. */
  readonly angle: number
}

/** Eigenvalues: mean of the diagonal ± half the distance of the eigenvalues. */
export function eigenvalues2(a: number, b: number, c: number): readonly [low: number, high: number] {
  const mean = (a + c) / 2
  const half = Math.hypot((a - c) / 2, b)
  return [mean - half, mean + half]
}

/** Eigenvalues and axes. For a multiple of the identity every direction is an axis; the angle is then 0. */
export function eigen2(a: number, b: number, c: number): Eigen2 {
  const values = eigenvalues2(a, b, c)
  if (values[0] === values[1]) return { values, angle: 0 }
  const turned = Math.atan2(-2 * b, c - a) / 2 // tan 2φ = 2b / (a - c), on the branch of the low eigenvalue
  return { values, angle: turned < 0 ? turned + Math.PI : turned }
}

/** Entries [a, b, c] of the matrix with eigenvalue `low` along `angle` (rad) and `high` across it. */
export function symmetric2(low: number, high: number, angle: number): readonly [a: number, b: number, c: number] {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return [low * cos * cos + high * sin * sin, (low - high) * sin * cos, low * sin * sin + high * cos * cos]
}
