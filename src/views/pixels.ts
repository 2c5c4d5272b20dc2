// Fields on grids as pixels: values become colours by a table, and a whole picture is one image where the browser can make one.
import type { Palette, Plane, Point, Window } from '@/contract'
import { rampColor } from './ramp'

const STOPS = 128

/** Colours for values from -1 to 1; NaN gets the grid's. */
export interface Shades {
  css: readonly string[]
  bytes: Uint8Array
  none: number
}
const made = new Map<string, Shades>()

function shadesFrom(name: string, ramp: readonly string[], none: string): Shades {
  const old = made.get(name)
  if (old) return old
  const css = Array.from({ length: STOPS + 1 }, (_, k) => rampColor(ramp, k / STOPS))
  css.push(none)
  const bytes = new Uint8Array(3 * css.length)
  for (const [k, color] of css.entries()) {
    const parts = color.startsWith('#')
      ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
      : color.match(/\d+/g)!.map(Number)
    bytes.set(parts, 3 * k)
  }
  const shades = { css, bytes, none: STOPS + 1 }
  made.set(name, shades)
  return shades
}

/** Blue below 0, vermilion above, paper at 0. */
export const diverging = ({ name, base, raised, method, grid }: Palette): Shades => shadesFrom(name, [base, raised, method], grid)

/** The ramp of fields for values from 0 to 1: densities. */
export const rising = ({ name, field }: Palette): Shades =>
  shadesFrom(`rising ${name}`, [field[0], field[0], field[0], ...field], field[0])

/** Black to white, as photographs are, in every theme. */
export const greys = ({ name, field }: Palette): Shades => shadesFrom(`grey ${name}`, ['#000000', '#ffffff'], field[2])

/** Index of the colour of `value`; `most` has full strength. */
export function shadeOf({ none }: Shades, value: number, most: number): number {
  const share = most > 0 ? value / most : 0
  return Number.isNaN(share) ? none : Math.round(((Math.min(Math.max(share, -1), 1) + 1) / 2) * STOPS)
}

/** A field [side, side], first index to the right, second upwards. */
export interface Field {
  values: ArrayLike<number>
  side: number
  /** The value of full strength. */
  most: number
  /** Shades run into each other, if the browser can make one image; default: a square a value. */
  smooth?: boolean
}

/** Paints a field into the square with this lower left corner and side, in window units. */
export function paintField(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  shades: Shades,
  { values, side, ...look }: Field,
  [x, y]: Point,
  size: number,
): void {
  const cells = { columns: side, rows: side, at: (i: number, j: number) => values[i * side + j]!, ...look }
  paintCells(ctx, plane, shades, cells, [
    [x, x + size],
    [y, y + size],
  ])
}

/** A table of values, columns to the right and rows upwards. */
export interface Cells {
  columns: number
  rows: number
  at(column: number, row: number): number
  /** The value of full strength. */
  most: number
  smooth?: boolean
}

/** Paints a table into a part of the window. */
export function paintCells(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  shades: Shades,
  { columns, rows, at, most, smooth = false }: Cells,
  [[x0, x1], [y0, y1]]: Window,
): void {
  const [left, top] = [Math.round(plane.x(x0)), Math.round(plane.y(y1))]
  const [width, height] = [Math.round(plane.x(x1)) - left, Math.round(plane.y(y0)) - top]
  if (typeof OffscreenCanvas === 'undefined') {
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < rows; j++) {
        ctx.fillStyle = shades.css[shadeOf(shades, at(i, j), most)]!
        const [across, down] = [left + (i * width) / columns, top + ((rows - 1 - j) * height) / rows]
        ctx.fillRect(across, down, width / columns, height / rows)
      }
    }
    return
  }
  const image = new ImageData(columns, rows)
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const shade = 3 * shadeOf(shades, at(i, j), most)
      const pixel = 4 * ((rows - 1 - j) * columns + i)
      image.data[pixel] = shades.bytes[shade]!
      image.data[pixel + 1] = shades.bytes[shade + 1]!
      image.data[pixel + 2] = shades.bytes[shade + 2]!
      image.data[pixel + 3] = 255
    }
  }
  const small = new OffscreenCanvas(columns, rows)
  small.getContext('2d')?.putImageData(image, 0, 0)
  ctx.imageSmoothingEnabled = smooth
  ctx.drawImage(small, left, top, width, height)
}

/** Largest modulus; 0 where nothing is a number. */
export function largest(values: ArrayLike<number>): number {
  let most = 0
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at]!)
    if (size > most && size < Number.POSITIVE_INFINITY) most = size
  }
  return most
}
