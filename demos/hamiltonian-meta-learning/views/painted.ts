// Landscapes on canvases: dark is low. Where no data are, the colours are faint.
import type { Plane, Point } from '@/contract'
import type { LawName } from '@/domains/dynamics/hamiltonians'
import { paintBands } from '@/views'
import { rampColor } from '@/views/ramp'
import { aligned, GRID, rangeOver, reachOf, trueLandscape } from '../networks/landscape'
import { clouds } from '../networks/tasks'
import type { Scene } from './looks'

const BANDS = 9
const FAINT = 0.62 // of the paper over places without data

/** The part of a plane around `centre`, `half` each way. */
const partOf = (plane: Plane, [cx, cy]: Point, half: number): Plane => ({
  ...plane,
  window: [
    [cx - half, cx + half],
    [cy - half, cy + half],
  ],
  width: plane.x(cx + half) - plane.x(cx - half),
  height: plane.y(cy - half) - plane.y(cy + half),
})

/** Paints heights [GRID, GRID] into a square of the plane; colours go by the heights of the true landscape. `half` is half its side. */
export function paintLandscape(
  ctx: CanvasRenderingContext2D,
  { params: { law, theta }, palette }: Scene,
  plane: Plane,
  heights: Float64Array,
  centre: Point,
  half: number,
): void {
  const part = partOf(plane, centre, half)
  const [low, high] = rangeOver(law, aligned(law, trueLandscape(law, theta)))
  const depths = aligned(law, heights).map((height) => 1 - Math.min(Math.max((height - low) / (high - low), 0), 1))
  paintBands(ctx, part, {
    values: depths,
    columns: GRID,
    rows: GRID,
    levels: Array.from({ length: BANDS }, (_, k) => k / BANDS),
    color: (index) => rampColor(palette.field, index / (BANDS - 1)),
    line: palette.name === 'dark' ? 'rgb(255 255 255 / 0.1)' : 'rgb(255 255 255 / 0.7)',
    width: palette.weight,
  })
  fade(ctx, part, law, palette.paper)
}

/** Covers what lies outside of the data. */
function fade(ctx: CanvasRenderingContext2D, part: Plane, law: LawName, paper: string): void {
  const [[x0, x1], [y0, y1]] = part.window
  const [cx, cy] = [part.x((x0 + x1) / 2), part.y((y0 + y1) / 2)]
  const { q, core } = clouds[law]
  const px = (length: number) => (length * part.width) / (2 * reachOf(law))
  ctx.save()
  ctx.globalAlpha = FAINT
  ctx.fillStyle = paper
  ctx.beginPath()
  ctx.rect(part.x(x0), part.y(y1), part.width, part.height)
  if (core === undefined) ctx.rect(cx - px(q), cy - px(q), 2 * px(q), 2 * px(q))
  else
    for (const radius of [q, core]) {
      ctx.moveTo(cx + px(radius), cy)
      ctx.arc(cx, cy, px(radius), 0, 2 * Math.PI)
    }
  ctx.fill('evenodd')
  ctx.restore()
}
