// The rate during a training of known length.
import { steadyCos } from '@/numerics/steadyTurn'

/** Share of the full rate in step k = 0 … total - 1: a straight warm-up to 1, then half a cosine down to 0. */
export function warmupCosine(k: number, warmup: number, total: number): number {
  if (k < warmup) return (k + 1) / warmup
  return total > warmup ? (1 + steadyCos((Math.PI * (k - warmup)) / (total - warmup))) / 2 : 1
}
