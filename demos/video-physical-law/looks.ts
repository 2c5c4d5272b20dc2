// How things look wherever they are drawn: the pocket model is the method, nearest cases the baseline, the law the second one, the truth ink.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'
import type { Channel } from './learners/clips'
import type { Kind } from './maps'
import { channelsOf, type Params } from './params'

export type Scene = SceneOf<typeof demo>

/** In trainings with two colours curves have the colours of the balls. */
export const channelColour = (palette: Palette, p: Pick<Params, 'pair'>, channel: Channel): string =>
  channelsOf(p) === 2 && channel === 1 ? palette.base : palette.method
export const kindColour = ({ soft, method, base, base3 }: Palette, kind: Kind): string =>
  ({ seen: soft, swapped: method, between: base, beyond: base3 })[kind]
