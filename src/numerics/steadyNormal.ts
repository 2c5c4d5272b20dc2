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

/** Fills `out` with such numbers: both of each pair that the method finds, for half the work. Their order is not that of `steadyNormal`. */
export function fillSteadyNormal(s: Stream, out: Float64Array): void {
  for (let i = 0; i < out.length; ) {
    const x = 2 * uniform(s) - 1
    const y = 2 * uniform(s) - 1
    const square = x * x + y * y
    if (!(square > 0 && square < 1)) continue
    const scale = Math.sqrt((-2 * Math.LN10 * steadyLog10(square)) / square)
    out[i++] = x * scale
    if (i < out.length) out[i++] = y * scale
  }
}
