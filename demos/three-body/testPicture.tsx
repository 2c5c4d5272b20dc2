// Thirty unseen scenes: median work and median error of constant μ, of the shipped network and of the one just trained, with their returns.
import type { Point, Window } from '@/contract'
import { ACTIONS } from '@/domains/dynamics/stepChoice'
import type { Judged } from '@/domains/dynamics/stepPolicy'
import { Curve, Dot, Dots, SpreadLabels } from '@/views'
import type { Scene } from './looks'

export const TEST_WINDOW: Window = [
  [2.6, 5.6],
  [-11.6, -1.6],
]
const placeOf = ({ evaluations, error }: Judged): Point => [Math.log10(evaluations), Math.log10(Math.max(error, 1e-17))]

export function Tests(scene: Scene) {
  const { palette, words, maps, format } = scene
  const known = maps.tests?.result
  const yours = maps.training?.result.test ?? null
  if (!known) return null
  const constants = known.constants.map(({ action, test }) => ({ at: placeOf(test), mu: ACTIONS[action]!, test }))
  const earns = ({ mean }: Judged) => `${words.earns} ${format(Math.round(mean), 4)}`
  return (
    <>
      <Curve xs={constants.map((c) => c.at[0])} ys={constants.map((c) => c.at[1])} color={palette.base} width={1.75} />
      <Dots xs={constants.map((c) => c.at[0])} ys={constants.map((c) => c.at[1])} color={palette.base} r={3} />
      {known.shipped && <Dot at={placeOf(known.shipped)} color={palette.method} r={6} />}
      {yours && <Dot at={placeOf(yours)} color={palette.base3} r={6} ring />}
      <SpreadLabels
        labels={[
          ...constants.map(({ at, mu, test }) => ({
            at,
            text: `μ ${format(mu, 2)} ${earns(test)}`,
            color: palette.base,
            quiet: true,
          })),
          ...(known.shipped
            ? [{ at: placeOf(known.shipped), text: `${words.shipped} ${earns(known.shipped)}`, color: palette.method }]
            : []),
          ...(yours ? [{ at: placeOf(yours), text: `${words.yours} ${earns(yours)}`, color: palette.base3 }] : []),
        ]}
      />
    </>
  )
}
