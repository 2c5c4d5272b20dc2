// The loss of the network on screen over steps, and final losses over learning rates, for three widths.
import type { PlotView, Point, Window } from '@/contract'
import { memoized } from '@/memoized'
import { bands } from '@/numerics/sweep'
import { Curve, Dots, Label, Segment, SpreadLabels } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { rangeOf, within } from '@/views/series'
import { LOSSES } from '../axes'
import { type Scene, WIDTH_LOOKS } from '../looks'
import { COMPARED, RATES } from '../sweeps'

const EARLY = 20 // steps: earlier losses do not stretch the axis

const lossLines = memoized(({ series, palette, words }: Scene): ChartLine[] => [
  { name: 'batches', text: words.batches, color: palette.soft, width: 1, ys: series.batchLoss },
  { name: 'mean', text: words.mean, color: palette.method, width: 2.5, ys: series.loss },
])

export const loss: PlotView<Scene> = {
  kind: 'plot',
  window: (scene): Window => {
    const [low, high] = rangeOf(
      lossLines(scene).map(({ ys }) => (ys as Float64Array).subarray(EARLY)),
      [0, 1],
    )
    const more = 0.1 * (high - low || 1)
    return [
      [0, Math.max(1, scene.steps)],
      [low - more, high + 2 * more],
    ]
  },
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { ticks: 4, grid: true },
  draw: (scene) =>
    scene.params.tab === 'network' || scene.params.tab === 'rates' ? (
      <Chart lines={lossLines(scene)} step={scene.step} last={scene.last} />
    ) : null,
}

const RANGE: Point = [Math.log10(RATES[0]) - 0.15, Math.log10(RATES.at(-1)!) + 0.55]

const linesOf = memoized(({ maps }: Scene) => {
  const rows = maps.rates?.result ?? []
  return COMPARED.map((d) => {
    const { values, median } = bands(rows, String(d), (end) => end.loss)
    const dots = rows
      .filter(({ lane }) => lane === String(d))
      .flatMap(({ value, ends }) => ends.map((end): Point => [Math.log10(value), within(end.loss, LOSSES)]))
    return { d, xs: values.map(Math.log10), ys: median.map((value) => within(value, LOSSES)), dots }
  })
})

const LEAST_TOP = 0.25
const ratesWindow = memoized((scene: Scene): Window => {
  const all = linesOf(scene).flatMap(({ dots }) => dots.map(([, y]) => y))
  return [RANGE, [LOSSES[0], Math.max(LEAST_TOP, ...all) + 0.01]]
})

function Rates(scene: Scene) {
  const { params, palette, words, maps } = scene
  const [, [low, high]] = ratesWindow(scene)
  const at = Math.log10(params.eta)
  if (!maps.rates)
    return (
      <Label at={[RANGE[0], high]} dx={10} dy={18} italic>
        {words.computing}
      </Label>
    )
  return (
    <>
      <Segment from={[at, low]} to={[at, high]} color={palette.ink} width={1.25} opacity={0.6} />
      <Label at={[at, high]} dx={8} dy={14} small>
        {words.rate}
      </Label>
      {linesOf(scene).map(({ d, xs, ys, dots }) => {
        const { color, dash, square } = WIDTH_LOOKS[d]
        return (
          <g key={d}>
            <Dots
              xs={dots.map(([x]) => x)}
              ys={dots.map(([, y]) => y)}
              color={color(palette)}
              r={2}
              opacity={0.5}
              square={square}
            />
            <Curve xs={xs} ys={ys} color={color(palette)} dash={dash} width={2} />
            <Dots xs={xs} ys={ys} color={color(palette)} r={3.6} square={square} />
          </g>
        )
      })}
      <SpreadLabels
        labels={linesOf(scene).flatMap(({ d, xs, ys }) =>
          xs.length > 0
            ? [{ at: [xs.at(-1)!, ys.at(-1)!] as const, text: `${words.width} ${d}`, color: WIDTH_LOOKS[d].color(palette) }]
            : [],
        )}
      />
    </>
  )
}

export const rates: PlotView<Scene> = {
  kind: 'plot',
  map: 'rates',
  window: ratesWindow,
  x: ({ words }) => ({ title: words.axisRate, scale: 'log10', ticks: RATES.map(Math.log10) }),
  y: { ticks: 4, grid: true },
  draw: (scene) => <Rates {...scene} />,
}
