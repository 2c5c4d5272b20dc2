// The place of weights in the picture of the sphere. World: x right, y up, z towards longitude 0; the sphere has radius 1 and stands for all
// weights as long as the first ones.

import type { Point, Vector3 } from '@/contract'
import type { Look } from '@/numerics/look'
import type { Params } from './params'

const PER_DOUBLING = 0.5 // radii of the sphere
const SLOPE = PER_DOUBLING / Math.LN2

/** Distance from the centre for weights `growth` times as long as the first ones: the logarithm outside the sphere, continued smoothly to 0 inside. */
export function radiusOf(growth: number, { radius }: Pick<Params, 'radius'>): number {
  if (radius === 'linear') return growth
  return growth < 1 ? growth ** SLOPE : 1 + SLOPE * Math.log(growth)
}

/** Place of weights in the world. */
export function placeOf(x: number, y: number, z: number, p: Params): Vector3 {
  const length = Math.hypot(x, y, z)
  const scale = length > 0 ? radiusOf(length / p.length, p) / length : 0
  return [x * scale, y * scale, z * scale]
}

/** From the plane of the picture back to the near half of the sphere; points outside its disc go to its edge. */
export function onSphere([u, v]: Point, { right, up, toward }: Look): Vector3 {
  const far = Math.hypot(u, v)
  const shrink = far > EDGE ? EDGE / far : 1
  const [a, b] = [u * shrink, v * shrink]
  const c = Math.sqrt(1 - a * a - b * b)
  const part = (axis: 0 | 1 | 2) => a * right[axis] + b * up[axis] + c * toward[axis]
  return [part(0), part(1), part(2)]
}
const EDGE = 0.998 // of the disc: near the edge a tiny move would be a large turn
