// The start, dragged on the near half of the sphere. Its coordinates are those of the flat picture.

import type { Point, Vector3 } from '@/contract'
import { latitude, longitude } from '@/domains/optim/sphere'
import { DEGREE } from '@/numerics/angles'
import { lookOf, seen } from '@/numerics/look'
import { onSphere } from './geometry'
import { type Params, startOf } from './params'

const STEEPEST = 89 // degrees: at a pole there is no longitude

const clamp = (value: number, most: number) => Math.min(Math.max(value, -most), most)

export const start = {
  at(p: Params): Point {
    const [u, v] = seen(startOf(p), lookOf(p))
    return [u, v]
  },
  move(to: Point, p: Params): Partial<Params> {
    const [x, y, z] = onSphere(to, lookOf(p))
    return { start: [longitude(x, z) / DEGREE, clamp(latitude(y, 1) / DEGREE, STEEPEST)] }
  },
  /** On the far side it cannot be dragged. */
  when: (p: Params) => seen(startOf(p), lookOf(p))[2] > 0,
}

/** In the stage the handle sits on the sphere. */
export const handlePlace = (at: Point, p: Params): Vector3 => onSphere(at, lookOf(p))
export const handleAt = (world: Vector3, p: Params): Point => {
  const [u, v] = seen(world, lookOf(p))
  return [u, v]
}
