// EVODiff's weights by step, or how uncertain the clean sample still is along each path.
import type { PlotView, Window } from '@/contract'
import { Label } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { PathChart, type PathLine } from '@/views/pathChart'
import { log10, within } from '@/views/series'
import { LEVELS } from '../axes'
import { looksOf, type Scene, SERIES } from '../looks'

const NAMES = 0.35 // of the steps, to the right of the chart, for names
const WEIGHTS = [0, 2] as const
const UNCERTAINTY = [-6, 1] as const

const windowOf = ({ params, steps }: Scene): Window =>
  params.chart === 'weights' ? [[0, (1 + NAMES) * steps], WEIGHTS] : [LEVELS, UNCERTAINTY]

const weights = ({ series, words, palette }: Scene): ChartLine[] => [
  { name: 'r', text: words.balance, color: palette.method, width: 2.25, ys: series.balanceNow },
  { name: 'reach', text: words.reach, color: palette.ink, dash: '7 3', ys: series.reachNow },
  { name: 'eta', text: words.eta, color: palette.soft, dash: '2 3', ys: series.etaNow },
  { name: 'zeta', text: words.zeta, color: palette.base3, ys: series.zetaNow },
]

/** On one Gaussian it does not depend on the place, so one line is enough. */
function uncertainties(scene: Scene): PathLine[] {
  const { series, words, palette, params, last } = scene
  const xs = series.sigma.map(Math.log10)
  const of = (name: 'variance' | 'varianceDdim' | 'varianceNoise' | 'varianceData') =>
    log10(series[name], last).map((v) => within(v, UNCERTAINTY))
  if (params.tab === 'plane' && params.data === 'one')
    return [{ name: 'all', text: words.alike, color: palette.ink, xs, ys: of('variance') }]
  return looksOf(scene).map(({ lane, color, dash }) => ({
    name: lane,
    text: words[lane],
    color: color(palette),
    dash,
    xs,
    ys: of(SERIES[lane].variance),
  }))
}

function Uncertainty(scene: Scene) {
  const { step, last, palette, words } = scene
  return (
    <>
      <Label at={[LEVELS[0], UNCERTAINTY[0]]} dx={6} dy={-6} small italic color={palette.soft}>
        {words.uncertainty}
      </Label>
      <PathChart lines={uncertainties(scene)} step={step} last={last} beyond />
    </>
  )
}

export const steps: PlotView<Scene> = {
  kind: 'plot',
  window: windowOf,
  x: ({ params, words, steps: count }) =>
    params.chart === 'weights'
      ? { title: words.axisStep, ticks: [0, 0.5, 1].map((share) => Math.round(share * count)) }
      : { title: words.axisSigma, scale: 'log10', ticks: [1, 0, -1, -2] },
  y: ({ params }) =>
    params.chart === 'weights'
      ? { ticks: [0, 0.5, 1, 1.5, 2], grid: true }
      : { scale: 'log10', ticks: [-6, -4, -2, 0], grid: true },
  draw: (scene) =>
    scene.params.chart === 'weights' ? (
      <Chart beyond step={scene.step} last={scene.last} lines={weights(scene)} />
    ) : (
      <Uncertainty {...scene} />
    ),
}
