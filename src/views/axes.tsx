// Axes: few ticks, words as titles. Powers of ten are written with raised exponents.
import { ticks as niceTicks } from 'd3'
import { memo } from 'react'
import type { Axis, Plane } from '@/contract'
import { formatNumber, raised } from '@/format'
import { usePlot } from './parts'
import type { Margins } from './plane'

const TICK = 12 // px, size of tick text at weight 1
const LETTER = 0.6 // width of a digit for its size

/** Margins for the axes around the inside of a plot. */
export function marginsOf(x: Axis | undefined, y: Axis | undefined, scale: number): Margins {
  return {
    left: y ? Math.round(36 * scale) : 0,
    right: x ? 8 : 0,
    top: y ? 8 : 0,
    bottom: x ? Math.round((x.title ? 36 : 20) * scale) : 0,
  }
}

export function ticksOf(axis: Axis, [low, high]: readonly [number, number]): number[] {
  if (typeof axis.ticks === 'object') return axis.ticks.filter((t) => t >= Math.min(low, high) && t <= Math.max(low, high))
  const count = axis.ticks ?? 5
  const found = niceTicks(low, high, count)
  if (axis.scale !== 'log10') return found
  const powers = [...new Set(found.map(Math.round))].filter((t) => t >= low && t <= high)
  return powers.length > 1 || !(low < high) ? powers : numbersBetween(low, high, count)
}

const TWO_FIVE_TEN = Math.log10(5) // the shortest range for which 1, 2, 5 are enough, and evenly spread
/** Logarithms of round numbers, for ranges too short for powers of ten. */
function numbersBetween(low: number, high: number, count: number): number[] {
  if (high - low < TWO_FIVE_TEN) return niceTicks(10 ** low, 10 ** high, count).map(Math.log10)
  const decades = Array.from({ length: Math.ceil(high) - Math.floor(low) + 1 }, (_, k) => Math.floor(low) + k)
  return decades.flatMap((power) => [1, 2, 5].map((n) => power + Math.log10(n))).filter((t) => t >= low && t <= high)
}

/** `ticks`: all of the axis; powers of ten are written as such where they are alone. */
export const tickText = (axis: Axis, value: number, ticks: readonly number[]): string =>
  axis.scale !== 'log10'
    ? formatNumber(value, 6)
    : !ticks.every(Number.isInteger)
      ? formatNumber(10 ** value, 3)
      : value === 0
        ? '1'
        : value === 1
          ? '10'
          : `10${raised(value)}`

/** Where the title of a vertical axis covers no tick: between the two uppermost ones. */
function titlePlace(ticks: readonly number[], top: number, bottom: number): number {
  const [first, second] = ticks.toSorted((a, b) => a - b)
  return first !== undefined && second !== undefined ? (first + second) / 2 : top + 0.25 * (bottom - top)
}

interface TickWord {
  value: number
  text: string
  /** px */
  at: number
  /** The last word may end where the axis does, and the first begin where the picture does. */
  anchor: 'start' | 'middle' | 'end'
}

/** Words for the ticks of a horizontal axis, without those that would touch the next one. Widths in px; `letter` is that of one letter. */
export function tickWords(axis: Axis, ticks: readonly number[], plane: Plane, right: number, letter: number): TickWord[] {
  let free = Number.POSITIVE_INFINITY // px, where the word to the right begins
  return ticks.toReversed().flatMap((value, index): TickWord[] => {
    const [text, at] = [tickText(axis, value, ticks), plane.x(value)]
    const width = letter * text.length
    const anchor = index === 0 && at > right - 8 ? 'end' : at < width / 2 ? 'start' : 'middle'
    const end = { start: at + width, middle: at + width / 2, end: at }[anchor]
    if (end + letter / 2 > free) return []
    free = end - width
    return [{ value, text, at, anchor }]
  })
}

export const Axes = memo(function Axes({ x, y, plane }: { x?: Axis; y?: Axis; plane: Plane }) {
  const { palette } = usePlot()
  const [[x0, x1], [y0, y1]] = plane.window
  const [left, right, bottom, top] = [plane.x(x0), plane.x(x1), plane.y(y0), plane.y(y1)]
  const size = TICK * palette.text
  return (
    <g className="axes" aria-hidden="true" fontSize={size} fill={palette.soft} stroke={palette.line}>
      {y &&
        ticksOf(y, [y0, y1]).map((value, _, ticks) => (
          <g key={value}>
            {y.grid && <line x1={left} x2={right} y1={plane.y(value)} y2={plane.y(value)} stroke={palette.grid} />}
            <text x={left - 6} y={plane.y(value) + size * 0.35} textAnchor="end" stroke="none">
              {tickText(y, value, ticks)}
            </text>
          </g>
        ))}
      {x?.grid &&
        ticksOf(x, [x0, x1]).map((value) => (
          <line key={value} x1={plane.x(value)} x2={plane.x(value)} y1={top} y2={bottom} stroke={palette.grid} />
        ))}
      {x &&
        tickWords(x, ticksOf(x, [x0, x1]), plane, right, LETTER * size).map(({ value, text, at, anchor }) => (
          <text key={value} x={at} y={bottom + size + 4} textAnchor={anchor} stroke="none">
            {text}
          </text>
        ))}
      {y && <line x1={left} x2={left} y1={top} y2={bottom} stroke={palette.faint} />}
      {x && <line x1={left} x2={right} y1={bottom} y2={bottom} stroke={palette.faint} />}
      {x?.title && (
        <text x={right} y={bottom + 2 * size + 7} textAnchor="end" stroke="none">
          {x.title}
        </text>
      )}
      {y?.title && (
        <text
          x={left - 6}
          y={titlePlace(ticksOf(y, [y0, y1]).map(plane.y), top, bottom) + size * 0.35}
          textAnchor="end"
          stroke="none"
        >
          {y.title}
        </text>
      )}
    </g>
  )
})
