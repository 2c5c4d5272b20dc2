// The plane: density and particles at their time, and the point with what it may have been, its velocity (backwards, as samplers go), its exact path and
// the way of the sampler.
import type { Plane, PlotView } from '@/contract'
import { velocityFrom } from '@/domains/diffusion/affine'
import { lookAt } from '@/domains/diffusion/affineMixture'
import { Circle, Curve, clipped, Dot, Label, Segment } from '@/views'
import { paintCells, rising } from '@/views/pixels'
import { planeWindow } from '../lanes'
import { SAMPLER_LOOKS, type Scene } from '../looks'
import { MOST, siteOf } from '../params'
import { curvePath, problemOf, spotData } from '../problem'

const SIDE = 56
function paintDensity(ctx: CanvasRenderingContext2D, { params, frame, palette }: Scene, plane: Plane): void {
  if (params.tab !== 'plane') return
  const { seen, at } = problemOf(params)
  const mixture = seen(at(frame.now))
  const window = planeWindow(params)
  const [low, high] = window[0]
  const place = (k: number) => low + ((k + 0.5) / SIDE) * (high - low)
  const values = new Float64Array(SIDE * SIDE)
  let most = 0
  for (let i = 0; i < SIDE; i++)
    for (let j = 0; j < SIDE; j++) {
      const p = Math.exp(lookAt(mixture, [place(i), place(j)]))
      values[i * SIDE + j] = p
      most = Math.max(most, p)
    }
  const cells = { columns: SIDE, rows: SIDE, at: (i: number, j: number) => values[i * SIDE + j]!, most, smooth: true }
  paintCells(ctx, plane, rising(palette), cells, window)
}

function paintParticles(ctx: CanvasRenderingContext2D, { params, frame, palette }: Scene, plane: Plane): void {
  if (params.tab !== 'plane' || frame.places.length % 2 !== 0) return
  const { color } = SAMPLER_LOOKS[params.sampler]
  clipped(ctx, plane, () => {
    ctx.fillStyle = color(palette)
    ctx.globalAlpha = 0.65
    ctx.beginPath()
    for (let i = 0; i < frame.places.length; i += 2) {
      const [x, y] = [plane.x(frame.places[i]!), plane.y(frame.places[i + 1]!)]
      ctx.moveTo(x + 1.75, y)
      ctx.arc(x, y, 1.75, 0, 2 * Math.PI)
    }
    ctx.fill()
    ctx.globalAlpha = 1
  })
}

const ARROW = 0.25 // of the velocity
function Point(scene: Scene) {
  const { params, palette, series, step, last, words } = scene
  const { seen, at } = problemOf(params)
  const at0 = at(params.time)
  const mixture = seen(at0)
  lookAt(mixture, params.spot)
  const shares = mixture.shares.slice()
  const [x, y] = spotData(params)
  const arrow = params.spot.map((at, i) => at - ARROW * velocityFrom(at0, at, [x!, y!][i]!))
  const look = SAMPLER_LOOKS[params.sampler]
  const path = curvePath(params)
  const line = { xs: series.tracedX, ys: series.tracedY, color: look.color(palette), dash: look.dash }
  return (
    <>
      {Array.from({ length: MOST }, (_, k) => (
        <g key={siteOf(params, k).join()} data-param="sites">
          <Circle at={siteOf(params, k)} radius={params.spread} stroke={palette.soft} />
          <Segment from={params.spot} to={siteOf(params, k)} color={palette.base} width={0.75 + 4 * shares[k]!} opacity={0.35} />
        </g>
      ))}
      <Segment from={params.spot} to={[x!, y!]} color={palette.base} width={1.75} />
      <Segment from={params.spot} to={[arrow[0]!, arrow[1]!]} color={palette.method} width={2} arrow />
      <Label at={[arrow[0]!, arrow[1]!]} dx={6} dy={12} bold color={palette.method}>
        {words.speed}
      </Label>
      <Curve xs={path.filter((_, i) => i % 2 === 0)} ys={path.filter((_, i) => i % 2 === 1)} color={palette.ink} width={2.25} />
      <Curve {...line} from={step} to={last} opacity={0.35} />
      <Curve {...line} to={step} width={2} />
      <Dot at={[series.tracedX[step]!, series.tracedY[step]!]} color={line.color} r={4.5} square={look.square} />
      <Label at={[series.tracedX[step]!, series.tracedY[step]!]} dx={9} dy={14} bold color={line.color}>
        {words[params.sampler]}
      </Label>
      <Dot at={[x!, y!]} color={palette.base} r={5} square />
      <Label at={[x!, y!]} dx={-9} dy={-8} anchor="end" bold color={palette.base}>
        {words.mean}
      </Label>
    </>
  )
}

export const plane: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'plane',
  window: ({ params }) => planeWindow(params),
  equal: true,
  backdrop: {
    key: ({ params: { tab, schedule, sites, spread }, frame }) => [tab, schedule, sites, spread, frame.now],
    paint: paintDensity,
  },
  marks: paintParticles,
  draw: (scene) => (scene.params.tab === 'plane' ? <Point {...scene} /> : null),
}
