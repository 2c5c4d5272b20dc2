// Weights as text: multiples of a step, by default 1/1024, within 2048 steps from 0, two letters each. A page loads 2 kB for a thousand of them instead of 4.
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const [STEP, MIDDLE, MOST] = [1 / 1024, 2048, 4095]

const level = (weight: number, step: number): number => Math.min(Math.max(Math.round(weight / step) + MIDDLE, 0), MOST)

/** What `read` makes of the text of these weights. */
export const rounded = (weights: Float32Array, step = STEP): Float32Array =>
  weights.map((weight) => step * (level(weight, step) - MIDDLE))

export const written = (weights: Float32Array, step = STEP): string =>
  Array.from(weights, (weight) => LETTERS[level(weight, step) >> 6]! + LETTERS[level(weight, step) & 63]!).join('')

export function read(text: string, step = STEP): Float32Array {
  const codes = new Map(Array.from(LETTERS, (letter, code) => [letter, code]))
  const code = (at: number) => codes.get(text[at]!)!
  return Float32Array.from({ length: text.length / 2 }, (_, k) => step * (64 * code(2 * k) + code(2 * k + 1) - MIDDLE))
}
