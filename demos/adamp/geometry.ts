// Where weights stand in the picture of the sphere, and from where one looks at it. World: x right, y up, z towards longitude 0; the
// sphere has radius 1 and stands for all weights as long as the first ones.

import type { Point, Vector3 } from '@/contract'
import { DEGREE } from '@/numerics/angles'
import type { Params } from './params'

const dot = (a: Vector3, b: Vector3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const PER_DOUBLING = 0.5 // radii of the sphere
const SLOPE = PER_DOUBLING / Math.LN2

/** Distance from the centre for weights `growth` times as long as the first ones: with the logarithm outside, smoothly on to 0 inside. */
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

export interface Look {
  right: Vector3
  up: Vector3
  /** Towards the viewer. */
  toward: Vector3
}
export function lookOf({ turn, rise }: Pick<Params, 'turn' | 'rise'>): Look {
  const [sinTurn, cosTurn] = [Math.sin(turn * DEGREE), Math.cos(turn * DEGREE)]
  const [sinRise, cosRise] = [Math.sin(rise * DEGREE), Math.cos(rise * DEGREE)]
  return {
    right: [cosTurn, 0, -sinTurn],
    up: [-sinRise * sinTurn, cosRise, -sinRise * cosTurn],
    toward: [cosRise * sinTurn, sinRise, cosRise * cosTurn],
  }
}

/** Seen from afar: to the right, up, and towards the viewer. */
export const seen = (place: Vector3, { right, up, toward }: Look): Vector3 => [
  dot(place, right),
  dot(place, up),
  dot(place, toward),
]

/** From the plane of the picture back onto the near half of the sphere; outside of its disc onto its edge. */
export function onSphere([u, v]: Point, { right, up, toward }: Look): Vector3 {
  const far = Math.hypot(u, v)
  const shrink = far > EDGE ? EDGE / far : 1
  const [a, b] = [u * shrink, v * shrink]
  const c = Math.sqrt(1 - a * a - b * b)
  const part = (axis: 0 | 1 | 2) => a * right[axis] + b * up[axis] + c * toward[axis]
  return [part(0), part(1), part(2)]
}
const EDGE = 0.998 // of the disc: beyond, a hair would be a continent

/** A place of the picture's plane through the centre of the sphere. */
export const onPlane = ([u, v]: Point, { right, up }: Look): Vector3 => [
  u * right[0] + v * up[0],
  u * right[1] + v * up[1],
  u * right[2] + v * up[2],
]
