// Weights as text: multiples of 1/1024 within ±2, two letters each. A page loads 2 kB for a thousand of them instead of 4.
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const [STEP, MIDDLE, MOST] = [1 / 1024, 2048, 4095]

const level = (weight: number): number => Math.min(Math.max(Math.round(weight / STEP) + MIDDLE, 0), MOST)

/** What `read` makes of the text of these weights. */
export const rounded = (weights: Float32Array): Float32Array => weights.map((weight) => STEP * (level(weight) - MIDDLE))

export const written = (weights: Float32Array): string =>
  Array.from(weights, (weight) => LETTERS[level(weight) >> 6]! + LETTERS[level(weight) & 63]!).join('')

export function read(text: string): Float32Array {
  const codes = new Map(Array.from(LETTERS, (letter, code) => [letter, code]))
  const code = (at: number) => codes.get(text[at]!)!
  return Float32Array.from({ length: text.length / 2 }, (_, k) => STEP * (64 * code(2 * k) + code(2 * k + 1) - MIDDLE))
}
