// The results of many runs against a parameter, both on logarithmic scales unless told: a dot for each seed, the median, the band of the middle half; below the
// chart a row for each lane shows the values that work. Rules mark the runs on screen, each with a knob that a handle of the demo moves.
import type { Axis, Point, Window } from '@/contract'
import { type Bands, bands, type Row } from '@/numerics/sweep'
import { Curve, Dots, Label, Region, Segment, usePlot } from './parts'
import { within } from './series'

export interface SweepLook {
  /** Lane of the sweep. */
  lane: string
  text: string
  color: string
  dash?: string
  square?: boolean
}
export interface SweepLine extends SweepLook {
  bands: Bands
  /** Results of single runs: value and result. */
  dots: readonly Point[]
  /** Values of the sweep, and those that work: the median result is below the threshold. */
  values: readonly number[]
  working: ReadonlySet<number>
}

/** What the chart draws of a sweep; `of`: the number of a result; it works below `threshold`. */
export function sweepLines<E>(
  rows: readonly Row<E>[],
  looks: readonly SweepLook[],
  of: (end: E) => number,
  threshold: number,
): SweepLine[] {
  return looks.map((look) => {
    const own = rows.filter(({ lane }) => lane === look.lane)
    const band = bands(own, look.lane, of)
    return {
      ...look,
      bands: band,
      dots: own.flatMap(({ value, ends }) => ends.map((end): Point => [value, of(end)])),
      values: own.map(({ value }) => value),
      working: new Set(band.values.filter((_, k) => band.median[k]! < threshold)),
    }
  })
}

const ROW = 0.08 // of the height of the chart: a row of values that work
const GAP = 0.05 // between the chart and the rows
const NAMES = 0.3 // of the width of the chart: space for names beside the rows

/** The window of a chart of these `values` and `range` of the results (exponents, on logarithmic scales), with space for the rows of all lanes and their names. */
export function sweepWindow([from, to]: Point, [low, high]: Point, lanes: number): Window {
  return [
    [from, to + NAMES * (to - from)],
    [low - (high - low) * (GAP + ROW * lanes), high],
  ]
}

interface SweepChartProps {
  lines: readonly SweepLine[]
  /** Scales of the values and of the results, as those of the axes; default `log10`. */
  x?: Axis['scale']
  y?: Axis['scale']
  /** Ends of the axes, on a logarithmic scale as exponents: what is outside is drawn at the edge. */
  values: Point
  range: Point
  threshold: number
  /** Below the threshold … */
  word: string
  /** A lane, and how many of its values work, as text; default: its name. */
  count?(name: string, working: number): string
  /** The runs on screen: place on the axis, and the edge of the chart where the knob is. */
  here: readonly { at: number; knob: 'top' | 'bottom'; text: string; color: string }[]
}

const coordinate = (scale: Axis['scale'] = 'log10') => (scale === 'log10' ? Math.log10 : (value: number) => value)

export function SweepChart({ lines, x, y, values: [from, to], range, threshold, word, count, here }: SweepChartProps) {
  const { plane, palette } = usePlot()
  const [low, high] = range
  const height = high - low
  const [across, up] = [coordinate(x), coordinate(y)]
  const heights = (results: readonly number[]) => results.map((result) => within(up(result), range))
  const limit = up(threshold)
  const rowAt = (index: number) => low - height * (GAP + ROW * (index + 0.5))
  return (
    <>
      <Segment from={[from, limit]} to={[to, limit]} color={palette.soft} width={1} dash="5 4" />
      <Label at={[to, limit]} dx={6} dy={4} small italic color={palette.soft}>
        {word}
      </Label>
      {here.map(({ at, knob, text, color }) => (
        <g key={color}>
          <Segment from={[at, low]} to={[at, high]} color={color} width={1.5} opacity={0.6} />
          <Label at={[at, knob === 'top' ? high : low]} dx={14} dy={knob === 'top' ? 12 : -5} small bold color={color}>
            {text}
          </Label>
        </g>
      ))}
      {lines.map(({ lane, color, dash, square, bands: band, dots }) => {
        const xs = band.values.map(across)
        const [least, most, median] = [heights(band.low), heights(band.high), heights(band.median)]
        const isSpread = least.some((value, k) => value !== most[k])
        const outline = [...xs.map((at, k): Point => [at, most[k]!]), ...xs.map((at, k): Point => [at, least[k]!]).reverse()]
        const single = { xs: dots.map(([value]) => across(value)), ys: heights(dots.map(([, end]) => end)), color, square }
        return (
          <g key={lane}>
            {isSpread && <Region rings={[outline]} fill={color} opacity={0.12} />}
            {isSpread && <Dots {...single} r={2} opacity={0.45} />}
            <Curve xs={xs} ys={median} color={color} dash={dash} width={2} />
            <Dots xs={xs} ys={median} color={color} r={isSpread ? 3.4 : 2} square={square} />
          </g>
        )
      })}
      {lines.map(({ lane, text, color, values, working }, index) => {
        const row = plane.y(rowAt(index))
        const xs = values.map((value) => plane.x(across(value)))
        const half = xs.length > 1 ? 0.45 * Math.abs(xs[1]! - xs[0]!) : 4
        return (
          <g key={lane}>
            {values.map((value, k) => (
              <rect
                key={value}
                x={xs[k]! - half}
                y={row - 2.5}
                width={2 * half}
                height={5}
                fill={working.has(value) ? color : palette.grid}
              />
            ))}
            <Label at={[to, rowAt(index)]} dx={half + 4} dy={4} small bold color={color}>
              {count ? count(text, working.size) : text}
            </Label>
          </g>
        )
      })}
    </>
  )
}
