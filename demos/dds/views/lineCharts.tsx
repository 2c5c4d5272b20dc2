// The CG run on signals: how much of its way leads out of the flat set, how far the truth is, and the signals themselves.
import type { PlotView, Window } from '@/contract'
import { Curve, Dots, Label } from '@/views'
import { Chart } from '@/views/chart'
import { log10 } from '@/views/series'
import { LENGTH, lineOperator } from '../line'
import { correctedColour, dataColour, guessColour, type Scene } from '../looks'
import { LINE_STEPS } from '../params'
import { lineProblemOf } from '../problem'

const isLine = ({ params }: Scene) => params.tab === 'line'
const ERROR = [-12.5, 1.5] as const
const FLOOR = 1e-12

export const off: PlotView<Scene> = {
  kind: 'plot',
  when: isLine,
  window: [
    [0, LINE_STEPS],
    [-0.05, 1.05],
  ],
  x: ({ words }) => ({ title: words.axisCg, ticks: [0, 2, 4, 6, 8] }),
  y: { ticks: [0, 0.5, 1], grid: true },
  draw: (scene) =>
    isLine(scene) ? (
      <Chart
        lines={[{ name: 'off', color: correctedColour(scene.palette), ys: scene.series.off, width: 2.25 }]}
        step={scene.step}
        last={scene.last}
      />
    ) : null,
}

export const error: PlotView<Scene> = {
  kind: 'plot',
  when: isLine,
  window: [[0, LINE_STEPS], ERROR],
  x: ({ words }) => ({ title: words.axisCg, ticks: [0, 2, 4, 6, 8] }),
  y: { scale: 'log10', ticks: [-12, -8, -4, 0], grid: true },
  draw: (scene) =>
    isLine(scene) ? (
      <Chart
        lines={[
          {
            name: 'error',
            color: correctedColour(scene.palette),
            ys: log10(scene.series.error, scene.last, FLOOR),
            width: 2.25,
          },
        ]}
        step={scene.step}
        last={scene.last}
      />
    ) : null,
}

const SIGNALS: Window = [
  [0, LENGTH - 1],
  [-4, 4],
]
/** Places that the instrument looks at by themselves; none for sums and blur. */
const looked = (measure: Scene['params']['measure']): number[] => {
  if (measure !== 'third' && measure !== 'random') return []
  const operator = lineOperator(measure)
  const [ones, out] = [new Float64Array(operator.rows).fill(1), new Float64Array(LENGTH)]
  operator.adjoint(ones, out)
  return Array.from(out.keys()).filter((k) => out[k] === 1)
}

export const signals: PlotView<Scene> = {
  kind: 'plot',
  when: isLine,
  window: SIGNALS,
  x: ({ words }) => ({ title: words.axisPlace, ticks: [0, 10, 20, 30] }),
  y: { ticks: [-4, 0, 4], grid: true },
  draw(scene) {
    const { params, palette, words, frame } = scene
    if (!isLine(scene) || !frame.plain) return null
    const { truth, start } = lineProblemOf(params)
    const places = looked(params.measure)
    const names = [
      { text: words.goal, color: palette.ink },
      { text: words.start, color: guessColour(palette) },
      { text: words.cgPath, color: correctedColour(palette) },
      ...(places.length > 0 ? [{ text: words.measured, color: dataColour(palette) }] : []),
    ]
    return (
      <>
        <Curve ys={start} color={guessColour(palette)} width={1.5} dash="5 3" />
        <Curve ys={truth} color={palette.ink} width={1.75} />
        <Curve ys={frame.plain} color={correctedColour(palette)} width={2.25} />
        <Dots xs={places} ys={places.map((k) => truth[k]!)} color={dataColour(palette)} r={3.2} />
        {names.map(({ text, color }, k) => (
          <Label key={text} at={[(k * (LENGTH - 1)) / 4, SIGNALS[1][1]]} dx={5} dy={15} small bold color={color}>
            {text}
          </Label>
        ))}
      </>
    )
  },
}
