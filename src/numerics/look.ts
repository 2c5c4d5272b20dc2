// The viewer's direction towards a world whose y is up: `turn` degrees around the upright axis, `rise` degrees above the floor.
import { DEGREE, wrapped } from './angles'

type Vector = readonly [x: number, y: number, z: number]
type Pair = readonly [x: number, y: number]
interface Angles {
  turn: number
  rise: number
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

export interface Look {
  right: Vector
  up: Vector
  /** Towards the viewer. */
  toward: Vector
}
export function lookOf({ turn, rise }: Angles): Look {
  const [sinTurn, cosTurn] = [Math.sin(turn * DEGREE), Math.cos(turn * DEGREE)]
  const [sinRise, cosRise] = [Math.sin(rise * DEGREE), Math.cos(rise * DEGREE)]
  return {
    right: [cosTurn, 0, -sinTurn],
    up: [-sinRise * sinTurn, cosRise, -sinRise * cosTurn],
    toward: [cosRise * sinTurn, sinRise, cosRise * cosTurn],
  }
}

/** A place as seen from afar: to the right, up, and towards the viewer. */
export const seen = (place: Vector, { right, up, toward }: Look): Vector => [
  dot(place, right),
  dot(place, up),
  dot(place, toward),
]

/** The place seen at [u, v] in the plane through the origin that faces the viewer. */
export const onPlane = ([u, v]: Pair, { right, up }: Look): Vector => [
  u * right[0] + v * up[0],
  u * right[1] + v * up[1],
  u * right[2] + v * up[2],
]

/** The place of the sphere of this radius around the origin that is seen at [u, v], on its near or its far side; beyond the rim, on the rim. */
export function onBall([u, v]: Pair, look: Look, radius: number, isFar = false): Vector {
  const size = Math.hypot(u, v)
  const share = size > radius ? radius / size : 1
  const [x, y, z] = onPlane([share * u, share * v], look)
  const depth = Math.sqrt(Math.max(0, radius * radius - (share * size) ** 2)) * (isFar ? -1 : 1)
  return [x + depth * look.toward[0], y + depth * look.toward[1], z + depth * look.toward[2]]
}

/** Angles after a drag turned the world: the front, at distance 1 from the middle, follows the pointer. `rises`: its limits. */
export const turnedBy = ([right, up]: Pair, { turn, rise }: Angles, [least, most]: Pair): Angles => ({
  turn: wrapped(turn - right / DEGREE / Math.cos(rise * DEGREE)),
  rise: Math.min(Math.max(rise - up / DEGREE, least), most),
})
