// How both starts take to gravity while they are trained.
import type { PlotView } from '@/contract'
import { Curve, Dot, Label, Rule, SpreadLabels } from '@/views'
import { PALE } from '@/views/chart'
import { FIVE, logged, rangeOfErrors, STARTS } from './errorAxis'
import { LOOKS, type Scene } from './looks'

function Training(scene: Scene) {
  const { maps, params, step, palette, words } = scene
  const range = rangeOfErrors(scene)
  const found = maps.learning?.result
  if (!found || found.records.length === 0) return null
  const { records, broken } = found
  const xs = records.map(({ update }) => update)
  const now = Math.min(step, records.length - 1)
  const end = records.length - 1
  const lines = STARTS.flatMap((start) => [
    { start, key: `${start} before`, ys: records.map(({ errors }) => logged(errors[start][0]!, range)), thin: true },
    { start, key: start, ys: records.map(({ errors }) => logged(errors[start][FIVE]!, range)), thin: false },
  ])
  return (
    <>
      <Rule x={xs[now]!} />
      {lines.map(({ start, key, ys, thin }) => {
        const look = { xs, ys, color: LOOKS[start].color(palette), width: thin ? 1.25 : 2.25, dash: thin ? '2 4' : undefined }
        return (
          <g key={key}>
            <Curve {...look} from={now} opacity={PALE} />
            <Curve {...look} to={now} />
            <Dot at={[xs[now]!, ys[now]!]} color={look.color} r={thin ? 3 : 4.5} square={LOOKS[start].square} />
          </g>
        )
      })}
      <SpreadLabels
        labels={lines.map(({ start, ys, thin }) => ({
          at: [xs[end]!, ys[end]!],
          text: thin ? `${words[start]}, ${words.before}` : words[start],
          color: LOOKS[start].color(palette),
          quiet: thin,
        }))}
      />
      {broken !== null && (
        <Label at={[params.updates / 2, range[1]]} dy={16} anchor="middle" bold color={palette.ink}>
          {words.broken}
        </Label>
      )}
    </>
  )
}

export const training: PlotView<Scene> = {
  kind: 'plot',
  map: 'learning',
  window: (scene) => [[0, 1.8 * Math.max(100, scene.params.updates)], rangeOfErrors(scene)],
  x: ({ words, params: { updates } }) => ({
    title: words.axisUpdates,
    ticks: [0, Math.max(100, updates) / 2, Math.max(100, updates)],
  }),
  y: ({ words }) => ({ title: words.axisError, scale: 'log10', grid: true }),
  draw: (scene) => (scene.params.tab === 'train' ? <Training {...scene} /> : null),
}
