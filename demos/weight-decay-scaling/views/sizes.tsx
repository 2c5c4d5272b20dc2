// The size of the weights over steps, from several starts, and the predicted size at rest.
import type { PlotView, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Label, Segment } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { log10, rangeOf } from '@/views/series'
import type { Scene } from '../looks'
import { restAt, widthOf } from '../params'

const FIRST = 8 // steps: earlier sizes do not stretch the axis downwards
const AROUND = 0.12
const NAMED = 0.14 // of the steps: a place where curves are apart, for their names

const linesOf = memoized((scene: Scene): ChartLine[] => {
  const { series, palette, words, params, last, format } = scene
  const own = params.init === 0 ? words.from0 : `${words.from} ${format(params.init, 2)} ${words.usual}`
  const others: ChartLine[] = [
    { name: 'from5', text: params.init === 5 ? undefined : words.from5, color: palette.base, ys: log10(series.from5, last) },
    {
      name: 'from0',
      text: params.init === 0 ? undefined : words.from0,
      color: palette.base2,
      dash: '7 3',
      ys: log10(series.from0, last),
    },
  ]
  return [
    ...(params.compare ? others : []),
    { name: 'own', text: own, color: palette.method, width: 2.5, ys: log10(series.size, last) },
  ]
})

const windowOf = memoized((scene: Scene): Window => {
  const { params, steps } = scene
  const d = widthOf(params)
  const rest = Math.log10(restAt(params, d))
  const starts = [Math.log10(5 / Math.sqrt(d)), Math.log10(Math.max(params.init, 0.02) / Math.sqrt(d))]
  const [low, high] = rangeOf([...linesOf(scene).map(({ ys }) => Array.from(ys).slice(FIRST)), starts, [rest]], [-2, 0])
  return [
    [0, steps],
    [low - AROUND, high + AROUND],
  ]
})

function Sizes(scene: Scene) {
  const { params, step, last, steps, palette, words } = scene
  const rest = Math.log10(restAt(params, widthOf(params)))
  const hasRest = Number.isFinite(rest)
  const [, [low]] = windowOf(scene)
  return (
    <>
      {hasRest && <Segment from={[0, rest]} to={[steps, rest]} color={palette.ink} width={1.5} dash="6 4" />}
      <Chart
        lines={linesOf(scene).map((line) => ({ ...line, text: undefined }))}
        step={step}
        last={last}
        labels={[
          {
            at: [steps, hasRest ? rest : low],
            text: hasRest ? words.atRest : words.noRest,
            color: palette.ink,
            quiet: true,
          },
        ]}
      />
      {linesOf(scene).map(({ name, text, color, ys }) => {
        const at = Math.min(Math.round(NAMED * steps), ys.length - 1)
        const isBelow = name === 'from0' || params.init === 0
        return text === undefined || at < 1 ? null : (
          <Label key={name} at={[at, ys[at]!]} dx={10} dy={isBelow ? 20 : -10} small bold color={color}>
            {text}
          </Label>
        )
      })}
    </>
  )
}

export const sizes: PlotView<Scene> = {
  kind: 'plot',
  window: windowOf,
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: 4, grid: true },
  draw: (scene) => (scene.params.tab === 'matrix' ? <Sizes {...scene} /> : null),
}
