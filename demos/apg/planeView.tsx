// The plane of colours: components, samples of both methods, and the traced sample with the triangle of its next push.
import type { Plane, Point, SceneOf, Window } from '@/contract'
import { Circle, Curve, Dot, Dots, Label, Segment, SpreadLabels } from '@/views'
import { angleOf, chromaColour, stretchColour, turnColour } from './colours'
import { homeOf, setupOf } from './data'
import type demo from './demo'
import { neatly, placeOf } from './handles'
import type { Method, Picture } from './model'
import { classOf } from './params'
import { truthOf } from './truth'

export type Scene = SceneOf<typeof demo>

const HALF: Readonly<Record<Scene['params']['reach'], number>> = { near: 1.8, far: 3.2, farther: 4.8 }
/** Around the origin, a little towards the wanted colour. It must not follow a drag. */
export const planeWindow = ({ params: { reach, hue } }: Scene): Window => {
  const half = HALF[reach]
  const angle = angleOf(classOf(hue))
  const [x, y] = [0.2 * half * Math.cos(angle), 0.2 * half * Math.sin(angle)]
  return [
    [x - half, x + half],
    [y - half, y + half],
  ]
}
/** Whether a point is visible, whatever the shape of the window. */
const isInside = (scene: Scene, [x, y]: Point) => {
  const [[x0, x1], [y0, y1]] = planeWindow(scene)
  return x > x0 && x < x1 && y > y0 && y < y1
}
const LEVELS = 4

/** Circles of one standard deviation in their own colours, the wanted ones strong. */
export function paintWheel(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane) {
  const { centre, moved, std, hue } = params
  const size = Math.abs(plane.x(std) - plane.x(0))
  for (let index = 0; index < LEVELS * 6; index++) {
    const wanted = Math.floor(index / LEVELS) === classOf(hue)
    const [x, y] = placeOf(moved, index)
    const [angle, radius] = [angleOf(Math.floor(index / LEVELS)), Math.hypot(...homeOf(index))]
    ctx.beginPath()
    ctx.arc(plane.x(centre[0] + x), plane.y(centre[1] + y), size, 0, 2 * Math.PI)
    ctx.fillStyle = chromaColour(angle, radius, wanted ? 0.42 : 0.13)
    ctx.fill()
    ctx.lineWidth = (wanted ? 1.5 : 0.75) * palette.weight
    ctx.strokeStyle = chromaColour(angle, radius, wanted ? 0.95 : 0.4)
    ctx.stroke()
  }
}

const BATCHES = 5 // fills for all points of a method: the colour deepens where more of them overlap, and few fills are cheap

/** Points [n, 2], times `scale`; squares for plain guidance, dots for APG. */
function paintPoints(ctx: CanvasRenderingContext2D, plane: Plane, x: Float64Array, scale: number, square: boolean, size: number) {
  const [[x0, x1], [y0, y1]] = plane.window
  for (let batch = 0; batch < BATCHES; batch++) {
    ctx.beginPath()
    for (let i = 2 * batch; i < x.length; i += 2 * BATCHES) {
      const [u, v] = [x[i]! * scale, x[i + 1]! * scale]
      if (u < x0 || u > x1 || v < y0 || v > y1) continue
      const [px, py] = [plane.x(u), plane.y(v)]
      if (square) ctx.rect(px - size, py - size, 2 * size, 2 * size)
      else {
        ctx.moveTo(px + 1.15 * size, py)
        ctx.arc(px, py, 1.15 * size, 0, 2 * Math.PI)
      }
    }
    ctx.fill()
  }
}

const areAlike = ({ params: { w, eta, clip, beta } }: Scene) => w === 1 || (eta === 1 && !clip && beta === 0)
/** The methods to draw: if both do the same, they would cover each other, and one is drawn. */
export const drawnMethods = (scene: Scene): readonly Method[] => (areAlike(scene) ? ['cfg'] : ['cfg', 'apg'])
export const nameOf = (scene: Scene, method: Method): string => scene.words[areAlike(scene) ? 'both' : method]

const shrink = (sigma: number) => 1 / Math.hypot(1, sigma)

export function paintSamples(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane) {
  const { frame, palette } = scene
  const size = Math.min(2, 3.4 - 0.2 * Math.log(frame.apg.x.length)) * palette.weight ** 0.5
  for (const method of drawnMethods(scene)) {
    ctx.fillStyle = method === 'cfg' ? palette.base : palette.method
    if (frame.sigma > 0) {
      ctx.globalAlpha = 0.35
      paintPoints(ctx, plane, frame.ends[method].x, 1, method === 'cfg', size)
    }
    ctx.globalAlpha = frame.sigma > 0 ? 0.5 : 0.7
    paintPoints(ctx, plane, frame[method].x, shrink(frame.sigma), method === 'cfg', frame.sigma > 0 ? 0.55 * size : size)
  }
  ctx.globalAlpha = 1
}

const first = (values: Float64Array): Point => [values[0]!, values[1]!]
const plus = ([x, y]: Point, [u, v]: Point, times = 1): Point => [x + times * u, y + times * v]

/** The triangle of the next push of the traced sample: stretch and turn, as they are applied, from the wanted prediction to the guided one. */
function Triangle({ scene: { params, palette }, picture }: { scene: Scene; picture: Picture }) {
  const { w, eta, clip, r } = params
  const [any, wanted, guided] = [first(picture.all), first(picture.cond), first(picture.guided)] as const
  const [along, across] = [first(picture.along), first(picture.across)]
  const stretched = plus(wanted, along, (w - 1) * eta)
  const whole = plus(wanted, along, w - 1)
  const far = 20 / Math.max(Math.hypot(...wanted), 1e-9)
  return (
    <>
      <Segment from={[0, 0]} to={[far * wanted[0], far * wanted[1]]} color={palette.soft} width={1} dash="1 4" />
      {clip && <Circle at={wanted} radius={(w - 1) * r} stroke={palette.method} width={1} dash="4 3" param="r" />}
      <Segment from={any} to={wanted} color={palette.soft} width={2} arrow />
      <Segment from={wanted} to={guided} color={palette.ink} width={1.25} arrow param="w" />
      <Segment from={stretched} to={whole} color={stretchColour(palette)} width={2} dash="3 3" param="eta" />
      <Segment from={wanted} to={stretched} color={stretchColour(palette)} width={3} arrow param="eta" />
      <Segment from={stretched} to={plus(stretched, across, w - 1)} color={turnColour(palette)} width={3} arrow />
      <Dot at={any} color={palette.soft} r={4} />
      <Dot at={wanted} color={palette.ink} r={4.5} />
      <Dot at={guided} color={palette.method} r={5} square />
    </>
  )
}

/** Mean place. */
function middle(x: Float64Array): Point {
  let [u, v] = [0, 0]
  for (let i = 0; i < x.length; i += 2) {
    u += x[i]!
    v += x[i + 1]!
  }
  const count = x.length / 2
  return [u / count, v / count]
}

export function PlaneOfColours(scene: Scene) {
  const { params, palette, frame, series, step, last, words } = scene
  const edge = truthOf(params).edge
  const angle = angleOf(classOf(params.hue))
  const arc = Array.from({ length: 31 }, (_, k) => angle + ((k - 15) / 15) * (Math.PI / 6))
  const pushed = frame.sigma > 0 && frame.traced?.apg
  const isRight = params.centre[0] > 0.4 // the label is then at the left end
  const end = Math.cos(arc[0]!) > Math.cos(arc[30]!) === isRight ? arc[30]! : arc[0]!
  return (
    <>
      <Curve
        xs={arc.map((a) => params.centre[0] + edge * Math.cos(a))}
        ys={arc.map((a) => params.centre[1] + edge * Math.sin(a))}
        color={palette.ink}
        width={1.25}
        dash="5 4"
      />
      <Label
        at={[params.centre[0] + edge * Math.cos(end), params.centre[1] + edge * Math.sin(end)]}
        dx={isRight ? -4 : 4}
        dy={4}
        anchor={isRight ? 'end' : 'start'}
        small
        color={palette.soft}
      >
        {words.edge}
      </Label>
      <Dot at={[0, 0]} color={palette.soft} r={3.5} square />
      <Label at={[0, 0]} dx={14} dy={18} small color={palette.soft}>
        {words.grey}
      </Label>
      {drawnMethods(scene).map((method) => {
        const color = method === 'cfg' ? palette.base : palette.method
        const [xs, ys] = method === 'cfg' ? [series.cfgX, series.cfgY] : [series.apgX, series.apgY]
        const dash = method === 'cfg' ? '6 3' : undefined
        return (
          <g key={method}>
            <Curve xs={xs} ys={ys} from={step} to={last} color={color} width={1.25} opacity={0.35} dash={dash} />
            <Curve xs={xs} ys={ys} to={step} color={color} width={1.5} dash={dash} />
            <Dots xs={xs} ys={ys} to={step} color={color} r={1.7} square={method === 'cfg'} />
            <Dot at={[xs[step]!, ys[step]!]} color={color} r={5.5} square={method === 'cfg'} />
          </g>
        )
      })}
      {pushed && <Triangle scene={scene} picture={pushed} />}
      <SpreadLabels
        labels={[
          ...drawnMethods(scene).map((method) => ({
            at: plus(middle(frame.ends[method].x), [0.4, method === 'cfg' ? 0.1 : -0.1]),
            text: nameOf(scene, method),
            color: method === 'cfg' ? palette.base : palette.method,
          })),
          ...(pushed
            ? [
                { at: first(pushed.all), text: words.any, color: palette.soft, quiet: true },
                { at: first(pushed.cond), text: words.wanted, color: palette.ink, quiet: true },
                ...(isInside(scene, first(pushed.guided))
                  ? [{ at: first(pushed.guided), text: words.guided, color: palette.method, quiet: true }]
                  : []),
              ]
            : []),
        ]}
      />
    </>
  )
}

/** A press on a finished sample of either method traces it: the traced sample then starts from the same noise. */
export function planePress(at: Point, { frame, params }: Scene): { z: Point } | null {
  let [nearest, least] = [-1, 0.15]
  for (const { x } of [frame.ends.apg, frame.ends.cfg]) {
    for (let i = 0; i < x.length; i += 2) {
      const distance = Math.hypot(x[i]! - at[0], x[i + 1]! - at[1])
      if (distance < least) [nearest, least] = [i, distance]
    }
  }
  if (nearest < 0) return null
  const { start } = setupOf(params)
  return { z: neatly([start[nearest]!, start[nearest + 1]!]) }
}
