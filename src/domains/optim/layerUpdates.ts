// SGDP and AdamP, and with δ = 0 the optimizers that they correct. Each is one step: it changes `layer` in place and allocates nothing.
import { type Layer, project } from './layer'

export interface LayerSettings {
  /** η. */
  rate: number
  /** β, of Adam β₁. */
  beta: number
  /** β₂ of Adam; default 0.999. */
  beta2?: number
  /** Threshold of the test; 0: never project. */
  delta: number
  /** λ, decoupled: weights shrink by it before the step. */
  decay: number
  /** Share of the decay that applies in projected steps. */
  decayRatio: number
  /** A shorter length counts as 0. */
  eps: number
  /** Added to ‖w‖ in the projection; the released code adds `eps`. */
  guard: number
  nesterov?: boolean
  /** Unlike the paper, projects p itself: the released SGDP does so without Nesterov, since it subtracts in place. */
  projectsBuffer?: boolean
}
export type LayerRule = (layer: Layer, gradient: ArrayLike<number>, settings: LayerSettings) => void

/** w ← keep · w - pace · taken. */
function move(layer: Layer, keep: number, pace: number): void {
  const { weights, taken } = layer
  layer.keep = keep
  layer.pace = pace
  for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! * keep - pace * taken[i]!
}

/** p ← β p + ∇f (Nesterov: ∇f + β p), q = p without its radial part, w ← (1 - ηλ/(1 - β)) w - η q. Memory: p. With δ = 0: SGD with momentum. */
export const sgdp: LayerRule = (layer, gradient, s) => {
  const { first, taken } = layer
  for (let i = 0; i < first.length; i++) {
    first[i] = s.beta * first[i]! + gradient[i]!
    taken[i] = s.nesterov ? gradient[i]! + s.beta * first[i]! : first[i]!
  }
  layer.updates++
  layer.projected = project(taken, layer, gradient, s)
  if (s.projectsBuffer && !s.nesterov) first.set(taken)
  move(layer, 1 - (s.rate * s.decay * (layer.projected ? s.decayRatio : 1)) / (1 - s.beta), s.rate)
}

/**
 * m ← β m + (1 - β) ∇f, v ← β₂ v + (1 - β₂) ∇f², p = m / (√(v / (1 - β₂ᵗ)) + ε), q = p without its radial part,
 * w ← (1 - ηλ) w - η / (1 - βᵗ) q. Memory: m and v. With δ = 0: Adam with decoupled decay.
 */
export const adamP: LayerRule = (layer, gradient, s) => {
  const { first, second, taken } = layer
  const beta2 = s.beta2 ?? 0.999
  layer.updates++
  const correction = 1 - beta2 ** layer.updates
  for (let i = 0; i < first.length; i++) {
    const slope = gradient[i]!
    first[i] = s.beta * first[i]! + (1 - s.beta) * slope
    second[i] = beta2 * second[i]! + (1 - beta2) * slope * slope
    taken[i] = first[i]! / (Math.sqrt(second[i]! / correction) + s.eps)
  }
  layer.projected = project(taken, layer, gradient, s)
  move(layer, 1 - s.rate * s.decay * (layer.projected ? s.decayRatio : 1), s.rate / (1 - s.beta ** layer.updates))
}
