// Bars: groups at x = 0, 1, 2, …, in each group the bars of all series side by side. Values may be negative; tops can carry handles (`barHandles`).
import { BARS, barOffset } from '@/contract'
import { Label, Region, Segment, usePlot } from './parts'

export interface BarSeries {
  name: string
  /** Height of its bar in each group, [groups]; a value that is not finite has no bar. */
  values: ArrayLike<number>
  color: string
  /** Paler inside: an outline, as of something given. */
  outline?: boolean
  hatch?: boolean
  /** Parameter to light up with. */
  param?: string
}
interface BarsProps {
  series: readonly BarSeries[]
  /** Where bars begin. */
  base?: number
  /** Width of a group. */
  width?: number
}

const PALE = 0.14

/** Ends of bar `index` of `count` in the group `group`. */
export function barEnds(group: number, index: number, count: number, width = BARS): readonly [left: number, right: number] {
  const middle = group + barOffset(index, count, width)
  const half = (0.46 * width) / count // neighbours do not touch
  return [middle - half, middle + half]
}

/** Grouped bars with a strong line at each top. */
export function Bars({ series, base = 0, width = BARS }: BarsProps) {
  const { palette } = usePlot()
  return series.map(({ name, values, color, outline, hatch, param }, index) => (
    <g key={name} data-bars={name}>
      {Array.from(values, (value, group) => {
        if (!Number.isFinite(value)) return null
        const [left, right] = barEnds(group, index, series.length, width)
        const ring = [
          [left, base],
          [right, base],
          [right, value],
          [left, value],
        ] as const
        return (
          <g key={group}>
            {hatch && <Region rings={[ring]} hatch />}
            <Region
              rings={[ring]}
              fill={color}
              opacity={outline || hatch ? PALE : 0.8}
              stroke={outline ? palette.soft : undefined}
              width={1}
              param={param}
            />
            <Segment from={[left, value]} to={[right, value]} color={color} width={2.5} param={param} />
          </g>
        )
      })}
    </g>
  ))
}

/** Names of the groups, at the lower edge of the plot. */
export function GroupNames({ names }: { names: readonly string[] }) {
  const { plane, palette } = usePlot()
  const [, [bottom]] = plane.window
  return names.map((name, group) => (
    <text
      key={name}
      x={plane.x(group)}
      y={plane.y(bottom) - 5}
      textAnchor="middle"
      fill={palette.soft}
      stroke={palette.paper}
      className="mark-label"
    >
      {name}
    </text>
  ))
}

/** Names of the series in their colours, side by side at the top of the plot. */
export function SeriesNames({ words }: { words: readonly { text: string; color: string }[] }) {
  const { plane } = usePlot()
  const [[left, right], [, top]] = plane.window
  return words.map(({ text, color }, k) => (
    <Label key={text} at={[left + ((k + 0.5) * (right - left)) / words.length, top]} dy={15} anchor="middle" color={color} bold>
      {text}
    </Label>
  ))
}
