// Paints little pictures on a canvas: 8 × 8 pixels each, unfolded from the nine numbers that are computed.
import type { Plane, Point } from '@/contract'
import { PATCH_SIDE } from '@/domains/diffusion/mixtures'
import { unfold } from '@/domains/diffusion/span'
import { pictureSpan } from './data'
import { shown } from './measures'

/** Pictures side by side: bytes of red, green and blue, row by row of the whole. */
export interface Sheet {
  columns: number
  rows: number
  bytes: Uint8ClampedArray
}

/** Folded pictures [n, 9], whose outside parts point along rest[first], rest[first + 1], …, as a sheet; `scale` for parts of a push. */
export function sheetOf(inside: Float64Array, rest: Float64Array, columns: number, rows: number, first = 0, scale = 1): Sheet {
  const span = pictureSpan()
  const width = columns * PATCH_SIDE
  const bytes = new Uint8ClampedArray(4 * width * rows * PATCH_SIDE).fill(255)
  const picture = new Float64Array(span.dim)
  for (let p = 0; p < columns * rows; p++) {
    unfold(span, inside, p * (span.rank + 1), rest, (first + p) * span.dim, picture)
    const corner = Math.floor(p / columns) * PATCH_SIDE * width + (p % columns) * PATCH_SIDE
    for (let pixel = 0; pixel < PATCH_SIDE * PATCH_SIDE; pixel++) {
      const at = 4 * (corner + Math.floor(pixel / PATCH_SIDE) * width + (pixel % PATCH_SIDE))
      for (let channel = 0; channel < 3; channel++) bytes[at + channel] = 255 * shown(scale * picture[3 * pixel + channel]!)
    }
  }
  return { columns, rows, bytes }
}

/** Paints a sheet with its lower left corner at a place of the window, each picture `size` units wide, with gaps of `gap` pixels between them. */
export function paintSheet(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  { columns, rows, bytes }: Sheet,
  [x, y]: Point,
  size: number,
  gap: string,
): void {
  const [width, height] = [columns * PATCH_SIDE, rows * PATCH_SIDE]
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
