// What of the world is in the picture of the space: the camera, lines, particles and circles.
import type { Point, Vector3, Window } from '@/contract'
import { lookOf, turnedBy } from '@/numerics/look'
import { chargesOf } from './charges'
import { middleOf, placeOf, scaleOf, WIDE } from './geometry'
import type { Scene } from './looks'
import { type Bundle, linesIn } from './maps'
import { isDiffusion, isMirrored, type Params, params as schema, sigmasOf } from './params'

/** Places of a line in the world, xyz each. */
export type Line = Float64Array

const far = ([x, , z]: Vector3) => Math.hypot(x, z)

/** Cuts a line that comes from afar to the cylinder that is drawn. */
function cut(places: readonly Vector3[]): Line {
  const inside = places.findIndex((at) => far(at) <= WIDE)
  if (inside < 0) return new Float64Array(0)
  const kept = places.slice(inside).filter((at) => far(at) <= WIDE)
  const [before, first] = [places[inside - 1], kept[0]!]
  if (before !== undefined) {
    const share = (WIDE - far(first)) / (far(before) - far(first))
    kept.unshift(first.map((part, i) => part + share * (before[i]! - part)) as unknown as Vector3)
  }
  return Float64Array.from(kept.flat())
}
const mirrored = (line: Line): Line => line.map((part, i) => (i % 3 === 1 ? -part : part))

/** The lines of a bundle; where both halves of the space are drawn, those below the floor too. */
export function linesOf(p: Params, bundle: Bundle): Line[] {
  const count = linesIn(bundle)
  const lines = Array.from({ length: count }, (_, line) =>
    cut(
      Array.from(bundle.sigmas, (sigma, level) => {
        const at = 2 * (level * count + line)
        return placeOf(p, bundle.x[at]!, bundle.x[at + 1]!, sigma)
      }),
    ),
  ).filter((line) => line.length > 3)
  return isMirrored(p) ? [...lines, ...lines.map(mirrored)] : lines
}

/** The path of the traced particle by step, from where it comes into the picture: by the field of this D, or by diffusion. */
export function pathOf({ series, params, last }: Scene, of: 'traced' | 'diffused', until = last): Line {
  const [xs, ys] = [series[`${of}X`], series[`${of}Y`]]
  const sigmas = sigmasOf(params)
  return cut(Array.from({ length: until + 1 }, (_, k) => placeOf(params, xs[k]!, ys[k]!, sigmas[k]!)))
}

/** The particles that are inside of what is drawn. */
export function particlesOf({ frame, params }: Scene): Vector3[] {
  const places: Vector3[] = []
  for (let at = 0; at < frame.x.length; at += 2) {
    const one = placeOf(params, frame.x[at]!, frame.x[at + 1]!, frame.sigma)
    if (far(one) <= WIDE) places.push(one)
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
