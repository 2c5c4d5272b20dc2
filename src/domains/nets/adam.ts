// Adam with decoupled weight decay, and with the largest second moment seen so far (AdamW, AMSGrad).

export interface AdamSettings {
  readonly rate: number
  /** Decay of the mean gradient, and of the mean square. */
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
  readonly decay: number
  readonly amsgrad: boolean
}
export const ADAM: AdamSettings = { rate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, decay: 0.01, amsgrad: true }

/** Plain data; arrays as long as the weights. */
export interface Adam {
  readonly mean: Float64Array
  readonly square: Float64Array
  readonly largest: Float64Array
  steps: number
}
export const startAdam = (size: number): Adam => ({
  mean: new Float64Array(size),
  square: new Float64Array(size),
  largest: new Float64Array(size),
  steps: 0,
})

/** w ← (1 - η λ) w - η m̂/(√v̂ + ε) with bias-corrected moments. */
export function stepAdam(adam: Adam, settings: AdamSettings, gradient: Float64Array, weights: Float64Array): void {
  const { mean, square, largest } = adam
  const { rate, beta1, beta2, epsilon, decay, amsgrad } = settings
  adam.steps++
  const correction = 1 - beta1 ** adam.steps
  const root = Math.sqrt(1 - beta2 ** adam.steps)
  const shrink = 1 - rate * decay
  for (let i = 0; i < weights.length; i++) {
    const g = gradient[i]!
    const m = beta1 * mean[i]! + (1 - beta1) * g
    const v = beta2 * square[i]! + (1 - beta2) * g * g
    const top = amsgrad ? Math.max(largest[i]!, v) : v
    mean[i] = m
    square[i] = v
    largest[i] = top
    weights[i] = shrink * weights[i]! - ((rate / correction) * m) / (Math.sqrt(top) / root + epsilon)
  }
}
