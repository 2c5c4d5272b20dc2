// Losses, imbalances and what is learned along each singular direction, against steps.
import type { PlotView, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Label, Segment } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { log10, rangeOf, within } from '@/views/series'
import { inHand, LOOKS, learnedOf, type Scene } from '../looks'
import { LANES, type Lane, laneOf, OFF, WHOLE, type Whole } from '../params'
import { problemOf } from '../problem'

const FLOOR = 1e-8 // nothing can be seen below
const TOP = 2 // decades; the height of the ticks of the tricks
const SHALLOW = -5.3 // only two scales, so that it seldom changes during a drag
const DEEP = -8

const excessesOf = ({ series }: Scene): Readonly<Record<Lane, Float64Array>> => ({
  none: series.noneExcess,
  reset: series.resetExcess,
  refactor: series.refactorExcess,
  both: series.bothExcess,
})
/** On the tab about memory they are always beside full rank. */
const isWhole = ({ params }: Scene) => params.lanes === 'all' || params.tab === 'memory'

function lineOf(scene: Scene, name: Lane | Whole, values: Float64Array): ChartLine {
  const { palette, words, params, last } = scene
  return {
    name,
    text: words[name],
    color: LOOKS[name].color(palette),
    dash: LOOKS[name].dash,
    width: name === laneOf(params) ? 2.75 : 1.5,
    ys: log10(values, last, FLOOR),
  }
}
const linesOf = memoized((scene: Scene): ChartLine[] => {
  const excesses = excessesOf(scene)
  const lanes = [...LANES.filter((lane) => lane !== laneOf(scene.params)), laneOf(scene.params)] // that in hand on top
  if (!isWhole(scene)) return lanes.map((lane) => lineOf(scene, lane, excesses[lane]))
  const { least } = problemOf(scene.params)
  return [
    ...lanes.map((lane) =>
      lineOf(
        scene,
        lane,
        excesses[lane].map((value) => value + least),
      ),
    ),
    ...WHOLE.map((whole) => lineOf(scene, whole, whole === 'full' ? scene.series.fullLoss : scene.series.galoreLoss)),
  ]
})
function windowOf(scene: Scene): Window {
  const [low, high] = rangeOf(
    linesOf(scene).map(({ ys }) => ys),
    [SHALLOW, TOP],
  )
  return [
    [0, Math.max(1, scene.steps)],
    [low < SHALLOW ? DEEP : SHALLOW, Math.max(TOP, Math.ceil(high))],
  ]
}

const MOST_TICKS = 100
/** Short strokes at the steps of the tricks. */
function Ticks({ params, steps, palette, top, length }: Scene & { top: number; length: number }) {
  const { period } = params
  if (period === OFF || steps / period > MOST_TICKS) return null

  return Array.from({ length: Math.floor(steps / period) }, (_, k) => (
    <Segment
      key={k}
      from={[(k + 1) * period, top]}
      to={[(k + 1) * period, top - length]}
      color={palette.soft}
      width={1.5}
      param="period"
    />
  ))
}

function Excess(scene: Scene) {
  const { step, last, steps, palette, words, params } = scene
  const { least } = problemOf(params)
  const isFloorShown = isWhole(scene) && least > 0
  const [, [low]] = windowOf(scene)
  return (
    <>
      <Ticks {...scene} top={TOP} length={0.3} />
      <Label at={[0, low]} dx={8} dy={-8} small italic color={palette.soft}>
        {isWhole(scene) ? words.axisLoss : words.axisExcess}
      </Label>
      {isFloorShown && (
        <Segment from={[0, Math.log10(least)]} to={[steps, Math.log10(least)]} color={palette.ink} dash="2 4" width={1.25} />
      )}
      <Chart
        lines={linesOf(scene)}
        step={step}
        last={last}
        labels={isFloorShown ? [{ at: [steps, Math.log10(least)], text: words.least, color: palette.soft, quiet: true }] : []}
      />
    </>
  )
}
const chart: PlotView<Scene> = {
  kind: 'plot',
  window: windowOf,
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Excess {...scene} />,
}
export const excess = chart
export const losses = chart

const EVEN = 0.01 // a smaller imbalance is drawn as balanced
const LIMITS = [-2.2, 4] as const
const imbalanceLines = memoized((scene: Scene): ChartLine[] => {
  const { series } = scene
  const all: Readonly<Record<Lane, Float64Array>> = {
    none: series.noneImbalance,
    reset: series.resetImbalance,
    refactor: series.refactorImbalance,
    both: series.bothImbalance,
  }
  return LANES.map((lane) => ({ ...lineOf(scene, lane, all[lane]), ys: log10(all[lane], scene.last, EVEN) }))
})
function imbalanceWindow(scene: Scene): Window {
  const [, high] = rangeOf(
    imbalanceLines(scene).map(({ ys }) => ys),
    LIMITS,
  )
  return [
    [0, Math.max(1, scene.steps)],
    [LIMITS[0], Math.max(LIMITS[1], Math.ceil(high))],
  ]
}
export const imbalance: PlotView<Scene> = {
  kind: 'plot',
  window: imbalanceWindow,
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: 4, grid: true },
  draw: (scene) => (
    <>
      <Ticks {...scene} top={imbalanceWindow(scene)[1][1]} length={0.3} />
      <Chart lines={imbalanceLines(scene)} step={scene.step} last={scene.last} />
    </>
  ),
}

const SHARES = [-0.25, 1.5] as const
const DASHES = [undefined, '7 3', '2 3', '10 3 2 3', '1 4'] as const
const directionLines = memoized((scene: Scene): ChartLine[] => {
  const { params, words, last } = scene
  const { lane, color } = inHand(scene)
  return problemOf(params)
    .order.slice(0, Math.min(params.r, DASHES.length))
    .filter((k) => params.spectrum[k]! > 0)
    .map((k, at) => ({
      name: String(k),
      text: `${words.value} ${scene.format(params.spectrum[k]!, 3)}`,
      color,
      dash: DASHES[at],
      ys: learnedOf(scene, lane, k)
        .subarray(0, last + 1)
        .map((value) => within(value / params.spectrum[k]!, [-9, 9])),
    }))
})
function Directions(scene: Scene) {
  const { step, last, steps, palette, words } = scene
  const lines = directionLines(scene)
  return (
    <>
      <Ticks {...scene} top={SHARES[1]} length={0.08} />
      <Segment from={[0, 1]} to={[steps, 1]} color={palette.ink} dash="2 4" />
      <Label at={[0, 1]} dx={6} dy={-7} small italic color={palette.soft}>
        {words.learned}
      </Label>
      {lines.length === 0 && (
        <Label at={[steps / 2, 0.5]} anchor="middle" italic>
          {words.nothing}
        </Label>
      )}
      <Chart lines={lines} step={step} last={last} />
    </>
  )
}
export const directions: PlotView<Scene> = {
  kind: 'plot',
  window: ({ steps }) => [[0, Math.max(1, steps)], SHARES],
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { ticks: [0, 0.5, 1], grid: true },
  draw: (scene) => <Directions {...scene} />,
}
