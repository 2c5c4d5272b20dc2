// Update rules that divide by the size of each weight's gradients, and the clipping of gradients. See ./rules.
import type { DescentSettings, Memory, Rule } from './rules'

export interface AdamSettings extends DescentSettings {
  /** Decay of the mean gradient, and of the mean square. */
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
  /** λ, decoupled: it shrinks weights whatever the gradient. */
  readonly decay: number
}
export const ADAM: AdamSettings = { rate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, decay: 0 }

/** m̂ of m, n̂ of n: m ← β₁ m + (1 - β₁) g, n ← β₂ n + (1 - β₂) g², each over 1 - βᵏ. w ← (1 - ηλ) w - η m̂/(√n̂ + ε) (AdamW). */
export const adam: Rule<AdamSettings> = {
  keeps: ['mean gradient', 'mean square'],
  step: (weights, gradient, memory, settings) => adamStep(weights, gradient, memory, settings, null),
}
/** Adam with the largest mean square so far instead of the last one. */
export const amsgrad: Rule<AdamSettings> = {
  keeps: [...adam.keeps, 'largest mean square'],
  step: (weights, gradient, memory, settings) => adamStep(weights, gradient, memory, settings, memory.kept[2]!),
}

function adamStep(
  weights: Float64Array,
  gradient: ArrayLike<number>,
  memory: Memory,
  { rate, beta1, beta2, epsilon, decay }: AdamSettings,
  largest: Float64Array | null,
): void {
  const { powers } = memory
  const [mean, square] = memory.kept as [Float64Array, Float64Array]
  memory.steps++
  powers[0]! *= beta1
  powers[1]! *= beta2
  const correction = 1 - powers[0]!
  const root = Math.sqrt(1 - powers[1]!)
  const shrink = 1 - rate * decay
  for (let i = 0; i < weights.length; i++) {
    const g = gradient[i]!
    const m = beta1 * mean[i]! + (1 - beta1) * g
    const n = beta2 * square[i]! + (1 - beta2) * g * g
    mean[i] = m
    square[i] = n
    let top = n
    if (largest !== null) {
      top = Math.max(largest[i]!, n)
      largest[i] = top
    }
    weights[i] = shrink * weights[i]! - ((rate / correction) * m) / (Math.sqrt(top) / root + epsilon)
  }
}

export interface AdanSettings extends DescentSettings {
  /** Decay of the mean gradient, of the mean difference, and of the mean square; 1 minus the paper's. */
  readonly beta1: number
  readonly beta2: number
  readonly beta3: number
  readonly epsilon: number
  readonly decay: number
  /** By default the decay divides by 1 + ηλ after the step; otherwise it multiplies by 1 - ηλ before it ("no_prox"). */
  readonly proximal: boolean
  /** False: without the change of the gradient, neither in the step nor in the mean square. */
  readonly difference: boolean
}
/** Values of the released program. */
export const ADAN: AdanSettings = {
  rate: 1e-3,
  beta1: 0.98,
  beta2: 0.92,
  beta3: 0.99,
  epsilon: 1e-8,
  decay: 0,
  proximal: true,
  difference: true,
}

/**
 * Xie et al. 2022 (arXiv 2208.06677), as released: with d = g - g₋, 0 in the first step, m ← β₁ m + (1 - β₁) g, v ← β₂ v + (1 - β₂) d,
 * n ← β₃ n + (1 - β₃) (g + β₂ d)², each over 1 - βᵏ; w ← (w - η (m̂ + β₂ v̂)/(√n̂ + ε)) / (1 + ηλ).
 */
export const adan: Rule<AdanSettings> = {
  keeps: ['mean gradient', 'mean difference', 'mean square', 'last gradient'],
  step(weights, gradient, memory, { rate, beta1, beta2, beta3, epsilon, decay, proximal, difference }) {
    const { powers } = memory
    const [mean, change, square, last] = memory.kept as [Float64Array, Float64Array, Float64Array, Float64Array]
    const isFirst = memory.steps === 0
    memory.steps++
    powers[0]! *= beta1
    powers[1]! *= beta2
    powers[2]! *= beta3
    const pace = rate / (1 - powers[0]!)
    const ahead = difference ? beta2 : 0
    const aheadPace = (rate * ahead) / (1 - powers[1]!)
    const root = Math.sqrt(1 - powers[2]!)
    const before = proximal ? 1 : 1 - rate * decay
    const after = proximal ? 1 + rate * decay : 1
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i]!
      const d = isFirst ? 0 : g - last[i]!
      const looked = g + ahead * d
      const m = beta1 * mean[i]! + (1 - beta1) * g
      const v = beta2 * change[i]! + (1 - beta2) * d
      const n = beta3 * square[i]! + (1 - beta3) * looked * looked
      mean[i] = m
      change[i] = v
      square[i] = n
      last[i] = g
      weights[i] = (before * weights[i]! - (pace * m + aheadPace * v) / (Math.sqrt(n) / root + epsilon)) / after
    }
  },
}

/** g ← g min(1, most/(‖g‖ + ε)): shortens a gradient that is longer than `most`; 0: no limit. Called before the step, so that rules remember the short one. */
export function clip(gradient: Float64Array, most: number, epsilon: number): void {
  if (!(most > 0)) return
  let square = 0
  for (let i = 0; i < gradient.length; i++) square += gradient[i]! * gradient[i]!
  const factor = Math.min(1, most / (Math.sqrt(square) + epsilon))
  for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor
}
