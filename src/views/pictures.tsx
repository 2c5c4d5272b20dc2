// Pictures of pixels side by side, as a film strip or a small gallery: grey or signed values on a canvas, frames and words over them.
import type { Plane, Point } from '@/contract'
import { Label, Region, usePlot } from './parts'
import { paintCells, type Shades } from './pixels'

/** A picture [rows, columns], rows from the top. */
export interface Picture {
  values: ArrayLike<number>
  columns: number
  rows: number
  /** The value of full strength; the opposite one is the other end of the shades. */
  most: number
}

/** Paints a picture into the square with this lower left corner and side, in window units. */
export function paintPicture(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  shades: Shades,
  { values, columns, rows, most }: Picture,
  [x, y]: Point,
  size: number,
): void {
  const cells = { columns, rows, most, at: (i: number, j: number) => values[(rows - 1 - j) * columns + i]! }
  paintCells(ctx, plane, shades, cells, [
    [x, x + size],
    [y, y + size],
  ])
}

export interface FilmFrame {
  name: string
  /** Lower left corner. */
  at: Point
  color: string
  /** Below the picture. */
  note?: string
  /** In place of a picture that there is not. */
  empty?: string
}

/** Frames of `size` × `size` with their names above and notes below. */
export function Film({ frames, size = 1 }: { frames: readonly FilmFrame[]; size?: number }) {
  const { palette } = usePlot()
  return frames.map(({ name, at: [x, y], color, note, empty }) => (
    <g key={name}>
      <Region
        rings={[
          [
            [x, y],
            [x + size, y],
            [x + size, y + size],
            [x, y + size],
          ],
        ]}
        fill={empty === undefined ? undefined : palette.grid}
        stroke={palette.faint}
        width={1}
        dash={empty === undefined ? undefined : '4 4'}
      />
      <Label at={[x, y + size]} dy={-7} bold color={color}>
        {name}
      </Label>
      {note !== undefined && (
        <Label at={[x, y]} dy={16} small color={color}>
          {note}
        </Label>
      )}
      {empty !== undefined && (
        <Label at={[x + size / 2, y + size / 2]} dy={4} anchor="middle" small italic color={palette.soft}>
          {empty}
        </Label>
      )}
    </g>
  ))
}
