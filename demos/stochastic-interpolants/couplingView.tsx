// The bridge's pairs: the start of each particle against its current place, and the covariance of the ends against σ.
import type { Plane, Point, Window } from '@/contract'
import { crossCovariance } from '@/domains/diffusion/gaussianBridge'
import { Curve, clipped, Dot, Label, Region, Rule, Segment } from '@/views'
import { odeColour, type Scene, sdeColour } from './looks'
import { startOf } from './model'
import { params as schema } from './params'
import { humpOf, problemOf } from './problem'
import { exactMoments } from './readouts'

export const PAIRS_WINDOW: Window = [
  [-3.2, 3.2],
  [-3, 4],
]

export function paintPairs(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette, frame } = scene
  if (!params.particles) return
  const start = startOf(params)
  const size = 1.7 * palette.weight ** 0.5
  clipped(ctx, plane, () => {
    ctx.fillStyle = sdeColour(palette)
    ctx.globalAlpha = 0.6
    ctx.beginPath()
    for (let i = 0; i < frame.x.length; i++) {
      ctx.rect(plane.x(start[i]!) - size, plane.y(frame.x[i]!) - size, 2 * size, 2 * size)
    }
    ctx.fill()
    ctx.globalAlpha = 1
  })
}

/** Ellipse of the joint Gaussian of x0 and x_t, at `scale` standard deviations. */
function joint({ params, frame: { t } }: Scene, scale: number): Point[] {
  const { cross } = problemOf(params)
  const [[m0, s0], { mean, spread }] = [humpOf(params, 0), exactMoments(params, t)]
  const along = ((1 - t) * s0 * s0 + t * cross) / s0
  const across = Math.sqrt(Math.max(spread * spread - along * along, 0))
  return Array.from({ length: 60 }, (_, k) => {
    const [cos, sin] = [scale * Math.cos((k * Math.PI) / 30), scale * Math.sin((k * Math.PI) / 30)]
    return [m0 + s0 * cos, mean + along * cos + across * sin]
  })
}

export function PairsPicture(scene: Scene) {
  const { params, palette, words, frame, series, step, format } = scene
  const [[m0, s0], { mean, spread }] = [humpOf(params, 0), exactMoments(params, frame.t)]
  const sorted = (x: number): Point => [x, mean + (spread / s0) * (x - m0)]
  return (
    <>
      {params.density &&
        [1, 2].map((scale) => (
          <Region key={scale} rings={[joint(scene, scale)]} stroke={palette.ink} width={scale === 1 ? 1.5 : 1} />
        ))}
      {params.flow && (
        <>
          <Segment from={sorted(m0 - 3 * s0)} to={sorted(m0 + 3 * s0)} color={odeColour(palette)} width={2} />
          <Label at={sorted(m0 - 2.4 * s0)} dx={6} dy={18} color={odeColour(palette)} bold>
            {words.sorted}
          </Label>
        </>
      )}
      <Label at={[-3.2, 4]} dx={6} dy={16} color={sdeColour(palette)} bold>
        {words.pairsOf}
      </Label>
      <Label at={[3.2, -3]} dx={-4} dy={-24} anchor="end" small color={palette.soft}>
        {words.covariance} {format(series.covariance[step]!, 2)}
      </Label>
      <Label at={[3.2, -3]} dx={-4} dy={-9} anchor="end" small color={palette.soft}>
        {words.exactly} {format(series.exactCovariance[step]!, 2)}
      </Label>
    </>
  )
}

const { min, max } = schema.sigma
const [LEAST, MOST] = [Math.log10(min), Math.log10(max)]
const POINTS = 91

/** A tenth more than the covariance of sorted pairs. */
export const couplingWindow = ({ params }: Scene): Window => [
  [LEAST - 0.06, MOST + 0.06],
  [0, 1.25 * humpOf(params, 0)[1] * humpOf(params, 1)[1]],
]

export function CouplingPicture(scene: Scene) {
  const { params, palette, words } = scene
  const [s0, s1] = [humpOf(params, 0)[1], humpOf(params, 1)[1]]
  const xs = Array.from({ length: POINTS }, (_, k) => LEAST + ((MOST - LEAST) * k) / (POINTS - 1))
  const here = Math.log10(params.sigma)
  return (
    <>
      <Rule x={here} />
      <Segment from={[LEAST, s0 * s1]} to={[MOST, s0 * s1]} color={odeColour(palette)} width={1.5} dash="5 4" />
      <Curve xs={xs} ys={xs.map((x) => crossCovariance(s0, s1, 10 ** x))} color={sdeColour(palette)} width={2} />
      <Dot at={[here, crossCovariance(s0, s1, params.sigma)]} color={sdeColour(palette)} r={6} />
      <Label at={[MOST, s0 * s1]} dx={-4} dy={-7} anchor="end" color={odeColour(palette)}>
        {words.transport}
      </Label>
      <Label at={[LEAST, 0]} dx={6} dy={-7} color={palette.soft}>
        {words.independent}
      </Label>
    </>
  )
}
