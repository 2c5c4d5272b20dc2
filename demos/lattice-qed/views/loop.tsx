// Probabilities of one loop: exact, by the flow, and with the cut-off; beyond the cut-off nothing is allowed.
import type { PlotView, Window } from '@/contract'
import { Dot, Region, Segment } from '@/views'
import { Bars, GroupNames, SeriesNames } from '@/views/bars'
import { REACH } from '../maps'
import { flowCutoff } from '../system'
import type { Scene } from './scene'

const WINDOW: Window = [
  [-0.6, 2 * REACH + 0.6],
  [-0.09, 1.08], // below 0: names
]
const NAMES = Array.from({ length: 2 * REACH + 1 }, (_, k) => `${k < REACH ? '−' : ''}${Math.abs(k - REACH)}`)
const WALL = 0.9 // height of the knob

function Picture({ maps, frame, params, palette, words }: Scene) {
  const found = maps.reference?.result
  const cutoff = flowCutoff(params)
  const [[left, right]] = WINDOW
  const top = 0.95
  const walls = [REACH - cutoff - 0.5, REACH + cutoff + 0.5] as const
  const cut = found?.cuts[cutoff - 1]?.shares
  const hatched = (from: number, to: number) => (
    <Region
      rings={[
        [
          [from, 0],
          [to, 0],
          [to, top],
          [from, top],
        ],
      ]}
      hatch
      opacity={0.5}
    />
  )
  return (
    <>
      {hatched(left, Math.max(walls[0], left))}
      {hatched(Math.min(walls[1], right), right)}
      {found && (
        <Bars
          series={[
            { name: words.exact, values: found.shares, color: palette.ink, outline: true },
            { name: words.flow, values: frame.flow!.shares, color: palette.method },
            { name: words.cut, values: cut ?? [], color: palette.base, param: 'lambda' },
          ]}
        />
      )}
      <GroupNames names={NAMES} />
      {walls.map((x) => (
        <Segment key={x} from={[x, 0]} to={[x, top]} color={palette.base} width={2} />
      ))}
      <Dot at={[walls[1], WALL]} color={palette.base} r={5} square param="lambda" />
      <SeriesNames
        words={[
          { text: words.exact, color: palette.ink },
          { text: words.flow, color: palette.method },
          { text: `${words.cut} ${cutoff}`, color: palette.base },
        ]}
      />
    </>
  )
}

export const loop: PlotView<Scene> = {
  kind: 'plot',
  map: 'reference',
  window: WINDOW,
  x: ({ words }) => ({ title: words.axisLoop, ticks: [] }),
  y: { ticks: [0, 0.2, 0.4, 0.6, 0.8], grid: true },
  when: ({ params }) => params.tab === 'flow',
  draw: (scene) => (scene.params.tab === 'flow' && scene.frame.flow ? <Picture {...scene} /> : null),
}
