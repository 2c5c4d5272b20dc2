// The places of the side view's handles in the 3D stage, and the inverse.
import type { Point, Vector3 } from '@/contract'
import { flatOf, type HandleName, type Motion, motions, type Place, places } from './handles'
import type { Scene } from './looks'

const TARGET: Place = [0, 1.3, 3.2]
const TURN = (38 * Math.PI) / 180 // from the balls' side towards the camera
const RISE = (14 * Math.PI) / 180
const FAR = 11.2 // m
/** From the right of the camera, somewhat above. The stage never turns, so that dragging keeps its sense. */
export const VIEWPOINT = {
  position: [
    TARGET[0] + FAR * Math.cos(TURN) * Math.cos(RISE),
    TARGET[1] + FAR * Math.sin(RISE),
    TARGET[2] + FAR * Math.sin(TURN) * Math.cos(RISE),
  ],
  target: TARGET,
  fov: 36,
} as const

const isHandle = (name: string): name is HandleName => name in places
/** Towards the viewer. */
const FACING: Vector3 = [Math.cos(TURN) * Math.cos(RISE), Math.sin(RISE), Math.sin(TURN) * Math.cos(RISE)]
const [FACING_X, FACING_Y, FACING_Z] = FACING
/** A handle on a line is dragged in the plane through its line that faces the viewer most. */
const normals: Readonly<Record<Motion, Vector3>> = {
  up: [FACING_X, 0, FACING_Z],
  depth: [FACING_X, FACING_Y, 0],
  aside: [0, FACING_Y, FACING_Z],
  upright: [1, 0, 0],
}

export const placeOf = (name: string, at: Point, { params }: Scene): Vector3 =>
  isHandle(name) ? places[name](params) : [0, at[1], -at[0]]

export const normalOf = (name: string): Vector3 => (isHandle(name) ? normals[motions[name]] : FACING)

/** Coordinates of the side view for a place to which a handle is dragged; coordinates that it cannot change stay. */
export function flatAt(name: string, [x, y, z]: Vector3, { params }: Scene): Point {
  if (!isHandle(name)) return flatOf([x, y, z])
  const [hereX, hereY, hereZ] = places[name](params)
  const moved: Readonly<Record<Motion, Place>> = {
    up: [hereX, y, hereZ],
    upright: [0, y, z],
    depth: [hereX, 0, z],
    aside: [x, hereY, hereZ],
  }
  return flatOf(moved[motions[name]])
}
