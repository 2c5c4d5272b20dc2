// Fields on canvases: colours of where a field turns, arrows, blobs.
import type { Plane, Point, Window } from '@/contract'
import { clipped } from '@/views'
import { diverging, paintCells } from '@/views/pixels'
import { STD } from '../data'
import { type Field, twistAt } from '../fields'
import type { Scene } from '../looks'
import { BLOBS, blobOf } from '../params'

/** Asymmetry of full colour. */
const FULL = 0.3
const CELLS = 44 // in a row
const ROWS = 15 // of arrows

function gridOf([[x0, x1], [y0, y1]]: Window, n: number): Float64Array {
  return Float64Array.from({ length: 2 * n * n }, (_, k) => {
    const cell = k >> 1
    return k % 2 === 0 ? x0 + ((Math.floor(cell / n) + 0.5) / n) * (x1 - x0) : y0 + (((cell % n) + 0.5) / n) * (y1 - y0)
  })
}

const KEPT = 60
const pictures = new Map<string, { twists: Float64Array; values: Float64Array }>()
/** Asymmetries at all cells and values at all arrows, kept for other themes, sizes and steps; `key` says what the field depends on. */
function looksOf(key: string, field: Field, sigma: number, window: Window, count: number) {
  const known = pictures.get(key)
  if (known) return known
  const cells = gridOf(window, count)
  const jacobians = new Float64Array(2 * cells.length)
  field.jacobians(sigma, cells, jacobians)
  const points = gridOf(window, ROWS)
  const values = new Float64Array(points.length)
  field.fill(sigma, points, values)
  const made = { twists: Float64Array.from({ length: count * count }, (_, k) => twistAt(jacobians, k)), values }
  pictures.set(key, made)
  if (pictures.size > KEPT) pictures.delete(pictures.keys().next().value!)
  return made
}

/** In colour the signed asymmetry of the Jacobian, white where the field is a gradient; arrows; circles around the blobs. */
export function paintField(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  plane: Plane,
  field: Field,
  key: string,
  window: Window,
  cells = CELLS,
): void {
  const { sigma } = scene.params
  const { twists, values } = looksOf(key, field, sigma, window, cells)
  const at = (i: number, j: number) => twists[i * cells + j]!
  paintCells(ctx, plane, diverging(scene.palette), { columns: cells, rows: cells, at, most: FULL, smooth: true }, window)
  paintBlobs(ctx, scene, plane, sigma)
  const cell = (window[0][1] - window[0][0]) / ROWS
  paintArrows(ctx, scene, plane, gridOf(window, ROWS), values, 2.5 / Math.hypot(STD, sigma), cell)
}

/** Long arrows are shortened, so that short ones can be seen. `typical`: the length that fills half a cell; `cell`: distance of two arrows, in units of the window. */
export function paintArrows(
  ctx: CanvasRenderingContext2D,
  { palette }: Scene,
  plane: Plane,
  points: ArrayLike<number>,
  values: ArrayLike<number>,
  typical: number,
  cell: number,
  color = palette.ink,
): void {
  const unit = Math.abs(plane.x(cell) - plane.x(0))
  const weight = palette.weight ** 0.5
  clipped(ctx, plane, () => {
    ctx.strokeStyle = color
    ctx.fillStyle = color
    ctx.lineWidth = 1.1 * weight
    ctx.globalAlpha = 0.75
    for (let k = 0; k < points.length; k += 2) {
      const [vx, vy] = [values[k]!, values[k + 1]!]
      const size = Math.hypot(vx, vy)
      const length = unit * (size / (size + typical))
      if (!(length > 1)) continue
      const [ux, uy] = [vx / size, -vy / size]
      const [px, py] = [plane.x(points[k]!), plane.y(points[k + 1]!)]
      const head = Math.min(4.5 * weight, length / 2)
      const [ex, ey] = [px + (length / 2) * ux, py + (length / 2) * uy]
      ctx.beginPath()
      ctx.moveTo(px - (length / 2) * ux, py - (length / 2) * uy)
      ctx.lineTo(ex - head * ux, ey - head * uy)
      ctx.stroke()
      ctx.beginPath()
      ctx.moveTo(ex, ey)
      ctx.lineTo(ex - head * ux - 0.45 * head * uy, ey - head * uy + 0.45 * head * ux)
      ctx.lineTo(ex - head * ux + 0.45 * head * uy, ey - head * uy - 0.45 * head * ux)
      ctx.fill()
    }
    ctx.globalAlpha = 1
  })
}

/** Circles of one width around the blobs, at the noise that is drawn. */
export function paintBlobs(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane, sigma: number): void {
  const radius = Math.abs(plane.x(Math.hypot(STD, sigma)) - plane.x(0))
  clipped(ctx, plane, () => {
    ctx.strokeStyle = palette.soft
    ctx.lineWidth = palette.weight
    for (let k = 0; k < BLOBS; k++) {
      const [x, y]: Point = blobOf(params, k)
      ctx.beginPath()
      ctx.arc(plane.x(x), plane.y(y), radius, 0, 2 * Math.PI)
      ctx.stroke()
    }
  })
}
