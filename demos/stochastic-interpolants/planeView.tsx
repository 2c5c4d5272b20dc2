// The plane: both clouds as ellipses, the exact density at time t, the ensemble, and three of its paths beside those of the ODE.
import type { Plane, Point, Window } from '@/contract'
import { type Fields, fieldsOf, logDensity, setTime } from '@/domains/diffusion/interpolantFields'
import { memoized } from '@/memoized'
import { Curve, clipped, Dot, Label, paintBands, Region, Segment, sampled } from '@/views'
import { fieldAt } from './fieldArrows'
import { bandColour, bandLine, levelsOf, odeColour, type Scene, sdeColour } from './looks'
import { Pair, paintTube } from './pairPicture'
import { MOST } from './params'
import { centreOf, isUsed, leftCount, problemOf, shapeOf } from './problem'
import { pathOf } from './readouts'
import { FOLLOWED } from './traced'

export const PLANE_WINDOW: Window = [
  [-4, 4],
  [-2.9, 2.9],
]
const CELL = 9 // px between samples of the density

/** Fields for the views: the run's may be at another time. */
const fieldsFor = memoized((params: Scene['params']): Fields => {
  const { from, to, kind, cross } = problemOf(params)
  return fieldsOf(from, to, kind, cross)
})

export const densityKey = ({ params: p, frame }: Scene) =>
  p.density && [frame.t, p.path, p.gamma, p.gammaTurn, p.gammaZero, p.a, p.left, p.right, p.moved, p.axes]

export function paintDensity(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { palette, frame } = scene
  if (!scene.params.density) return
  const fields = fieldsFor(scene.params)
  setTime(fields, frame.t)
  const [columns, rows] = [Math.max(24, Math.round(plane.width / CELL)), Math.max(24, Math.round(plane.height / CELL))]
  const place = new Float64Array(2)
  const values = sampled(
    (x, y) => {
      place[0] = x
      place[1] = y
      return Math.exp(logDensity(fields, place))
    },
    plane.window,
    columns,
    rows,
  )
  const highest = values.reduce((most, v) => Math.max(most, v), 0)
  paintBands(ctx, plane, {
    values,
    columns,
    rows,
    levels: levelsOf(highest),
    color: (index) => bandColour(palette, index),
    line: bandLine(palette),
    width: palette.weight,
  })
}

const BATCHES = 4 // fills for all particles: the colour deepens where more of them overlap, and few fills are cheap

export function paintParticles(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { frame, palette, params } = scene
  clipped(ctx, plane, () => {
    if (params.pair) paintTube(ctx, scene, plane)
    if (!params.particles || params.crowd) return // the crowd would hide them
    const size = Math.min(2, 4.4 - 0.4 * Math.log(params.n)) * palette.weight ** 0.5
    ctx.fillStyle = sdeColour(palette)
    ctx.globalAlpha = 0.6
    for (let batch = 0; batch < BATCHES; batch++) {
      ctx.beginPath()
      for (let i = 2 * batch; i < frame.x.length; i += 2 * BATCHES) {
        const [px, py] = [plane.x(frame.x[i]!), plane.y(frame.x[i + 1]!)]
        ctx.rect(px - size, py - size, 2 * size, 2 * size)
      }
      ctx.fill()
    }
    ctx.globalAlpha = 1
  })
}

/** Corners of the ellipse of component k at `scale` standard deviations. */
function ellipse(scene: Scene, k: number, scale: number): Point[] {
  const [[cx, cy], { axis, across }] = [centreOf(scene.params, k), shapeOf(scene.params, k)]
  const other = across / Math.hypot(...axis)
  return Array.from({ length: 48 }, (_, index) => {
    const [cos, sin] = [scale * Math.cos((index * Math.PI) / 24), scale * other * Math.sin((index * Math.PI) / 24)]
    return [cx + cos * axis[0] - sin * axis[1], cy + cos * axis[1] + sin * axis[0]]
  })
}

/** Ends of the ellipse's axes, where they are dragged. */
function tips(scene: Scene, k: number): Point[] {
  const [[cx, cy], { axis, across }] = [centreOf(scene.params, k), shapeOf(scene.params, k)]
  const other = across / Math.hypot(...axis)
  return [
    [cx + axis[0], cy + axis[1]],
    [cx - axis[1] * other, cy + axis[0] * other],
  ]
}

export function PlanePicture(scene: Scene) {
  const { params, palette, words, frame, step, last } = scene
  const used = Array.from({ length: 2 * MOST }, (_, k) => k).filter((k) => isUsed(params, k))
  const paths = Array.from({ length: FOLLOWED }, (_, k) => k)
  const label = (k: number, text: string) => {
    const [x] = centreOf(params, k)
    return (
      <Label at={[x, 2.9]} dy={14} anchor="middle" color={palette.soft}>
        {text}
      </Label>
    )
  }
  return (
    <>
      {used.map((k) => (
        <g key={k} data-param="moved">
          <Region rings={[ellipse(scene, k, 1)]} stroke={palette.ink} width={1.25} dash={k < MOST ? '4 3' : undefined} />
          <Region rings={[ellipse(scene, k, 2)]} stroke={palette.soft} width={0.75} dash={k < MOST ? '4 3' : undefined} />
          {tips(scene, k).map((at) => (
            <Dot key={at.join()} at={at} color={palette.soft} r={2.6} square />
          ))}
          <Dot at={centreOf(params, k)} color={palette.ink} r={3.4} />
        </g>
      ))}
      {params.arrows !== 'none' &&
        fieldAt(scene, fieldsFor(scene.params)).map(({ from, to }) => (
          <Segment key={from.join()} from={from} to={to} color={palette.base2} width={1.4} arrow />
        ))}
      {params.pair && <Pair scene={scene} />}
      {params.flow &&
        paths.map((k) => {
          const [xs, ys] = [pathOf(scene.series, 'odeX', k), pathOf(scene.series, 'ode', k)]
          const color = odeColour(palette)
          return (
            <g key={k}>
              <Curve xs={xs} ys={ys} from={step} to={last} color={color} width={1.5} opacity={0.35} />
              <Curve xs={xs} ys={ys} to={step} color={color} width={2} />
              <Dot at={[xs[step]!, ys[step]!]} color={color} r={5} square />
            </g>
          )
        })}
      {params.particles &&
        paths.map((k) => {
          const [xs, ys] = [pathOf(scene.series, 'sdeX', k), pathOf(scene.series, 'sde', k)]
          const color = sdeColour(palette)
          return (
            <g key={k}>
              <Curve xs={xs} ys={ys} from={step} to={last} color={color} width={0.9} opacity={0.3} />
              <Curve xs={xs} ys={ys} to={step} color={color} width={1.25} />
              <Dot at={[xs[step]!, ys[step]!]} color={color} r={5} />
            </g>
          )
        })}
      {params.crowd && (
        <Label at={[-4, -2.9]} dx={8} dy={-8} color={odeColour(palette)} bold>
          {words.crowd}
        </Label>
      )}
      {leftCount(params) > 0 && label(0, words.atStart)}
      {label(MOST, leftCount(params) > 0 ? words.atEnd : words.atBoth)}
      <Label at={[0, -2.75]} anchor="middle" bold>
        {words.time} = {scene.format(frame.t, 2)}
      </Label>
    </>
  )
}
