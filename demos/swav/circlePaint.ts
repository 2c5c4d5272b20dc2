// Samples on the circle or the sphere, on a canvas: the judged points, the watched batch in both views, and lines from each sample to the star of its code.
import type { Plane, Point } from '@/contract'
import { largestOf } from '@/domains/nets/sinkhorn'
import { hues } from '@/views/hues'
import type { Side } from './frame'
import { CROWD_RADII, RIVAL, type Scene, seen, starRadius } from './looks'
import { JUDGED } from './sizes'

type Ctx = CanvasRenderingContext2D
const GOLDEN = 0.618

/** Judged points around `at`; the circle has `radius`. */
function paintCrowd(
  ctx: Ctx,
  plane: Plane,
  scene: Scene,
  side: Side,
  at: Point,
  radius: number,
  size: number,
  alpha: number,
): void {
  const { d } = scene.frame
  const colours = hues(scene.palette)
  const count = side.crowd.length / d
  for (let i = 0; i < count; i++) {
    const [x, y, near] = seen(side.crowd, i, d, scene.params.turn)
    const out = d === 2 ? CROWD_RADII[0] + ((i * GOLDEN) % 1) * (CROWD_RADII[1] - CROWD_RADII[0]) : 1
    ctx.globalAlpha = near > 0 ? alpha : alpha / 4
    ctx.fillStyle = colours[Math.floor(i / JUDGED)]!
    const [px, py] = [plane.x(at[0] + radius * out * x), plane.y(at[1] + radius * out * y)]
    ctx.fillRect(px - size / 2, py - size / 2, size, size)
  }
  ctx.globalAlpha = 1
}

export function paintCircle(ctx: Ctx, scene: Scene, plane: Plane): void {
  const { training, d, shape } = scene.frame
  if (!training) return
  const { palette, params } = scene
  const { ours, rival, watched } = training
  paintCrowd(ctx, plane, scene, ours, [0, 0], 1, 2.2 * palette.weight ** 0.5, 0.55)
  if (params.rival) paintCrowd(ctx, plane, scene, rival, RIVAL.at, RIVAL.radius, 1.6 * palette.weight ** 0.5, 0.8)
  const colours = hues(palette)
  const strength = Math.min(1, 24 / shape.samples + 0.3)
  for (const view of [0, 1] as const) {
    const features = watched.features[view]
    const codes = watched.codes[view]
    for (let i = 0; i < shape.samples; i++) {
      const [x, y, near] = seen(features, i, d, params.turn)
      const star = largestOf(codes, i * shape.prototypes, shape.prototypes)
      const [u, v, starNear] = seen(ours.prototypes, star, d, params.turn)
      const shown = near > 0 ? 1 : 0.25
      const colour = colours[watched.blobs[i]!]!
      const r = starRadius(d)
      ctx.strokeStyle = colour
      ctx.fillStyle = colour
      ctx.globalAlpha = 0.45 * strength * codes[i * shape.prototypes + star]! * (starNear > 0 ? shown : 0.25)
      ctx.lineWidth = palette.weight
      ctx.beginPath()
      ctx.moveTo(plane.x(x), plane.y(y))
      ctx.quadraticCurveTo(plane.x(0.85 * x), plane.y(0.85 * y), plane.x(r * u), plane.y(r * v))
      ctx.stroke()
      ctx.globalAlpha = shown
      ctx.beginPath()
      ctx.arc(plane.x(x), plane.y(y), 3.4 * palette.weight ** 0.5, 0, 2 * Math.PI)
      if (view === 0) ctx.fill()
      else {
        ctx.lineWidth = 1.4 * palette.weight
        ctx.stroke()
      }
    }
  }
  ctx.globalAlpha = 1
}
