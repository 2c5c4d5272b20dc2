// The map found by trials, for surfaces without a formula for the rate.
import type { Plane, PlotView, Point, SceneOf } from '@/contract'
import { Dot, Label, rampColor } from '@/views'
import type demo from './demo'
import { LOG_ALPHA, type Measured } from './measured'
import { isStraight } from './params'

type Scene = SceneOf<typeof demo>

const GAIN = 8 // decades over which the ramp runs

function paintMeasured(ctx: CanvasRenderingContext2D, { maps, palette }: Scene, plane: Plane) {
  const map = maps.measured?.result
  if (!map) return
  const { columns, rows, left } = map
  const [[x0, x1], [y0, y1]] = plane.window
  const [w, h] = [(plane.x(x1) - plane.x(x0)) / columns, (plane.y(y0) - plane.y(y1)) / rows]
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = left[row * columns + column] as number
      const [px, py] = [plane.x(x0) + column * w, plane.y(y1) + row * h]
      if (Number.isNaN(value)) {
        ctx.fillStyle = palette.grid
        ctx.fillRect(px, py, w + 0.5, h + 0.5)
        continue
      }
      ctx.fillStyle = rampColor(palette.field, -value / GAIN)
      ctx.fillRect(px, py, w + 0.5, h + 0.5)
    }
  }
}

/** Centre of the best cell of the map: [log10 α, β]. */
function bestOf({ columns, rows, left }: Measured): Point | null {
  let best = -1
  for (const [cell, value] of left.entries()) if (value < (best < 0 ? 0 : (left[best] as number))) best = cell
  if (best < 0) return null
  return [
    LOG_ALPHA[0] + ((LOG_ALPHA[1] - LOG_ALPHA[0]) * ((best % columns) + 0.5)) / columns,
    1 - (Math.floor(best / columns) + 0.5) / rows,
  ]
}

function MeasuredMap({ maps, palette, words, params }: Scene) {
  const map = maps.measured?.result
  const best = map && bestOf(map)
  return (
    <>
      <Label at={[LOG_ALPHA[1], 0.5]} dx={-10} anchor="end" italic>
        {words.fliesOff}
      </Label>
      {best && <Dot at={best} color={palette.ink} r={3.5} />}
      {best && (
        <Label at={best} dx={-8} dy={4} anchor="end" bold small>
          {words.best}
        </Label>
      )}
      <Dot at={[Math.log10(params.alpha), params.beta]} color={palette.method} r={4.5} param="alpha" />
    </>
  )
}

export const tuning: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => !isStraight(params),
  map: 'measured',
  window: [
    [LOG_ALPHA[0], LOG_ALPHA[1]],
    [0, 1],
  ],
  x: ({ words }) => ({ title: words.axisAlpha, scale: 'log10', ticks: 6 }),
  y: { title: 'β', ticks: [0, 0.5, 1] },
  backdrop: {
    key: ({ maps, params }) => [maps.measured?.done, params.objective, params.formula, params.start],
    paint: paintMeasured,
  },
  draw: MeasuredMap,
}
