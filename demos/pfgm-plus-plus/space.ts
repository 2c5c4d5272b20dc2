// What of the world is in the picture of the space: the camera, lines, particles and circles.
import type { Point, Vector3, Window } from '@/contract'
import { lookOf, turnedBy } from '@/numerics/look'
import { chargesOf } from './charges'
import { heightOf, middleOf, placeOf, scaleOf, WIDE } from './geometry'
import type { Scene } from './looks'
import { type Bundle, linesIn } from './maps'
import { isDiffusion, isMirrored, type Params, params as schema, sigmasOf } from './params'

/** Places of a line in the world, xyz each. */
export type Line = Float64Array

/** Cuts a line that comes from afar to the cylinder that is drawn. */
function cut(places: Float64Array): Line {
  const kept = new Float64Array(places.length + 3)
  let used = 0
  let before = 0 // distance of the place before from the axis
  for (let at = 0; at < places.length; at += 3) {
    const distance = Math.hypot(places[at]!, places[at + 2]!)
    if (distance <= WIDE) {
      const share = used === 0 && at > 0 ? (WIDE - distance) / (before - distance) : 0
      if (share > 0) for (let i = at; i < at + 3; i++) kept[used++] = places[i]! + share * (places[i - 3]! - places[i]!)
      for (let i = at; i < at + 3; i++) kept[used++] = places[i]!
    }
    before = distance
  }
  return kept.subarray(0, used)
}
const mirrored = (line: Line): Line => line.map((part, i) => (i % 3 === 1 ? -part : part))

/** The lines of a bundle; where both halves of the space are drawn, those below the floor too. They are written anew while D is dragged. */
export function linesOf(p: Params, bundle: Bundle): Line[] {
  const { dim, sigmas, x } = bundle
  const [count, scale] = [linesIn(bundle), scaleOf(p)]
  const heights = sigmas.map((sigma) => heightOf(p, sigma))
  const lines: Line[] = []
  const places = new Float64Array(3 * sigmas.length)
  for (let line = 0; line < count; line++) {
    for (let level = 0; level < sigmas.length; level++) {
      const at = dim * (level * count + line)
      places[3 * level] = scale * x[at]!
      places[3 * level + 1] = heights[level]!
      places[3 * level + 2] = -scale * x[at + 1]!
    }
    const drawn = cut(places)
    if (drawn.length > 3) lines.push(drawn)
  }
  return isMirrored(p) ? [...lines, ...lines.map(mirrored)] : lines
}

/** The path of the traced particle by step, from where it comes into the picture: by the field of this D, or by diffusion. */
export function pathOf({ series, params, last }: Scene, of: 'traced' | 'diffused', until = last): Line {
  const [xs, ys] = [series[`${of}X`], series[`${of}Y`]]
  const sigmas = sigmasOf(params)
  return cut(Float64Array.from(Array.from({ length: until + 1 }, (_, k) => placeOf(params, xs[k]!, ys[k]!, sigmas[k]!)).flat()))
}

/** The particles that are inside of what is drawn. */
export function particlesOf({ frame, params }: Scene): Vector3[] {
  const places: Vector3[] = []
  for (let at = 0; at < frame.x.length; at += 2) {
    const one = placeOf(params, frame.x[at]!, frame.x[at + 1]!, frame.sigma)
    if (Math.hypot(one[0], one[2]) <= WIDE) places.push(one)
  }
  return places
}

export function chargePlaces(p: Params): Vector3[] {
  const { count, places } = chargesOf(p)
  return Array.from({ length: count }, (_, k) => placeOf(p, places[2 * k]!, places[2 * k + 1]!, 0))
}

/** Circles of the top inside of which these shares of all starts lie. */
const SHARES = [0.1, 0.3, 0.5, 0.7, 0.9] as const
export const HALF = 0.5
/** Radius of such a circle. In two dimensions it has a closed form: 1 - share = (1 + (R/σ)²/D)^{-D/2}. */
export function circleOf(p: Params, share: number): number {
  const log = -2 * Math.log1p(-share)
  const square = isDiffusion(p) ? log : p.D * Math.expm1(log / p.D)
  return scaleOf(p) * p.sigmaMax * Math.sqrt(square)
}
/** Those that are in the picture. */
export const circlesOf = (p: Params): { share: number; radius: number }[] =>
  SHARES.map((share) => ({ share, radius: circleOf(p, share) })).filter(({ radius }) => radius <= WIDE)

const ROUND = 72 // corners of a circle
export const circle = (radius: number, height: number): Vector3[] =>
  Array.from({ length: ROUND + 1 }, (_, k) => {
    const angle = (2 * Math.PI * k) / ROUND
    return [radius * Math.cos(angle), height, radius * Math.sin(angle)]
  })

const FOV = 24 // degrees: from afar, so that little is distorted
const [ASIDE, UP, UP_BOTH] = [1.42, 1.02, 1.5] // half sizes of what must be seen
const NEARER = 1.12 // the near rim is larger than the middle
const ASPECT = 1.19 // width over height of a stage, at least

const upHalf = (p: Params) => (isMirrored(p) ? UP_BOTH : UP)

export function cameraOf({ params }: Scene): { position: Vector3; target: Vector3; fov: number } {
  const distance = (NEARER * Math.max(ASIDE / ASPECT, upHalf(params))) / Math.tan((FOV * Math.PI) / 360)
  const [x, y, z] = lookOf(params).toward
  const target = middleOf(params)
  return { position: [distance * x, target[1] + distance * y, distance * z], target, fov: FOV }
}

/** The space turns under the hand. */
export const turned = (by: Point, { params }: Scene): Pick<Params, 'turn' | 'rise'> =>
  turnedBy(by, params, [schema.rise.min, schema.rise.max])

export function windowOf({ params }: Scene): Window {
  const up = upHalf(params)
  return [
    [-ASIDE, ASIDE],
    [-up, up],
  ]
}
