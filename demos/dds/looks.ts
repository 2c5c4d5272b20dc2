// Colours that several pictures share. What data and prior make together is the method, the guess of the prior alone the baseline.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'

export type Scene = SceneOf<typeof demo>

export const correctedColour = (palette: Palette): string => palette.method
export const guessColour = (palette: Palette): string => palette.base
export const dataColour = (palette: Palette): string => palette.base2
/** The picture that a run has at this step: corrected, or what CG alone has found. */
export const resultOf = ({ frame: { sampling, plain } }: Scene): Float64Array => sampling?.corrected ?? plain!
