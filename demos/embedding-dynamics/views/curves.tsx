// Two charts of the cloud over the steps: in how many directions it lies, and how alike its images are.
import type { PlotView, Point } from '@/contract'
import { Label, Segment } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { KNOB } from '../handles'
import { dimensionOf } from '../params'
import { isAlone, runColour, type Scene } from './looks'

const COSINE: Point = [-0.4, 1.08]

function linesOf({ params, palette, series, maps, words, last }: Scene, what: 'rank' | 'cosine'): ChartLine[] {
  const own: ChartLine = {
    name: 'own',
    text: isAlone(params) ? words.alone : words.thisRun,
    color: runColour(palette, params),
    width: 2.25,
    ys: series[what],
  }
  const found = maps.alone?.done === 1 ? maps.alone.result[what] : undefined
  if (params.tab !== 'network' || !params.compare || isAlone(params) || found?.length !== last + 1) return [own]
  return [{ name: 'alone', text: words.alone, color: palette.base, dash: '6 4', ys: found }, own]
}

function Rank(scene: Scene) {
  const { params, palette, step, last, words } = scene
  const top = dimensionOf(params) + 0.12
  const isSpread = params.tab === 'network' && params.singular > 0
  return (
    <>
      {isSpread && (
        <>
          <Segment from={[params.from, 0.9]} to={[params.from, top]} color={palette.method} dash="2 4" />
          <Label at={[params.from, KNOB]} dx={14} dy={4} small color={palette.method} param="from">
            {words.from}
          </Label>
        </>
      )}
      <Chart lines={linesOf(scene, 'rank')} step={step} last={last} />
    </>
  )
}

export const rank: PlotView<Scene> = {
  kind: 'plot',
  map: 'alone',
  when: ({ params }) => params.tab !== 'kicks',
  window: ({ params, steps }) => [
    [0, steps],
    [0.9, dimensionOf(params) + 0.12],
  ],
  x: ({ words }) => ({ title: words.step }),
  y: ({ params }) => ({ ticks: [1, 2, 3].slice(0, dimensionOf(params)), grid: true }),
  draw: (scene) => (scene.params.tab === 'kicks' ? null : <Rank {...scene} />),
}

export const cosine: PlotView<Scene> = {
  kind: 'plot',
  map: 'alone',
  when: ({ params }) => params.tab !== 'kicks',
  window: ({ steps }) => [[0, steps], COSINE],
  x: ({ words }) => ({ title: words.step }),
  y: { ticks: [0, 0.5, 1], grid: true },
  draw: (scene) =>
    scene.params.tab === 'kicks' ? null : <Chart lines={linesOf(scene, 'cosine')} step={scene.step} last={scene.last} />,
}
