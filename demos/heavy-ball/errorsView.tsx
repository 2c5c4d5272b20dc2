// What is left against steps, with the slopes that theory predicts.
import type { PlotView, Point, SceneOf, Window } from '@/contract'
import { Curve, Rule, Segment, SpreadLabels } from '@/views'
import { predictions } from './curves'
import type demo from './demo'
import { isStraight } from './params'

type Scene = SceneOf<typeof demo>

interface Line10 {
  name: string
  text: string
  color: string
  dash?: string
  values: Float64Array
}
const log10 = (values: Float64Array, last: number) =>
  values.subarray(0, last + 1).map((v) => (v > 0 ? Math.log10(v) : Number.NaN))
const FLOOR = -16 // log10; below it is rounding

function linesOf({ params, palette, series, last, words }: Scene): Line10[] {
  if (params.chart === 'parts') {
    return [
      { name: 'height', text: words.partHeight, color: palette.ink, values: log10(series.ballHeight, last) },
      { name: 'flat', text: words.partFlat, color: palette.method, values: log10(series.errorFlat.map(Math.abs), last) },
      {
        name: 'steep',
        text: words.partSteep,
        color: palette.base3,
        dash: '6 3',
        values: log10(series.errorSteep.map(Math.abs), last),
      },
    ].filter((line) => isStraight(params) || line.name === 'height')
  }
  const all: (Line10 & { on: boolean })[] = [
    { name: 'descent', text: words.descent, color: palette.base, values: log10(series.descentHeight, last), on: params.descent },
    {
      name: 'nesterov',
      text: words.nesterov,
      color: palette.base2,
      dash: '7 3',
      values: log10(series.nesterovHeight, last),
      on: params.nesterov,
    },
    { name: 'ball', text: words.ball, color: palette.method, values: log10(series.ballHeight, last), on: params.ball },
  ]
  return all.filter((line) => line.on)
}

function rangeOf(scene: Scene): Window {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { values } of linesOf(scene)) {
    for (const value of values) {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  if (!(high > low)) [low, high] = [-4, 1]
  const top = Math.min(Math.ceil(high), 12)
  return [
    [0, Math.max(1, scene.steps)],
    [Math.max(FLOOR, Math.min(Math.floor(low), top - 2)), top],
  ]
}

function Errors(scene: Scene) {
  const { step, last, steps, palette, words, params } = scene
  const lines = linesOf(scene)
  const predicted = predictions(params)
  const [, [low, high]] = rangeOf(scene)
  const within = (value: number) => Math.min(Math.max(value, low), high)
  return (
    <>
      <Rule x={step} />
      {lines.map(({ name, color, values, dash }) => (
        <g key={name}>
          <Curve ys={values} from={step} to={last} color={color} opacity={0.35} dash={dash} />
          <Curve ys={values} to={step} color={color} dash={dash} />
        </g>
      ))}
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
      <SpreadLabels
        anchor="end"
        labels={[
          ...lines.map(({ text, color, values }) => {
            const end = lastFinite(values)
            return { at: [Math.max(end, 0.3 * steps), within(values[end] ?? low)] as Point, text, color }
          }),
          ...(predicted.ball && params.ball && params.chart === 'height'
            ? [
                {
                  at: [0.62 * steps, within(predicted.ball.start + 0.62 * steps * predicted.ball.slope)] as Point,
                  text: words.predicted,
                  color: palette.soft,
                  quiet: true,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function lastFinite(values: Float64Array): number {
  let k = values.length - 1
  while (k > 0 && !Number.isFinite(values[k] as number)) k--
  return k
}

export const errors: PlotView<Scene> = {
  kind: 'plot',
  window: rangeOf,
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: Errors,
}
