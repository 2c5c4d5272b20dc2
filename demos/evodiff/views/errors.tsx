// The error of each solver against the calls of the model.
import type { PlotView, Window } from '@/contract'
import { Curve, Dot, Dots, Label, Rule, SpreadLabels } from '@/views'
import { within } from '@/views/series'
import { CALLS, ERRORS } from '../axes'
import { type Look, looksOf, type Scene, SERIES } from '../looks'

const NAMES = 0.36 // decades to the right of the chart, for names
const WINDOW: Window = [[CALLS[0] - 0.04, CALLS[1] + NAMES], ERRORS]

interface Line {
  look: Look
  xs: number[]
  ys: number[]
  /** Counts of calls at which the error is beyond the chart, and it. */
  beyond: { calls: number; error: number }[]
}

function linesOf(scene: Scene): Line[] {
  const rows = scene.maps.sweep?.result ?? []
  return looksOf(scene).map((look) => {
    const own = rows.filter(({ lane, ends }) => lane === look.lane && ends.length > 0)
    const known = own.map(({ value, ends }) => ({ calls: value, error: ends[0]! }))
    return {
      look,
      xs: known.map(({ calls }) => Math.log10(calls)),
      ys: known.map(({ error }) => within(Math.log10(error), ERRORS)),
      beyond: known.filter(({ error }) => Math.log10(error) > ERRORS[1]),
    }
  })
}

function Errors(scene: Scene) {
  const { params, palette, words, series, last, steps, format } = scene
  const lines = linesOf(scene)
  const here = Math.log10(params.calls)
  const beyond = lines.flatMap((line) => line.beyond)
  return (
    <>
      <Rule x={here} />
      {lines.map(({ look: { lane, color, dash, square }, xs, ys }) => (
        <g key={lane}>
          <Curve xs={xs} ys={ys} color={color(palette)} dash={dash} width={lane === 'evodiff' ? 2.25 : 1.75} />
          <Dots xs={xs} ys={ys} color={color(palette)} r={2} square={square} />
        </g>
      ))}
      {last === steps &&
        lines.map(({ look: { lane, color, square } }) => {
          const error = series[SERIES[lane].error][last]!
          return <Dot key={lane} at={[here, within(Math.log10(error), ERRORS)]} color={color(palette)} r={5} square={square} />
        })}
      {beyond.length > 0 && (
        <Label at={[CALLS[0], ERRORS[1]]} dx={4} dy={14} small color={palette.method}>
          {`${words.beyond} ${format(Math.max(...beyond.map(({ error }) => error)), 1)}`}
        </Label>
      )}
      <SpreadLabels
        labels={lines.flatMap(({ look: { lane, color }, xs, ys }) =>
          ys.length > 0 ? [{ at: [xs.at(-1)!, ys.at(-1)!] as const, text: words[lane], color: color(palette) }] : [],
        )}
      />
    </>
  )
}

export const errors: PlotView<Scene> = {
  kind: 'plot',
  map: 'sweep',
  window: WINDOW,
  x: ({ words }) => ({ title: words.axisCalls, scale: 'log10', ticks: [5, 10, 15, 20, 30, 40].map(Math.log10) }),
  y: ({ words }) => ({ title: words.axisError, scale: 'log10', ticks: [-3, -2, -1, 0], grid: true }),
  draw: (scene) => <Errors {...scene} />,
}
