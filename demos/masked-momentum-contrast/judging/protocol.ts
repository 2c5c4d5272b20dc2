// Segmentation by pointing: similarity to the prompt patch, one threshold, and how well that covers the object; and how similar patches of one object and
// of different ones are.
import { normaliseRows } from '@/domains/nets/swappedPrediction'

/** Cosines of all pairs of n features [n, d], [n, n]. */
export function similarities(features: Float64Array, n: number, d: number): Float64Array {
  const unit = new Float64Array(n * d)
  normaliseRows(features, n, d, unit)
  const out = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) {
      let sum = 0
      for (let k = 0; k < d; k++) sum += unit[i * d + k]! * unit[j * d + k]!
      out[i * n + j] = sum
      out[j * n + i] = sum
    }
  return out
}

/** Counts of a mask against an object. */
export interface Counts {
  /** In both, in the mask only, in the object only. */
  both: number
  extra: number
  missed: number
}
/** The mask S > t of one row of similarities, against the patches with label `label`. */
export function countsOf(row: Float64Array, threshold: number, labels: ArrayLike<number>, label: number): Counts {
  const counts = { both: 0, extra: 0, missed: 0 }
  for (let j = 0; j < row.length; j++) {
    const isObject = labels[j] === label
    if (row[j]! > threshold) {
      if (isObject) counts.both++
      else counts.extra++
    } else if (isObject) counts.missed++
  }
  return counts
}
/** Intersection over union. */
export const iouOf = ({ both, extra, missed }: Counts): number => both / (both + extra + missed)
/** Share of the mask that is the object; NaN for an empty mask. */
export const precisionOf = ({ both, extra }: Counts): number => both / (both + extra)
/** Share of the object that is in the mask. */
export const recallOf = ({ both, missed }: Counts): number => both / (both + missed)

/** Similarities of pairs, by equal bins of [-1, 1]; ordered pairs of different patches. */
export interface Histograms {
  readonly bins: number
  /** Pairs with one label, and with two. */
  readonly intra: Float64Array
  readonly inter: Float64Array
  intraSum: number
  interSum: number
}
export const startHistograms = (bins: number): Histograms => ({
  bins,
  intra: new Float64Array(bins),
  inter: new Float64Array(bins),
  intraSum: 0,
  interSum: 0,
})
/** Adds the pairs of a picture; patches for which `counts` is 0 are left out. */
export function addPairs(
  into: Histograms,
  similar: Float64Array,
  labels: ArrayLike<number>,
  counts: ArrayLike<number> | null = null,
): void {
  const { bins, intra, inter } = into
  const n = labels.length
  for (let i = 0; i < n; i++) {
    if (counts !== null && counts[i] === 0) continue
    for (let j = i + 1; j < n; j++) {
      if (counts !== null && counts[j] === 0) continue
      const s = similar[i * n + j]!
      const bin = Math.min(Math.max(Math.floor(((s + 1) / 2) * bins), 0), bins - 1)
      if (labels[i] === labels[j]) {
        intra[bin]! += 2
        into.intraSum += 2 * s
      } else {
        inter[bin]! += 2
        into.interSum += 2 * s
      }
    }
  }
}
const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0)
/** Shares of the bins, each row summing to 1, and mean similarities. NaN where there are no pairs. */
export function summaryOf({ intra, inter, intraSum, interSum }: Histograms) {
  const [own, other] = [total(intra), total(inter)]
  const shares = { intra: intra.map((count) => count / own), inter: inter.map((count) => count / other) }
  return {
    ...shares,
    meanIntra: intraSum / own,
    meanInter: interSum / other,
    overlap: shares.intra.reduce((sum, share, bin) => sum + Math.min(share, shares.inter[bin]!), 0),
  }
}
