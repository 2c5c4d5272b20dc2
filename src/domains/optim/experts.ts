// A sparse mixture of experts whose experts are gradients: expert i suggests ∇Fᵢ(x) = Hᵢ(x - μᵢ), the slope of its own objective Fᵢ. A router scores
// the experts, s = W (x, y, 1). The `top` best are asked, with softmax weights over them alone, and ĝ(x) = Σ wᵢ ∇Fᵢ(x). A layer is then one step of a
// rule of ./rules on ĝ, and a stack of layers a descent: `gradientDescent` is SMoE, `heavyBall` MomentumSMoE, `adamLayers` AdamSMoE (Teo and Nguyen
// 2024, arXiv 2410.14574, and its program).
import { exp } from '@/domains/nets/steadyExp'
import type { Memory, MomentumSettings, Rule } from './rules'

export interface Mixture {
  /** μᵢ, [experts, 2]. */
  readonly centers: Float64Array
  /** Hᵢ = [[a, b], [b, c]], as [experts, 3]. */
  readonly curvatures: Float64Array
  /** Rows of W, [experts, 3]. */
  readonly router: Float64Array
}
export const MOST_EXPERTS = 16 // as in the released program

/** The experts asked about one token: the first `top` entries, best first. */
export interface Choice {
  readonly experts: Int32Array
  readonly weights: Float64Array
}
export const startChoice = (): Choice => ({ experts: new Int32Array(MOST_EXPERTS), weights: new Float64Array(MOST_EXPERTS) })

const scores = new Float64Array(MOST_EXPERTS) // holds nothing between two calls

/** Among equal scores the lower index comes first. Returns the experts asked, one bit each. */
export function choose({ router }: Mixture, top: number, x: number, y: number, { experts, weights }: Choice): number {
  const count = router.length / 3
  for (let i = 0; i < count; i++) scores[i] = router[3 * i]! * x + router[3 * i + 1]! * y + router[3 * i + 2]!
  let asked = 0
  let sum = 0
  for (let rank = 0; rank < top; rank++) {
    let best = -1
    for (let i = 0; i < count; i++) if ((asked & (1 << i)) === 0 && (best < 0 || scores[i]! > scores[best]!)) best = i
    experts[rank] = best
    asked |= 1 << best
    weights[rank] = rank === 0 ? 1 : exp(scores[best]! - scores[experts[0]!]!)
    sum += weights[rank]!
  }
  for (let rank = 0; rank < top; rank++) weights[rank]! /= sum
  return asked
}

/** ∇Fᵢ(x). */
export function slopeOf({ centers, curvatures }: Mixture, i: number, x: number, y: number): readonly [number, number] {
  const [dx, dy] = [x - centers[2 * i]!, y - centers[2 * i + 1]!]
  const [a, b, c] = curvatures.subarray(3 * i, 3 * i + 3) as unknown as [number, number, number]
  return [a * dx + b * dy, b * dx + c * dy]
}

const choice = startChoice()

/** Writes ĝ of each token, [n, 2], and the experts asked, one bit each, [n]. Allocates nothing. */
export function suggest(mixture: Mixture, top: number, tokens: Float64Array, out: Float64Array, asked: Int32Array): void {
  const { centers, curvatures } = mixture
  const { experts, weights } = choice
  for (let n = 0; n < asked.length; n++) {
    const x = tokens[2 * n]!
    const y = tokens[2 * n + 1]!
    asked[n] = choose(mixture, top, x, y, choice)
    let gx = 0
    let gy = 0
    for (let rank = 0; rank < top; rank++) {
      const i = experts[rank]!
      const weight = weights[rank]!
      const dx = x - centers[2 * i]!
      const dy = y - centers[2 * i + 1]!
      gx += weight * (curvatures[3 * i]! * dx + curvatures[3 * i + 1]! * dy)
      gy += weight * (curvatures[3 * i + 1]! * dx + curvatures[3 * i + 2]! * dy)
    }
    out[2 * n] = gx
    out[2 * n + 1] = gy
  }
}

export interface AdamLayersSettings extends MomentumSettings {
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
  /** κ: the share of itself that a token loses in a layer of Adam. In the released program it is 1. */
  readonly shrink: number
  /** Layers of Adam; the layers after them use momentum. The released program has one. */
  readonly layers: number
}
export const ADAM_LAYERS = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const

/**
 * p ← β₁ p + (1 - β₁) g, v ← β₂ v + (1 - β₂) g², w ← w - η p/√(v + ε) - κ w, without bias correction. The velocity of `heavyBall` is updated too; it
 * moves w in the layers that follow.
 */
export const adamLayers: Rule<AdamLayersSettings> = {
  keeps: ['velocity', 'mean gradient', 'mean square'],
  step(weights, gradient, memory: Memory, { rate, beta, beta1, beta2, epsilon, shrink, layers }) {
    const [z, mean, square] = memory.kept as [Float64Array, Float64Array, Float64Array]
    const isAdam = memory.steps < layers
    memory.steps++
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i]!
      z[i] = beta * z[i]! + g
      if (isAdam) {
        mean[i] = beta1 * mean[i]! + (1 - beta1) * g
        square[i] = beta2 * square[i]! + (1 - beta2) * g * g
        weights[i]! -= (rate * mean[i]!) / Math.sqrt(square[i]! + epsilon) + shrink * weights[i]!
      } else weights[i]! -= rate * z[i]!
    }
  },
}

// One expert is enough to find where a stack settles. Along an eigenvector of H with curvature σ, with a = γσ, the distance from μ obeys
// e″ = (1 + β - a) e′ - β e (./heavyBallTheory, with its `fence` at a = 2 + 2β). With noise of unit variance added to each e″:

/** Its variance in the long run; infinite if it does not settle. Without memory 1/(a(2 - a)). */
export function restlessness(a: number, beta: number): number {
  const margin = 2 + 2 * beta - a
  return a > 0 && margin > 0 ? (1 + beta) / ((1 - beta) * a * margin) : Number.POSITIVE_INFINITY
}
/** For a beyond this, memory makes the variance smaller; below, larger. */
export const calmerBeyond = (beta: number): number => 1 + beta
