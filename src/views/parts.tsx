// Parts of pictures, in the coordinates of the window. Stroke widths, dot radii and offsets of labels are in CSS pixels.
import { createContext, memo, type ReactNode, useContext } from 'react'
import type { Palette, Plane, Point, Window } from '@/contract'
import { boxOf, isIn, sharesIn } from './clip'

export interface PlotContext {
  plane: Plane
  palette: Palette
  /** Prefix of ids inside this plot. */
  id: string
  /** The range of x that is drawn, where the rest waits for the deed of a stop: words for places outside are left out. */
  seen?: Point
}
const isSeen = ({ seen }: PlotContext, [x]: Point) => seen === undefined || (x >= seen[0] && x <= seen[1])
const Context = createContext<PlotContext | null>(null)
export const PlotProvider = Context.Provider
export function usePlot(): PlotContext {
  const plot = useContext(Context)
  if (plot === null) throw new Error('a part of a picture stands outside of a plot')
  return plot
}

type Numbers = ArrayLike<number>
/** Links a mark to a parameter: it lights up with the parameter's symbol and control. */
interface Linked {
  param?: string
}
const round = (value: number) => Math.round(value * 10) / 10
/** Path data through points from..to, clipped; a point that is not finite leaves a gap. Without `xs`, x is the index. */
export function pathData(plane: Plane, xs: Numbers | null, ys: Numbers, from = 0, to = ys.length - 1): string {
  const box = boxOf(plane)
  let data = ''
  let [x1, y1] = [Number.NaN, Number.NaN]
  let pen = false // whether the path now ends at (x1, y1)
  for (let k = from; k <= to; k++) {
    const x2 = plane.x(xs === null ? k : (xs[k] as number))
    const y2 = plane.y(ys[k] as number)
    const shares = Number.isFinite(x1 + y1 + x2 + y2) ? sharesIn(box, x1, y1, x2, y2) : null
    if (shares !== null) {
      const [start, end] = shares
      if (!pen || start > 0) data += `M${round(x1 + start * (x2 - x1))} ${round(y1 + start * (y2 - y1))}`
      data += `L${round(x1 + end * (x2 - x1))} ${round(y1 + end * (y2 - y1))}`
      pen = end === 1
    } else pen = false
    x1 = x2
    y1 = y2
  }
  return data
}

interface CurveProps extends Linked {
  xs?: Numbers | null
  ys: Numbers
  from?: number
  to?: number
  color: string
  width?: number
  dash?: string
  opacity?: number
}
/** A line through data, with round joins so that spikes stay short. */
export function Curve({ xs = null, ys, from, to, color, width = 1.75, dash, opacity, param }: CurveProps) {
  const { plane, palette } = usePlot()
  return (
    <path
      d={pathData(plane, xs, ys, from, to)}
      fill="none"
      stroke={color}
      strokeWidth={width * palette.weight}
      strokeDasharray={dash}
      strokeOpacity={opacity}
      strokeLinejoin="round"
      strokeLinecap="round"
      data-param={param}
      data-curve=""
    />
  )
}

interface DotsProps extends Linked {
  xs: Numbers
  ys: Numbers
  from?: number
  to?: number
  color: string
  r?: number
  opacity?: number
  /** Squares can be told from dots without colour. */
  square?: boolean
}
/** Many equal dots as one path: zero-length strokes with round (or square) ends. */
export function Dots({ xs, ys, from = 0, to = ys.length - 1, color, r = 2.4, opacity, square, param }: DotsProps) {
  const { plane, palette } = usePlot()
  const box = boxOf(plane)
  let data = ''
  for (let k = from; k <= to; k++) {
    const [x, y] = [plane.x(xs[k] as number), plane.y(ys[k] as number)]
    if (isIn(box, x, y)) data += `M${round(x)} ${round(y)}h0`
  }
  return (
    <path
      d={data}
      fill="none"
      stroke={color}
      strokeOpacity={opacity}
      strokeWidth={2 * r * palette.weight}
      strokeLinecap={square ? 'square' : 'round'}
      data-param={param}
    />
  )
}

interface DotProps extends Linked {
  at: Point
  color: string
  r?: number
  ring?: boolean
  square?: boolean
}
/** A single mark with an edge in the colour of the paper; `ring` adds a circle around it. */
export function Dot({ at, color, r = 5, ring, square, param }: DotProps) {
  const { plane, palette } = usePlot()
  const [x, y] = [plane.x(at[0]), plane.y(at[1])]
  if (!isIn(boxOf(plane), x, y)) return null
  const size = r * palette.weight ** 0.5
  return (
    <g data-param={param}>
      {square ? (
        <rect
          x={x - size}
          y={y - size}
          width={2 * size}
          height={2 * size}
          fill={color}
          stroke={palette.paper}
          strokeWidth={1.5}
        />
      ) : (
        <circle cx={x} cy={y} r={size} fill={color} stroke={palette.paper} strokeWidth={1.5} />
      )}
      {ring && <circle cx={x} cy={y} r={size + 5} fill="none" stroke={color} strokeWidth={1.5 * palette.weight} />}
    </g>
  )
}

interface LabelProps extends Linked {
  at: Point
  children: ReactNode
  color?: string
  anchor?: 'start' | 'middle' | 'end'
  dx?: number
  dy?: number
  italic?: boolean
  bold?: boolean
  /** Small print: 11.5 px instead of 12.5 px. */
  small?: boolean
}
/** Text at a point, upright, with a halo of paper so that it can be read over lines. It is moved where it would be in the way: see ./labels. */
export function Label({ at, children, color, anchor = 'start', dx = 0, dy = 0, italic, bold, small, param }: LabelProps) {
  const plot = usePlot()
  const { plane, palette } = plot
  const [x, y] = [plane.x(at[0]) + dx, plane.y(at[1]) + dy]
  if (!Number.isFinite(x) || !Number.isFinite(y) || !isSeen(plot, at)) return null
  const classes = ['mark-label', italic && 'italic', bold && 'bold', small && 'small'].filter(Boolean).join(' ')
  return (
    <text
      x={round(x)}
      y={round(y)}
      textAnchor={anchor}
      fill={color ?? palette.ink}
      stroke={palette.paper}
      className={classes}
      data-param={param}
      data-word=""
    >
      {children}
    </text>
  )
}

interface SegmentProps extends Linked {
  from: Point
  to: Point
  color: string
  width?: number
  dash?: string
  opacity?: number
  arrow?: boolean
}
export function Segment({ from, to, color, width = 1.25, dash, opacity, arrow, param }: SegmentProps) {
  const { plane, palette } = usePlot()
  const [ax, ay, bx0, by0] = [plane.x(from[0]), plane.y(from[1]), plane.x(to[0]), plane.y(to[1])]
  const shares = Number.isFinite(ax + ay + bx0 + by0) ? sharesIn(boxOf(plane), ax, ay, bx0, by0) : null
  if (shares === null) return null
  const [x1, y1, x2, y2] = [
    ax + shares[0] * (bx0 - ax),
    ay + shares[0] * (by0 - ay),
    ax + shares[1] * (bx0 - ax),
    ay + shares[1] * (by0 - ay),
  ]
  const length = Math.hypot(x2 - x1, y2 - y1)
  const head = arrow ? Math.min(9 * palette.weight, length / 2) : 0
  const [ux, uy] = length > 0 ? [(x2 - x1) / length, (y2 - y1) / length] : [0, 0]
  const [bx, by] = [x2 - head * ux, y2 - head * uy]
  return (
    <g data-param={param} opacity={opacity}>
      <line
        x1={x1}
        y1={y1}
        x2={head > 0 ? bx : x2}
        y2={head > 0 ? by : y2}
        stroke={color}
        strokeWidth={width * palette.weight}
        strokeDasharray={dash}
      />
      {head > 0 && (
        <path
          d={`M${x2} ${y2}L${bx - 0.45 * head * uy} ${by + 0.45 * head * ux}L${bx + 0.45 * head * uy} ${by - 0.45 * head * ux}Z`}
          fill={color}
        />
      )}
    </g>
  )
}

interface RegionProps extends Linked {
  /** Rings of points; even-odd filled. */
  rings: readonly (readonly Point[])[]
  fill?: string
  hatch?: boolean
  stroke?: string
  width?: number
  dash?: string
  opacity?: number
}
/** Limits coordinates: browsers lose precision beyond. */
const far = (px: number) => round(Math.min(Math.max(px, -2e4), 2e4))
/** An area; `hatch` marks divergence without colour. */
export function Region({ rings, fill, hatch, stroke, width = 1.25, dash, opacity, param }: RegionProps) {
  const { plane, palette, id } = usePlot()
  const data = rings.map((ring) => `M${ring.map(([x, y]) => `${far(plane.x(x))} ${far(plane.y(y))}`).join('L')}Z`).join('')
  return (
    <path
      d={data}
      fill={hatch ? `url(#${id}-hatch)` : (fill ?? 'none')}
      fillRule="evenodd"
      fillOpacity={opacity}
      stroke={stroke}
      strokeWidth={width * palette.weight}
      strokeDasharray={dash}
      data-param={param}
    />
  )
}

/** Circle with a radius in window units of x. */
export function Circle({
  at,
  radius,
  stroke,
  fill = 'none',
  width = 1.25,
  dash,
  opacity,
  param,
}: { at: Point; radius: number; stroke?: string; fill?: string; width?: number; dash?: string; opacity?: number } & Linked) {
  const { plane, palette } = usePlot()
  const r = Math.abs(plane.x(at[0] + radius) - plane.x(at[0]))
  return (
    <circle
      cx={plane.x(at[0])}
      cy={plane.y(at[1])}
      r={r}
      fill={fill}
      stroke={stroke}
      strokeWidth={width * palette.weight}
      strokeDasharray={dash}
      opacity={opacity}
      data-param={param}
    />
  )
}

/** The pattern behind `Region hatch`; the host adds it to each plot once. */
export const HatchPattern = memo(function HatchPattern() {
  const { id, palette } = usePlot()
  return (
    <pattern id={`${id}-hatch`} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={7} height={7} fill={palette.grid} />
      <line x1={0} y1={0} x2={0} y2={7} stroke={palette.line} strokeWidth={3} />
    </pattern>
  )
})

interface InsetProps {
  /** Its centre, in window coordinates. */
  at: Point
  /** Width in CSS pixels. */
  size: number
  window: Window
  /** Kept inside the plot as a whole: it marks no point. */
  whole?: boolean
  children: ReactNode
}
/** A small picture with a window of its own. */
export function Inset({ at, size, window, whole = false, children }: InsetProps) {
  const outer = usePlot()
  const [[x0, x1], [y0, y1]] = window
  const k = size / (x1 - x0)
  const height = (y1 - y0) * k
  const { x, y, window: around } = outer.plane
  const [[left, right], [low, high]] = around
  const kept = (v: number, least: number, most: number) => (whole ? Math.max(least, Math.min(v, most)) : v)
  const cx = kept(x(at[0]), x(left) + size / 2, x(right) - size / 2)
  const cy = kept(y(at[1]), y(high) + height / 2, y(low) - height / 2)
  const plane = {
    window,
    width: size,
    height,
    x: (v: number) => cx + (v - (x0 + x1) / 2) * k,
    y: (v: number) => cy - (v - (y0 + y1) / 2) * k,
    at: (px: number, py: number): Point => [(x0 + x1) / 2 + (px - cx) / k, (y0 + y1) / 2 - (py - cy) / k],
  }
  return <PlotProvider value={{ palette: outer.palette, id: outer.id, plane }}>{children}</PlotProvider>
}

interface SpreadLabel {
  at: Point
  text: string
  color: string
  /** Not bold. */
  quiet?: boolean
}
/** Labels beside points, moved apart vertically so that none covers another, and kept inside the plot. */
export function SpreadLabels({
  labels,
  anchor = 'start',
  gap = 16,
}: {
  labels: readonly SpreadLabel[]
  anchor?: 'start' | 'end'
  gap?: number
}) {
  const plot = usePlot()
  const { plane, palette } = plot
  const [[x0, x1], [y0, y1]] = plane.window
  const [left, right, top, bottom] = [plane.x(x0), plane.x(x1), plane.y(y1) + 12, plane.y(y0) - 5]
  const placed = labels
    .filter(({ at }) => isSeen(plot, at))
    .map((label) => ({ ...label, x: plane.x(label.at[0]), y: plane.y(label.at[1]) + (anchor === 'end' ? -7 : 4) }))
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .sort((a, b) => a.y - b.y)
  let above = Number.NEGATIVE_INFINITY
  for (const label of placed) {
    label.y = Math.max(label.y, top, above + gap * palette.weight ** 0.6)
    above = label.y
  }
  let below = bottom
  for (const label of placed.toReversed()) {
    label.y = Math.min(label.y, below)
    below = label.y - gap * palette.weight ** 0.6
  }
  return placed.map(({ text, color, quiet, x, y }) => {
    const width = text.length * 7.2 * palette.weight ** 0.6
    const turned = anchor === 'start' && x + 11 + width > right
    const at =
      anchor === 'end'
        ? Math.min(Math.max(x, left + width), right)
        : Math.min(Math.max(turned ? x - 11 : x + 11, left + 4), right - 4)
    return (
      <text
        key={text}
        x={round(at)}
        y={round(y)}
        textAnchor={anchor === 'end' || turned ? 'end' : 'start'}
        fill={color}
        stroke={palette.paper}
        className={quiet ? 'mark-label' : 'mark-label bold'}
        data-word=""
      >
        {text}
      </text>
    )
  })
}

/** A vertical line at the current step. */
export function Rule({ x }: { x: number }) {
  const { plane, palette } = usePlot()
  const [, [y0, y1]] = plane.window
  return (
    <line x1={plane.x(x)} x2={plane.x(x)} y1={plane.y(y0)} y2={plane.y(y1)} stroke={palette.faint} strokeWidth={palette.weight} />
  )
}
