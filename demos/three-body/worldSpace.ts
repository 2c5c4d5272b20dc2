// Space and time of the world lines: x and y are horizontal, time runs upwards. Lengths of the stage: the picture's half width is 1, the run is TALL high.
import type { Point, StageView, Vector3 } from '@/contract'
import { DEGREE, wrapped } from '@/numerics/angles'
import type { Scene } from './looks'
import { BODIES } from './magnifier'

export const TALL = 2.3
const ELEVATION = 20 * DEGREE
const FAR = 6.4
const MIDDLE = 0.98 // height that the eye looks at
const WIDE = 1.6 // places farther away are drawn at this distance from the axis: an ejected body leaves the picture, not the stage

const held = (value: number) => Math.min(Math.max(value, -WIDE), WIDE)

/** Where body `index` is at picture `step`; y is up. */
export function worldPlace({ series, params }: Scene, index: number, step: number): Vector3 {
  const { x, y } = BODIES[index]!
  return [held(series[x][step]! / params.span), (TALL * series.time[step]!) / params.until, held(-series[y][step]! / params.span)]
}

export const camera: StageView<Scene>['camera'] = ({ params }) => {
  const turn = params.turn * DEGREE
  const flat = FAR * Math.cos(ELEVATION)
  return {
    position: [flat * Math.sin(turn), MIDDLE + FAR * Math.sin(ELEVATION), flat * Math.cos(turn)],
    target: [0, MIDDLE, 0],
    fov: 30,
  }
}

/** The world turns about its axis of time; the front, at half a picture's width from the axis, follows the pointer. */
export const turned = ([right]: Point, { params }: Scene): Pick<Scene['params'], 'turn'> => ({
  turn: wrapped(params.turn - right / DEGREE),
})

/** The same view from very far, in a plane: x to the right, up is up. */
export function flattened([x, y, z]: Vector3, turnDegrees: number): readonly [number, number] {
  const turn = turnDegrees * DEGREE
  const [right, towards] = [x * Math.cos(turn) - z * Math.sin(turn), x * Math.sin(turn) + z * Math.cos(turn)]
  return [right, (y - MIDDLE) * Math.cos(ELEVATION) - towards * Math.sin(ELEVATION)]
}

const MOST_POINTS = 600
const LEAST = 0.006 // of the half width: closer points are left out

/** Pictures that a world line goes through, dense where it bends: at most MOST_POINTS, including the first and the last. */
export function pointsOf(scene: Scene, index: number): number[] {
  for (let least = LEAST; ; least *= 1.5) {
    const kept = [0]
    let from = worldPlace(scene, index, 0)
    for (let step = 1; step < scene.last; step++) {
      const here = worldPlace(scene, index, step)
      if (Math.hypot(here[0] - from[0], here[1] - from[1], here[2] - from[2]) < least) continue
      kept.push(step)
      from = here
    }
    if (scene.last > 0) kept.push(scene.last)
    if (kept.length <= MOST_POINTS) return kept
  }
}
