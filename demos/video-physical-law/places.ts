// Where things stand in the pictures, for drawings and handles alike.
import type { Point, Window } from '@/contract'
import type { Clip } from './learners/clips'
import { hasColours, type Params } from './params'
import { FRAMES, INTERVAL, LENGTH, onRing } from './world/ring'

/** Films, one below another, time downwards; rows of the truth are twice as high. */
export const BLOCKS = ['truth', 'pocket', 'cases', 'nearest'] as const
export type Block = (typeof BLOCKS)[number]
const TITLE = 2.6
export const ROW: Readonly<Record<Block, number>> = { truth: 2, pocket: 1, cases: 1, nearest: 1 }
const tops: Partial<Record<Block, number>> = {}
let used = 0
for (const block of BLOCKS) {
  used += TITLE
  tops[block] = -used
  used += FRAMES * ROW[block]
}
/** Upper edge of a block. */
export const TOP = tops as Readonly<Record<Block, number>>
export const FILM_X: Point = [0, LENGTH]
export const FILM_WINDOW: Window = [FILM_X, [-used - 0.4, 1.5]] // room for the uppermost title on a phone
/** Middle of frame `f` in a block. */
export const rowAt = (block: Block, f: number): number => TOP[block] - (f + 0.5) * ROW[block]
export const placeIn = ({ x, v }: Pick<Clip, 'x' | 'v'>, f: number): number => onRing(x + v * INTERVAL * f)

/** Generated against shown velocity; below it a strip with the bands of the training. */
export const responseWindow = ({ mirror }: Pick<Params, 'mirror'>): Window => [
  [0, 6.4],
  [mirror ? -5.4 : -1.3, 6.4],
]
const STRIP: Point = [0.25, 0.75]
export const stripOf = (p: Pick<Params, 'mirror'>): Point => {
  const low = responseWindow(p)[1][0]
  return [low + STRIP[0], low + STRIP[1]]
}
export const stripMiddle = (p: Pick<Params, 'mirror'>): number => responseWindow(p)[1][0] + (STRIP[0] + STRIP[1]) / 2

/** The plane of combinations: what stands on its axes. */
export const planeAxes = ({ pair }: Pick<Params, 'pair'>) =>
  ({
    across: pair === 'colourSize' ? 'size' : 'velocity',
    up: hasColours({ pair }) ? 'colour' : 'size',
  }) as const
const RANGES = { velocity: [0, 6.2], size: [0.4, 1.7], colour: [-0.35, 1.35] } as const
export const planeWindow = (p: Pick<Params, 'pair'>): Window => {
  const { across, up } = planeAxes(p)
  return [RANGES[across], RANGES[up]]
}
interface Looks {
  v: number
  r: number
  blue: number
}
export const planePlace = (p: Pick<Params, 'pair'>, { v, r, blue }: Looks): Point => {
  const { across, up } = planeAxes(p)
  return [across === 'size' ? r : v, up === 'colour' ? blue : r]
}
export const RANKING_WINDOW: Window = [
  [0, 3],
  [0.5, 1.6],
]
