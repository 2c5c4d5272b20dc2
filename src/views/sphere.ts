// The unit sphere with dots and lines: what is on it as data, its picture from very far away, and a view that turns under the finger. ./sphereStage draws
// the same in 3D. What lies on the far side is drawn first, and pale.
import type { Palette, Plane, PlotView, Point, StageView, Vector3, Window } from '@/contract'
import { type Look, lookOf, seen, turnedBy } from '@/numerics/look'
import { clipped } from './clip'

type Numbers = readonly number[] | Float64Array
export interface SphereDot {
  at: Vector3
  color: string
  /** Radius in radii of the sphere. */
  r: number
  /** A ring around paper. */
  hollow?: boolean
}
export interface SphereLine {
  /** [places, xyz]. */
  places: Numbers
  color: string
  /** Default 1. */
  width?: number
  /** A head at the end. */
  arrow?: boolean
  /** Not paler on the far side: what is inside of the sphere. */
  inside?: boolean
}
export interface SpherePicture {
  dots: readonly SphereDot[]
  lines: readonly SphereLine[]
}
/** What a scene needs for the sphere to be turned. */
export interface SphereScene {
  readonly params: { readonly turn: number; readonly rise: number }
  readonly palette: Palette
}

/** Limits of `rise`, degrees. */
export const SPHERE_RISES = [-80, 80] as const
const HALF = 1.16 // of the picture, upwards
const [FOV, ASPECT] = [24, 1.19] // degrees; least width over height of a stage
const REACH = HALF / Math.sin((FOV * Math.PI) / 360) // of the camera: the sphere with a margin fills the picture
const BEHIND = 0.62 // share of paper in what is on the far side
const [ROUND, HEAD, HOLE] = [72, 0.055, 0.62] // corners of a circle; length of an arrow's head, at most; hole of a ring

const paled = new Map<string, string>()
/** A colour of the far side; both as #rrggbb. */
function paleOf(color: string, paper: string): string {
  const key = color + paper
  const known = paled.get(key)
  if (known !== undefined) return known
  const part = (of: string, at: number) => Number.parseInt(of.slice(at, at + 2), 16)
  const mix = (at: number) => Math.round((1 - BEHIND) * part(color, at) + BEHIND * part(paper, at))
  const pale = `#${[1, 3, 5].map((at) => mix(at).toString(16).padStart(2, '0')).join('')}`
  paled.set(key, pale)
  return pale
}

/** The picture with its graticule in the order in which it is drawn: far side, near side. Heads of arrows are lines, holes of rings are dots. */
export function layersOf(
  picture: SpherePicture,
  look: Look,
  palette: Palette,
): readonly [far: SpherePicture, near: SpherePicture] {
  const { toward } = look
  const isFar = ([x, y, z]: Vector3) => x * toward[0] + y * toward[1] + z * toward[2] < 0
  const pale = <T extends { color: string }>(one: T): T => ({ ...one, color: paleOf(one.color, palette.paper) })
  const lines = [...graticule(look, palette.line), ...picture.lines]
    .flatMap((line) => (line.arrow ? [line, headOf(line)] : [line]))
    .filter(({ places }) => places.length > 3)
  const behind = ({ inside, places: [x, y, z] }: SphereLine) => !inside && isFar([x!, y!, z!])
  const ringed = (dots: readonly SphereDot[]) =>
    dots.flatMap((dot) => (dot.hollow ? [dot, { ...dot, r: HOLE * dot.r, color: palette.paper }] : [dot]))
  const { dots } = picture
  return [
    { lines: lines.filter(behind).map(pale), dots: ringed(dots.filter(({ at }) => isFar(at)).map(pale)) },
    { lines: lines.filter((line) => !behind(line)), dots: ringed(dots.filter(({ at }) => !isFar(at))) },
  ]
}

/** Two strokes at the end of a line, along the sphere. */
function headOf(line: SphereLine): SphereLine {
  const { places } = line
  const last = places.length - 3
  const place = (at: number): Vector3 => [places[at]!, places[at + 1]!, places[at + 2]!]
  const [tip, from] = [place(last), place(last - 3)]
  const way: Vector3 = [tip[0] - from[0], tip[1] - from[1], tip[2] - from[2]]
  const length = Math.hypot(...way)
  const side: Vector3 = [way[1] * tip[2] - way[2] * tip[1], way[2] * tip[0] - way[0] * tip[2], way[0] * tip[1] - way[1] * tip[0]]
  const wide = Math.hypot(...side)
  if (!(length > 0 && wide > 0)) return { ...line, places: [] }
  const head = Math.min(HEAD, length / 2)
  const corner = (sign: number) =>
    [0, 1, 2].map((i) => tip[i]! - (head * way[i]!) / length + (sign * 0.6 * head * side[i]!) / wide)
  return { ...line, places: [...corner(1), ...tip, ...corner(-1)] }
}

/** The circle around the origin with these two half axes, [places, xyz]. */
export const ellipse = (a: Vector3, b: Vector3): Float64Array =>
  Float64Array.from({ length: 3 * (ROUND + 1) }, (_, k) => {
    const angle = (2 * Math.PI * Math.floor(k / 3)) / ROUND
    return Math.cos(angle) * a[k % 3]! + Math.sin(angle) * b[k % 3]!
  })

/** Equator and two meridians in halves, so that each has its side. */
function graticule(look: Look, color: string): SphereLine[] {
  const axes: Vector3[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]
  return axes.flatMap((axis, k) => halves(ellipse(axes[(k + 1) % 3]!, axes[(k + 2) % 3]!), look, axis, color))
}
function halves(circle: Float64Array, { toward }: Look, axis: Vector3, color: string): SphereLine[] {
  const level = ([x, y, z]: Vector3) => x * toward[0] + y * toward[1] + z * toward[2]
  if (Math.abs(level(axis)) > 0.999) return [{ places: circle, color }] // the outline itself
  const at = (k: number): Vector3 => [circle[3 * k]!, circle[3 * k + 1]!, circle[3 * k + 2]!]
  const isNear = (k: number) => level(at(k % ROUND)) >= 0
  const first = Array.from({ length: ROUND }, (_, k) => k).find((k) => isNear(k) && !isNear(k + ROUND - 1)) ?? 0
  const near: number[] = []
  const far: number[] = []
  for (let k = 0; k < ROUND; k++) (isNear(first + k) ? near : far).push(...at((first + k) % ROUND))
  return [near, far].map((places) => ({ places, color }))
}

/** The picture from very far away, in a plot with this window and equal axes. */
export function paintSphere(
  ctx: CanvasRenderingContext2D,
  picture: SpherePicture,
  { params, palette }: SphereScene,
  plane: Plane,
): void {
  const look = lookOf(params)
  const place = (at: Vector3): Point => {
    const [u, v] = seen(at, look)
    return [plane.x(u), plane.y(v)]
  }
  const unit = Math.abs(plane.x(1) - plane.x(0))
  const ball = (radius: number) => {
    ctx.beginPath()
    ctx.arc(plane.x(0), plane.y(0), radius * unit, 0, 2 * Math.PI)
  }
  clipped(ctx, plane, () => {
    ctx.fillStyle = palette.grid
    ball(1)
    ctx.fill()
    for (const { lines, dots } of layersOf(picture, look, palette)) {
      for (const { places, color, width = 1 } of lines) {
        ctx.strokeStyle = color
        ctx.lineWidth = width * palette.weight
        ctx.beginPath()
        for (let at = 0; at < places.length; at += 3) {
          const [x, y] = place([places[at]!, places[at + 1]!, places[at + 2]!])
          if (at === 0) ctx.moveTo(x, y)
          else ctx.lineTo(x, y)
        }
        ctx.stroke()
      }
      for (const { at, color, r } of dots) {
        const [x, y] = place(at)
        ctx.beginPath()
        ctx.arc(x, y, r * unit * palette.weight ** 0.5, 0, 2 * Math.PI)
        ctx.fillStyle = color
        ctx.fill()
      }
    }
    ctx.strokeStyle = palette.faint
    ctx.lineWidth = palette.weight
    ball(1)
    ctx.stroke()
  })
}

export const SPHERE_WINDOW: Window = [
  [-HALF * ASPECT, HALF * ASPECT],
  [-HALF, HALF],
]

interface SphereViewProps<S> extends Pick<StageView<S>, 'load' | 'place' | 'at' | 'words' | 'when'> {
  picture(scene: S): SpherePicture
  /** What stands over the flat picture: labels. */
  draw?: PlotView<S>['draw']
}
/** The sphere as a stage with its flat stand-in. `load`: a module whose default draws `SphereStage` of ./sphereStage with the same picture. */
export const sphereView = <S extends SphereScene>({ picture, draw, ...rest }: SphereViewProps<S>): StageView<S> => ({
  kind: 'three',
  ...rest,
  camera({ params }) {
    const [x, y, z] = lookOf(params).toward
    return { position: [REACH * x, REACH * y, REACH * z], target: [0, 0, 0], fov: FOV }
  },
  turn: (by, { params }) => ({ ...turnedBy(by, params, SPHERE_RISES) }),
  flat: {
    kind: 'plot',
    window: SPHERE_WINDOW,
    equal: true,
    marks: (ctx, scene, plane) => paintSphere(ctx, picture(scene), scene, plane),
    draw,
  },
})
