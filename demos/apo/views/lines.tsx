// Curves over rounds: the past firm, the future pale, a rule and dots at the present, and the names at the ends.
import type { Point } from '@/contract'
import { Curve, Dot, Rule, SpreadLabels, usePlot } from '@/views'

export interface ChartLine {
  name: string
  text: string
  color: string
  dash?: string
  /** By round, in the units of the window; not finite: a gap. */
  ys: Float64Array
}

const PALE = 0.3 // opacity of what is still to come
const FIRST_NAME = 0.35 // share of the window, left of which no name stands

export function Chart({ lines, step, last }: { lines: readonly ChartLine[]; step: number; last: number }) {
  const { plane } = usePlot()
  const [[x0, x1], [y0, y1]] = plane.window
  return (
    <>
      <Rule x={step} />
      {lines.map(({ name, color, ys, dash }) => (
        <g key={name}>
          <Curve ys={ys} from={step} to={last} color={color} dash={dash} opacity={PALE} />
          <Curve ys={ys} to={step} color={color} dash={dash} />
          <Dot at={[step, ys[step] ?? Number.NaN]} color={color} r={4} />
        </g>
      ))}
      <SpreadLabels
        anchor="end"
        labels={lines.map(({ text, color, ys }) => {
          const end = Math.max(0, ys.findLastIndex(Number.isFinite))
          const at: Point = [Math.max(end, x0 + FIRST_NAME * (x1 - x0)), Math.min(Math.max(ys[end] || y0, y0), y1)]
          return { at, text, color }
        })}
      />
    </>
  )
}

/** log₁₀ of recorded values up to `last`; a gap where there is none. */
export const log10 = (values: Float64Array, last = values.length - 1): Float64Array =>
  values.subarray(0, last + 1).map((value) => (value > 0 ? Math.log10(value) : Number.NaN))

/** Least and largest finite value of all curves; `fallback` where there is none. */
export function rangeOf(curves: readonly ArrayLike<number>[], fallback: Point): Point {
  const values = curves.flatMap((ys) => Array.from(ys).filter(Number.isFinite))
  return values.length > 0 ? [Math.min(...values), Math.max(...values)] : fallback
}

/** The same in whole decades, for logarithms: at least one, and within `limits`. */
export function decadesOf(curves: readonly ArrayLike<number>[], [lowest, highest]: Point, fallback: Point): Point {
  const [low, high] = rangeOf(curves, fallback)
  const top = Math.max(Math.min(Math.ceil(high), highest), lowest + 1)
  return [Math.max(lowest, Math.min(Math.floor(low), top - 1)), top]
}
