// The histogram of one coordinate beside the exact shares of its bins: their distance, and the usual distance of n samples.
import { type Fields, setTime } from '@/domains/diffusion/interpolantFields'
import { memoized } from '@/memoized'
import { normalCdf } from '@/numerics/normal'

export const LOW = -4
export const HIGH = 4
export const BINS = 32
const WIDTH = (HIGH - LOW) / BINS

/** Counts of the coordinate x[axis], x[axis + dim], …; values outside all bins go to the outermost. */
export function countInto(counts: Float64Array, x: Float64Array, dim: number, axis: number): void {
  counts.fill(0)
  for (let i = axis; i < x.length; i += dim) {
    const bin = Math.floor((x[i]! - LOW) / WIDTH)
    counts[Math.min(Math.max(bin, 0), BINS - 1)]!++
  }
}

/** Exact shares of the bins at the time of `line`; the outermost reach to infinity. */
export function sharesInto(shares: Float64Array, line: Fields): void {
  const { count, means, inverses, from, to } = line
  shares.fill(0)
  for (let k = 0; k < count; k++) {
    const weight = from.weights[Math.floor(k / to.weights.length)]! * to.weights[k % to.weights.length]!
    const scale = Math.sqrt(inverses[3 * k]!)
    let below = 0
    for (let bin = 0; bin < BINS; bin++) {
      const upTo = bin === BINS - 1 ? 1 : normalCdf((LOW + (bin + 1) * WIDTH - means[k]!) * scale)
      shares[bin]! += weight * Math.max(upTo - below, 0) // rounding may reverse them
      below = Math.max(upTo, below)
    }
  }
}

const counts = new Float64Array(BINS)
/** Shares at the last requested time: several readouts of one step ask for the same. */
const lately = memoized((_: Fields) => ({ t: Number.NaN, shares: new Float64Array(BINS) }))
function sharesAt(line: Fields, t: number): Float64Array {
  const kept = lately(line)
  if (kept.t !== t) {
    setTime(line, t)
    sharesInto(kept.shares, line)
    kept.t = t
  }
  return kept.shares
}

/** Total variation between histogram and exact shares: the part of the samples in wrong bins. 0 to 1. */
export function distance(line: Fields, t: number, x: Float64Array, dim: number): number {
  const shares = sharesAt(line, t)
  countInto(counts, x, dim, dim - 1)
  const n = x.length / dim
  return counts.reduce((sum, count, bin) => sum + Math.abs(count / n - shares[bin]!) / 2, 0)
}

/** The mean of that distance for n samples of the exact density: ½ Σ √(2p(1 - p)/πn), if each count is nearly normal. */
export function floorOf(line: Fields, t: number, n: number): number {
  return sharesAt(line, t).reduce((sum, p) => sum + Math.sqrt((2 * p * (1 - p)) / (Math.PI * n)) / 2, 0)
}
