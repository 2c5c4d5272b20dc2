// The Gauss-Radau rule with eight points on [0, 1], the first at 0; and the change between powers of s and Newton's polynomials
// Nₙ = s (s - h₁) … (s - hₙ), n = 0 to 6.

/** h₀ to h₇: 0 and the roots of (P₇ + P₈)/(1 + x) on [-1, 1], moved to [0, 1]. */
export const NODES: Float64Array = Float64Array.of(
  0,
  0.05626256053692215,
  0.18024069173689236,
  0.3526247171131696,
  0.5471536263305554,
  0.7342101772154105,
  0.8853209468390958,
  0.9775206135612875,
)

/** [7, 7], lower triangle: coefficient of s^(k + 1) in Nₙ. */
export const FROM_NEWTON: Float64Array = new Float64Array(49)
/** [7, 7], lower triangle: share of Nₖ in s^(n + 1). */
export const TO_NEWTON: Float64Array = new Float64Array(49)
/** [8, 7]: 1/(hₙ - hₖ) for k < n. */
export const INVERSE_GAPS: Float64Array = new Float64Array(56)

FROM_NEWTON[0] = 1
TO_NEWTON[0] = 1
for (let n = 1; n < 7; n++) {
  for (let k = 0; k <= n; k++) {
    const [above, left] = [(n - 1) * 7 + k, (n - 1) * 7 + k - 1]
    FROM_NEWTON[n * 7 + k] = (k > 0 ? FROM_NEWTON[left]! : 0) - NODES[n]! * FROM_NEWTON[above]!
    TO_NEWTON[n * 7 + k] = (k > 0 ? TO_NEWTON[left]! : 0) + NODES[k + 1]! * TO_NEWTON[above]! // s Nₖ = Nₖ₊₁ + hₖ₊₁ Nₖ
  }
}
for (let n = 1; n < 8; n++) for (let k = 0; k < n; k++) INVERSE_GAPS[n * 7 + k] = 1 / (NODES[n]! - NODES[k]!)

/** N₆ at the last node: what a change of its coefficient means for the acceleration there. */
export const LAST_WEIGHT: number = NODES.subarray(0, 7).reduce((product, h) => product * (NODES[7]! - h), 1)
