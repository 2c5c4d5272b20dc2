// The surface seen from very far, in a plane: where there is no WebGL, and for tests.
import type { Plane, PlotView, Point, StageWord, Vector3 } from '@/contract'
import { lookOf } from '@/numerics/look'
import { eigen2 } from '@/numerics/matrix2'
import { Curve, clipped, Dot, Label, Region } from '@/views'
import { flattened, placeOf } from '../geometry'
import { BALL, fieldColour, nameOfField, type Scene } from '../looks'
import { axisLine, ballOf, dataPlaces, type Line, markedPath, markedPlace, particlesOf, trailsIn, windowOf } from '../space'

const flatLine = (line: Line, toFlat: (at: Vector3) => Point): Point[] =>
  Array.from({ length: line.length / 3 }, (_, k) => toFlat([line[3 * k]!, line[3 * k + 1]!, line[3 * k + 2]!]))
function toFlat({ params }: Scene): (at: Vector3) => Point {
  const look = lookOf(params)
  return (at) => flattened(at, params, look)
}

const ROUND = 48
/** The outline of an ellipsoid with these half axes around a place: M Mᵀ of their images M in the plane. */
function outline(axes: readonly Vector3[], at: Point, flat: (of: Vector3) => Point): Point[] {
  const seen = axes.map(flat)
  const [a, b, c] = [0, 1, 2].map((k) => seen.reduce((sum, [u, v]) => sum + (k === 0 ? u * u : k === 1 ? u * v : v * v), 0)) as [
    number,
    number,
    number,
  ]
  const { values, angle } = eigen2(a, b, c)
  const [low, high] = values.map((value) => Math.sqrt(Math.max(0, value))) as [number, number]
  return Array.from({ length: ROUND + 1 }, (_, k) => {
    const turn = (2 * Math.PI * k) / ROUND
    const [u, v] = [low * Math.cos(turn), high * Math.sin(turn)]
    return [at[0] + u * Math.cos(angle) - v * Math.sin(angle), at[1] + u * Math.sin(angle) + v * Math.cos(angle)]
  })
}

function paint(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { palette, params } = scene
  if (params.tab !== 'space') return
  const flat = toFlat(scene)
  const dots = (places: readonly Vector3[], color: string, radius: number, opacity: number) => {
    ctx.fillStyle = color
    ctx.globalAlpha = opacity
    ctx.beginPath()
    for (const [u, v] of places.map(flat)) {
      ctx.moveTo(plane.x(u) + radius, plane.y(v))
      ctx.arc(plane.x(u), plane.y(v), radius, 0, 2 * Math.PI)
    }
    ctx.fill()
  }
  clipped(ctx, plane, () => {
    dots(dataPlaces(params), palette.soft, 1.5 * palette.weight ** 0.5, 0.7)
    ctx.strokeStyle = fieldColour(scene)
    ctx.lineWidth = palette.weight
    ctx.globalAlpha = 0.35
    ctx.beginPath()
    for (const line of trailsIn(scene))
      for (const [k, [u, v]] of flatLine(line, flat).entries()) {
        if (k === 0) ctx.moveTo(plane.x(u), plane.y(v))
        else ctx.lineTo(plane.x(u), plane.y(v))
      }
    ctx.stroke()
    dots(particlesOf(scene), fieldColour(scene), 2.6 * palette.weight ** 0.5, 0.85)
    ctx.globalAlpha = 1
  })
}

function FlatSpace(scene: Scene) {
  const { params, palette, step, last } = scene
  const flat = toFlat(scene)
  const color = fieldColour(scene)
  const [start, here, ball] = [flat(placeOf('start', params)), markedPlace(scene), ballOf(scene)]
  const path = (from: number, until: number) => flatLine(markedPath(scene, from, until), flat)
  const [past, future] = [path(0, step), path(step, last)]
  const axis = flatLine(axisLine(params), flat)
  const round: Vector3[] = [
    [BALL, 0, 0],
    [0, BALL, 0],
    [0, 0, BALL],
  ]
  return (
    <>
      <Curve xs={axis.map(([u]) => u)} ys={axis.map(([, v]) => v)} color={palette.faint} width={1.5} dash="6 4" />
      <Region rings={[outline(round, start, flat)]} stroke={palette.faint} width={1} />
      <Curve xs={future.map(([u]) => u)} ys={future.map(([, v]) => v)} color={palette.ink} width={2} opacity={0.3} />
      <Curve xs={past.map(([u]) => u)} ys={past.map(([, v]) => v)} color={palette.ink} width={2} />
      {here && ball && (
        <Region rings={[outline(ball, flat(here), flat)]} fill={color} opacity={0.35} stroke={color} width={1.5} />
      )}
      {here && <Dot at={flat(here)} color={palette.ink} r={3.5} />}
      <Dot at={start} color={palette.soft} r={4} param="startTurn" />
      <Dot at={flat(placeOf('axis', params))} color={palette.soft} r={4} param="axisTurn" />
      {namesIn(scene).map(({ text, color: ink, at, dx, dy = 0 }) => (
        <Label key={text} at={flat(at)} dx={dx} dy={4 - dy} bold color={ink}>
          {text}
        </Label>
      ))}
    </>
  )
}

const SHORT = 420 // CSS px: in a narrower stage fewer words
/** What is what. */
export function namesIn(scene: Scene, width = Number.POSITIVE_INFINITY): StageWord[] {
  const { params, palette, words } = scene
  const { up } = lookOf(params)
  const field: StageWord = {
    text: nameOfField(scene),
    color: fieldColour(scene),
    at: [-1.55 * up[0], -1.55 * up[1], -1.55 * up[2]],
    dx: 16,
  }
  const axis: StageWord = { text: words.axis, color: palette.soft, at: placeOf('axis', params), dx: 14, dy: 4 }
  const start: StageWord = { text: words.start, color: palette.soft, at: placeOf('start', params), dx: 18, dy: 26 }
  return width < SHORT ? [field] : [field, axis, start]
}

export const flat: PlotView<Scene> = {
  kind: 'plot',
  window: windowOf,
  equal: true,
  marks: paint,
  draw: (scene) => (scene.params.tab === 'space' ? <FlatSpace {...scene} /> : null),
}
