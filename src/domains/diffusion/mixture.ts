// Gaussian mixtures seen through noise. Data: x0 ~ Σ wₖ N(μₖ, sₖ² I); noisy: xt = x0 + σ noise (the "variance exploding" frame, which is
// also x/√ᾱ of a VP model). With vₖ = sₖ² + σ² and responsibilities rₖ ∝ wₖ vₖ^{-d/2} e^{-|x - μₖ|²/2vₖ} everything is exact:
//   x0:    E[x0 | xt] = Σ rₖ (sₖ² x + σ² μₖ)/vₖ
//   noise: ε = σ Σ rₖ (x - μₖ)/vₖ = (x - x0)/σ          score: ∇ log p = -ε/σ

export interface Mixture {
  dim: number
  /** μₖ, [count, dim]. */
  means: Float64Array
  /** sₖ, [count]. */
  stds: Float64Array
  /** wₖ > 0, [count]; need not sum to 1. */
  weights: Float64Array
  /** Class of each component, [count]. */
  classes?: Int32Array
}

/** What a denoiser predicts. Each is Σ rₖ (gainₖ x + offsetₖ). */
export type Prediction = 'x0' | 'noise' | 'score'

/** A mixture prepared for one noise level; `setSigma` moves it to another. Plain data. */
export interface Denoiser {
  dim: number
  count: number
  /** The first `members` components are those of the wanted class. */
  members: number
  prediction: Prediction
  sigma: number
  means: Float64Array // [count, dim]
  variances: Float64Array // sₖ², [count]
  logWeights: Float64Array // log of wₖ/Σw, [count]
  logHeights: Float64Array // log wₖ/Σw - (d/2) log 2πvₖ, [count]
  rates: Float64Array // 1/2vₖ, [count]
  /** Whether all sₖ are equal. |x|² is then the same in all responsibilities, and log r = tilt + slope·x up to a constant. */
  equal: boolean
  tilts: Float64Array // log height - |μₖ|²/2v, [count]
  slopes: Float64Array // μₖ/v, [count, dim]
  gains: Float64Array // [count]
  offsets: Float64Array // [count, dim]
  /** Scratch: log of the unnormalised responsibility, [count], for two points at once. */
  logs: Float64Array
}

/** Denoiser of a mixture. With a class, the conditional prediction uses its components only; without one, all. */
export function denoiser(mixture: Mixture, prediction: Prediction, wanted?: number): Denoiser {
  const { dim, means, stds, weights, classes } = mixture
  const count = stds.length
  const isMember = (k: number) => wanted === undefined || classes?.[k] === wanted
  const all = Array.from(stds, (_, k) => k)
  const order = [...all.filter(isMember), ...all.filter((k) => !isMember(k))]
  const total = weights.reduce((sum, w) => sum + w, 0)
  const built: Denoiser = {
    dim,
    count,
    members: all.filter(isMember).length,
    prediction,
    sigma: 1,
    means: Float64Array.from({ length: count * dim }, (_, i) => means[order[Math.floor(i / dim)]! * dim + (i % dim)]!),
    variances: Float64Array.from(order, (k) => stds[k]! ** 2),
    logWeights: Float64Array.from(order, (k) => Math.log(weights[k]! / total)),
    logHeights: new Float64Array(count),
    rates: new Float64Array(count),
    equal: stds.every((std) => std === stds[0]),
    tilts: new Float64Array(count),
    slopes: new Float64Array(count * dim),
    gains: new Float64Array(count),
    offsets: new Float64Array(count * dim),
    logs: new Float64Array(2 * count),
  }
  if (built.members === 0) throw new Error(`denoiser: no component has class ${wanted}`)
  setSigma(built, 1)
  return built
}

/** Sets the noise level σ > 0; called once a step, for all particles. */
export function setSigma(d: Denoiser, sigma: number): void {
  const { dim, count, prediction, variances } = d
  d.sigma = sigma
  for (let k = 0; k < count; k++) {
    const variance = variances[k]! + sigma * sigma
    const pull = (prediction === 'x0' ? sigma * sigma : prediction === 'noise' ? -sigma : 1) / variance
    d.logHeights[k] = d.logWeights[k]! - (dim / 2) * Math.log(2 * Math.PI * variance)
    d.rates[k] = 0.5 / variance
    d.gains[k] = prediction === 'x0' ? variances[k]! / variance : -pull
    let square = 0
    for (let i = k * dim; i < (k + 1) * dim; i++) {
      d.offsets[i] = pull * d.means[i]!
      d.slopes[i] = d.means[i]! / variance
      square += d.means[i]! * d.means[i]!
    }
    d.tilts[k] = d.logHeights[k]! - square * d.rates[k]!
  }
}

/** log p_σ at the point x[at], …: of the whole mixture. */
export function logDensity({ dim, count, means, logHeights, rates, logs }: Denoiser, x: Float64Array, at: number): number {
  let top = -Infinity
  for (let k = 0; k < count; k++) {
    let square = 0
    for (let i = 0; i < dim; i++) square += (x[at + i]! - means[k * dim + i]!) ** 2
    logs[k] = logHeights[k]! - square * rates[k]!
    top = Math.max(top, logs[k]!)
  }
  let sum = 0
  for (let k = 0; k < count; k++) sum += Math.exp(logs[k]! - top)
  return top + Math.log(sum)
}
