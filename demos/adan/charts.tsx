// f, and the loss of the network, against steps.
import type { PlotView, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Segment } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { decadesOf, log10 } from '@/views/series'
import { LANE_LOOKS, LOOKS, nameOf, pathOf, type Scene, shownMethods } from './looks'
import { LOW } from './race'
import { budgetOf, LANES } from './training'

const FLOOR = 1e-12 // nothing can be seen below
const LIMITS = [-12, 6] as const

const raceLines = memoized((scene: Scene): ChartLine[] =>
  shownMethods(scene).map((method) => ({
    name: method,
    text: nameOf(scene, method),
    color: LOOKS[method].color(scene.palette),
    dash: LOOKS[method].dash,
    ys: log10(pathOf(scene, method)[2], scene.last, FLOOR),
  })),
)
const twinLines = memoized(({ series, palette, words, last }: Scene): ChartLine[] => [
  { name: 'stands', text: words.atWeights, color: palette.base2, dash: '7 3', ys: log10(series.aheadF, last, FLOOR) },
  { name: 'here', text: words.atMeasured, color: palette.method, ys: log10(series.hereF, last, FLOOR) },
])
const linesOf = (scene: Scene) => (scene.params.tab === 'same' ? twinLines(scene) : raceLines(scene))

function heightsWindow(scene: Scene): Window {
  const curves = linesOf(scene).map(({ ys }) => ys)
  return [[0, Math.max(1, scene.steps)], decadesOf(curves, LIMITS, [-4, 1])]
}

function Heights(scene: Scene) {
  const { step, last, steps, palette, words, params } = scene
  const isRace = params.tab === 'race'
  return (
    <>
      {isRace && <Segment from={[0, Math.log10(LOW)]} to={[steps, Math.log10(LOW)]} color={palette.soft} width={1} dash="5 4" />}
      <Chart
        lines={linesOf(scene)}
        step={step}
        last={last}
        labels={
          isRace ? [{ at: [0.3 * steps, Math.log10(LOW)] as const, text: words.arrived, color: palette.soft, quiet: true }] : []
        }
      />
    </>
  )
}

export const heights: PlotView<Scene> = {
  kind: 'plot',
  window: heightsWindow,
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Heights {...scene} />,
}

const netLines = memoized(({ series, palette, params, words, last }: Scene): ChartLine[] => {
  const losses = { half: series.half, adamHalf: series.adamHalf, adamFull: series.adamFull }
  return LANES.map((lane) => ({
    name: lane,
    text: { half: params.difference ? words.adan : words.adanWithout, adamHalf: words.adamHalf, adamFull: words.adam }[lane],
    color: LANE_LOOKS[lane].color(palette),
    dash: LANE_LOOKS[lane].dash,
    ys: log10(losses[lane], Math.min(last, budgetOf(params, lane)), FLOOR),
  }))
})

function Losses(scene: Scene) {
  const { step, last, params, palette, words } = scene
  if (!scene.frame.says) return null
  const half = budgetOf(params, 'half')
  const [, [, top]] = lossWindow(scene)
  return (
    <>
      <Segment from={[half, -20]} to={[half, 20]} color={palette.ink} width={1} dash="5 4" />
      <Chart
        lines={netLines(scene)}
        step={step}
        last={last}
        from={0.3}
        labels={[{ at: [half, top] as const, text: words.halfBudget, color: palette.soft, quiet: true }]}
      />
    </>
  )
}

const lossWindow = (scene: Scene): Window => [
  [0, Math.max(1, scene.steps)],
  decadesOf(
    netLines(scene).map(({ ys }) => ys),
    [-9, 3],
    [-4, 0],
  ),
]

export const loss: PlotView<Scene> = {
  kind: 'plot',
  window: lossWindow,
  x: ({ words }) => ({ title: words.axisUpdate, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Losses {...scene} />,
}
