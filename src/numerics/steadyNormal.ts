// Normal numbers that are the same in every engine, for runs in which a difference in the last bit grows into another ending.
import { type Stream, uniform } from './random'
import { steadyLog10 } from './steady'

/** Standard normal number, bitwise the same in every engine (Marsaglia's polar method: no sine, no engine's logarithm). */
export function steadyNormal(s: Stream): number {
  for (;;) {
    const x = 2 * uniform(s) - 1
    const y = 2 * uniform(s) - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.LN10 * steadyLog10(square)) / square)
  }
}
