// The map between a window (y upwards) and the pixels of a plot (y downwards).
import type { Plane, Point, Window } from '@/contract'

export interface Margins {
  left: number
  right: number
  top: number
  bottom: number
}

/** Geometry of a plot of `width` × `height` CSS pixels with margins inside; pixel coordinates count from the outer corner. */
export function planeOf(window: Window, width: number, height: number, margins: Margins, equal = false): Plane {
  const inner = {
    width: Math.max(1, width - margins.left - margins.right),
    height: Math.max(1, height - margins.top - margins.bottom),
  }
  const [[x0, x1], [y0, y1]] = equal ? squared(window, inner.width / inner.height) : window
  const kx = inner.width / (x1 - x0)
  const ky = inner.height / (y1 - y0)
  const bottom = margins.top + inner.height
  return {
    window: [
      [x0, x1],
      [y0, y1],
    ],
    width: inner.width,
    height: inner.height,
    x: (value) => margins.left + (value - x0) * kx,
    y: (value) => bottom - (value - y0) * ky,
    at: (px, py): Point => [x0 + (px - margins.left) / kx, y0 + (bottom - py) / ky],
  }
}

/** The smallest window around `window` in which a unit has the same length on both axes; `ratio` is width over height. */
function squared([[x0, x1], [y0, y1]]: Window, ratio: number): Window {
  const width = Math.max(x1 - x0, (y1 - y0) * ratio)
  const height = width / ratio
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return [
    [cx - width / 2, cx + width / 2],
    [cy - height / 2, cy + height / 2],
  ]
}
