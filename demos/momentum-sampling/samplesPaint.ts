// The samples on their canvas: dots, artifacts with arrows to their exact ends, and a lens on the place where all should end.
import type { Plane, Point } from '@/contract'
import { artifactColour, looksOf, type Scene } from './looks'
import { isOutside } from './outcome'
import { toPaper } from './paper'
import type { Solver } from './params'
import { COUNT, FAR } from './problem'

const DOT = 1.9 // px
const CROSS = 3.4 // px, half of an artifact's cross
const HEAD = 6 // px, of an arrow

export function paintSamples(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { frame, palette, params, step, steps } = scene
  const { places, sigma } = frame
  if (places === null) return
  const limit = FAR * Math.sqrt(1 + sigma * sigma)
  const ends = exactEndsOf(scene)
  const pixel = (x: Float64Array, particle: number, at: number): Point => {
    const [u, v] = toPaper(x[2 * particle]!, x[2 * particle + 1]!, at)
    return [plane.x(u), plane.y(v)]
  }
  ctx.strokeStyle = artifactColour(palette)
  for (const { solver, color } of looksOf(scene)) {
    const x = places[solver]
    if (!x) continue
    const lost: number[] = []
    ctx.fillStyle = color
    ctx.globalAlpha = 0.55
    ctx.beginPath()
    for (let particle = 0; particle < COUNT; particle++) {
      if (isOutside(x, particle, limit)) lost.push(particle)
      else mark(ctx, MARKS[solver], ...pixel(x, particle, sigma), DOT * palette.weight ** 0.5)
    }
    ctx.fill()
    if (ends && step === steps) {
      ctx.globalAlpha = 0.28
      ctx.lineWidth = 0.8 * palette.weight
      ctx.beginPath()
      for (const particle of lost) {
        if (particle !== params.particle) arrow(ctx, pixel(x, particle, sigma), pixel(ends, particle, 0))
      }
      ctx.stroke()
    }
    ctx.globalAlpha = 1
    ctx.lineWidth = 1.8 * palette.weight
    ctx.beginPath()
    for (const particle of lost) cross(ctx, pixel(x, particle, sigma))
    ctx.stroke()
    ctx.beginPath()
    for (const particle of lost) mark(ctx, MARKS[solver], ...pixel(x, particle, sigma), 1.6)
    ctx.fill()
  }
  if (ends && step === steps) paintLens(ctx, scene, plane, ends)
}

/** The exact end points. While g or s is dragged, the last known ones rather than none. */
export function exactEndsOf({ maps, params }: Scene): Float64Array | null {
  const exact = maps.exact?.result
  return exact?.seed === params.seed ? exact.ends : null
}

/** Corners of a mark of radius 1: a dot for HB, a square for AB, a diamond for GHVB, a triangle for NT. Polygons are drawn much faster than arcs. */
const polygon = (corners: number, size: number, turn: number): readonly Point[] =>
  Array.from({ length: corners }, (_, k) => {
    const angle = turn + (2 * Math.PI * k) / corners
    return [size * Math.cos(angle), size * Math.sin(angle)]
  })
const MARKS: Readonly<Record<Solver, readonly Point[]>> = {
  ab: polygon(4, 1.35, Math.PI / 4),
  hb: polygon(8, 1.1, 0),
  ghvb: polygon(4, 1.4, 0),
  nt: polygon(3, 1.6, Math.PI / 6),
}

function mark(ctx: CanvasRenderingContext2D, corners: readonly Point[], u: number, v: number, r: number): void {
  const [first, ...others] = corners
  ctx.moveTo(u + r * first![0], v + r * first![1])
  for (const [x, y] of others) ctx.lineTo(u + r * x, v + r * y) // filling closes it; closePath is slow in long paths
}

function cross(ctx: CanvasRenderingContext2D, [u, v]: Point): void {
  ctx.moveTo(u - CROSS, v - CROSS)
  ctx.lineTo(u + CROSS, v + CROSS)
  ctx.moveTo(u - CROSS, v + CROSS)
  ctx.lineTo(u + CROSS, v - CROSS)
}

function arrow(ctx: CanvasRenderingContext2D, [x1, y1]: Point, [x2, y2]: Point): void {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [a, b] = [(HEAD * (x2 - x1)) / length, (HEAD * (y2 - y1)) / length]
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
  ctx.moveTo(x2 - a + 0.4 * b, y2 - b - 0.4 * a)
  ctx.lineTo(x2, y2)
  ctx.lineTo(x2 - a - 0.4 * b, y2 - b + 0.4 * a)
}

/** Radius of the lens's field, in standard deviations of the data. */
export const LENS = 0.22

/** Centre and radius of the lens in pixels: in the lower right corner, where no guided sample flies. */
export function lensOf({ palette }: Scene, plane: Plane): { centre: Point; radius: number } {
  const radius = Math.min(62, 0.12 * plane.width) * palette.weight ** 0.5
  const [[, right], [bottom]] = plane.window
  return { centre: [plane.x(right) - radius - 6, plane.y(bottom) - radius - 22], radius }
}

/** The place where all samples should end, enlarged: how far each solver misses it. */
function paintLens(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane, ends: Float64Array): void {
  const { palette, frame } = scene
  const { centre, radius } = lensOf(scene, plane)
  const middle = meanOf(ends)
  ctx.beginPath()
  ctx.arc(...centre, radius, 0, 2 * Math.PI)
  ctx.fillStyle = palette.paper
  ctx.fill()
  ctx.lineWidth = 1.25 * palette.weight
  ctx.strokeStyle = palette.soft
  ctx.stroke()
  const clouds = looksOf(scene).map(({ solver, color }) => ({ x: frame.places?.[solver], color }))
  for (const { x, color } of [...clouds, { x: ends, color: palette.ink }]) {
    if (!x) continue
    ctx.fillStyle = color
    ctx.beginPath()
    for (let particle = 0; particle < COUNT; particle++) {
      const u = ((x[2 * particle]! - middle[0]) / LENS) * radius
      const v = ((x[2 * particle + 1]! - middle[1]) / LENS) * radius
      if (Math.hypot(u, v) < radius - 2) ctx.rect(centre[0] + u - 1, centre[1] - v - 1, 2, 2)
    }
    ctx.fill()
  }
}

function meanOf(x: Float64Array): Point {
  let [a, b] = [0, 0]
  for (let i = 0; i < x.length; i += 2) {
    a += x[i]! / COUNT
    b += x[i + 1]! / COUNT
  }
  return [a, b]
}
