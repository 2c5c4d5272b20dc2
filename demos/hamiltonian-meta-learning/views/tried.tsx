// Errors against steps of adaptation, from the starts as they are at an update of the training.
import type { PlotView } from '@/contract'
import { Curve, Dot, Label, SpreadLabels } from '@/views'
import { TRIED } from '../networks/learning'
import { logged, rangeOfErrors, STARTS } from './errorAxis'
import { LOOKS, type Scene } from './looks'

function Tried(scene: Scene) {
  const { maps, step, palette, words, format } = scene
  const range = rangeOfErrors(scene)
  const records = maps.learning?.result?.records ?? []
  const record = records[Math.min(step, records.length - 1)]
  if (!record) return null
  const lines = STARTS.map((start) => ({ start, ys: record.errors[start].map((error) => logged(error, range)) }))
  const end = TRIED.length - 1
  return (
    <>
      {lines.map(({ start, ys }) => (
        <g key={start}>
          <Curve xs={TRIED} ys={ys} color={LOOKS[start].color(palette)} dash={LOOKS[start].dash} width={2.25} />
          {ys.map((y, k) => (
            <Dot key={TRIED[k]} at={[TRIED[k]!, y]} color={LOOKS[start].color(palette)} r={3.5} square={LOOKS[start].square} />
          ))}
        </g>
      ))}
      <SpreadLabels
        labels={lines.map(({ start, ys }) => ({
          at: [TRIED[end]!, ys[end]!],
          text: words[start],
          color: LOOKS[start].color(palette),
        }))}
      />
      <Label at={[0, range[1]]} dx={8} dy={16} small bold color={palette.soft}>
        {`${format(record.update, 5)} ${words.axisUpdates}`}
      </Label>
    </>
  )
}

export const tried: PlotView<Scene> = {
  kind: 'plot',
  map: 'learning',
  window: (scene) => [[-0.5, 17], rangeOfErrors(scene)],
  x: ({ words }) => ({ title: words.axisSteps, ticks: [0, 5, 10] }),
  y: ({ words }) => ({ title: words.axisError, scale: 'log10', grid: true }),
  draw: (scene) => (scene.params.tab === 'train' ? <Tried {...scene} /> : null),
}
