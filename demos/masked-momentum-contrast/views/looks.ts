// How things look wherever they are drawn: trained features are the method, raw patches the baseline, an untrained network the second one.
import type { Palette, SceneOf } from '@/contract'
import type demo from '../demo'
import { encoderOf, pointedBy } from '../maps'
import type { Pointed } from '../model'
import type { Params } from '../params'

export type Scene = SceneOf<typeof demo>

export const comparedColour = ({ tab, features }: Pick<Params, 'tab' | 'features'>, { method, base, base2 }: Palette): string =>
  tab !== 'point' || features === 'trained' ? method : features === 'raw' ? base : base2

/** What the compared features say of the prompt, for the picture on screen. */
export function comparedIn({ params, maps, step, frame }: Scene): Pointed | null {
  const encoder = encoderOf(params, maps.learned?.result, step)
  return encoder === 'raw' ? frame.raw : pointedBy(params, encoder)
}
