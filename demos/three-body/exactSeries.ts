// The exact places at the times of a run's pictures, for drawing.
import type { Scene } from './looks'
import { startKey, truthOf } from './start'

/** Six rows, x and y of each body; NaN where the exact path is not known. */
export type ExactSeries = readonly Float64Array[]

let kept: { times: Float64Array; last: number; start: string; rows: ExactSeries } | null = null
const at = new Float64Array(6)

export function exactSeriesOf({ params, series, last }: Scene): ExactSeries {
  const start = startKey(params)
  if (kept?.times === series.time && kept.last === last && kept.start === start) return kept.rows
  const rows = Array.from({ length: 6 }, () => new Float64Array(last + 1).fill(Number.NaN))
  const path = truthOf(params)
  for (let k = 0; k <= last; k++) {
    if (!path.at(series.time[k]!, at)) break
    for (const [i, row] of rows.entries()) row[k] = at[i]!
  }
  kept = { times: series.time, last, start, rows }
  return rows
}
