// The space seen from very far, in a plane: where there is no WebGL, and for tests.
import type { Plane, PlotView, Point, Vector3 } from '@/contract'
import { lookOf } from '@/numerics/look'
import { Curve, clipped, Dot, Dots, Label, Region } from '@/views'
import { flattened, topOf, WIDE } from '../geometry'
import type { Scene } from '../looks'
import { chargePlaces, circle, circlesOf, HALF, type Line, linesOf, particlesOf, pathOf, windowOf } from '../space'
import { bundlesOf, namesIn, ownColour, pathsOf, sizeOfParticles } from './spaceLooks'

const flatLine = (line: Line, toFlat: (at: Vector3) => Point): Point[] =>
  Array.from({ length: line.length / 3 }, (_, k) => toFlat([line[3 * k]!, line[3 * k + 1]!, line[3 * k + 2]!]))

function toFlat({ params }: Scene): (at: Vector3) => Point {
  const look = lookOf(params)
  return (at) => flattened(at, params, look)
}

function paint(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette } = scene
  const flat = toFlat(scene)
  clipped(ctx, plane, () => {
    for (const { bundle, color, opacity } of bundlesOf(scene)) {
      ctx.strokeStyle = color
      ctx.globalAlpha = opacity
      ctx.lineWidth = palette.weight
      ctx.beginPath()
      for (const line of linesOf(params, bundle))
        for (const [k, [u, v]] of flatLine(line, flat).entries()) {
          if (k === 0) ctx.moveTo(plane.x(u), plane.y(v))
          else ctx.lineTo(plane.x(u), plane.y(v))
        }
      ctx.stroke()
    }
    const radius = sizeOfParticles(scene)
    ctx.fillStyle = ownColour(scene)
    ctx.globalAlpha = 0.75
    ctx.beginPath()
    for (const [u, v] of particlesOf(scene).map(flat)) {
      ctx.moveTo(plane.x(u) + radius, plane.y(v))
      ctx.arc(plane.x(u), plane.y(v), radius, 0, 2 * Math.PI)
    }
    ctx.fill()
    ctx.globalAlpha = 1
  })
}

function FlatSpace(scene: Scene) {
  const { params, palette, step } = scene
  const flat = toFlat(scene)
  const ring = (radius: number, height: number) => circle(radius, height).map(flat)
  const charges = chargePlaces(params).map(flat)
  const top = topOf(params)
  return (
    <>
      <Region rings={[ring(WIDE, 0)]} stroke={palette.line} />
      <Region rings={[ring(WIDE, top)]} stroke={palette.line} />
      {circlesOf(params).map(({ share, radius }) => (
        <Region key={share} rings={[ring(radius, top)]} stroke={palette.faint} width={share === HALF ? 1.5 : 0.75} />
      ))}
      {pathsOf(scene).map(({ of, color }) => {
        const [all, past] = [flatLine(pathOf(scene, of), flat), flatLine(pathOf(scene, of, step), flat)]
        const here = past.at(-1)
        return (
          <g key={of}>
            <Curve xs={all.map(([u]) => u)} ys={all.map(([, v]) => v)} color={color} width={2} opacity={0.3} />
            <Curve xs={past.map(([u]) => u)} ys={past.map(([, v]) => v)} color={color} width={2.5} />
            {here && <Dot at={here} color={color} r={4.5} />}
          </g>
        )
      })}
      <g data-param="moved">
        <Dots xs={charges.map(([u]) => u)} ys={charges.map(([, v]) => v)} color={palette.ink} r={4} />
      </g>
      {namesIn(scene).map(({ text, color, at, dx, dy = 0 }) => (
        <Label key={text} at={flat(at)} dx={dx} dy={4 - dy} bold color={color}>
          {text}
        </Label>
      ))}
    </>
  )
}

export const flat: PlotView<Scene> = {
  kind: 'plot',
  map: ['lines', 'diffusion'],
  window: windowOf,
  equal: true,
  marks: paint,
  draw: (scene) => <FlatSpace {...scene} />,
}
