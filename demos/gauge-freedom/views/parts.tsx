// The added field in two parts, one that moves the density and one that only stirs, and how wrong ln p is along the flow.
import type { PlotView, Window } from '@/contract'
import { Label } from '@/views'
import { Bars, GroupNames } from '@/views/bars'
import type { Scene } from '../looks'
import { noiseAt } from '../params'
import { LEVELS, levelAt, partsOf } from '../split'

const MOST = 4.2
const WINDOW: Window = [
  [-0.55, 2.55],
  [-0.32, MOST], // below 0: names
]

function Parts(scene: Scene) {
  const { params, maps, step, series, palette, words, format } = scene
  const level = levelAt(noiseAt(params, step))
  const found = maps.split?.result ? partsOf(maps.split.result, params, level) : null
  const error = Math.abs(series.logError[step] ?? Number.NaN)
  const values = [found?.gradient ?? Number.NaN, found?.swirl ?? Number.NaN, error]
  const colors = [palette.method, palette.base, palette.ink]
  return (
    <>
      {values.map((value, group) => (
        <g key={words.moves + String(group)}>
          <Bars
            series={[
              {
                name: String(group),
                values: values.map((_, k) => (k === group ? Math.min(value, MOST) : Number.NaN)),
                color: colors[group]!,
              },
            ]}
          />
          <Label at={[group, Math.min(value, 0.9 * MOST)]} dy={-7} anchor="middle" small color={colors[group]!}>
            {Number.isFinite(value) ? format(value < 5e-4 ? 0 : value, 2) : ''}
          </Label>
        </g>
      ))}
      <GroupNames names={[words.moves, words.stirs, words.error]} />
      <Label at={[WINDOW[0][1], MOST]} dx={-6} dy={16} anchor="end" small>
        {found === null ? words.computing : `σ = ${format(LEVELS[level]!, 2)}`}
      </Label>
    </>
  )
}

export const parts: PlotView<Scene> = {
  kind: 'plot',
  map: 'split',
  window: WINDOW,
  when: ({ params }) => params.tab === 'plane',
  x: { ticks: [] },
  y: ({ words }) => ({ title: words.axisParts, ticks: [0, 1, 2, 3, 4], grid: true }),
  draw: (scene) => (scene.params.tab === 'plane' ? <Parts {...scene} /> : null),
}
