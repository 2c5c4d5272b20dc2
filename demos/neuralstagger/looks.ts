// What several pictures share: the scene's type, colours of hands and where a dealt pixel flies.
import type { Palette, SceneOf } from '@/contract'
import { phaseColor } from '@/views/phase'
import { largest } from '@/views/pixels'
import type demo from './demo'

export type Scene = SceneOf<typeof demo>

/** One colour frame for each hand: hues once around. */
export const handColor = (palette: Palette, hand: number, s: number): string =>
  phaseColor(palette, Math.cos((2 * Math.PI * hand) / s ** 2 - 0.5), Math.sin((2 * Math.PI * hand) / s ** 2 - 0.5), 1)

/** The value drawn at full colour in all pictures of a field: the largest of the truth. */
export const fullOf = ({ frame }: Pick<Scene, 'frame'>): number => largest(frame.fine) || 1

/** Pixels between dealt hands. */
const GAP = 1.5

/** Geometry of the deal in the unit square: side of a pixel, and the lower left corner of the moving pixel (i, j). */
export interface Deal {
  pixel: number
  x(i: number, j: number): number
  y(i: number, j: number): number
}
/** `deal` 0: one picture; 1: hand (a, b) is in column a and row b. The hands start one after the other. */
export function dealOf(side: number, s: number, deal: number): Deal {
  const n = side / s
  const gap = s > 1 ? (GAP * side) / 32 : 0
  const pixel = 1 / (side + (s - 1) * gap)
  const margin = (1 - side * pixel) / 2
  const last = Math.max(1, s * s - 1)
  const shares = Array.from({ length: s * s }, (_, hand) => {
    const share = Math.min(Math.max(1.6 * deal - (0.6 * hand) / last, 0), 1)
    return share * share * (3 - 2 * share)
  })
  const along = (index: number, own: number, share: number) => {
    const together = margin + index * pixel
    const apart = (own * (n + gap) + Math.floor(index / s)) * pixel
    return together + share * (apart - together)
  }
  const shareOf = (i: number, j: number) => shares[(i % s) * s + (j % s)]!
  return {
    pixel,
    x: (i, j) => along(i, i % s, shareOf(i, j)),
    y: (i, j) => along(j, j % s, shareOf(i, j)),
  }
}
