// Accelerations of three bodies, written out pair by pair, because they take most of the time of a run. Arrays are passed, not numbers: a number
// passed to a function that is not inlined costs an allocation.

/** Differences of places: from body 0 to 1, from 0 to 2, from 1 to 2; [3, 2]. Rewritten by each call. */
const apartNow = new Float64Array(6)

/** Writes the accelerations [3, 2] to `out`. */
export function accelerate(masses: Float64Array, x: Float64Array, softening: number, out: Float64Array): void {
  apartNow[0] = x[2]! - x[0]!
  apartNow[1] = x[3]! - x[1]!
  apartNow[2] = x[4]! - x[0]!
  apartNow[3] = x[5]! - x[1]!
  apartNow[4] = x[4]! - x[2]!
  apartNow[5] = x[5]! - x[3]!
  pull(masses, apartNow, softening, out)
}

/** The same from differences of places `apart` [3, 2], in the order above, after the bodies moved by `moved` [3, 2]; not softened. */
export function accelerateMoved(masses: Float64Array, apart: Float64Array, moved: Float64Array, out: Float64Array): void {
  apartNow[0] = apart[0]! + (moved[2]! - moved[0]!)
  apartNow[1] = apart[1]! + (moved[3]! - moved[1]!)
  apartNow[2] = apart[2]! + (moved[4]! - moved[0]!)
  apartNow[3] = apart[3]! + (moved[5]! - moved[1]!)
  apartNow[4] = apart[4]! + (moved[4]! - moved[2]!)
  apartNow[5] = apart[5]! + (moved[5]! - moved[3]!)
  pull(masses, apartNow, 0, out)
}

function pull(masses: Float64Array, apart: Float64Array, softening: number, out: Float64Array): void {
  const soft = softening * softening
  const m0 = masses[0]!
  const m1 = masses[1]!
  const m2 = masses[2]!
  const ax = apart[0]!
  const ay = apart[1]!
  const bx = apart[2]!
  const by = apart[3]!
  const cx = apart[4]!
  const cy = apart[5]!
  const a2 = ax * ax + ay * ay + soft
  const b2 = bx * bx + by * by + soft
  const c2 = cx * cx + cy * cy + soft
  const aw = 1 / (a2 * Math.sqrt(a2))
  const bw = 1 / (b2 * Math.sqrt(b2))
  const cw = 1 / (c2 * Math.sqrt(c2))
  out[0] = m1 * aw * ax + m2 * bw * bx
  out[1] = m1 * aw * ay + m2 * bw * by
  out[2] = m2 * cw * cx - m0 * aw * ax
  out[3] = m2 * cw * cy - m0 * aw * ay
  out[4] = -m0 * bw * bx - m1 * cw * cx
  out[5] = -m0 * bw * by - m1 * cw * cy
}
