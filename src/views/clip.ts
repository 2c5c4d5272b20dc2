// Clipping to the plot, with a margin. Browsers clip too, but first they cut the whole of a far line into dashes, which costs frames.
import type { Plane } from '@/contract'

/** Left, right, top, bottom in pixels. */
export type Box = readonly [left: number, right: number, top: number, bottom: number]
const MARGIN = 40 // px around the plot that are still drawn, so that ends and joins of lines are out of sight

export function boxOf(plane: Plane): Box {
  const [[x0, x1], [y0, y1]] = plane.window
  return [plane.x(x0) - MARGIN, plane.x(x1) + MARGIN, plane.y(y1) - MARGIN, plane.y(y0) + MARGIN]
}

export const isIn = ([left, right, top, bottom]: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

/** The shares of a segment, from start to end, between which it is in the box (Liang and Barsky); null if it never is. */
export function sharesIn(
  [left, right, top, bottom]: Box,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): readonly [from: number, to: number] | null {
  let from = 0
  let to = 1
  for (const [start, change, low, high] of [
    [x1, x2 - x1, left, right],
    [y1, y2 - y1, top, bottom],
  ] as const) {
    if (change === 0) {
      if (start < low || start > high) return null
      continue
    }
    const [a, b] = [(low - start) / change, (high - start) / change]
    from = Math.max(from, Math.min(a, b))
    to = Math.min(to, Math.max(a, b))
  }
  return from <= to ? [from, to] : null
}

/** Keeps what is painted inside the plot. */
export function clipped(ctx: CanvasRenderingContext2D, plane: Plane, paint: () => void): void {
  const [[x0], [, y1]] = plane.window
  ctx.save()
  ctx.beginPath()
  ctx.rect(plane.x(x0), plane.y(y1), plane.width, plane.height)
  ctx.clip()
  paint()
  ctx.restore()
}
