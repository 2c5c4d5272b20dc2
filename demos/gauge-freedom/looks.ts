// Colours that several pictures share: the true score is the baseline, a field with something added the method, and data are ink.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'
import { kindOf, type Params } from './params'

export type Scene = SceneOf<typeof demo>

export const isPlain = ({ kappa }: Pick<Params, 'kappa'>): boolean => kappa === 0
export const fieldColour = ({ params, palette }: { params: Params; palette: Palette }): string =>
  isPlain(params) ? palette.base : palette.method
/** "true score", "swirl, κ = 3", "swirl, κ/σ with κ = 1". */
export function nameOfField({ params, words, format }: Scene): string {
  if (isPlain(params)) return words.plain
  const strength = params.growth === 'inverse' ? `${format(params.kappa, 3)}/σ` : `κ = ${format(params.kappa, 3)}`
  return `${words[kindOf(params)]}, ${strength}`
}
/** Radius of the ball around the start of the marked particle, which the flow carries along. */
export const BALL = 0.35
