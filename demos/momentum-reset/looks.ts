// Colours, names and series that several pictures share.
import { type Palette, partOf, type SceneOf } from '@/contract'
import { type Factors, levelled, productOf } from '@/domains/optim/lowRank'
import { memoized } from '@/memoized'
import type demo from './demo'
import { LANES, type Lane, laneOf, SIZE, type Whole } from './params'

export type Scene = SceneOf<typeof demo>

interface Look {
  color(palette: Palette): string
  dash?: string
}
export const LOOKS: Readonly<Record<Lane | Whole, Look>> = {
  none: { color: (palette) => palette.base },
  reset: { color: (palette) => palette.base3, dash: '2 3' },
  refactor: { color: (palette) => palette.base2, dash: '7 3' },
  both: { color: (palette) => palette.method },
  full: { color: (palette) => palette.ink, dash: '10 3 2 3' },
  galore: { color: (palette) => palette.soft, dash: '5 4' },
}

/** Colour and name of the run in hand, which the pictures of factors show. */
export function inHand({ params, palette, words }: Scene): { lane: Lane; color: string; name: string } {
  const lane = laneOf(params)
  return { lane, color: LOOKS[lane].color(palette), name: words[lane] }
}

/** Recorded parts of BA along singular direction k of W*, for a run, by step. */
export const learnedOf = ({ series }: Scene, lane: Lane, k: number): Float64Array =>
  partOf(series.learned, LANES.indexOf(lane) * SIZE + k, LANES.length * SIZE)

/** Factors of the run in hand as shown, and their product, [SIZE, SIZE]. */
export const shownOf = memoized(({ params, frame }: Scene): { factors: Factors; product: Float64Array } => {
  const { b, a } = frame.lanes[laneOf(params)]
  const factors = { n: SIZE, m: SIZE, r: b.length / SIZE, b, a }
  const product = new Float64Array(SIZE * SIZE)
  productOf(factors, product)
  const isEven = params.tab === 'balance' && params.level > 0
  return { factors: isEven ? levelled(factors, params.level) : factors, product }
})
