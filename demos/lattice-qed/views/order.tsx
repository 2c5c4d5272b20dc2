// Against the mass: how much of the string is there, and how much charge sits on the static charges; without them, the mean charge of a site.
import type { PlotView, Window } from '@/contract'
import { Curve, Dot, Segment, SpreadLabels } from '@/views'
import { within } from '@/views/series'
import { MASSES } from '../maps'
import { distanceOf } from '../system'
import type { Scene } from './scene'

const WINDOW: Window = [MASSES, [-0.08, 1.12]]

function Picture({ maps, params, series, step, palette, words, format }: Scene) {
  const found = maps.overMass?.result
  const isPair = distanceOf(params) > 0
  const lines = isPair
    ? ([
        { of: 'flux', text: words.stringFlux, color: palette.method },
        { of: 'screening', text: words.screening, color: palette.base },
      ] as const)
    : ([{ of: 'charge', text: words.charge, color: palette.method }] as const)
  const x = within(params.m, MASSES)
  return (
    <>
      <Segment from={[x, WINDOW[1][0]]} to={[x, WINDOW[1][1]]} color={palette.faint} width={1} />
      {lines.map(({ of, color }, k) => (
        <g key={of}>
          {found && (
            <Curve
              xs={found.xs}
              ys={found.levels.map((level) => level[of])}
              color={color}
              width={2}
              dash={k ? '7 3' : undefined}
            />
          )}
          <Dot at={[x, within(series[of][step]!, WINDOW[1])]} color={color} r={5} square={k === 1} />
        </g>
      ))}
      <SpreadLabels
        labels={lines.map(({ of, text, color }) => ({
          at: [x, within(series[of][step]!, WINDOW[1])],
          text: `${text}: ${format(Math.round(1000 * series[of][step]!) / 1000 + 0, 3)}`,
          color,
        }))}
      />
    </>
  )
}

export const order: PlotView<Scene> = {
  kind: 'plot',
  map: 'overMass',
  window: WINDOW,
  x: ({ words }) => ({ title: words.axisMass, ticks: [-1, 0, 1, 2] }),
  y: { ticks: [0, 0.5, 1], grid: true },
  when: ({ params }) => params.tab === 'string',
  seen: ({ params }) => [within(params.m, MASSES), MASSES[1]],
  draw: (scene) => (scene.params.tab === 'string' && scene.frame.lattice ? <Picture {...scene} /> : null),
}
