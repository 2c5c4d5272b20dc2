// The sphere as a world: its radius is 1, y is up. The circle is the one that faces the viewer where nothing is turned.
import type { Placed, Point, Vector3 } from '@/contract'
import { latitude, longitude } from '@/domains/optim/sphere'
import { DEGREE } from '@/numerics/angles'
import { type Look, lookOf, onBall, onPlane, seen } from '@/numerics/look'
import { anchorOf, dimensionOf, type Params, unitAt } from './params'
import { startOf } from './runs/free'

/** A unit vector of the cloud, [d] from `at` on, in the world. */
export const worldOf = (z: ArrayLike<number>, at: number, d: number): Vector3 => [z[at]!, z[at + 1]!, d === 3 ? z[at + 2]! : 0]

const neat = (degrees: number) => Math.round(100 * degrees) / 100 + 0
const EDGE_ON = 0.15 // of the circle's normal towards the viewer: less, and nothing can be dragged along it

/** Angles of a direction, as `unitAt` takes them, to a hundredth of a degree. */
function anglesOf([x, y, z]: Vector3, d: 2 | 3): Point {
  if (d === 2) return [neat(Math.atan2(y, x) / DEGREE), 0]
  return [neat(longitude(x, z) / DEGREE), neat(latitude(y, Math.hypot(x, y, z)) / DEGREE)]
}

export type OnSphere = 'anchor' | 'throw'
/** Angles of what a handle moves. */
function placeOf(name: OnSphere, p: Params): Point {
  if (name === 'anchor') return [p.east, p.north]
  const { thrown, image } = p
  return thrown.find(({ index }) => index === image)?.at ?? anglesOf(homeOf(p), dimensionOf(p))
}
const homeOf = (p: Params): Vector3 => worldOf(startOf(p).centroids, p.image * dimensionOf(p), dimensionOf(p))

/** Where the thing is in the world. */
export function handleIn(name: OnSphere, p: Params): Vector3 {
  const d = dimensionOf(p)
  return worldOf(name === 'anchor' ? anchorOf(p) : unitAt(...placeOf(name, p), d), 0, d)
}
/** The place in the world that is meant by a point of the picture, seen from afar: on the side where the thing is now. */
export function liftedOf(name: OnSphere, at: Point, p: Params, look: Look = lookOf(p)): Vector3 {
  if (dimensionOf(p) === 3) return onBall(at, look, 1, seen(handleIn(name, p), look)[2] < 0)
  const [x, y, z] = onPlane(at, look)
  const along = -z / look.toward[2] // to the plane of the circle
  const [u, v] = [x + along * look.toward[0], y + along * look.toward[1]]
  const size = Math.hypot(u, v)
  return size > 0 && Number.isFinite(size) ? [u / size, v / size, 0] : handleIn(name, p)
}
export const flattened = (at: Vector3, p: Params): Point => {
  const [u, v] = seen(at, lookOf(p))
  return [u, v]
}
/** Whether what lies on the sphere or the circle can be dragged as it is seen now. */
export const isWithinReach = (p: Params): boolean => dimensionOf(p) === 3 || Math.abs(lookOf(p).toward[2]) > EDGE_ON

export function anchorAt(to: Point, p: Params): Pick<Params, 'east' | 'north'> {
  const [east, north] = anglesOf(liftedOf('anchor', to, p), dimensionOf(p))
  return dimensionOf(p) === 3 ? { east, north } : { east, north: p.north }
}
export function throwTo(to: Point, p: Params): Pick<Params, 'thrown'> {
  const d = dimensionOf(p)
  const at = anglesOf(liftedOf('throw', to, p), d)
  const others = p.thrown.filter(({ index }) => index !== p.image)
  const [east, north] = anglesOf(homeOf({ ...p, thrown: others }), d)
  if (at[0] === east && at[1] === north) return { thrown: others }
  const one: Placed = { index: p.image, at }
  return { thrown: [...others, one].sort((a, b) => a.index - b.index) }
}
