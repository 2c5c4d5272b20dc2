// Little colour pictures side by side on a canvas.
import type { Plane, Point } from '@/contract'
import { shown } from '@/numerics/shown'

/** Pictures of `side` × `side` pixels: bytes of red, green, blue and opacity, row by row of the whole. */
export interface Sheet {
  columns: number
  rows: number
  side: number
  bytes: Uint8ClampedArray
}
export const startSheet = (columns: number, rows: number, side: number): Sheet => ({
  columns,
  rows,
  side,
  bytes: new Uint8ClampedArray(4 * columns * rows * side * side).fill(255),
})

/** Puts the picture values[at], … [row, column, red-green-blue], from -1 to 1 times `scale`, at its place `index`, row by row. */
export function putPicture({ columns, side, bytes }: Sheet, index: number, values: ArrayLike<number>, at = 0, scale = 1): void {
  const width = columns * side
  const corner = Math.floor(index / columns) * side * width + (index % columns) * side
  for (let pixel = 0; pixel < side * side; pixel++) {
    const to = 4 * (corner + Math.floor(pixel / side) * width + (pixel % side))
    for (let channel = 0; channel < 3; channel++) bytes[to + channel] = 255 * shown(scale * values[at + 3 * pixel + channel]!)
  }
}

/** Paints a sheet with its lower left corner at a place of the window, each picture `size` units wide, with gaps of `gap` pixels between them. */
export function paintSheet(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  { columns, rows, side, bytes }: Sheet,
  [x, y]: Point,
  size: number,
  gap: string,
): void {
  const [width, height] = [columns * side, rows * side]
  const [left, above] = [plane.x(x), plane.y(y + rows * size)]
  const [wide, high] = [plane.x(x + columns * size) - left, plane.y(y) - above]
  if (typeof OffscreenCanvas === 'undefined') {
    for (let k = 0; k < width * height; k++) {
      ctx.fillStyle = `rgb(${bytes[4 * k]} ${bytes[4 * k + 1]} ${bytes[4 * k + 2]})`
      ctx.fillRect(
        left + ((k % width) * wide) / width,
        above + (Math.floor(k / width) * high) / height,
        wide / width,
        high / height,
      )
    }
  } else {
    const small = new OffscreenCanvas(width, height)
    small.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(bytes), width, height), 0, 0)
    ctx.imageSmoothingEnabled = false
    ctx.drawImage(small, left, above, wide, high)
  }
  ctx.fillStyle = gap
  for (let column = 1; column < columns; column++) ctx.fillRect(left + (column * wide) / columns - 1, above, 2, high)
  for (let row = 1; row < rows; row++) ctx.fillRect(left, above + (row * high) / rows - 1, wide, 2)
}
