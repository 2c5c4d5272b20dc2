// The remaining error against steps, with the slopes that theory predicts.
import type { PlotView, SceneOf, Window } from '@/contract'
import { Segment } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { log10, rangeOf, within } from '@/views/series'
import { predictions } from './curves'
import type demo from './demo'
import { isStraight } from './params'

type Scene = SceneOf<typeof demo>

const FLOOR = -16 // log10; smaller values are rounding

function linesOf({ params, palette, series, last, words }: Scene): ChartLine[] {
  if (params.chart === 'parts') {
    return [
      { name: 'height', text: words.partHeight, color: palette.ink, ys: log10(series.ballHeight, last) },
      { name: 'flat', text: words.partFlat, color: palette.method, ys: log10(series.errorFlat.map(Math.abs), last) },
      {
        name: 'steep',
        text: words.partSteep,
        color: palette.base3,
        dash: '6 3',
        ys: log10(series.errorSteep.map(Math.abs), last),
      },
    ].filter((line) => isStraight(params) || line.name === 'height')
  }
  const all: (ChartLine & { on: boolean })[] = [
    { name: 'descent', text: words.descent, color: palette.base, ys: log10(series.descentHeight, last), on: params.descent },
    {
      name: 'nesterov',
      text: words.nesterov,
      color: palette.base2,
      dash: '7 3',
      ys: log10(series.nesterovHeight, last),
      on: params.nesterov,
    },
    { name: 'ball', text: words.ball, color: palette.method, ys: log10(series.ballHeight, last), on: params.ball },
  ]
  return all.filter((line) => line.on)
}

function windowOf(scene: Scene): Window {
  const ranges = linesOf(scene).map(({ ys }) => ys)
  const [low, high] = rangeOf(ranges, [-4, 1])
  const top = Math.min(Math.ceil(high), 12)
  return [
    [0, Math.max(1, scene.steps)],
    [Math.max(FLOOR, Math.min(Math.floor(low), top - 2)), top],
  ]
}

/** `bare`: without predicted slopes. */
function Errors({ bare = false, ...scene }: Scene & { bare?: boolean }) {
  const { step, last, steps, palette, words, params } = scene
  const lines = linesOf(scene)
  const predicted = bare ? {} : predictions(params)
  const [, range] = windowOf(scene)
  const { ball } = params.ball && params.chart === 'height' ? predicted : {}
  const at = 0.62 * steps // of the word for predictions
  return (
    <>
      {lines.map(({ name, color }) => {
        const line = predicted[name]
        return (
          line && (
            <Segment
              key={name}
              from={[0, line.start]}
              to={[steps, line.start + steps * line.slope]}
              color={color}
              dash="2 4"
              width={1.5}
            />
          )
        )
      })}
      <Chart
        lines={lines}
        step={step}
        last={last}
        from={0.3}
        labels={
          ball
            ? [{ at: [at, within(ball.start + at * ball.slope, range)], text: words.predicted, color: palette.soft, quiet: true }]
            : []
        }
      />
    </>
  )
}

export const errors: PlotView<Scene> = {
  kind: 'plot',
  window: windowOf,
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: Errors,
  waiting: (scene) => <Errors {...scene} bare />,
}
