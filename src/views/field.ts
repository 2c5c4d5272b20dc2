// Filled contours of a function on a plane, painted on a canvas.
import { contours } from 'd3'
import type { Palette, Plane, Window } from '@/contract'
import { rampColor } from './ramp'

/** Values of `f` on a grid of columns × rows over `window`, row by row from the top. */
export function sampled(
  f: (x: number, y: number) => number,
  [[x0, x1], [y0, y1]]: Window,
  columns: number,
  rows: number,
): Float64Array {
  const values = new Float64Array(columns * rows)
  for (let j = 0; j < rows; j++) {
    const y = y1 - ((j + 0.5) / rows) * (y1 - y0)
    for (let i = 0; i < columns; i++) values[j * columns + i] = f(x0 + ((i + 0.5) / columns) * (x1 - x0), y)
  }
  return values
}

interface Bands {
  /** Grid as from `sampled`. */
  values: Float64Array
  columns: number
  rows: number
  /** Ascending; the area between two neighbours is one band. */
  levels: readonly number[]
  /** Colour of the band above level number `index`. */
  color(index: number): string
  /** Colour and width of the lines between bands, if any. */
  line?: string
  width?: number
}

/** Paints bands over the inside of the plane. Areas below the first level stay as they are. */
export function paintBands(ctx: CanvasRenderingContext2D, plane: Plane, bands: Bands): void {
  const { values, columns, rows, levels, color, line, width = 1 } = bands
  const [[x0], [, y1]] = plane.window
  const [left, top] = [plane.x(x0), plane.y(y1)]
  const [kx, ky] = [plane.width / columns, plane.height / rows]
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, top, plane.width, plane.height)
  ctx.clip()
  const shapes = contours()
    .size([columns, rows])
    .thresholds([...levels])(Array.from(values))
  for (const [index, shape] of shapes.entries()) {
    ctx.beginPath()
    for (const polygon of shape.coordinates) {
      for (const ring of polygon) {
        for (const [k, [i, j]] of ring.entries()) {
          const [px, py] = [left + (i as number) * kx, top + (j as number) * ky]
          if (k === 0) ctx.moveTo(px, py)
          else ctx.lineTo(px, py)
        }
        ctx.closePath()
      }
    }
    ctx.fillStyle = color(index)
    ctx.fill('evenodd')
    if (line) {
      ctx.strokeStyle = line
      ctx.lineWidth = width
      ctx.stroke()
    }
  }
  ctx.restore()
}

/** The valley of a function: darker is lower, `count` bands equally spaced in a power of the height above the lowest sample. */
export function paintValley(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  palette: Palette,
  f: (x: number, y: number) => number,
  power = 0.5,
  count = 10,
): void {
  const { window } = plane
  const columns = Math.max(24, Math.round(plane.width / 8))
  const rows = Math.max(24, Math.round(plane.height / 8))
  const values = sampled(f, window, columns, rows)
  const finite = values.filter(Number.isFinite)
  const low = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = [...finite].sort((a, b) => a - b)[Math.floor(finite.length * 0.98)] ?? low + 1
  const depth = values.map((v) => (Number.isFinite(v) ? 1 - Math.min(Math.max((v - low) / (high - low || 1), 0), 1) ** power : 0))
  const levels = Array.from({ length: count }, (_, k) => k / count)
  paintBands(ctx, plane, {
    values: depth,
    columns,
    rows,
    levels,
    color: (index) => rampColor(palette.field, index / (count - 1)),
    line: palette.name === 'dark' ? 'rgb(255 255 255 / 0.05)' : 'rgb(255 255 255 / 0.55)',
    width: palette.weight,
  })
}

/** A map of a rate: bands that are darker where `f` is lower. Nothing is painted above the first of the falling `levels`. `grain`: CSS px a sample. */
export function paintBelow(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  palette: Palette,
  f: (x: number, y: number) => number,
  levels: readonly number[],
  grain = 2,
): void {
  const [columns, rows] = [Math.round(plane.width / grain), Math.round(plane.height / grain)]
  paintBands(ctx, plane, {
    values: sampled((x, y) => -f(x, y), plane.window, columns, rows),
    columns,
    rows,
    levels: levels.map((level) => -level),
    color: (index) => rampColor(palette.field, index / (levels.length - 1)),
    line: palette.name === 'dark' ? 'rgb(255 255 255 / 0.12)' : 'rgb(255 255 255 / 0.8)',
    width: palette.weight,
  })
}
