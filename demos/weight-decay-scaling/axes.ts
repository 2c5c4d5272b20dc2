// Ranges of the charts that handles need too.
import type { Point } from '@/contract'
import { predictedTop, WIDTHS } from './ideal'
import type { Params } from './params'
import { RULES } from './sweeps'

/** Losses at the edges of the chart over learning rates: it reaches up as far as needed, at most to the second. */
export const LOSSES: Point = [0.2, 1]

const AROUND = 0.08
/** Logarithms of the top singular values in the chart over widths; the same for all rules of the decay. */
export function topRange(p: Params): Point {
  const all = RULES.flatMap((lambdaRule) => WIDTHS.map((d) => Math.log10(predictedTop({ ...p, lambdaRule }, d)))).filter(
    Number.isFinite,
  )
  return all.length > 0 ? [Math.min(...all) - AROUND, Math.max(...all) + AROUND] : [-1, 1]
}
/** Logarithms of the widths; the space beyond the last is for names. */
export const WIDTH_RANGE: Point = [Math.log10(WIDTHS[0]) - 0.08, Math.log10(WIDTHS.at(-1)!) + 0.75]
