// A density that slides down its free energy, with particles that carry it; and how fast the energy falls.
import type { PlotView } from '@/contract'
import { bumpVelocity, cellAt } from '@/domains/diffusion/gradientFlow'
import { Curve, Dot, Dots, Label, Region, Rule, Segment, SpreadLabels } from '@/views'
import { PALE } from '@/views/chart'
import { log10 } from '@/views/series'
import type { Scene } from '../looks'
import { bumpAt, line, PLACES, particleAt } from '../model'
import { TIME_STEP, TIME_STEPS } from '../params'
import { bumpHeight, LINE_WINDOW, sideOf } from '../places'

const xs = Float64Array.from({ length: line.n }, (_, k) => cellAt(line, k))
const FIRST = xs.findIndex((x) => x > LINE_WINDOW[0][0])
const [FROM, TO] = [FIRST, line.n - 1 - FIRST]
const normal = xs.map((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI))
/** Rows below the axis: particles without noise, and with it. */
const [SMOOTH, NOISY] = [-0.13, -0.27]
const AHEAD = 0.2 // of time: length of the arrows

function Densities({ params, frame, step, palette, words }: Scene) {
  const { density, walkers } = frame
  if (!density || !walkers) return null
  const now = bumpAt(params, step)
  const ring = [
    [xs[FROM]!, 0] as const,
    ...Array.from({ length: TO - FROM + 1 }, (_, k) => [xs[FROM + k]!, density[FROM + k]!] as const),
    [xs[TO]!, 0] as const,
  ]
  return (
    <>
      <Region rings={[ring]} fill={palette.field[1]} opacity={0.85} />
      <Segment from={[xs[FROM]!, 0]} to={[xs[TO]!, 0]} color={palette.faint} width={1} />
      <Curve xs={xs} ys={normal} from={FROM} to={TO} color={palette.ink} dash="5 4" width={1.5} />
      <Curve xs={xs} ys={density} from={FROM} to={TO} color={palette.method} width={2.25} />
      <Segment from={[params.m0, 0]} to={[params.m0, bumpHeight(params)]} color={palette.soft} width={1} dash="2 4" />
      <Dot at={[params.m0, bumpHeight(params)]} color={palette.method} r={5} param="m0" />
      <Dot at={sideOf(params)} color={palette.soft} r={4} square param="v0" />
      {PLACES.map((place) => {
        const x = particleAt(params, place, step)
        return (
          <g key={place}>
            <Segment
              from={[x, SMOOTH]}
              to={[x + AHEAD * bumpVelocity(now, x), SMOOTH]}
              color={palette.method}
              arrow
              width={1.5}
            />
            <Dot at={[x, SMOOTH]} color={palette.method} r={3.5} />
          </g>
        )
      })}
      <Dots xs={walkers} ys={new Float64Array(walkers.length).fill(NOISY)} color={palette.base} r={1.8} opacity={0.6} />
      <Label at={[-4.2, SMOOTH]} dx={6} dy={-5} small bold color={palette.method}>
        {words.smooth}
      </Label>
      <Label at={[-4.2, NOISY]} dx={6} dy={-5} small bold color={palette.base}>
        {words.noisy}
      </Label>
      <Label at={[-4.2, 1.15]} dx={6} dy={16} small bold color={palette.method}>
        {words.now}
      </Label>
      <Label at={[-4.2, 1.15]} dx={6} dy={33} small bold>
        {words.goal}
      </Label>
    </>
  )
}

export const densities: PlotView<Scene> = {
  kind: 'plot',
  window: LINE_WINDOW,
  x: ({ words }) => ({ title: words.axisPlace, ticks: [-4, -2, 0, 2, 4] }),
  draw: (scene) => (scene.params.tab === 'energy' ? <Densities {...scene} /> : null),
}

const LEAST = 1e-3
const TIMES = Float64Array.from({ length: TIME_STEPS + 1 }, (_, k) => k * TIME_STEP)

export const energy: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [0, 1.25 * TIME_STEPS * TIME_STEP],
    [-3, 1],
  ],
  x: ({ words }) => ({ title: words.axisTime, ticks: [0, 1, 2, 3] }),
  y: { scale: 'log10', grid: true },
  draw({ params, series, step, last, palette, words }) {
    if (params.tab !== 'energy') return null
    const lines = [
      { text: words.bound, color: palette.soft, dash: '5 4', ys: log10(series.bound, last, LEAST) },
      { text: words.energy, color: palette.method, ys: log10(series.energy, last, LEAST) },
    ]
    return (
      <>
        <Rule x={step * TIME_STEP} />
        {lines.map(({ text, ...look }) => (
          <g key={text}>
            <Curve xs={TIMES} {...look} from={step} opacity={PALE} />
            <Curve xs={TIMES} {...look} to={step} width={2} />
          </g>
        ))}
        <SpreadLabels labels={lines.map(({ text, color, ys }) => ({ at: [TIMES[last]!, ys[last]!], text, color }))} />
      </>
    )
  },
}
