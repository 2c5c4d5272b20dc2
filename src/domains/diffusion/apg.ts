// Adaptive projected guidance for x0 predictions: Δ = cond - all, m ← Δ + β m, clip |m| to r, split m along and across cond, and add
// (w - 1)(across + η along) to cond. With η = 1, r = 0, β = 0 it is classifier-free guidance.

export interface Apg {
  /** Guidance scale w; 1 guides nothing. */
  guidance: number
  /** η: weight of the part along the prediction. */
  parallel: number
  /** r: longest update, in data units; 0 = no limit. */
  radius: number
  /** β: weight of earlier differences in the running sum (no factor 1 - β); the paper's are negative. */
  beta: number
  /**
   * What the update is added to, and its factor. `paper`: cond, w - 1. `overAll`: the unconditional prediction, w (a library's default: with
   * η = 0 it also drops the part along cond that cond itself contains). `overCond`: cond, w.
   */
  form?: 'paper' | 'overAll' | 'overCond'
}

/** Arrays for the parts of the update, for drawing; laid out like the predictions. */
export interface ApgParts {
  along: Float64Array
  across: Float64Array
}

const SMALLEST = 1e-12 // shorter predictions have no direction

/**
 * Guides the sample of `dim` numbers at `at` in the arrays [n, dim]: `cond`, `all` → `out`. `sum` is the running sum m; it is kept unclipped between
 * steps and must be 0 at the start of each sample. Norms are over the whole sample. `out` may be `all`.
 */
export function apg(
  { guidance, parallel, radius, beta, form = 'paper' }: Apg,
  cond: Float64Array,
  all: Float64Array,
  at: number,
  dim: number,
  sum: Float64Array,
  out: Float64Array,
  parts?: ApgParts,
): void {
  const end = at + dim
  let square = 0
  let condSquare = 0
  let product = 0
  for (let i = at; i < end; i++) {
    const m = cond[i]! - all[i]! + beta * sum[i]!
    sum[i] = m
    square += m * m
    condSquare += cond[i]! * cond[i]!
    product += m * cond[i]!
  }
  const clip = radius > 0 ? Math.min(1, radius / Math.sqrt(square)) : 1 // r/0 = ∞ clips nothing
  const length = Math.max(Math.sqrt(condSquare), SMALLEST)
  const share = (clip * product) / (length * length) // along = share · cond
  const factor = form === 'paper' ? guidance - 1 : guidance
  for (let i = at; i < end; i++) {
    const along = share * cond[i]!
    const update = clip * sum[i]!
    if (parts) {
      parts.along[i] = along
      parts.across[i] = update - along
    }
    out[i] = (form === 'overAll' ? all[i]! : cond[i]!) + factor * (update + (parallel - 1) * along)
  }
}
