// Seedable random numbers: mulberry32. The whole state is one 32-bit word, so a snapshot of a run holds its streams.

/** A stream, plain data. One stream for each purpose, so that a new consumer shifts nobody else's numbers. */
export interface Stream {
  word: number
}

/** Stream of `seed`. Streams of different purposes are unrelated. */
export function stream(seed: number, purpose = ''): Stream {
  if (purpose === '') return { word: seed | 0 }
  let name = 0x811c_9dc5 | 0 // FNV-1a
  for (let i = 0; i < purpose.length; i++) name = Math.imul(name ^ purpose.charCodeAt(i), 0x0100_0193)
  return { word: scrambled(seed | 0) ^ name } // scrambled first, or seed 1 of one purpose could be seed 2 of another
}

/** Uniform in [0, 1), a multiple of 2⁻³². */
export function uniform(s: Stream): number {
  s.word = (s.word + 0x6d2b_79f5) | 0
  return (scrambled(s.word) >>> 0) / 0x1_0000_0000
}

function scrambled(word: number): number {
  let t = Math.imul(word ^ (word >>> 15), word | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return t ^ (t >>> 14)
}

/** Standard normal number; takes two uniforms, so that no spare value has to be stored. */
export function normal(s: Stream): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(s))) // 1 - u is never 0; largest radius 6.66
  return radius * Math.cos(2 * Math.PI * uniform(s))
}

/** Fills `out` with standard normal numbers, two from each pair of uniforms (Box and Muller: cosine first, then sine). */
export function fillNormal(s: Stream, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform(s)))
    const angle = 2 * Math.PI * uniform(s)
    out[i] = radius * Math.cos(angle)
    if (i + 1 < out.length) out[i + 1] = radius * Math.sin(angle)
  }
}

const PLASTIC = 1.324_717_957_244_746 // real root of g³ = g + 1

/**
 * Evenly spread "normal" points in the plane without a seed: the R2 sequence ½ + i (1/g, 1/g²) mod 1, i = 1, 2, …, through Box-Muller.
 * `out` is [n, 2]. For pictures and tests that must not depend on luck.
 */
export function fillEvenNormal(out: Float64Array): void {
  for (let i = 1; 2 * i <= out.length; i++) {
    const radius = Math.sqrt(-2 * Math.log((0.5 + i / PLASTIC) % 1))
    const angle = 2 * Math.PI * ((0.5 + i / PLASTIC ** 2) % 1)
    out[2 * i - 2] = radius * Math.cos(angle)
    out[2 * i - 1] = radius * Math.sin(angle)
  }
}
