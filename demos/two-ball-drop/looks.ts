// Colours and names that several pictures share.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'
import type { Maker } from './makers'

export type Scene = SceneOf<typeof demo>

export const ballColour = (palette: Palette, index: 0 | 1): string => (index === 0 ? palette.method : palette.base)

/** Our clips vermilion, generators blue, adapters green, a visitor's own rule purple. */
export function makerColour(palette: Palette, maker: Maker): string {
  if (maker === 'earth') return palette.method
  if (maker === 'own') return palette.base3
  return maker === 'adapter5' || maker === 'adapter14' ? palette.base2 : palette.base
}

/** A length of a world of scale 1 in real units. */
export function lengthText({ params, words, format }: Scene, length: number): string {
  const real = length * params.size
  return real < 1 ? `${format(100 * real, 3)} ${words.centimetre}` : `${format(real, 3)} ${words.metre}`
}

const GHOSTS = 48
/** Frames 0 to `last` that are drawn as ghosts: all of them, or every second, third, … of a long film. */
export function ghostFrames(last: number, steps: number): number[] {
  const stride = Math.max(1, Math.ceil(steps / GHOSTS))
  return Array.from({ length: Math.floor(last / stride) + 1 }, (_, k) => k * stride)
}

export const shownBalls = ({ params }: Scene): readonly (0 | 1)[] => (params.balls === 'one' ? [0] : [0, 1])
