// A density that slides down its free energy, with particles that carry it; and how fast the energy falls.
import type { PlotView, Point } from '@/contract'
import { type Bump, bumpVelocity, cellAt } from '@/domains/diffusion/gradientFlow'
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
const DOTS = 150 // of the particles with noise; all of them are in the bars
const [BAR, BARS] = [0.3, 28] // width and count, even about 0

/** The density of the particles with noise as a staircase from left to right. */
function stairs(walkers: Float64Array): Point[] {
  const counts = new Uint32Array(BARS)
  for (const x of walkers) {
    const k = Math.floor(x / BAR) + BARS / 2
    if (k >= 0 && k < BARS) counts[k]!++
  }
  return Array.from(counts, (count, k): Point[] => {
    const [left, height] = [(k - BARS / 2) * BAR, count / (walkers.length * BAR)]
    return [
      [left, height],
      [left + BAR, height],
    ]
  }).flat()
}
/** The density that u carries along from the bump at the start: a bump, too. */
const carriedDensity = ({ mean, variance }: Bump): Float64Array =>
  xs.map((x) => Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance))
const AHEAD = 0.2 // of time: length of the arrows

function Densities({ params, frame, step, palette, words }: Scene) {
  const { walkers } = frame
  if (!walkers) return null
  const now = bumpAt(params, step)
  const steps = stairs(walkers)
  const edge = (BARS / 2) * BAR
  return (
    <>
      <Region rings={[[[-edge, 0], ...steps, [edge, 0]]]} fill={palette.base} opacity={PALE} />
      <Curve xs={steps.map(([x]) => x)} ys={steps.map(([, y]) => y)} color={palette.base} width={1} />
      <Segment from={[xs[FROM]!, 0]} to={[xs[TO]!, 0]} color={palette.faint} width={1} />
      <Curve xs={xs} ys={normal} from={FROM} to={TO} color={palette.ink} dash="5 4" width={1.5} />
      <Curve xs={xs} ys={carriedDensity(now)} from={FROM} to={TO} color={palette.method} width={2.25} />
      <Segment from={[params.m0, 0]} to={[params.m0, bumpHeight(params)]} color={palette.soft} width={1} dash="2 4" />
      <Dot at={[params.m0, bumpHeight(params)]} color={palette.method} r={5} param="m0" />
      <Dot at={sideOf(params)} color={palette.soft} r={4} square param="v0" />
      <Label at={sideOf(params)} dx={9} dy={4} small color={palette.soft}>
        {words.width}
      </Label>
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
      <Dots xs={walkers.subarray(0, DOTS)} ys={new Float64Array(DOTS).fill(NOISY)} color={palette.base} r={1.8} opacity={0.6} />
      <Label at={[-4.2, SMOOTH]} dx={6} dy={-5} small bold color={palette.method}>
        {words.smooth}
      </Label>
      <Label at={[-4.2, NOISY]} dx={6} dy={-5} small bold color={palette.base}>
        {words.noisy}
      </Label>
      <Label at={[-4.2, 1.15]} dx={6} dy={16} small bold color={palette.method}>
        {words.carried}
      </Label>
      <Label at={[-4.2, 1.15]} dx={6} dy={33} small bold color={palette.base}>
        {words.bars}
      </Label>
      <Label at={[-4.2, 1.15]} dx={6} dy={50} small bold>
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
