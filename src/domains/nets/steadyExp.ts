// eˣ and tanh x from the four operations and square roots alone, bitwise the same in every engine: in training, a difference in the last bit grows into
// another ending. As fast as Math.exp, unlike src/numerics/steady.ts. eˣ = 2ᵐ · 2^(j/32) · eʳ with |r| < 0.011.

const LN2_HIGH = 0.6931471803691238 / 32 // its last 21 bits are 0, so that multiples up to 2²⁰ are exact
const LN2_LOW = 1.9082149292705877e-10 / 32
const LOWEST = -1022

/** 2ⁿ for n from -1022 to 1023. */
const POWERS = new Float64Array(2046)
POWERS[-LOWEST] = 1
for (let n = 1; n <= 1023; n++) POWERS[n - LOWEST] = 2 * POWERS[n - 1 - LOWEST]!
for (let n = -1; n >= LOWEST; n--) POWERS[n - LOWEST] = POWERS[n + 1 - LOWEST]! / 2

/** 2^(j/32) for j from 0 to 31: products of repeated square roots of 2. */
const PARTS = new Float64Array(32).fill(1)
for (let bit = 16, root = Math.sqrt(2); bit > 0; bit /= 2, root = Math.sqrt(root))
  for (let j = 0; j < 32; j++) if (j & bit) PARTS[j]! *= root

/** Relative error below 2e-15 for x < 709; 0 below -708. */
export function exp(x: number): number {
  if (x < -708) return 0
  const n = Math.round(x * (32 * Math.LOG2E))
  const r = x - n * LN2_HIGH - n * LN2_LOW
  const square = r * r
  const tail = square * (0.5 + r * (1 / 6) + square * (1 / 24 + r * (1 / 120) + square * (1 / 720)))
  return (1 + (r + tail)) * PARTS[n & 31]! * POWERS[(n >> 5) - LOWEST]!
}

/** tanh of the first `count` values, within 1e-15. */
export function tanhInPlace(values: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) {
    const x = values[k]!
    values[k] = x > 20 ? 1 : x < -20 ? -1 : 1 - 2 / (1 + exp(2 * x))
  }
}
