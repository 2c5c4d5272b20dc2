// One pair (x0, x1): its curve a x0 + b x1, the tube of its noise with radius γ, and its place at time t.
import type { Plane, Point } from '@/contract'
import { mixAt } from '@/domains/diffusion/interpolant'
import { Circle, Curve, Dot, Label } from '@/views'
import { pairColour, type Scene } from './looks'
import { interpolantOf } from './problem'

const POINTS = 81

const middle = ({ params: { x0, x1 } }: Scene, a: number, b: number): Point => [a * x0[0] + b * x1[0], a * x0[1] + b * x1[1]]

/** Circles of radius γ all along the curve, as one shape. */
export function paintTube(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const kind = interpolantOf(scene.params)
  ctx.beginPath()
  for (let k = 0; k < POINTS; k++) {
    const { a, b, variance } = mixAt(kind, k / (POINTS - 1))
    const [x, y] = middle(scene, a, b)
    const radius = Math.abs(plane.x(Math.sqrt(Math.max(variance, 0))) - plane.x(0))
    ctx.moveTo(plane.x(x) + radius, plane.y(y))
    ctx.arc(plane.x(x), plane.y(y), radius, 0, 2 * Math.PI)
  }
  ctx.fillStyle = pairColour(scene.palette)
  ctx.globalAlpha = 0.16
  ctx.fill()
  ctx.globalAlpha = 1
}

/** Height and radius of the tube at a time. */
function tubeAt({ params }: Scene, t: number): { y: number; radius: number } {
  const { a, b, variance } = mixAt(interpolantOf(params), t)
  return { y: a * params.x0[1] + b * params.x1[1], radius: Math.sqrt(Math.max(variance, 0)) }
}
/** The same tube, height against time. */
export function paintTubeInTime(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  ctx.beginPath()
  for (let k = 0; k < 2 * POINTS; k++) {
    const isBack = k >= POINTS
    const t = (isBack ? 2 * POINTS - 1 - k : k) / (POINTS - 1)
    const { y, radius } = tubeAt(scene, t)
    ctx.lineTo(plane.x(t), plane.y(isBack ? y - radius : y + radius))
  }
  ctx.fillStyle = pairColour(scene.palette)
  ctx.globalAlpha = 0.16
  ctx.fill()
  ctx.globalAlpha = 1
}

export function PairInTime({ scene }: { scene: Scene }) {
  const times = Array.from({ length: POINTS }, (_, k) => k / (POINTS - 1))
  const color = pairColour(scene.palette)
  return (
    <>
      <Curve xs={times} ys={times.map((t) => tubeAt(scene, t).y)} color={color} width={1.75} />
      <Dot at={[scene.frame.t, tubeAt(scene, scene.frame.t).y]} color={color} r={5} />
    </>
  )
}

/** The possible places of the pair's mixture at this time: a normal distribution of height around its curve, not to scale. */
export function PairNow({ scene, top }: { scene: Scene; top: number }) {
  const { y, radius } = tubeAt(scene, scene.frame.t)
  const color = pairColour(scene.palette)
  if (radius < 0.02) return <Dot at={[y, 0.02 * top]} color={color} r={5} />
  const sides = Array.from({ length: POINTS }, (_, k) => (6 * k) / (POINTS - 1) - 3)
  return (
    <>
      <Curve
        xs={sides.map((z) => y + z * radius)}
        ys={sides.map((z) => 0.7 * top * Math.exp((-z * z) / 2))}
        color={color}
        width={1.75}
      />
      <Label at={[y, 0.7 * top]} dy={-7} anchor="middle" color={color} bold>
        {scene.words.pair}
      </Label>
    </>
  )
}

export function Pair({ scene }: { scene: Scene }) {
  const { params, palette, words, frame } = scene
  const kind = interpolantOf(params)
  const color = pairColour(palette)
  const points = Array.from({ length: POINTS }, (_, k) => {
    const { a, b } = mixAt(kind, k / (POINTS - 1))
    return middle(scene, a, b)
  })
  const { a, b, variance } = mixAt(kind, frame.t)
  const now = middle(scene, a, b)
  const gamma = Math.sqrt(Math.max(variance, 0))
  return (
    <g data-param="gamma">
      <Curve xs={points.map(([x]) => x)} ys={points.map(([, y]) => y)} color={color} width={1.75} />
      <Circle at={now} radius={gamma} stroke={color} width={1.5} dash="4 3" />
      {params.path !== 'mirror' && <Dot at={params.x0} color={color} r={4.5} />}
      <Dot at={params.x1} color={color} r={4.5} />
      <Dot at={now} color={color} r={5.5} />
      <Label at={now} dx={10} dy={-10} color={color} bold>
        {words.pair}
      </Label>
      {params.path !== 'mirror' && (
        <Label at={params.x0} dx={-14} dy={4} anchor="end" color={color}>
          {words.sample0}
        </Label>
      )}
      <Label at={params.x1} dx={14} dy={4} color={color}>
        {words.sample1}
      </Label>
    </g>
  )
}
