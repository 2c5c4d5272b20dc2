// Sine and cosine from the four operations alone: bitwise the same in every engine, like exp and log in ./steady.

const RIGHT_HIGH = 1.5707963267341256 // π/2; its last 20 bits are 0, so that small multiples are exact
const RIGHT_LOW = 6.077100506506192e-11

/** cos x for |x| < 1e4, within 1e-15. */
export const steadyCos = (x: number): number => turned(x, 1)
/** sin x for |x| < 1e4, within 1e-15. */
export const steadySin = (x: number): number => turned(x, 0)

/** sin(x + quarter π/2): subtracts the nearest multiple of π/2 and sums a series for the rest. */
function turned(x: number, quarter: 0 | 1): number {
  const n = Math.round(x / RIGHT_HIGH)
  const r = x - n * RIGHT_HIGH - n * RIGHT_LOW
  const square = r * r
  const isCosine = (n + quarter) & 1
  let sum = 1
  for (let k = isCosine ? 18 : 19; k > 1; k -= 2) sum = 1 - (square / (k * (k - 1))) * sum
  return ((n + quarter) & 2 ? -1 : 1) * (isCosine ? sum : r * sum)
}
