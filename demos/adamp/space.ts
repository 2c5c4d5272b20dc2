// The part of the world in the picture of the sphere: the camera, the window of the flat picture, shells and the places of their names.
import type { Point, Vector3, Window } from '@/contract'
import { memoized } from '@/memoized'
import { DEGREE } from '@/numerics/angles'
import { lookOf, seen, turnedBy } from '@/numerics/look'
import { placeOf, radiusOf } from './geometry'
import { pathOf, type Scene } from './looks'
import { shownMethods } from './params'

const MARGIN = 0.16 // around sphere and paths

/** What must be visible. The sphere stays in the middle in every run, so that its start can be dragged. */
export interface Extent {
  /** Half sizes in the plane of the picture through the centre of the sphere. */
  half: Point
  /** From the centre to the camera. */
  reach: number
  /** From the centre to the farthest place. */
  farthest: number
}

/** Places at every step of the shown methods: xyz each. */
export const pathsIn = memoized((scene: Scene) =>
  shownMethods(scene.params).map((method) => {
    const [xs, ys, zs] = pathOf(scene, method)
    const places = new Float64Array(3 * (scene.last + 1))
    for (let k = 0; k <= scene.last; k++) places.set(placeOf(xs[k]!, ys[k]!, zs[k]!, scene.params), 3 * k)
    return { method, places }
  }),
)
/** The one at step `k`. */
export const placeIn = (places: Float64Array, k: number): Vector3 => [places[3 * k]!, places[3 * k + 1]!, places[3 * k + 2]!]

/** Fits sphere and paths, whatever the current step: playing never moves the camera. */
export const extentOf = memoized((scene: Scene): Extent => {
  const { params, last } = scene
  const look = lookOf(params)
  const slope = Math.tan((FOV / 2) * DEGREE)
  let [aside, upward, reach, farthest] = [1, 1, (1 + MARGIN) / slope, 0]
  for (const { places } of pathsIn(scene)) {
    for (let k = 0; k <= last; k++) {
      const place = placeIn(places, k)
      const [u, v, w] = seen(place, look)
      aside = Math.max(aside, Math.abs(u))
      upward = Math.max(upward, Math.abs(v))
      const wide = (Math.abs(u) + MARGIN) / ASPECT
      const tall = Math.abs(v) + MARGIN
      reach = Math.max(reach, Math.max(wide, tall) / slope + Math.abs(w)) // as if on the near side, or the picture would jump
      farthest = Math.max(farthest, Math.hypot(...place))
    }
  }
  return { half: [aside + MARGIN, upward + MARGIN], reach, farthest }
})

export function windowOf(scene: Scene): Window {
  const [x, y] = extentOf(scene).half
  return [
    [-x, x],
    [-y, y],
  ]
}

const FOV = 24 // degrees: from afar, so that little is distorted
const ASPECT = 1.19 // width over height of a stage, at least

/** Looks from far enough to show everything, including what comes nearer. */
export function cameraOf(scene: Scene): { position: Vector3; target: Vector3; fov: number } {
  const { reach } = extentOf(scene)
  const [x, y, z] = lookOf(scene.params).toward
  return { position: [reach * x, reach * y, reach * z], target: [0, 0, 0], fov: FOV }
}

/** The sphere turns with the drag: its middle follows the pointer. */
export const turned = (by: Point, { params }: Scene): Pick<Scene['params'], 'turn' | 'rise'> =>
  turnedBy(by, params, [-STEEPEST, STEEPEST])
const STEEPEST = 80 // degrees

/** Radii of the shells at twice the length, four times, and so on as far as the paths reach. */
export function shellsOf(scene: Scene): { times: number; radius: number }[] {
  const { farthest } = extentOf(scene)
  const shells = []
  for (let times = 2; shells.length < MOST_SHELLS; times *= 2) {
    const radius = radiusOf(times, scene.params)
    if (times > 2 && radius > farthest) break
    shells.push({ times, radius })
  }
  return shells
}
const MOST_SHELLS = 7

const WORD_TURNS = [-0.62, -0.9, -0.35, 0.62, 0.35, 2.5, 2.2, 3.5, 3.9, 1.2] // rad from the right: where a word may fit
const APART = [1, 0.3] as const // world lengths sideways or up from the ends of the paths, which have other words

/** Places of the shells' names: on their edges, inside the picture. */
export function shellWords(scene: Scene): { times: number; at: Point }[] {
  const { half } = extentOf(scene)
  const look = lookOf(scene.params)
  const ends = pathsIn(scene).map(({ places }) => seen(placeIn(places, scene.last), look))
  const fits = ([u, v]: Point) =>
    u < 0.72 * half[0] &&
    u > -half[0] &&
    Math.abs(v) < 0.92 * Math.max(half[1], half[0] / ASPECT) &&
    ends.every((end) => Math.abs(u - end[0]) > APART[0] || Math.abs(v - end[1]) > APART[1])
  return shellsOf(scene).flatMap(({ times, radius }) => {
    const at = WORD_TURNS.map((turn): Point => [radius * Math.cos(turn), radius * Math.sin(turn)]).find(fits)
    return at ? [{ times, at }] : []
  })
}
