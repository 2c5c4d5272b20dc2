// The network: errors of copies, of their mean and of DiLoCo; how far the weights are from each other, and from DiLoCo.
import type { PlotView, Window } from '@/contract'
import { Label } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { decadesOf, log10 } from '@/views/series'
import type { Scene } from './looks'

const LIMITS = [-6, 4] as const

/** A chart of lines over outer steps, with their names in the upper corner, which the lines do not reach. */
function view(linesOf: (scene: Scene) => readonly ChartLine[], fallback: readonly [number, number]): PlotView<Scene> {
  const windowOf = (scene: Scene): Window => [
    [0, Math.max(1, scene.steps)],
    decadesOf(
      linesOf(scene).map(({ ys }) => ys),
      LIMITS,
      fallback,
    ),
  ]
  return {
    kind: 'plot',
    map: 'network',
    window: windowOf,
    x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
    y: { scale: 'log10', ticks: 5, grid: true },
    draw: (scene) => {
      const [[, right], [low, high]] = windowOf(scene)
      if (!scene.maps.network)
        return (
          <Label at={[right / 2, (low + high) / 2]} anchor="middle" italic>
            {scene.words.training}
          </Label>
        )
      const lines = linesOf(scene)
      return (
        <Chart
          lines={lines.map(({ text, ...line }) => line)}
          step={scene.step}
          last={scene.steps}
          labels={lines.map(({ text, color }) => ({ at: [right, high], text: text!, color }))}
        />
      )
    },
  }
}

export const netLoss = view(
  ({ maps, words, palette }) => {
    const run = maps.network?.result
    if (!run) return []
    return [
      { name: 'each', text: words.netEach, color: palette.method, ys: log10(run.each) },
      { name: 'mean', text: words.netMean, color: palette.ink, dash: '2 4', ys: log10(run.mean) },
      { name: 'diloco', text: words.diloco, color: palette.base, ys: log10(run.diloco) },
    ]
  },
  [-3, 0],
)

export const netSpread = view(
  ({ maps, words, palette }) => {
    const run = maps.network?.result
    if (!run) return []
    return [
      { name: 'spread', text: words.netSpread, color: palette.method, ys: log10(run.spread) },
      { name: 'gap', text: words.netGap, color: palette.base, dash: '6 4', ys: log10(run.gap) },
    ]
  },
  [-3, 0],
)
