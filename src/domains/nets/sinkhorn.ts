// Q = Diag(a) exp(S/ε) Diag(b): soft codes that share all samples equally among the prototypes, by Sinkhorn and Knopp's two alternating passes.
// Scores and codes are [samples, prototypes], row-major.
import { exp } from './steadyExp'

export interface Shape {
  readonly samples: number
  readonly prototypes: number
}

/** exp(S/ε) divided by its total. The largest score is subtracted first, which cancels. */
export function startCodes(scores: Float64Array, { samples, prototypes }: Shape, epsilon: number, out: Float64Array): void {
  const size = samples * prototypes
  let largest = Number.NEGATIVE_INFINITY
  for (let k = 0; k < size; k++) largest = Math.max(largest, scores[k]!)
  let total = 0
  for (let k = 0; k < size; k++) {
    out[k] = exp((scores[k]! - largest) / epsilon)
    total += out[k]!
  }
  for (let k = 0; k < size; k++) out[k]! /= total
}

/** Every prototype gets the same mass, 1/K. One whose mass has underflowed to 0 stays at 0. */
export function prototypePass(codes: Float64Array, { samples, prototypes }: Shape): void {
  for (let k = 0; k < prototypes; k++) {
    let sum = 0
    for (let i = 0; i < samples; i++) sum += codes[i * prototypes + k]!
    if (sum === 0) continue
    const scale = prototypes * sum
    for (let i = 0; i < samples; i++) codes[i * prototypes + k]! /= scale
  }
}

/** Every sample gets the same mass, 1/B. */
export function samplePass(codes: Float64Array, { samples, prototypes }: Shape): void {
  for (let i = 0; i < samples; i++) {
    let sum = 0
    for (let k = 0; k < prototypes; k++) sum += codes[i * prototypes + k]!
    if (sum === 0) continue
    const scale = samples * sum
    for (let k = 0; k < prototypes; k++) codes[i * prototypes + k]! /= scale
  }
}

/** Codes after so many rounds of both passes; each sample's codes sum to 1. Without a round they are each sample's softmax(S/ε). */
export function sinkhornCodes(scores: Float64Array, shape: Shape, epsilon: number, rounds: number, out: Float64Array): void {
  if (rounds === 0) {
    softmax(scores, shape, epsilon, out)
    return
  }
  startCodes(scores, shape, epsilon, out)
  for (let round = 0; round < rounds; round++) {
    prototypePass(out, shape)
    samplePass(out, shape)
  }
  for (let k = 0; k < shape.samples * shape.prototypes; k++) out[k]! *= shape.samples
}

/** Each sample's softmax of S/temperature. */
export function softmax(scores: Float64Array, { samples, prototypes }: Shape, temperature: number, out: Float64Array): void {
  for (let i = 0; i < samples; i++) {
    const row = i * prototypes
    let largest = Number.NEGATIVE_INFINITY
    for (let k = 0; k < prototypes; k++) largest = Math.max(largest, scores[row + k]!)
    let sum = 0
    for (let k = 0; k < prototypes; k++) {
      out[row + k] = exp((scores[row + k]! - largest) / temperature)
      sum += out[row + k]!
    }
    for (let k = 0; k < prototypes; k++) out[row + k]! /= sum
  }
}

/** 1 at each sample's largest score, 0 elsewhere. */
export function argmaxCodes(scores: Float64Array, { samples, prototypes }: Shape, out: Float64Array): void {
  out.fill(0, 0, samples * prototypes)
  for (let i = 0; i < samples; i++) out[i * prototypes + largestOf(scores, i * prototypes, prototypes)] = 1
}

/** Index of the largest of `count` numbers from `at`; the first among equals. */
export function largestOf(values: ArrayLike<number>, at: number, count: number): number {
  let best = 0
  for (let k = 1; k < count; k++) if (values[at + k]! > values[at + best]!) best = k
  return best
}

/** How far a prototype is from its fair share: the largest |K/B Σᵢ qᵢₖ - 1|, for codes that sum to 1 for each sample. */
export function shareError(codes: Float64Array, { samples, prototypes }: Shape): number {
  let worst = 0
  for (let k = 0; k < prototypes; k++) {
    let sum = 0
    for (let i = 0; i < samples; i++) sum += codes[i * prototypes + k]!
    worst = Math.max(worst, Math.abs((prototypes / samples) * sum - 1))
  }
  return worst
}
