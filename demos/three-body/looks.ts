// Colours and names shared by the pictures, and lines on canvases.
import type { Palette, Plane, SceneOf } from '@/contract'
import { rampColor } from '@/views'
import type demo from './demo'
import { naturalTime } from './natural'
import type { Params } from './params'

export type Scene = SceneOf<typeof demo>

/** A network that picks μ, the paper's method, has the method's colour; constant μ, equal steps and Aarseth's rule are its baselines. */
export function ruleColour(palette: Palette, { scheme, rule }: Pick<Params, 'scheme' | 'rule'>): string {
  if (scheme === 'radau') return palette.ink
  if (scheme === 'pair') return palette.soft
  return { mu: palette.base, fixed: palette.base2, aarseth: palette.base3, learned: palette.method, greedy: palette.method }[rule]
}
export const twinColour = (palette: Palette): string => palette.base3

/** Cividis, cut at the end that would vanish on the paper: small steps have the strong colour in every theme. */
const RAMPS = {
  light: ['#cdbf76', '#948e77', '#575d6d', '#12305f'],
  dark: ['#3c4b6e', '#6b6d78', '#a59c74', '#fbe04a'],
  strong: ['#b5a453', '#7d7763', '#464c5d', '#00204d'],
} as const
const rampOf = ({ name }: Palette): readonly string[] => RAMPS[name === 'light' || name === 'dark' ? name : 'strong']
/** log10 of the step over the natural time of the picture: where the ramp begins and ends. */
const RAMP: readonly [from: number, to: number] = [-1.5, -5]
const LEVELS = 12

/** Level of a step on the ramp, 0 (long) to LEVELS - 1 (short). */
export const levelOf = (size: number, natural: number): number => {
  const share = (Math.log10(size / natural) - RAMP[0]) / (RAMP[1] - RAMP[0])
  return Math.round(Math.min(Math.max(Number.isFinite(share) ? share : 0, 0), 1) * (LEVELS - 1))
}
export const levelColours = (palette: Palette): string[] =>
  Array.from({ length: LEVELS }, (_, k) => rampColor(rampOf(palette), k / (LEVELS - 1)))
/** Steps at both ends of the ramp, for its key. */
export const rampEnds = (p: Params): readonly [long: number, short: number] => {
  const natural = naturalTime(p)
  return [natural * 10 ** RAMP[0], natural * 10 ** RAMP[1]]
}

const FAR = 60 // px outside the plot: a piece with both ends farther away is not drawn

/** Closer than a pixel, as most points of an encounter are: such points are not drawn one by one. */
const isNear = ({ window: [[x0, x1], [y0, y1]], width, height }: Plane, dx: number, dy: number): boolean =>
  (Math.abs(dx) * width) / (x1 - x0) + (Math.abs(dy) * height) / (y1 - y0) < 1

/** A line from point `from` to `to`, coloured and widened by the steps `sizes`; each stretch of one colour is one stroke. */
export function strokeBySize(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  palette: Palette,
  line: { xs: ArrayLike<number>; ys: ArrayLike<number>; sizes: ArrayLike<number>; from: number; to: number; natural: number },
): void {
  const { xs, ys, sizes, from, to, natural } = line
  const colours = levelColours(palette)
  ctx.lineJoin = 'bevel'
  const width = (level: number) => (1.3 + (1.5 * level) / LEVELS) * palette.weight
  let level = -1
  let end = from // of what is drawn
  for (let k = from + 1; k <= to; k++) {
    if (k < to && isNear(plane, xs[k]! - xs[end]!, ys[k]! - ys[end]!)) continue
    const next = levelOf(sizes[k]!, natural)
    if (next !== level) {
      if (level >= 0) ctx.stroke()
      level = next
      ctx.strokeStyle = colours[level]!
      ctx.lineWidth = width(level)
      ctx.beginPath()
      moveTo(ctx, plane, xs[end]!, ys[end]!)
    }
    lineTo(ctx, plane, xs[k]!, ys[k]!)
    end = k
  }
  if (level >= 0) ctx.stroke()
}

const within = (plane: Plane, px: number, py: number) => {
  const [[x0, x1], [y0, y1]] = plane.window
  const inX = Math.min(Math.max(px, plane.x(x0) - FAR), plane.x(x1) + FAR)
  const inY = Math.min(Math.max(py, plane.y(y1) - FAR), plane.y(y0) + FAR)
  return [inX, inY] as const
}
function moveTo(ctx: CanvasRenderingContext2D, plane: Plane, x: number, y: number): void {
  if (Number.isFinite(x + y)) ctx.moveTo(...within(plane, plane.x(x), plane.y(y)))
}
function lineTo(ctx: CanvasRenderingContext2D, plane: Plane, x: number, y: number): void {
  if (Number.isFinite(x + y)) ctx.lineTo(...within(plane, plane.x(x), plane.y(y)))
}

/** A plain line on a canvas; a point that is not finite leaves a gap. */
export function strokeLine(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  line: {
    xs: ArrayLike<number>
    ys: ArrayLike<number>
    from: number
    to: number
    color: string
    width: number
    dash?: readonly number[]
    opacity?: number
  },
): void {
  const { xs, ys, from, to, color, width, dash = [], opacity = 1 } = line
  ctx.strokeStyle = color
  ctx.lineWidth = width
  ctx.globalAlpha = opacity
  ctx.lineJoin = 'round'
  ctx.setLineDash([...dash])
  ctx.beginPath()
  let pen = false
  let [lastX, lastY] = [0, 0]
  for (let k = from; k <= to; k++) {
    const px = plane.x(xs[k]!)
    const py = plane.y(ys[k]!)
    const known = Number.isFinite(px + py)
    if (known && pen && k < to && Math.abs(px - lastX) + Math.abs(py - lastY) < 1) continue
    if (known && pen) ctx.lineTo(...within(plane, px, py))
    if (known && !pen) ctx.moveTo(...within(plane, px, py))
    pen = known
    lastX = px
    lastY = py
  }
  ctx.stroke()
  ctx.setLineDash([])
  ctx.globalAlpha = 1
}

const CHUNK = 100 // pictures
/** Up to here the past is painted on the backdrop, which is kept while a run plays; each frame adds only what is new. */
export const settled = (step: number): number => Math.floor(step / CHUNK) * CHUNK

/** First picture of the trails. */
export const trailFrom = ({ params, step }: Pick<Scene, 'params' | 'step'>): number =>
  params.trail === 'all' ? 0 : Math.max(0, step - 150)
