// Over the layers: how many tokens have settled, how steep the slope at the median token is, which experts are asked, and how many tokens change them.
import type { PlotView, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Curve } from '@/views'
import { Bars, GroupNames } from '@/views/bars'
import { Chart, type ChartLine } from '@/views/chart'
import { decadesOf, log10 } from '@/views/series'
import { LOOKS, type Scene, shownMethods } from './looks'
import { type Method, SETTLED } from './model'
import { EXPERTS, NUMBERS } from './params'

type Kind = 'settled' | 'changed' | 'slope'
type Name = keyof Scene['series']
const seriesOf = ({ series }: Scene, kind: Kind, method: Method): Float64Array =>
  series[`${kind}${method[0]!.toUpperCase()}${method.slice(1)}` as Name]

const linesOf = (scene: Scene, kind: Kind, ys: (values: Float64Array) => Float64Array): ChartLine[] =>
  shownMethods(scene).map((method) => ({
    name: method,
    text: scene.words[method],
    color: LOOKS[method].color(scene.palette),
    dash: LOOKS[method].dash,
    ys: ys(seriesOf(scene, kind, method)),
  }))

const percents: Window[1] = [0, 108]
const axisLayer = ({ words }: Scene) => ({ title: words.axisLayer, ticks: 4 })

/** Shares of the cloud over the layers. */
const shares = (kind: Kind): PlotView<Scene> => ({
  kind: 'plot',
  window: ({ steps }) => [[0, Math.max(1, steps)], percents],
  x: axisLayer,
  y: { ticks: [0, 25, 50, 75, 100], grid: true },
  draw: (scene) => <Chart lines={linesOf(scene, kind, (values) => values)} step={scene.step} last={scene.last} />,
})
export const settled = shares('settled')
export const changes = shares('changed')

const LIMITS = [-8, 4] as const
const slopeLines = memoized((scene: Scene) => linesOf(scene, 'slope', (values) => log10(values, scene.last, 1e-8)))

function slopeWindow(scene: Scene): Window {
  const curves = slopeLines(scene).map(({ ys }) => ys)
  return [[0, Math.max(1, scene.steps)], decadesOf(curves, LIMITS, [-3, 1])]
}
const SETTLED_AT = Math.log10(SETTLED)

export const slopes: PlotView<Scene> = {
  kind: 'plot',
  window: slopeWindow,
  x: axisLayer,
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => (
    <>
      <Curve xs={[0, scene.steps]} ys={[SETTLED_AT, SETTLED_AT]} color={scene.palette.soft} width={1} dash="3 4" />
      <Chart
        lines={slopeLines(scene)}
        step={scene.step}
        last={scene.last}
        labels={
          slopeWindow(scene)[1][0] < SETTLED_AT
            ? [{ at: [0.35 * scene.steps, SETTLED_AT], text: scene.words.belowSettled, color: scene.palette.soft, quiet: true }]
            : []
        }
      />
    </>
  ),
}

export const load: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [-0.5, EXPERTS - 0.5],
    [-14, 108],
  ],
  y: { ticks: [0, 25, 50, 75, 100], grid: true },
  draw: (scene) => (
    <>
      <Bars
        series={shownMethods(scene).map((method) => ({
          name: scene.words[method],
          values: scene.frame.loads[method].map((share) => 100 * share),
          color: LOOKS[method].color(scene.palette),
        }))}
      />
      <GroupNames names={NUMBERS.map((number) => `${scene.words.expert} ${number}`)} />
    </>
  ),
}
