// Particles that walk in y = ln χ: dy = (V + K′) dt + √(2K) dW, K′ = (q - 2)K (Ito). One that escapes or is destroyed is put back where particles are injected,
// so that their number stays: the steady state is the same up to its scale.
import { normal, type Stream, uniform } from '@/numerics/random'
import type { Law } from './law'

const FAR = 0.2 // in y: the longest drift of one short step
const WIDE = 0.1 // the largest variance of one, 2Kh
const RARE = 0.2 // the largest chance of being removed in one
const NEAR = 4 // standard deviations of a short step: a wall farther away is not met

/** Mean rate of y: V + K′. */
export function meanAt({ q, b, r, gain }: Law, y: number): number {
  const K = q === 2 ? 1 : Math.exp((q - 2) * y)
  return (q + 1) * K + gain - (b === 0 ? 0 : b * Math.exp((r - 1) * y))
}
const removalAt = ({ tau0, delta, tauC, epsilon }: Law, y: number): number =>
  (delta === 0 ? 1 : Math.exp(-delta * y)) / tau0 + (epsilon === 0 ? 1 : Math.exp(-epsilon * y)) / tauC

/**
 * One step of all particles `y` [count], in place: each takes as many short steps as it needs, of weak order 2 (Platen), but at least dt/`most` long; those that may meet a wall are
 * reflected within them (Lépingle: exact for constant drift and noise).
 */
export function walk(law: Law, inj: number, y: Float64Array, dt: number, draws: Stream, most = 64): void {
  const [from, to, least] = [Math.log(law.low), Math.log(law.high), dt / most]
  for (let i = 0; i < y.length; i++) {
    let at = y[i]!
    let left = dt
    while (left > 1e-9 * dt) {
      const rate = removalAt(law, at)
      const drift = meanAt(law, at)
      const variance = 2 * (law.q === 2 ? 1 : Math.exp((law.q - 2) * at))
      const needed = Math.min(FAR / Math.abs(drift), WIDE / variance, RARE / rate)
      const h = needed < left ? Math.min(left, Math.max(needed, least)) : left
      const width = Math.sqrt(variance * h)
      const kick = normal(draws)
      const gap = Math.min(at - from, to - at)
      const next =
        gap > NEAR * width + Math.abs(drift) * h
          ? moved(law, at, drift, width, kick, h)
          : reflected(at, drift * h + width * kick, width, from, to, draws)
      left -= h
      if (rate > 0 && uniform(draws) < 1 - Math.exp((-h * (rate + removalAt(law, next))) / 2)) {
        left += h * uniform(draws) // removed somewhere in the short step: the new particle walks on for the rest of it
        at = inj
      } else at = next
    }
    y[i] = at
  }
}

/** A short step far from walls. */
function moved(law: Law, y: number, drift: number, width: number, kick: number, h: number): number {
  const guess = y + drift * h + width * kick
  const mean = (h * (drift + meanAt(law, guess))) / 2
  if (law.q === 2) return y + mean + width * kick
  // the noise at y + drift h ± width, as multiples of that at y
  const bend = (law.q - 2) / 2
  const [shift, spread] = [Math.exp(bend * drift * h), Math.exp(bend * width)]
  const [above, below] = [shift * spread, shift / spread]
  return y + mean + (width / 4) * ((above + below + 2) * kick + (above - below) * (kick * kick - 1))
}

/** A short step with drift and noise of its start, thrown back by the nearer wall as often as it meets it. */
function reflected(y: number, way: number, width: number, from: number, to: number, draws: Stream): number {
  const isLower = y - from < to - y
  const out = isLower ? -way : way // towards the wall
  const farthest = (out + Math.sqrt(out * out - 2 * width * width * Math.log(1 - uniform(draws)))) / 2
  const over = Math.max(0, farthest - (isLower ? y - from : to - y))
  return Math.min(Math.max(y + way + (isLower ? over : -over), from), to)
}
