// Where things stand: pictures in the film, and the flat data set as a floor in space with the distance from it as height.
import type { Point, Vector3, Window } from '@/contract'
import { type Look, lookOf, onPlane, seen, turnedBy } from '@/numerics/look'
import { type Params, params as schema } from './params'
import { SIDE } from './phantoms'

// --- the film: pictures in two rows, each 1 × 1 ----------------------------------------------------------------------------------

const [PITCH, RISE] = [1.24, 1.46]
export type Still = 'truth' | 'seen' | 'noisy' | 'guess' | 'corrected' | 'error'
/** Lower left corners. CG alone and the prior alone have four pictures, of those that they use. */
export const CORNERS: Readonly<Record<Still, Point>> = {
  truth: [0, RISE],
  seen: [PITCH, RISE],
  noisy: [2 * PITCH, RISE],
  guess: [0, 0],
  corrected: [PITCH, 0],
  error: [2 * PITCH, 0],
}
const FOUR: Readonly<Record<'cg' | 'prior', Partial<Record<Still, Point>>>> = {
  cg: { truth: [0, RISE], seen: [PITCH, RISE], corrected: [0, 0], error: [PITCH, 0] },
  prior: { truth: [0, RISE], noisy: [PITCH, RISE], guess: [0, 0], error: [PITCH, 0] },
}
export const cornersOf = ({ method }: Pick<Params, 'method'>): Partial<Record<Still, Point>> =>
  method === 'cg' || method === 'prior' ? FOUR[method] : CORNERS
export const filmWindow = ({ method }: Pick<Params, 'method'>): Window => [
  [-0.2, (method === 'cg' || method === 'prior' ? 1 : 2) * PITCH + 1.06],
  [-0.2, RISE + 1.2],
]

/** The place of the film for one of a picture, right and up from -1 to 1: centres of the outer pixels stand at ±1. */
export const inFilm = ([x, y]: Point, [left, low]: Point): Point => [
  left + 0.5 + (x / 2) * (1 - 1 / SIDE),
  low + 0.5 + (y / 2) * (1 - 1 / SIDE),
]
export const inPicture = ([x, y]: Point, [left, low]: Point): Point => [
  (2 * (x - left - 0.5)) / (1 - 1 / SIDE),
  (2 * (y - low - 0.5)) / (1 - 1 / SIDE),
]

// --- the floor -------------------------------------------------------------------------------------------------------------------

/** Half width of the floor in the world; the coordinates there reach to ±REACH. */
export const WIDE = 1.2
export const REACH = schema.from.max[0]
const SCALE = WIDE / REACH
const MIDDLE = 0.2 // height at which the eye looks

export const worldAt = ([x, y]: Point, height: number): Vector3 => [SCALE * x, SCALE * height, -SCALE * y]
export const coordinatesAt = ([x, , z]: Vector3): Point => [x / SCALE, -z / SCALE]

type Seen = Pick<Params, 'azimuth' | 'rise'>
const anglesOf = ({ azimuth, rise }: Seen) => ({ turn: azimuth, rise })
export const lookAt = (p: Seen): Look => lookOf(anglesOf(p))

/** A place in the flat picture, seen from very far. */
export function flattened([x, y, z]: Vector3, p: Seen): Point {
  const [u, v] = seen([x, y - MIDDLE, z], lookAt(p))
  return [u, v]
}
/** Back from the flat picture to the floor. */
export function onFloor(at: Point, p: Seen): Vector3 {
  const look = lookAt(p)
  const [x, y, z] = onPlane(at, look)
  const along = (-MIDDLE - y) / look.toward[1]
  return [x + along * look.toward[0], 0, z + along * look.toward[2]]
}

const FOV = 24 // degrees: from afar, so that little is distorted
const [ASIDE, UP] = [1.68, 1] // half sizes of what must be seen
const ASPECT = 1.19 // width over height of a stage, at least
const NEARER = 1.1 // the near edge is larger than the middle

export function cameraOf(p: Seen): { position: Vector3; target: Vector3; fov: number } {
  const distance = (NEARER * Math.max(ASIDE / ASPECT, UP)) / Math.tan((FOV * Math.PI) / 360)
  const [x, y, z] = lookAt(p).toward
  return { position: [distance * x, MIDDLE + distance * y, distance * z], target: [0, MIDDLE, 0], fov: FOV }
}
export const PLANE_WINDOW: Window = [
  [-ASIDE, ASIDE],
  [-UP, UP],
]

/** The floor turns under the hand. */
export function turned(by: Point, p: Seen): Seen {
  const { turn, rise } = turnedBy(by, anglesOf(p), [schema.rise.min, schema.rise.max])
  return { azimuth: turn, rise }
}
