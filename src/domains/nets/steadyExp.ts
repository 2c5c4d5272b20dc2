// eˣ and tanh x from multiplication and addition alone, within 5e-16 of itself and the same to the last bit in every engine: training grows a difference in the last
// bit into another ending. As quick as Math.exp; src/numerics/steady.ts has the same for a wider range.

const LN2_HIGH = 0.6931471803691238 // its last 21 bits are 0, so that multiples up to 2²⁰ are exact
const LN2_LOW = 1.9082149292705877e-10
const LOWEST = -1022

/** 2ⁿ for n from -1022 to 1023. */
const POWERS = new Float64Array(2046)
POWERS[-LOWEST] = 1
for (let n = 1; n <= 1023; n++) POWERS[n - LOWEST] = 2 * POWERS[n - 1 - LOWEST]!
for (let n = -1; n >= LOWEST; n--) POWERS[n - LOWEST] = POWERS[n + 1 - LOWEST]! / 2

/** For x < 709; 0 below -708. */
export function exp(x: number): number {
  if (x < -708) return 0
  const n = Math.round(x * Math.LOG2E)
  const r = x - n * LN2_HIGH - n * LN2_LOW // |r| < 0.35: thirteen terms
  let sum = 1 / 6227020800
  sum = sum * r + 1 / 479001600
  sum = sum * r + 1 / 39916800
  sum = sum * r + 1 / 3628800
  sum = sum * r + 1 / 362880
  sum = sum * r + 1 / 40320
  sum = sum * r + 1 / 5040
  sum = sum * r + 1 / 720
  sum = sum * r + 1 / 120
  sum = sum * r + 1 / 24
  sum = sum * r + 1 / 6
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  return sum * POWERS[n - LOWEST]!
}

/** tanh of the first `count` values, within 3e-16. */
export function tanhInPlace(values: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) {
    const x = values[k]!
    values[k] = x > 20 ? 1 : x < -20 ? -1 : 1 - 2 / (1 + exp(2 * x))
  }
}
