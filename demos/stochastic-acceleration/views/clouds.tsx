// A few particles and the clouds that kick them.
import { interpolateRgb } from 'd3'
import type { Palette, Plane, PlotView, Window } from '@/contract'
import { Curve, clipped, Dot, Label } from '@/views'
import { BOX, cloudAt, cloudIndexes, RADIUS, SHOWN, TRAIL } from '../clouds'
import type { Scene } from '../looks'

const WINDOW: Window = [
  [-BOX, BOX],
  [-BOX, BOX],
]
const [COOL, HOT] = [-1, 8] // ln χ at the ends of the scale of colours
const TINTS = 12
const shareOf = (y: number) => Math.min(Math.max((y - COOL) / (HOT - COOL), 0), 1)
const tint = (palette: Palette, share: number) => interpolateRgb(palette.base, palette.method)(Math.round(share * TINTS) / TINTS)

function paint(ctx: CanvasRenderingContext2D, { frame, step, palette }: Scene, plane: Plane): void {
  const unit = plane.x(1) - plane.x(0)
  clipped(ctx, plane, () => {
    for (const index of cloudIndexes) {
      const [x, y] = cloudAt(index, step)
      ctx.fillStyle = palette.field[2]
      ctx.globalAlpha = 0.55
      ctx.beginPath()
      ctx.arc(plane.x(x), plane.y(y), RADIUS * unit, 0, 2 * Math.PI)
      ctx.fill()
    }
    ctx.globalAlpha = 1
    const { y, places } = frame.clouds
    for (let i = 0; i < SHOWN; i++) {
      const share = shareOf(y[i]!)
      ctx.fillStyle = tint(palette, share)
      ctx.beginPath()
      ctx.arc(plane.x(places[2 * i]!), plane.y(places[2 * i + 1]!), (2.2 + 2.6 * share) * palette.weight ** 0.5, 0, 2 * Math.PI)
      ctx.fill()
    }
  })
}

function Clouds({ frame, palette, words }: Scene) {
  const { trail } = frame.clouds
  const [xs, ys] = [0, 1].map((axis) => Float64Array.from({ length: TRAIL }, (_, k) => trail[2 * k + axis]!)) as [
    Float64Array,
    Float64Array,
  ]
  return (
    <>
      <Curve xs={xs} ys={ys} color={palette.ink} width={1} opacity={0.7} />
      <Dot at={[xs[0]!, ys[0]!]} color={palette.ink} r={4} />
      <Label at={[-BOX, BOX]} dx={8} dy={16} small bold color={tint(palette, 0)}>
        {words.slow}
      </Label>
      <Label at={[-BOX, BOX]} dx={8} dy={33} small bold color={tint(palette, 1)}>
        {words.fast}
      </Label>
    </>
  )
}

export const clouds: PlotView<Scene> = {
  kind: 'plot',
  window: WINDOW,
  equal: true,
  marks: paint,
  draw: (scene) => <Clouds {...scene} />,
}
