// The Schrödinger bridge between N(m0, s0²) and N(m1, s1²) on a line with reference σ dW: the process nearest to σ dW with these ends. It is an
// interpolant: linear, γ = σ√(t(1 - t)), with (x0, x1) coupled by a covariance c instead of drawn independently.

/** c = ½(√(4s0²s1² + σ⁴) - σ²), written without cancellation. σ → 0: s0 s1, sorted pairs (optimal transport); σ → ∞: 0, independent ones. */
export function crossCovariance(s0: number, s1: number, sigma: number): number {
  const product = s0 * s1
  return (2 * product * product) / (Math.sqrt(4 * product * product + sigma ** 4) + sigma * sigma)
}

/** Variance at time t. */
export function bridgeVariance(s0: number, s1: number, sigma: number, t: number): number {
  const c = crossCovariance(s0, s1, sigma)
  return (1 - t) ** 2 * s0 * s0 + t * t * s1 * s1 + 2 * t * (1 - t) * c + sigma * sigma * t * (1 - t)
}
