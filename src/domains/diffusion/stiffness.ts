// Local stiffness: eigenvalues λ of ∂ε/∂x for a guided mixture in the plane. With y = (x - μ)/v under the responsibilities,
// ∂ε/∂x = σ (E[1/v] I - Cov y), symmetric, so λ is real; a step δ works at z = λδ in the stability plane.
import type { Denoiser } from './mixture'

/** Writes both eigenvalues of ∂/∂x (all + guidance (cond - all)) at the point x[at], x[at + 1] to `out`, the larger first. */
export function stiffness(d: Denoiser, guidance: number, x: Float64Array, at: number, out: Float64Array): void {
  let a = 0
  let b = 0
  let c = 0 // the matrix [[a, b], [b, c]]
  for (let part = 0; part < 2; part++) {
    const weight = part === 0 ? guidance : 1 - guidance
    if (weight === 0) continue
    noiseGradient(d, part === 0 ? d.members : d.count, x[at]!, x[at + 1]!)
    a += weight * gradient[0]!
    b += weight * gradient[1]!
    c += weight * gradient[2]!
  }
  const middle = (a + c) / 2
  const spread = Math.hypot((a - c) / 2, b)
  out[0] = middle + spread
  out[1] = middle - spread
}

const gradient = new Float64Array(3)

/** ∂ε/∂x of the first `count` components as [xx, xy, yy], to `gradient`. */
function noiseGradient({ sigma, means, logHeights, rates, logs }: Denoiser, count: number, x0: number, x1: number): void {
  let top = -Infinity
  for (let k = 0; k < count; k++) {
    logs[k] = logHeights[k]! - ((x0 - means[2 * k]!) ** 2 + (x1 - means[2 * k + 1]!) ** 2) * rates[k]!
    top = Math.max(top, logs[k]!)
  }
  let sum = 0
  let inverse = 0
  let y0 = 0
  let y1 = 0
  let y00 = 0
  let y01 = 0
  let y11 = 0
  for (let k = 0; k < count; k++) {
    const r = Math.exp(logs[k]! - top)
    const precision = 2 * rates[k]!
    const u = (x0 - means[2 * k]!) * precision
    const v = (x1 - means[2 * k + 1]!) * precision
    sum += r
    inverse += r * precision
    y0 += r * u
    y1 += r * v
    y00 += r * u * u
    y01 += r * u * v
    y11 += r * v * v
  }
  gradient[0] = sigma * (inverse / sum - (y00 / sum - (y0 / sum) ** 2))
  gradient[1] = -sigma * (y01 / sum - (y0 / sum) * (y1 / sum))
  gradient[2] = sigma * (inverse / sum - (y11 / sum - (y1 / sum) ** 2))
}
