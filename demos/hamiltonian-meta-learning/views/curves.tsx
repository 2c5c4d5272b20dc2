// Errors on fresh states against steps of adaptation.
import type { PlotView } from '@/contract'
import { Curve, Dot, Label, Rule, SpreadLabels } from '@/views'
import { PALE } from '@/views/chart'
import { log10, within } from '@/views/series'
import { HAMILTONIANS, INNER_STEPS, shownNets } from '../params'
import { LOOKS, type Scene } from './looks'

/** Place of the error before the first step, on an axis of logarithms. */
const BEFORE = -0.4
const at = (k: number): number => (k === 0 ? BEFORE : Math.log10(k))
const STEPS = Float64Array.from({ length: INNER_STEPS + 1 }, (_, k) => at(k))
const RANGE = [-2.2, 0.7] as const
const clamped = (ys: Float64Array) => ys.map((y) => (Number.isNaN(y) ? y : within(y, RANGE)))

function Curves({ params, series, step, last, palette, words }: Scene) {
  const names = shownNets(params)
  const lines = HAMILTONIANS.map((net) => ({ net, ...LOOKS[net], ys: clamped(log10(series[net], last, 1e-6)) }))
  return (
    <>
      <Rule x={at(step)} />
      {lines.map(({ net, color, dash, ys }) => {
        const look = { xs: STEPS, ys, color: color(palette), dash, width: names.includes(net) ? 2.25 : 1.25 }
        return (
          <g key={net}>
            <Curve {...look} from={step} opacity={PALE} />
            <Curve {...look} to={step} />
          </g>
        )
      })}
      {lines.map(({ net, color, square, ys }) => (
        <g key={net}>
          <Dot at={[BEFORE, ys[0]!]} color={color(palette)} r={3} square={square} />
          {step > 0 && <Dot at={[at(step), ys[step]!]} color={color(palette)} r={4.5} square={square} />}
        </g>
      ))}
      <SpreadLabels
        labels={lines.map(({ net, color, ys }) => ({
          at: [STEPS[last]!, ys[last]!],
          text: words[net],
          color: color(palette),
          quiet: !names.includes(net),
        }))}
      />
      <Label at={[BEFORE, RANGE[0]]} dy={-6} anchor="middle" small color={palette.soft}>
        {words.before}
      </Label>
    </>
  )
}

export const curves: PlotView<Scene> = {
  kind: 'plot',
  window: [[BEFORE - 0.3, 3], RANGE],
  x: ({ words }) => ({ title: words.axisSteps, scale: 'log10', ticks: [0, 1, 2] }),
  y: ({ words }) => ({ title: words.axisError, scale: 'log10', ticks: [-2, -1, 0], grid: true }),
  draw: (scene) => (scene.params.tab === 'adapt' ? <Curves {...scene} /> : null),
}
