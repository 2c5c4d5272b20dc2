// The sphere from afar, in a plane: for browsers without WebGL. What is behind the sphere, or inside it, is pale.
import type { Plane, Point, Vector3 } from '@/contract'
import { type Look, lookOf, seen } from '@/numerics/look'
import { Circle, Curve, Dot, Label, paintBands, Segment, SpreadLabels } from '@/views'
import { BANDS, bandColor, bandLine, depthAt } from './bands'
import { onSphere } from './geometry'
import { colorOf, nameOf, type Scene } from './looks'
import { lossOf } from './params'
import { pathsIn, placeIn, shellsOf, shellWords } from './space'

export const ballKey = ({ params: { surface, turn, rise } }: Scene) => [surface, turn, rise]

export function paintBall(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane): void {
  const look = lookOf(params)
  const [columns, rows] = [Math.max(24, Math.round(plane.width / 4)), Math.max(24, Math.round(plane.height / 4))]
  const values = new Float64Array(columns * rows)
  const [[x0, x1], [y0, y1]] = plane.window
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at: Point = [x0 + ((i + 0.5) / columns) * (x1 - x0), y1 - ((j + 0.5) / rows) * (y1 - y0)]
      values[j * columns + i] = depthAt(onSphere(at, look), params)
    }
  }
  ctx.save()
  ctx.beginPath()
  ctx.arc(plane.x(0), plane.y(0), plane.x(1) - plane.x(0), 0, 2 * Math.PI)
  ctx.clip()
  paintBands(ctx, plane, {
    values,
    columns,
    rows,
    levels: Array.from({ length: BANDS }, (_, k) => k / BANDS),
    color: (index) => bandColor(palette, index),
    line: bandLine(palette),
    width: palette.weight,
  })
  ctx.restore()
}

/** A path in the picture, or its shadow, split into the visible part and the part that the sphere hides. */
function flatPath(places: Float64Array, look: Look, at: (place: Vector3) => Vector3 = (place) => place) {
  const count = places.length / 3
  const us = new Float64Array(count)
  const vs = new Float64Array(count)
  const open = new Float64Array(count)
  for (let k = 0; k < count; k++) {
    const [u, v, w] = seen(at(placeIn(places, k)), look)
    const hidden = u * u + v * v < 1 && (w < 0 || u * u + v * v + w * w < 0.999)
    us[k] = u
    vs[k] = v
    open[k] = hidden ? Number.NaN : v
  }
  return { us, vs, open }
}

const shadow = ([x, y, z]: Vector3): Vector3 => {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}

export function FlatSphere(scene: Scene) {
  const { params, palette, step, last, words } = scene
  const look = lookOf(params)
  const paths = pathsIn(scene).map(({ method, places }) => ({
    method,
    color: colorOf(palette, method),
    ...flatPath(places, look),
    ground: flatPath(places, look, shadow),
  }))
  return (
    <>
      {shellsOf(scene).map(({ times, radius }) => (
        <g key={times}>
          <Circle at={[0, 0]} radius={radius} stroke={palette.line} />
        </g>
      ))}
      {shellWords(scene).map(({ times, at }) => (
        <Label key={times} at={at} color={palette.soft} dx={4} dy={4} small>
          {`${times}${words.times} ${words.asLong}`}
        </Label>
      ))}
      <Circle at={[0, 0]} radius={1} stroke={palette.faint} width={1} />
      {lossOf(params).minima.map((place) => {
        const [u, v, w] = seen(place, look)
        return w > 0 && <Dot key={`${place}`} at={[u, v]} color={palette.ink} r={3} />
      })}
      {paths.map(({ method, color, us, vs, open, ground }) => (
        <g key={method}>
          <Curve xs={ground.us} ys={ground.open} to={step} color={color} width={1} opacity={0.75} />
          <Curve xs={us} ys={vs} from={step} to={last} color={color} width={2} opacity={0.3} />
          <Curve xs={us} ys={vs} to={step} color={color} width={2} opacity={0.3} />
          <Curve xs={us} ys={open} to={step} color={color} width={3} />
          <Segment from={[ground.us[step]!, ground.vs[step]!]} to={[us[step]!, vs[step]!]} color={color} width={1} dash="2 3" />
        </g>
      ))}
      {paths.map(({ method, color, us, vs }) => (
        <Dot key={method} at={[us[step]!, vs[step]!]} color={color} r={method === 'projected' ? 6.5 : 5.5} />
      ))}
      <SpreadLabels
        labels={paths.map(({ method, color, us, vs }) => ({ at: [us[step]!, vs[step]!], text: nameOf(scene, method), color }))}
      />
    </>
  )
}
