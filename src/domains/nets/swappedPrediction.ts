// z = u/|u|, S = z·c, p = softmax(S/τ), ℓ(z, q) = -1/B Σ q log p: one view's code is predicted from the other view (Caron et al. 2020). No gradient
// flows through codes. Features are [samples, d], prototypes [K, d], scores [samples, K], all row-major.
import { argmaxCodes, type Shape, sinkhornCodes, softmax } from './sinkhorn'
import { exp } from './steadyExp'

const TINY = 1e-12 // a length of 0 has no direction; it stays at 0

/** Scales rows to length 1, in place if `out` is `rows`; `lengths` gets the old lengths. */
export function normaliseRows(
  rows: Float64Array,
  count: number,
  d: number,
  out: Float64Array,
  lengths: Float64Array | null = null,
): void {
  for (let i = 0; i < count; i++) {
    let square = 0
    for (let j = 0; j < d; j++) square += rows[i * d + j]! * rows[i * d + j]!
    const length = Math.max(Math.sqrt(square), TINY)
    if (lengths) lengths[i] = length
    for (let j = 0; j < d; j++) out[i * d + j] = rows[i * d + j]! / length
  }
}

/** S = z·c, written from sample `first` on. */
export function scoresOf(
  features: Float64Array,
  prototypes: Float64Array,
  { samples, prototypes: count }: Shape,
  d: number,
  out: Float64Array,
  first = 0,
): void {
  for (let i = 0; i < samples; i++) {
    for (let k = 0; k < count; k++) {
      let sum = 0
      for (let j = 0; j < d; j++) sum += features[i * d + j]! * prototypes[k * d + j]!
      out[(first + i) * count + k] = sum
    }
  }
}

/** ℓ from codes and scores, by log-sums, so that p = 0 is no problem. */
export function crossEntropy(
  codes: Float64Array,
  scores: Float64Array,
  { samples, prototypes }: Shape,
  temperature: number,
): number {
  let total = 0
  for (let i = 0; i < samples; i++) {
    const row = i * prototypes
    let largest = Number.NEGATIVE_INFINITY
    for (let k = 0; k < prototypes; k++) largest = Math.max(largest, scores[row + k]!)
    let sum = 0
    for (let k = 0; k < prototypes; k++) sum += exp((scores[row + k]! - largest) / temperature)
    const log = Math.log(sum)
    for (let k = 0; k < prototypes; k++) total += codes[row + k]! * (log - (scores[row + k]! - largest) / temperature)
  }
  return total / samples
}

/** ∂ℓ/∂S = (p - q)/(τB), times `weight`. */
export function scoreGradient(
  predictions: Float64Array,
  codes: Float64Array,
  { samples, prototypes }: Shape,
  temperature: number,
  weight: number,
  out: Float64Array,
): void {
  const scale = weight / (temperature * samples)
  for (let k = 0; k < samples * prototypes; k++) out[k] = scale * (predictions[k]! - codes[k]!)
}

/** From ∂/∂S to ∂/∂u, through the normalisation: (g - z (z·g))/|u|; and, added, to ∂/∂c. */
export function backFromScores(
  gradient: Float64Array,
  features: Float64Array,
  lengths: Float64Array,
  prototypes: Float64Array,
  { samples, prototypes: count }: Shape,
  d: number,
  outRaw: Float64Array,
  addPrototypes: Float64Array,
): void {
  for (let i = 0; i < samples; i++) {
    let along = 0
    for (let j = 0; j < d; j++) {
      const z = features[i * d + j]!
      let sum = 0
      for (let k = 0; k < count; k++) {
        const g = gradient[i * count + k]!
        sum += g * prototypes[k * d + j]!
        addPrototypes[k * d + j]! += g * z
      }
      outRaw[i * d + j] = sum
      along += sum * z
    }
    for (let j = 0; j < d; j++) outRaw[i * d + j] = (outRaw[i * d + j]! - along * features[i * d + j]!) / lengths[i]!
  }
}

export interface SwapSettings {
  /** How codes are made; `softmax` and `argmax` do not share samples out equally. */
  readonly codes: 'sinkhorn' | 'softmax' | 'argmax'
  readonly rounds: number
  /** ε of the codes, τ of the predictions. */
  readonly epsilon: number
  readonly temperature: number
}
type Pair = readonly [first: Float64Array, second: Float64Array]

/** Workspace for one update; each update overwrites it. */
export interface SwapWorkspace {
  readonly shape: Shape
  readonly d: number
  readonly features: Pair
  readonly lengths: Pair
  readonly scores: Pair
  readonly codes: Pair
  readonly predictions: Pair
  /** ∂L/∂u of both views, and ∂L/∂c. */
  readonly rawGradients: Pair
  readonly prototypeGradient: Float64Array
  readonly scoreGradients: Float64Array
  /** Scores and codes of stored features with those of the batch after them. */
  readonly stackedScores: Float64Array
  readonly stackedCodes: Float64Array
}
export function swapWorkspace(shape: Shape, d: number, stored = 0): SwapWorkspace {
  const { samples, prototypes } = shape
  const pair = (size: number): Pair => [new Float64Array(size), new Float64Array(size)]
  const stacked = () => new Float64Array(stored > 0 ? (stored + samples) * prototypes : 0)
  return {
    shape,
    d,
    features: pair(samples * d),
    lengths: pair(samples),
    scores: pair(samples * prototypes),
    codes: pair(samples * prototypes),
    predictions: pair(samples * prototypes),
    rawGradients: pair(samples * d),
    prototypeGradient: new Float64Array(prototypes * d),
    scoreGradients: new Float64Array(samples * prototypes),
    stackedScores: stacked(),
    stackedCodes: stacked(),
  }
}

function codesOf(
  workspace: SwapWorkspace,
  view: 0 | 1,
  prototypes: Float64Array,
  queue: Float64Array | null,
  s: SwapSettings,
): void {
  const { shape, d, stackedScores, stackedCodes } = workspace
  const [scores, codes] = [workspace.scores[view], workspace.codes[view]]
  if (s.codes === 'argmax') argmaxCodes(scores, shape, codes)
  else if (s.codes === 'softmax') softmax(scores, shape, s.epsilon, codes)
  else if (queue === null) sinkhornCodes(scores, shape, s.epsilon, s.rounds, codes)
  else {
    const stored = { samples: queue.length / d, prototypes: shape.prototypes }
    const own = stored.samples * shape.prototypes
    scoresOf(queue, prototypes, stored, d, stackedScores)
    stackedScores.set(scores, own)
    sinkhornCodes(stackedScores, { ...shape, samples: stored.samples + shape.samples }, s.epsilon, s.rounds, stackedCodes)
    for (let k = 0; k < codes.length; k++) codes[k] = stackedCodes[own + k]!
  }
}

const VIEWS = [0, 1] as const

/**
 * L = ½ [ℓ(z₂, q₁) + ℓ(z₁, q₂)] of the raw features [B, d] of two views, and its gradients, in `workspace`. Prototypes have length 1. Stored features,
 * one queue a view, affect only the codes.
 */
export function swappedPrediction(
  raw: Pair,
  prototypes: Float64Array,
  queues: Pair | null,
  settings: SwapSettings,
  workspace: SwapWorkspace,
): number {
  const { shape, d, features, lengths, scores, codes, predictions } = workspace
  for (const view of VIEWS) {
    normaliseRows(raw[view], shape.samples, d, features[view], lengths[view])
    scoresOf(features[view], prototypes, shape, d, scores[view])
    codesOf(workspace, view, prototypes, queues?.[view] ?? null, settings)
    softmax(scores[view], shape, settings.temperature, predictions[view])
  }
  workspace.prototypeGradient.fill(0)
  for (const view of VIEWS) {
    const other = codes[1 - view]!
    scoreGradient(predictions[view], other, shape, settings.temperature, 0.5, workspace.scoreGradients)
    const out = workspace.rawGradients[view]
    backFromScores(
      workspace.scoreGradients,
      features[view],
      lengths[view],
      prototypes,
      shape,
      d,
      out,
      workspace.prototypeGradient,
    )
  }
  const loss = (view: 0 | 1, other: 0 | 1) => crossEntropy(codes[other], scores[view], shape, settings.temperature)
  return 0.5 * (loss(1, 0) + loss(0, 1))
}
