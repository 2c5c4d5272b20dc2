// Two kinds of walkers that begin at one anchor: each step kicks every walker, and its spring pulls it back.
import { kickedStep } from '@/domains/embeddings/kicks'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { anchorOf, dimensionOf, type Params } from '../params'
import { drawUnits } from './data'

/** Plain data. */
export interface Walkers {
  /** Both kinds, the weakly held ones first: [2 walkers, d]. */
  readonly z: Float64Array
  readonly draws: Stream
  /** Mean of z·c for each kind. */
  readonly kept: Float64Array
}
const kicksOf = memoized((p: Params) => new Float64Array(2 * p.walkers * dimensionOf(p)))

export function startWalkers(p: Params): Walkers {
  const [anchor, d] = [anchorOf(p), dimensionOf(p)]
  const z = Float64Array.from({ length: 2 * p.walkers * d }, (_, k) => anchor[k % d]!)
  return { z, draws: stream(p.seed, 'walk'), kept: Float64Array.of(1, 1) }
}

export function walkOn({ z, draws, kept }: Walkers, p: Params): void {
  const [anchor, kicks, d] = [anchorOf(p), kicksOf(p), dimensionOf(p)]
  drawUnits(2 * p.walkers, d, draws, kicks)
  kept.fill(0)
  for (let k = 0; k < 2 * p.walkers; k++) {
    const kind = k < p.walkers ? 0 : 1
    kickedStep(z, k * d, d, anchor, 0, kind === 0 ? p.weak : p.strong, kicks, k * d, p.a)
    for (let j = 0; j < d; j++) kept[kind]! += (z[k * d + j]! * anchor[j]!) / p.walkers
  }
}
