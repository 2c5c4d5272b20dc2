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
  /** β₁ and β₂ to the power of the steps taken: as products, since powers differ between engines in the last bit. */
  readonly powers: Float64Array
}
export const startAdam = (size: number): Adam => ({
  mean: new Float64Array(size),
  square: new Float64Array(size),
  largest: new Float64Array(size),
  powers: Float64Array.of(1, 1),
})

/** w ← (1 - η λ) w - η m̂/(√v̂ + ε) with bias-corrected moments. */
export function stepAdam(adam: Adam, settings: AdamSettings, gradient: Float64Array, weights: Float64Array): void {
  const { mean, square, largest, powers } = adam
  const { rate, beta1, beta2, epsilon, decay, amsgrad } = settings
  powers[0]! *= beta1
  powers[1]! *= beta2
  const correction = 1 - powers[0]!
  const root = Math.sqrt(1 - powers[1]!)
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
