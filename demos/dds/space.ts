// What the stage and its flat picture draw: the floor, and the path of CG above it.
import type { StageWord, Vector3 } from '@/contract'
import { REACH, worldAt } from './geometry'
import { correctedColour, guessColour, type Scene } from './looks'

/** Corners of the floor, in order around it. */
export const FLOOR: readonly Vector3[] = [
  worldAt([-REACH, -REACH], 0),
  worldAt([REACH, -REACH], 0),
  worldAt([REACH, REACH], 0),
  worldAt([-REACH, REACH], 0),
]
const LINES = 5
/** Lines on the floor along its two directions. */
export const GRID: readonly (readonly [Vector3, Vector3])[] = Array.from({ length: LINES }, (_, k) => {
  const at = REACH * ((2 * k) / (LINES - 1) - 1)
  return [
    [worldAt([at, -REACH], 0), worldAt([at, REACH], 0)],
    [worldAt([-REACH, at], 0), worldAt([REACH, at], 0)],
  ] as const
}).flat()

/** Places of the CG run by step, `from` to `to`. What is to come is not drawn: the lesson asks where it leads. */
export function pathOf({ series, last }: Scene, from = 0, to = last): Vector3[] {
  const places: Vector3[] = []
  for (let k = from; k <= Math.min(to, last); k++) {
    const place = worldAt([series.wave1[k]!, series.wave3[k]!], series.height[k]!)
    if (place.every(Number.isFinite)) places.push(place)
  }
  return places
}
/** The place on the floor below. */
export const below = ([x, , z]: Vector3): Vector3 => [x, 0, z]

/** A Krylov path that is this high above the floor, in the world, has left it. */
const HIGH = 0.02

export function wordsIn(scene: Scene): StageWord[] {
  const { params, palette, words, step } = scene
  const here = pathOf(scene, step, step)[0]
  return [
    { text: words.start, color: guessColour(palette), at: worldAt(params.from, 0), dx: -10, dy: 14 },
    { text: words.goal, color: palette.ink, at: worldAt(params.goal, 0), dx: 12, dy: 12 },
    { text: words.set, color: palette.soft, at: worldAt([REACH, -REACH], 0), dx: -6, dy: 12 },
    ...(here && here[1] > HIGH ? [{ text: words.cgPath, color: correctedColour(palette), at: here, dx: 10, dy: 8 }] : []),
  ]
}
