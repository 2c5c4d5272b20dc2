// Space as a world: x to the right, z up, y away from the viewer; lengths are those of the data. What lies farther out than SEEN is not drawn.
import type { Point, Vector3 } from '@/contract'
import { DEGREE } from '@/numerics/angles'
import { type Look, lookOf, onBall, seen } from '@/numerics/look'
import { axisOf, type Params, START_AWAY, startOf } from './params'

export const SEEN = 1.95
/** Half the length of the axis that is drawn. */
export const AXIS = 1.7

export const worldOf = (x: number, y: number, z: number): Vector3 => [x, z, -y]
export const flattened = (at: Vector3, p: Params, look: Look = lookOf(p)): Point => {
  const [u, v] = seen(at, look)
  return [u, v]
}

export type OnSphere = 'start' | 'axis'
const radiusOf = (name: OnSphere) => (name === 'start' ? START_AWAY : AXIS)
/** Where a handle is in the world. */
export function placeOf(name: OnSphere, p: Params): Vector3 {
  const [x, y, z] = name === 'start' ? startOf(p) : axisOf(p).map((v) => AXIS * v)
  return worldOf(x!, y!, z!)
}
/** The place of the sphere of a handle that is seen at a point, on the side of the sphere where the handle is now; beyond its rim, on the rim. */
export function liftedOf(name: OnSphere, at: Point, p: Params): Vector3 {
  const look = lookOf(p)
  return onBall(at, look, radiusOf(name), seen(placeOf(name, p), look)[2] < 0)
}
const neat = (degrees: number) => Math.round(100 * degrees) / 100 + 0
/** Angles of a direction of the world. */
export function anglesOf([x, y, z]: Vector3): { turn: number; rise: number } {
  const flat = Math.hypot(x, z)
  return { turn: neat(Math.atan2(-z, x) / DEGREE), rise: neat(Math.atan2(y, flat) / DEGREE) }
}
