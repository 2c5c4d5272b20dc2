// Curves over what a step has cost, each with its own x: the past firm, the future pale, dots at the present, and names at the ends.
import { type ChartLine, PALE } from './chart'
import { Curve, Dot, SpreadLabels } from './parts'
import { lastFinite } from './series'

export interface PathLine extends Omit<ChartLine, 'param'> {
  /** By step, like `ys`: the coordinate on the other axis, such as work or time. */
  xs: ArrayLike<number>
}

/** A chart in which each curve has its own x: dots mark the current step. Curves begin at step `from`. */
export function PathChart({
  lines,
  step,
  last,
  from = 0,
  beyond,
}: {
  lines: readonly PathLine[]
  step: number
  last: number
  from?: number
  beyond?: boolean
}) {
  const ends = lines.map(({ xs }) => Math.min(last, lastFinite(xs)))
  return (
    <>
      {lines.map(({ name, xs, ys, color, dash, width }, k) => {
        const now = Math.min(step, ends[k]!)
        const look = { xs, ys, color, dash, width }
        return (
          <g key={name}>
            <Curve {...look} from={Math.max(from, now)} to={ends[k]!} opacity={PALE} />
            <Curve {...look} from={from} to={now} />
            <Dot at={[xs[now]!, ys[now]!]} color={color} r={4} />
          </g>
        )
      })}
      <SpreadLabels
        anchor={beyond ? 'start' : 'end'}
        labels={lines.flatMap(({ text, color, xs, ys }, k) => {
          const at = [xs[ends[k]!]!, ys[ends[k]!]!] as const
          return text === undefined ? [] : [{ at, text, color }]
        })}
      />
    </>
  )
}
