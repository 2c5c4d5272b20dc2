// Colours and shapes shared by the pictures.

import type { Palette, Point, SceneOf } from '@/contract'
import { DEGREE } from '@/numerics/angles'
import { hues } from '@/views/hues'
import type demo from './demo'
import type { Params } from './params'
import { type Codes, codesOf, rivalCodesOf } from './workspace'

export type Scene = SceneOf<typeof demo>

/** Sinkhorn is the paper's method; codes that are not shared out equally are its baselines. */
export const codesColour = (palette: Palette, codes: Codes): string =>
  ({ sinkhorn: palette.method, softmax: palette.base, argmax: palette.base2 })[codes]

type Sides = Pick<Params, 'codes' | 'rounds'>
export const oursColour = (palette: Palette, p: Sides): string => codesColour(palette, codesOf(p))
export const rivalColour = (palette: Palette, p: Sides): string => codesColour(palette, rivalCodesOf(p))

export const codesName = ({ words }: Pick<Scene, 'words'>, codes: Codes): string =>
  ({ sinkhorn: words.sinkhorn, softmax: words.softmax, argmax: words.argmax })[codes]

export const LETTERS = 'ABCDEF'

/** A five-pointed star as a path; `size` is its outer radius in px. */
export function starPath(cx: number, cy: number, size: number): string {
  let data = ''
  for (let k = 0; k < 10; k++) {
    const angle = -Math.PI / 2 + (Math.PI * k) / 5
    const r = k % 2 === 0 ? size : 0.45 * size
    data += `${k === 0 ? 'M' : 'L'}${(cx + r * Math.cos(angle)).toFixed(1)} ${(cy + r * Math.sin(angle)).toFixed(1)}`
  }
  return `${data}Z`
}

const RISE = 20 // degrees from which the sphere is seen

/** The place of a direction in the picture, and how near it is: the circle as it is, the sphere from afar. */
export function seen(
  rows: ArrayLike<number>,
  index: number,
  d: 2 | 3,
  turn: number,
): readonly [x: number, y: number, near: number] {
  if (d === 2) return [rows[2 * index]!, rows[2 * index + 1]!, 1]
  const [x, y, z] = [rows[3 * index]!, rows[3 * index + 1]!, rows[3 * index + 2]!]
  const [s, c] = [Math.sin(turn * DEGREE), Math.cos(turn * DEGREE)]
  const [sr, cr] = [Math.sin(RISE * DEGREE), Math.cos(RISE * DEGREE)]
  const [u, w] = [c * x - s * z, s * x + c * z]
  return [u, cr * y - sr * w, sr * y + cr * w]
}

/** The small circle of the other codes. */
export const RIVAL: { at: Point; radius: number } = { at: [1.92, 0.72], radius: 0.34 }
/** Radius at which stars are drawn: inside the circle, so that they do not cover the samples at their direction. */
export const starRadius = (d: 2 | 3): number => (d === 2 ? 0.74 : 1)
export const CROWD_RADII = [1.03, 1.1] as const

export const ownerColour = (palette: Palette, star: number, alpha: string): string => `${hues(palette)[star % 6]!}${alpha}`
