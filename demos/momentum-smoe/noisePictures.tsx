// Noise in every layer: the long-run variance against γσ, and one token on a line.
import type { PlotView, Window } from '@/contract'
import { calmerBeyond, restlessness } from '@/domains/optim/experts'
import { fence } from '@/domains/optim/heavyBallTheory'
import { Curve, Dot, Dots, Label, Segment } from '@/views'
import { Chart } from '@/views/chart'
import { within } from '@/views/series'
import { LOOKS, type Scene } from './looks'
import { MOST_REACH, RANGE } from './places'
import { reachOf } from './readouts'

const WINDOW: Window = [[0, MOST_REACH], RANGE]
const REACHES = Array.from({ length: 441 }, (_, k) => (k / 440) * MOST_REACH)

const levelAt = (a: number, mu: number): number => Math.log10(restlessness(a, mu))

function Rest({ params: p, palette, words, maps }: Scene) {
  const [method, base] = [LOOKS.momentum.color(palette), LOOKS.smoe.color(palette)]
  const rests = maps.measured?.result
  const reach = reachOf(p)
  const logs = (values: readonly (number | null)[]) => values.map((value) => (value === null ? Number.NaN : Math.log10(value)))
  const crossing = calmerBeyond(p.mu)
  return (
    <>
      <Segment from={[reach, RANGE[0]]} to={[reach, RANGE[1]]} color={palette.faint} />
      {p.mu > 0 && (
        <>
          <Segment from={[crossing, RANGE[0]]} to={[crossing, levelAt(crossing, p.mu)]} color={palette.soft} dash="3 4" />
          <Label at={[crossing, RANGE[0]]} dx={6} dy={-8} small color={palette.soft}>
            {words.crossing}
          </Label>
        </>
      )}
      <Curve xs={REACHES} ys={REACHES.map((a) => levelAt(a, 0))} color={base} dash={LOOKS.smoe.dash} width={2} />
      <Curve xs={REACHES} ys={REACHES.map((a) => levelAt(a, p.mu))} color={method} width={2} />
      {rests && (
        <>
          <Dots xs={rests.reaches} ys={logs(rests.smoe)} color={base} r={3} square />
          <Dots xs={rests.reaches} ys={logs(rests.momentum)} color={method} r={3} />
        </>
      )}
      <Dot at={[reach, levelAt(reach, 0)]} color={base} r={5} square />
      <Dot at={[reach, levelAt(reach, p.mu)]} color={method} r={6} />
      <Label at={[1, levelAt(1, 0)]} dy={18} anchor="middle" bold color={base}>
        {words.smoe}
      </Label>
      <Label at={[Math.min(fence(p.mu), MOST_REACH), RANGE[1]]} dx={-8} dy={14} anchor="end" bold color={method}>
        {words.momentum}
      </Label>
    </>
  )
}

export const rest: PlotView<Scene> = {
  kind: 'plot',
  map: 'measured',
  window: WINDOW,
  x: ({ words }) => ({ title: words.axisReach, ticks: [0, 1, 2, 3, 4] }),
  y: { scale: 'log10', ticks: [0, 1, 2], grid: true },
  draw: (scene) => <Rest {...scene} />,
}

const MOST = 3

export const line: PlotView<Scene> = {
  kind: 'plot',
  window: ({ steps }) => [
    [0, Math.max(1, steps)],
    [-MOST, MOST],
  ],
  x: ({ words }) => ({ title: words.axisLayer, ticks: 4 }),
  y: { ticks: [-2, 0, 2], grid: true },
  draw: ({ series, palette, words, step, last, steps }) => {
    const one = (name: 'smoe' | 'momentum', ys: Float64Array) => ({
      name,
      color: LOOKS[name].color(palette),
      dash: LOOKS[name].dash,
      ys: ys.map((y) => within(y, [-2 * MOST, 2 * MOST])), // beyond the picture
    })
    return (
      <Chart
        lines={[one('smoe', series.lineSmoe), one('momentum', series.lineMomentum)]}
        step={step}
        last={last}
        labels={[
          { at: [steps, MOST], text: words.smoe, color: LOOKS.smoe.color(palette) },
          { at: [steps, MOST], text: words.momentum, color: LOOKS.momentum.color(palette) },
        ]}
      />
    )
  },
}
