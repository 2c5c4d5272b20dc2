// The space above the floor as a world: x to the right, height up, the second data axis away from the viewer. The widest circle that is drawn has the
// radius WIDE. Height shows σ to the scale of the floor, or its logarithm.
import type { Point, Vector3 } from '@/contract'
import { memoized } from '@/memoized'
import { type Look, lookOf, onPlane, seen } from '@/numerics/look'
import { chargesOf } from './charges'
import { isMirrored, type Params } from './params'

export const WIDE = 1.25
const TALL = 1 // height of the logarithmic axis in the world
/** Where the logarithmic height begins; lower is the floor. */
export const LOW = 0.02
const AROUND = 1.25 // of the start height
const ROOM = 1.3 // of the farthest charge

/** Half width of what is drawn, data units. */
export const reachOf = memoized((p: Params): number => {
  const { places } = chargesOf(p)
  const farthest = places.reduce((most, part) => Math.max(most, Math.abs(part)), 0)
  return Math.max(AROUND * p.sigmaMax, ROOM * farthest)
})

/** The world's length of a data unit. */
export const scaleOf = (p: Params): number => WIDE / reachOf(p)
/** Height of a noise level in the world. */
export const heightOf = (p: Params, sigma: number): number =>
  p.height === 'linear' ? scaleOf(p) * sigma : (TALL * Math.log(Math.max(sigma, LOW) / LOW)) / Math.log(p.sigmaMax / LOW)
export const topOf = (p: Params): number => heightOf(p, p.sigmaMax)

export const placeOf = (p: Params, x: number, y: number, sigma: number): Vector3 => [
  scaleOf(p) * x,
  heightOf(p, sigma),
  -scaleOf(p) * y,
]
/** The data coordinates of a place of the world. */
export const dataAt = (p: Params, [x, , z]: Vector3): Point => [x / scaleOf(p), -z / scaleOf(p)]

const MIDDLE = 0.42 // of the height, where the eye looks
export const middleOf = (p: Params): Vector3 => [0, isMirrored(p) ? 0 : MIDDLE * topOf(p), 0]

/** A place in the flat picture, seen from very far. */
export function flattened([x, y, z]: Vector3, p: Params, look: Look = lookOf(p)): Point {
  const [u, v] = seen([x, y - middleOf(p)[1], z], look)
  return [u, v]
}

/** Back from the flat picture to the plane of this height. */
export function unflattened(at: Point, height: number, p: Params): Vector3 {
  const { toward, ...look } = lookOf(p)
  const [x, y, z] = onPlane(at, { toward, ...look })
  const along = (height - middleOf(p)[1] - y) / toward[1]
  return [x + along * toward[0], height, z + along * toward[2]]
}
