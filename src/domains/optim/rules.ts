// Update rules on vectors: rules with momentum here, rules with a scale for each weight in ./adaptive. Each is one constant that says what it remembers,
// where it needs the gradient, and what a step does; a step works in place and allocates nothing. w are the weights, g is the gradient, η the rate;
// the memory is 0 at the start.

/** What a rule remembers; plain data. */
export interface Memory {
  /** Steps taken. */
  steps: number
  /** As many vectors as the rule `keeps`, each as long as the weights. */
  readonly kept: readonly Float64Array[]
  /** β₁ᵏ, β₂ᵏ, β₃ᵏ after k steps: as products, since powers differ between engines in the last bit. */
  readonly powers: Float64Array
}

/** Default `S`: a rule whose settings do not matter to the caller. */
export interface Rule<S = never> {
  /** Names of the vectors that it remembers. */
  readonly keeps: readonly string[]
  /** Writes where it needs the gradient; default: at the weights. */
  place?(weights: Float64Array, memory: Memory, settings: S, out: Float64Array): void
  step(weights: Float64Array, gradient: ArrayLike<number>, memory: Memory, settings: S): void
}

export const startMemory = ({ keeps }: Pick<Rule, 'keeps'>, size: number): Memory => ({
  steps: 0,
  kept: keeps.map(() => new Float64Array(size)),
  powers: Float64Array.of(1, 1, 1),
})

export interface DescentSettings {
  readonly rate: number
}
/** w ← w - η g. */
export const gradientDescent: Rule<DescentSettings> = {
  keeps: [],
  step(weights, gradient, memory, { rate }) {
    memory.steps++
    for (let i = 0; i < weights.length; i++) weights[i]! -= rate * gradient[i]!
  },
}

export interface MomentumSettings extends DescentSettings {
  readonly beta: number
}
/** z ← β z + g, w ← w - η z. The velocity adds full gradients, not (1 - β) of them. */
export const heavyBall: Rule<MomentumSettings> = {
  keeps: ['velocity'],
  step(weights, gradient, memory, { rate, beta }) {
    const z = memory.kept[0]!
    memory.steps++
    for (let i = 0; i < weights.length; i++) {
      z[i] = beta * z[i]! + gradient[i]!
      weights[i]! -= rate * z[i]!
    }
  },
}

/** y = w + β d, w′ = y - η ∇f(y), d = w′ - w: the gradient is taken where the motion would lead. */
export const nesterov: Rule<MomentumSettings> = {
  keeps: ['displacement'],
  place(weights, { kept: [d] }, { beta }, out) {
    for (let i = 0; i < weights.length; i++) out[i] = weights[i]! + beta * d![i]!
  },
  step(weights, gradient, memory, { rate, beta }) {
    const d = memory.kept[0]!
    memory.steps++
    for (let i = 0; i < weights.length; i++) {
      const next = weights[i]! + beta * d[i]! - rate * gradient[i]!
      d[i] = next - weights[i]!
      weights[i] = next
    }
  },
}

/**
 * z ← β z + g + β (g - g₋), w ← w - η z, with g₋ = 0 in the first step: Nesterov's motion from the change of the gradient (Xie et al. 2022). Its places
 * are those at which `nesterov` takes its gradients from the same start.
 */
export const nesterovEstimate: Rule<MomentumSettings> = {
  keeps: ['velocity', 'last gradient'],
  step(weights, gradient, memory, { rate, beta }) {
    const [z, last] = memory.kept as [Float64Array, Float64Array]
    memory.steps++
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i]!
      z[i] = beta * z[i]! + g + beta * (g - last[i]!)
      last[i] = g
      weights[i]! -= rate * z[i]!
    }
  },
}

/**
 * v ← (1 - β̃) v - β̃ g, w ← w + η v: heavy ball as samplers write it, with the weight β̃ of the newest slope. The same places as `heavyBall` with
 * β = 1 - β̃ and the rate β̃ η.
 */
export const averagedSlope: Rule<DescentSettings & { readonly weight: number }> = {
  keeps: ['velocity'],
  step(weights, gradient, memory, { rate, weight }) {
    const v = memory.kept[0]!
    memory.steps++
    for (let i = 0; i < weights.length; i++) {
      v[i] = (1 - weight) * v[i]! - weight * gradient[i]!
      weights[i]! += rate * v[i]!
    }
  },
}

/** A rule with its settings, which callers need not know. */
export interface Tuned {
  readonly rule: Pick<Rule, 'keeps'>
  /** Writes where the rule needs the gradient. */
  place(weights: Float64Array, memory: Memory, out: Float64Array): void
  step(weights: Float64Array, gradient: ArrayLike<number>, memory: Memory): void
}
export const tuned = <S>(rule: Rule<S>, settings: S): Tuned => ({
  rule,
  place(weights, memory, out) {
    if (rule.place) rule.place(weights, memory, settings, out)
    else out.set(weights)
  },
  step: (weights, gradient, memory) => rule.step(weights, gradient, memory, settings),
})
