// Colours and names that several pictures share. Attraction is the baseline, kicks the second, spreading what the paper adds.
import type { Palette, SceneOf } from '@/contract'
import type demo from '../demo'
import type { Params } from '../params'
import type { Kind } from '../readouts'

export type Scene = SceneOf<typeof demo>

export const forceColours = ({ base, base2, method }: Palette): readonly [string, string, string] => [base, base2, method]
/** A run with spreading is the paper's; one with kicks beside attraction has theirs. */
export const runColour = (palette: Palette, { singular, brownian }: Pick<Params, 'singular' | 'brownian'>): string =>
  singular > 0 ? palette.method : brownian > 0 ? palette.base2 : palette.base
export const isAlone = ({ singular, brownian }: Pick<Params, 'singular' | 'brownian'>): boolean =>
  singular === 0 && brownian === 0
export const kindColour = ({ base2, base3 }: Palette, kind: Kind): string => (kind === 'weak' ? base2 : base3)
export function kindName({ params, words, format }: Scene, kind: Kind): string {
  const stiffness = params[kind]
  if (stiffness === 0) return kind === 'weak' ? words.freeWeak : words.freeStrong
  return `${words[kind]}, κ = ${format(stiffness, 2)}`
}
