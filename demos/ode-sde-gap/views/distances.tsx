// Gap against residual, and distances while the samplers go back.
import type { PlotView, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Curve, Dot, Dots, Label } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { rangeOf, within } from '@/views/series'
import { GAPS, RESIDUALS } from '../axes'
import { LOOKS, type Scene } from '../looks'
import type { Params } from '../params'
import { EVERY } from '../plane'

const logOf = (value: number, range: readonly [number, number]) => within(Math.log10(Math.max(value, 1e-9)), range)

function Gaps({ maps, params, series, last, steps, palette, words, format }: Scene) {
  const ends = maps.gaps?.result ?? []
  const wrong = ends.filter(({ residual }) => residual > 1e-6)
  const floor = ends[0]?.gap
  const xs = wrong.map(({ residual }) => logOf(residual, RESIDUALS))
  const ys = wrong.map(({ gap }) => logOf(gap, GAPS))
  const here = last === steps ? ([logOf(series.residual[last]!, RESIDUALS), logOf(series.gap[last]!, GAPS)] as const) : null
  return (
    <>
      {floor !== undefined && params.error !== 'shift' && (
        <Label at={[RESIDUALS[1], logOf(floor, GAPS)]} dx={-4} dy={-6} anchor="end" small color={palette.soft}>
          {`${words.floor}: ${format(floor, 1)}`}
        </Label>
      )}
      <Curve xs={xs} ys={ys} color={palette.base3} width={1.25} dash="2 3" />
      <Dots xs={xs} ys={ys} color={palette.base3} r={4} />
      {wrong.map(({ delta }, k) => (
        <Label key={delta} at={[xs[k]!, ys[k]!]} dx={9} dy={12} small color={palette.base3}>
          {format(delta, 2)}
        </Label>
      ))}
      {here && <Dot at={here} color={palette.method} r={6} ring />}
      {here && (
        <Label at={here} dx={-12} dy={-9} anchor={here[0] < -1 ? 'start' : 'end'} small bold color={palette.method}>
          {series.residual[last]! < 1e-6 ? words.zero : `${words.yours} ${format(params.delta, 2)}`}
        </Label>
      )}
    </>
  )
}

export const gaps: PlotView<Scene> = {
  kind: 'plot',
  map: 'gaps',
  window: [RESIDUALS, GAPS],
  x: ({ words }) => ({ title: words.axisResidual, scale: 'log10', grid: true }),
  y: ({ words }) => ({ title: words.axisGap, scale: 'log10', grid: true }),
  draw: (scene) => (scene.params.tab === 'line' ? <Gaps {...scene} /> : null),
}

const LEAST = 0.1 // the axis reaches at least so far

/** In the plane distances are measured now and then, and drawn as straight lines between. */
function ofSteps(values: Float64Array, { tab }: Params): Float64Array {
  if (tab !== 'plane') return values
  return values.map((value, k) => {
    const from = k - (k % EVERY)
    const next = values[Math.min(from + EVERY, values.length - 1)]!
    return value + ((k - from) / EVERY) * (next - value)
  })
}

const linesOf = memoized(({ series, palette, words, params }: Scene): ChartLine[] => [
  ...(params.tab === 'plane'
    ? [{ name: 'luck', text: words.luck, color: palette.soft, dash: '2 4', width: 1.25, ys: ofSteps(series.luck, params) }]
    : []),
  { name: 'gap', text: words.gap, color: LOOKS.gap.color(palette), width: 2.5, ys: ofSteps(series.gap, params) },
  { name: 'ode', text: words.odeTruth, color: LOOKS.ode.color(palette), ys: ofSteps(series.odeTruth, params) },
  { name: 'sde', text: words.sdeTruth, color: LOOKS.sde.color(palette), ys: ofSteps(series.sdeTruth, params) },
])

export const apart: PlotView<Scene> = {
  kind: 'plot',
  window(scene): Window {
    const [, high] = rangeOf(
      linesOf(scene).map(({ ys }) => ys),
      [0, LEAST],
    )
    return [
      [0, Math.max(1, scene.steps)],
      [0, 1.15 * Math.max(high, LEAST)],
    ]
  },
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { ticks: 4, grid: true },
  draw: (scene) =>
    scene.params.tab === 'training' ? null : <Chart lines={linesOf(scene)} step={scene.step} last={scene.last} />,
}
