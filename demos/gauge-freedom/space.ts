// What of the world is in the picture of space: the camera, data, particles, paths, and the ball that the flow carries.
import { type Point, partOf, type Vector3, type Window } from '@/contract'
import { lookOf, turnedBy } from '@/numerics/look'
import { shapeOf } from './data'
import { AXIS, placeOf, SEEN, worldOf } from './geometry'
import { BALL, type Scene } from './looks'
import { type Params, params as schema } from './params'
import { trailsOf } from './readouts'

/** Places of a line in the world, xyz each. */
export type Line = Float64Array

export function dataPlaces(p: Params): Vector3[] {
  const { count, places } = shapeOf(p)!
  return Array.from({ length: count }, (_, k) => worldOf(places[3 * k]!, places[3 * k + 1]!, places[3 * k + 2]!))
}
const isSeen = ([x, y, z]: Vector3) => Math.hypot(x, y, z) <= SEEN

/** The particles that are inside of what is drawn. A moment after a change of page they may still be those of the plane. */
export function particlesOf({ frame }: Scene): Vector3[] {
  if (frame.jacobian.length !== 9) return []
  const places: Vector3[] = []
  for (let at = 0; at < frame.x.length; at += 3) {
    const one = worldOf(frame.x[at]!, frame.x[at + 1]!, frame.x[at + 2]!)
    if (isSeen(one)) places.push(one)
  }
  return places
}

/** A path from where it last comes into the picture, up to a step. */
function pathFrom(xs: Float64Array, ys: Float64Array, zs: Float64Array, from: number, until: number): Line {
  let first = from
  for (let k = until; k >= from; k--)
    if (!isSeen(worldOf(xs[k]!, ys[k]!, zs[k]!))) {
      first = k + 1
      break
    }
  const line = new Float64Array(3 * Math.max(0, until - first + 1))
  for (let k = first; k <= until; k++) line.set(worldOf(xs[k]!, ys[k]!, zs[k]!), 3 * (k - first))
  return line
}
/** The path of the marked particle between two steps. */
export const markedPath = ({ series }: Scene, from: number, until: number): Line =>
  Number.isNaN(series.z[0]!) ? new Float64Array(0) : pathFrom(series.x, series.y, series.z, from, until)
/** Paths of the first particles up to now. */
export function trailsIn({ series, params, step }: Scene): Line[] {
  const count = trailsOf(params)
  if (series.trails.length % (3 * count) !== 0 || Number.isNaN(series.z[0]!)) return []
  return Array.from({ length: count }, (_, k) => {
    const [x, y, z] = [0, 1, 2].map((i) => partOf(series.trails, 3 * k + i, 3 * count))
    return pathFrom(x!, y!, z!, 0, step)
  }).filter((line) => line.length > 3)
}
/** Where the marked particle is. */
export const markedPlace = ({ series, step }: Scene): Vector3 | null =>
  Number.isNaN(series.z[step]!) ? null : worldOf(series.x[step]!, series.y[step]!, series.z[step]!)
/** Half axes of the ball: images of the three axes of the world, as columns; null where the frame is one of the plane. */
export function ballOf({ frame: { jacobian: y } }: Scene): [Vector3, Vector3, Vector3] | null {
  if (y.length !== 9) return null
  const column = (j: number) => worldOf(BALL * y[j]!, BALL * y[3 + j]!, BALL * y[6 + j]!)
  return [column(0), column(1), column(2)]
}
export function axisLine(p: Params): Line {
  const tip = placeOf('axis', p)
  return Float64Array.from([...tip.map((v) => -v), ...tip])
}

const FOV = 24 // degrees: from afar, so that little is distorted
const [ASIDE, UP] = [AXIS + 0.25, AXIS + 0.15] // half sizes of what must be seen
const NEARER = 1.1 // what is near is larger than the middle
const ASPECT = 1.19 // width over height of a stage, at least

export function cameraOf({ params }: Scene): { position: Vector3; target: Vector3; fov: number } {
  const distance = (NEARER * Math.max(ASIDE / ASPECT, UP)) / Math.tan((FOV * Math.PI) / 360)
  const { toward } = lookOf(params)
  return { position: [distance * toward[0], distance * toward[1], distance * toward[2]], target: [0, 0, 0], fov: FOV }
}
/** The space turns under the hand. */
export const turned = (by: Point, { params }: Scene): Pick<Params, 'turn' | 'rise'> =>
  turnedBy(by, params, [schema.rise.min, schema.rise.max])

export const windowOf: Window = [
  [-ASIDE, ASIDE],
  [-UP, UP],
]
