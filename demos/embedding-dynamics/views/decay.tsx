// How much of its first place a walker keeps: measured, and by the law.
import type { PlotView } from '@/contract'
import { Curve, Segment } from '@/views'
import { Chart } from '@/views/chart'
import { keptAfter } from '../readouts'
import { kindColour, kindName, type Scene } from './looks'

const RANGE = [-0.16, 1.08] as const

function Decay(scene: Scene) {
  const { params, palette, series, step, last, steps, words } = scene
  const law = Array.from({ length: steps + 1 }, (_, k) => keptAfter(params, k))
  const [x, y] = [0.8 * steps, law[Math.round(0.8 * steps)]!]
  return (
    <>
      <Segment from={[0, 0.5]} to={[steps, 0.5]} color={palette.line} dash="2 4" />
      <Curve ys={law} color={palette.ink} dash="6 4" width={1.5} />
      <Chart
        step={step}
        last={last}
        lines={[
          { name: 'weak', text: kindName(scene, 'weak'), color: kindColour(palette, 'weak'), ys: series.keptWeak, width: 2 },
          {
            name: 'strong',
            text: kindName(scene, 'strong'),
            color: kindColour(palette, 'strong'),
            ys: series.keptStrong,
            width: 2,
          },
        ]}
        labels={[{ at: [x, Math.max(y, RANGE[0] + 0.1)], text: words.law, color: palette.ink, quiet: true }]}
      />
    </>
  )
}

export const decay: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'kicks',
  window: ({ steps }) => [[0, steps], RANGE],
  x: ({ words }) => ({ title: words.step }),
  y: { ticks: [0, 0.5, 1], grid: true },
  draw: (scene) => (scene.params.tab === 'kicks' ? <Decay {...scene} /> : null),
}
