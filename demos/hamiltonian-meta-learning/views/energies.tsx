// The energy that a motion gains on the way: the true one, and the network's own.
import type { PlotView } from '@/contract'
import { Curve, Dot, Rule, SpreadLabels } from '@/views'
import { PALE } from '@/views/chart'
import { rangeOf, within } from '@/views/series'
import { mainNet, ROLL_STEP, ROLL_STEPS } from '../params'
import { gainOf } from '../readouts'
import { bodiesOf, LOOKS, type Scene } from './looks'

const TIMES = Float64Array.from({ length: ROLL_STEPS + 1 }, (_, k) => k * ROLL_STEP)
const END = ROLL_STEPS * ROLL_STEP
const [LEAST, MOST] = [0.02, 2]

/** How much energy the axis shows, up and down: for what is known by now, in powers of two, so that it seldom changes. */
function reachOfGains(scene: Scene): number {
  const all = bodiesOf(scene).map((body) => gainOf(scene.series.gains, body).subarray(0, scene.last + 1))
  const [low, high] = rangeOf(all, [0, 0])
  return within(2 ** Math.ceil(Math.log2(1.1 * Math.max(high, -low, LEAST))), [LEAST, MOST])
}

function Energies(scene: Scene) {
  const { params, series, step, last, palette, words } = scene
  const reach = reachOfGains(scene)
  const shown = (ys: Float64Array) => ys.map((y) => (Number.isNaN(y) ? y : within(y, [-reach, reach])))
  const main = mainNet(params)
  const lines = [
    ...bodiesOf(scene).map((body) => ({
      text: words[body],
      ys: shown(gainOf(series.gains, body)),
      color: LOOKS[body].color(palette),
      dash: LOOKS[body].dash,
      width: body === 'truth' ? 1.5 : 2.25,
      quiet: false,
    })),
    { text: words.own, ys: shown(series.own), color: LOOKS[main].color(palette), dash: '1 4', width: 2, quiet: true },
  ]
  return (
    <>
      <Rule x={step * ROLL_STEP} />
      {lines.map(({ text, quiet, ...look }) => (
        <g key={text}>
          <Curve xs={TIMES} {...look} from={step} to={last} opacity={PALE} />
          <Curve xs={TIMES} {...look} to={step} />
          {!quiet && <Dot at={[step * ROLL_STEP, look.ys[step]!]} color={look.color} r={3.5} />}
        </g>
      ))}
      <SpreadLabels
        labels={lines.map(({ text, ys, color, quiet }) => ({ at: [END, ys[last] ?? Number.NaN], text, color, quiet }))}
      />
    </>
  )
}

export const energies: PlotView<Scene> = {
  kind: 'plot',
  window(scene) {
    const reach = scene.params.tab === 'roll' ? reachOfGains(scene) : 1
    return [
      [0, 1.55 * END],
      [-1.05 * reach, 1.05 * reach],
    ]
  },
  x: ({ words }) => ({ title: words.axisTime, ticks: [0, 5, 10] }),
  y: ({ words }) => ({ title: words.axisEnergy, ticks: 4, grid: true }),
  draw: (scene) => (scene.params.tab === 'roll' ? <Energies {...scene} /> : null),
}
