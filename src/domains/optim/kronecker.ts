// Preconditioning with two matrices a layer. Y = WX, W [m, n], output gradients E: ∇ = E Xᵀ/b. L [m, m] and R [n, n] are moving averages over outputs and
// inputs; U = L⁻¹ ∇ R⁻¹. K-FAC averages covariances and inverts them. MKOR (Mozaffari et al. 2023, arXiv 2306.01685) keeps the inverses and corrects
// them by one vector a step. Kernels return how many multiply-adds they did.
import { addOuter, invertPositive, norm, setIdentity, times, timesVector } from '@/numerics/smallMatrix'

/** How an inverse is updated by a vector v: u = M v, then M ← … */
export type InverseUpdate = (inverse: Float64Array, v: ArrayLike<number>, size: number, gamma: number, u: Float64Array) => number

const dot = (a: ArrayLike<number>, b: ArrayLike<number>, size: number): number => {
  let sum = 0
  for (let i = 0; i < size; i++) sum += a[i]! * b[i]!
  return sum
}

/** Sherman and Morrison: (M - (1-γ) uuᵀ/(γ + (1-γ) vᵀu))/γ, the inverse of γ M⁻¹ + (1-γ) vvᵀ. */
export const shermanMorrison: InverseUpdate = (inverse, v, size, gamma, u) => {
  let count = timesVector(inverse, v, size, size, u)
  const along = dot(v, u, size)
  count += size
  return count + addOuter(inverse, u, size, 1 / gamma, -(1 - gamma) / (gamma * (gamma + (1 - gamma) * along)))
}

/** The algorithm figure of the repository: γ M + (1-γ)/(γ²(1 + γ(1-γ) vᵀu)) uuᵀ. Because of its plus sign it is not the inverse of any moving average. */
export const asPrinted: InverseUpdate = (inverse, v, size, gamma, u) => {
  let count = timesVector(inverse, v, size, size, u)
  const along = dot(v, u, size)
  count += size
  return count + addOuter(inverse, u, size, gamma, (1 - gamma) / (gamma ** 2 * (1 + gamma * (1 - gamma) * along)))
}

/** mkor.py: M ← γ M + (1-γ) I, then M - uuᵀ/(1 + vᵀu): each vector with weight 1, and a pull to the identity; γ is 0.95 there. */
export const asReleased: InverseUpdate = (inverse, v, size, gamma, u) => {
  for (let i = 0; i < size * size; i++) inverse[i]! *= gamma
  for (let i = 0; i < size; i++) inverse[i * size + i]! += 1 - gamma
  let count = size * size + timesVector(inverse, v, size, size, u)
  const along = dot(v, u, size)
  count += size
  return count + addOuter(inverse, u, size, 1, -1 / (1 + along))
}

export const INVERSE_UPDATES = { exact: shermanMorrison, released: asReleased, printed: asPrinted } as const
export type Variant = keyof typeof INVERSE_UPDATES

/** M ← ζ M + (1-ζ) I if an entry is larger than `most`; ζ = 1 leaves it. Returns whether it did. */
export function stabilize(inverse: Float64Array, size: number, most: number, zeta: number): boolean {
  let top = 0
  for (let i = 0; i < size * size; i++) top = Math.max(top, Math.abs(inverse[i]!))
  if (zeta === 1 || !(top > most)) return false
  for (let i = 0; i < size * size; i++) inverse[i]! *= zeta
  for (let i = 0; i < size; i++) inverse[i * size + i]! += 1 - zeta
  return true
}

/** U = L⁻¹ ∇ R⁻¹, scaled to the length of ∇. `between` is [m, n]. A gradient 0 stays 0. */
export function precondition(
  left: Float64Array,
  gradient: Float64Array,
  right: Float64Array,
  m: number,
  n: number,
  between: Float64Array,
  out: Float64Array,
): number {
  const count = times(left, gradient, m, m, n, between) + times(between, right, m, n, n, out)
  const length = norm(out)
  const factor = length > 0 ? norm(gradient) / length : 1
  for (let i = 0; i < m * n; i++) out[i]! *= factor
  return count + 3 * m * n // two norms, and the scale
}

/** K-FAC: average ← γ average + (1-γ) V Vᵀ/b; V is [size, b]. */
export function averageCovariance(average: Float64Array, v: Float64Array, size: number, b: number, gamma: number): number {
  for (let i = 0; i < size; i++)
    for (let j = i; j < size; j++) {
      let sum = 0
      for (let k = 0; k < b; k++) sum += v[i * b + k]! * v[j * b + k]!
      const value = gamma * average[i * size + j]! + ((1 - gamma) / b) * sum
      average[i * size + j] = value
      average[j * size + i] = value
    }
  return ((size * (size + 1)) / 2) * (b + 2)
}

/** inverse = (average + damping I)⁻¹. */
export function dampedInverse(average: Float64Array, size: number, damping: number, inverse: Float64Array): number {
  inverse.set(average)
  for (let i = 0; i < size; i++) inverse[i * size + i]! += damping
  return invertPositive(inverse, size)
}

export const identity = (size: number): Float64Array => {
  const out = new Float64Array(size * size)
  setIdentity(out, size)
  return out
}

/** Multiply-adds of one rank-one update of an inverse of this size, counted by doing it. */
export function rankOneCost(size: number): number {
  return shermanMorrison(identity(size), new Float64Array(size).fill(1), size, 0.95, new Float64Array(size))
}
/** Multiply-adds of inverting a matrix of this size, counted by doing it. */
export const inversionCost = (size: number): number => invertPositive(identity(size), size)
