// Particles on their way from noise to data over the density that they should have, and a circle that the flow carries along.
import { type Plane, type PlotView, type Point, partOf, type Window } from '@/contract'
import { Circle, Curve, clipped, Dot, Label, paintBands, Region, rampColor, sampled } from '@/views'
import { blobOf, newField } from '../data'
import { BALL, fieldColour, nameOfField, type Scene } from '../looks'
import { BLOBS, noiseAt } from '../params'
import { trailsOf } from '../readouts'

const WINDOW: Window = [
  [-3, 3],
  [-3, 3],
]
const DEPTHS = [8, 4.5, 2, 0.5] // ln of the highest density over that of a line: at 4, 3, 2 and 1 widths of a Gaussian
const [COARSE, FINE] = [44, 84] // samples on a side, for wide and for narrow densities
const NARROW = 0.25

/** The density of noisy data at this noise, in bands. */
function paintDensity(ctx: CanvasRenderingContext2D, { params, palette, step }: Scene, plane: Plane): void {
  if (params.tab !== 'plane') return
  const sigma = noiseAt(params, step)
  const side = sigma < NARROW && params.data !== 'blob' ? FINE : COARSE
  const field = newField(params)
  field.setNoise(sigma)
  const at = new Float64Array(2)
  const values = sampled(
    (x, y) => {
      at[0] = x
      at[1] = y
      return field.log(at, 0)
    },
    plane.window,
    side,
    side,
  )
  const top = values.reduce((most, v) => Math.max(most, v), Number.NEGATIVE_INFINITY)
  paintBands(ctx, plane, {
    values,
    columns: side,
    rows: side,
    levels: DEPTHS.map((depth) => top - depth),
    color: (index) => rampColor(palette.field, index / (DEPTHS.length - 1)),
  })
}

function paint(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette, frame, series, step } = scene
  if (params.tab !== 'plane' || frame.jacobian.length !== 4) return
  const weight = palette.weight ** 0.5
  clipped(ctx, plane, () => {
    const count = trailsOf(params)
    if (series.trails.length % (2 * count) === 0) {
      ctx.strokeStyle = fieldColour(scene)
      ctx.lineWidth = palette.weight
      ctx.globalAlpha = 0.4
      ctx.beginPath()
      for (let k = 0; k < count; k++) {
        const [xs, ys] = [partOf(series.trails, 2 * k, 2 * count), partOf(series.trails, 2 * k + 1, 2 * count)]
        for (let i = 0; i <= step; i++) {
          if (i === 0) ctx.moveTo(plane.x(xs[i]!), plane.y(ys[i]!))
          else ctx.lineTo(plane.x(xs[i]!), plane.y(ys[i]!))
        }
      }
      ctx.stroke()
    }
    const radius = (frame.x.length > 800 ? 1.6 : 2.4) * weight
    ctx.fillStyle = fieldColour(scene)
    ctx.globalAlpha = 0.85
    ctx.beginPath()
    for (let i = 0; i < frame.x.length; i += 2) {
      const [px, py] = [plane.x(frame.x[i]!), plane.y(frame.x[i + 1]!)]
      ctx.moveTo(px + radius, py)
      ctx.arc(px, py, radius, 0, 2 * Math.PI)
    }
    ctx.fill()
    ctx.globalAlpha = 1
  })
}

const ROUND = 48
/** The circle around the start, as Y has it now, around a place. */
const carriedCircle = (y: Float64Array, [x0, y0]: Point): Point[] =>
  Array.from({ length: ROUND + 1 }, (_, k) => {
    const turn = (2 * Math.PI * k) / ROUND
    const [u, v] = [BALL * Math.cos(turn), BALL * Math.sin(turn)]
    return [x0 + y[0]! * u + y[1]! * v, y0 + y[2]! * u + y[3]! * v]
  })

function Marked(scene: Scene) {
  const { params, palette, frame, series, step, last, words, format } = scene
  const color = fieldColour(scene)
  const here: Point = [series.x[step]!, series.y[step]!]
  const isPlane = frame.jacobian.length === 4 && Number.isFinite(here[0])
  return (
    <>
      <Circle at={params.start} radius={BALL} stroke={palette.soft} width={1.25} dash="3 3" />
      <Curve xs={series.x} ys={series.y} from={step} to={last} color={palette.ink} width={2} opacity={0.3} />
      <Curve xs={series.x} ys={series.y} to={step} color={palette.ink} width={2} />
      {isPlane && (
        <Region rings={[carriedCircle(frame.jacobian, here)]} fill={palette.paper} opacity={0.6} stroke={palette.ink} width={2} />
      )}
      {isPlane && <Dot at={here} color={palette.ink} r={3.5} />}
      <Dot at={params.start} color={palette.soft} r={4} param="start" />
      {params.data === 'blobs' &&
        Array.from({ length: BLOBS }, (_, k) => (
          <Dot key={k} at={blobOf(params, k)} color={palette.soft} r={3} square param="moved" />
        ))}
      {params.kind === 'vortex' && (
        <>
          <Circle at={params.centre} radius={0.6} stroke={palette.ink} width={1} dash="5 4" />
          <Dot at={params.centre} color={palette.ink} r={4} square param="centre" />
          <Label at={params.centre} dx={10} dy={-8} small>
            {words.vortex}
          </Label>
        </>
      )}
      <Label at={[-3, 3]} dx={8} dy={17} bold color={color}>
        {nameOfField(scene)}
      </Label>
      <Label at={[3, 3]} dx={-8} dy={17} anchor="end" small>
        {`σ = ${format(noiseAt(params, step), 2)}`}
      </Label>
    </>
  )
}

export const plane: PlotView<Scene> = {
  kind: 'plot',
  window: WINDOW,
  equal: true,
  when: ({ params }) => params.tab === 'plane',
  backdrop: {
    key: ({ params, step }) => [params.tab, params.data, params.moved, noiseAt(params, step)],
    paint: paintDensity,
  },
  marks: paint,
  draw: (scene) => (scene.params.tab === 'plane' ? <Marked {...scene} /> : null),
}
