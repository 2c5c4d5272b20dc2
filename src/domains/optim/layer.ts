// Weights of one layer and the part of a step that points along them: what AdamP and SGDP take away (Heo et al. 2021).

/** A matrix of weights, one row for each output channel, and the memory of its update rule; all arrays are row-major [rows, columns]. */
export interface Layer {
  rows: number
  columns: number
  weights: Float64Array
  /** p of SGD, the sum of old gradients; m of Adam, their mean. */
  first: Float64Array
  /** v of Adam, the mean of squared gradients. */
  second: Float64Array
  /** Updates so far. */
  updates: number
  /** The last update was w ← keep · w - pace · taken. */
  taken: Float64Array
  keep: number
  pace: number
  /** Whether its outward part was removed. */
  projected: boolean
}

export function layerOf(weights: ArrayLike<number>, rows: number, columns: number): Layer {
  const zeros = () => new Float64Array(rows * columns)
  return {
    rows,
    columns,
    weights: Float64Array.from(weights),
    first: zeros(),
    second: zeros(),
    updates: 0,
    taken: zeros(),
    keep: 1,
    pace: 0,
    projected: false,
  }
}

/** a · b over entries from..to (exclusive). */
function dot(a: ArrayLike<number>, b: ArrayLike<number>, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += a[i]! * b[i]!
  return sum
}

/** |cos| of the angle between entries from..to of two arrays; `eps` keeps it small when one of them vanishes. */
function cosine(a: ArrayLike<number>, b: ArrayLike<number>, from: number, to: number, eps: number): number {
  const lengths = Math.sqrt(dot(a, a, from, to)) * Math.sqrt(dot(b, b, from, to))
  return Math.abs(dot(a, b, from, to)) / Math.max(lengths, eps)
}

/** Largest |cos(w, ∇f)| among blocks of `size` entries: the rows of a layer, or all of it as one. */
export function largestCosine(weights: ArrayLike<number>, gradient: ArrayLike<number>, size: number, eps: number): number {
  let largest = 0
  for (let from = 0; from < weights.length; from += size)
    largest = Math.max(largest, cosine(weights, gradient, from, from + size, eps))
  return largest
}

/** step ← step - (ŵ · step) ŵ in each block of `size` entries; `guard` is added to ‖w‖, as the released code does against 0/0. */
export function removeRadial(step: Float64Array, weights: ArrayLike<number>, size: number, guard: number): void {
  for (let from = 0; from < step.length; from += size) {
    const length = Math.sqrt(dot(weights, weights, from, from + size)) + guard
    const outward = dot(weights, step, from, from + size) / length
    for (let i = from; i < from + size; i++) step[i]! -= (weights[i]! / length) * outward
  }
}

/**
 * Removes the radial part of `step` if the weights look scale-invariant: first row by row, if |cos(w, ∇f)| < δ / √dim holds in every row; otherwise for
 * the layer as a whole, if it holds there. Returns whether it did. In place; allocates nothing.
 */
export function project(
  step: Float64Array,
  { weights, columns }: Layer,
  gradient: ArrayLike<number>,
  { delta, eps, guard }: { delta: number; eps: number; guard: number },
): boolean {
  if (largestCosine(weights, gradient, columns, eps) < delta / Math.sqrt(columns)) {
    removeRadial(step, weights, columns, guard)
    return true
  }
  if (largestCosine(weights, gradient, weights.length, eps) < delta / Math.sqrt(weights.length)) {
    removeRadial(step, weights, weights.length, guard)
    return true
  }
  return false
}
