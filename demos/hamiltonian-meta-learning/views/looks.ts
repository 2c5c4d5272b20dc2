// How things look wherever they are drawn: the meta-trained network is the method, the pre-trained one the baseline, the truth is ink.
import type { Palette, SceneOf } from '@/contract'
import type demo from '../demo'
import type { BodyName } from '../networks/rollout'
import { shownNets } from '../params'

export type Scene = SceneOf<typeof demo>

interface Look {
  color(palette: Palette): string
  dash?: string
  square?: boolean
}
export const LOOKS: Readonly<Record<BodyName, Look>> = {
  truth: { color: ({ ink }) => ink },
  random: { color: ({ base2 }) => base2, dash: '2 3' },
  pre: { color: ({ base }) => base, dash: '7 3', square: true },
  meta: { color: ({ method }) => method },
  plain: { color: ({ base3 }) => base3, dash: '9 3 2 3', square: true },
}

/** Bodies of the motion, in the order of their names. */
export const bodiesOf = ({ params }: Scene): readonly BodyName[] => ['truth', ...shownNets(params), 'plain']
