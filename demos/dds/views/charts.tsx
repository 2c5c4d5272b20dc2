// What happens over the steps of the sampler, and inside of one of its corrections.
import type { PlotView, Window } from '@/contract'
import { Curve, Dots, Label, Segment, usePlot } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { log10, within } from '@/views/series'
import { INNER_KNOB } from '../handles'
import { correctedColour, dataColour, guessColour, type Scene } from '../looks'
import { MOST_CG } from '../params'

const overSteps =
  (range: readonly [number, number]) =>
  ({ steps }: Scene): Window => [[0, NAMES * Math.max(1, steps)], range]
const isPictures = ({ params }: Scene) => params.tab === 'pictures'
const isSampled = (scene: Scene) => isPictures(scene) && scene.params.method !== 'cg'
const [PSNR, MISFIT, CROWD] = [
  [5, 50],
  [-7, 2],
  [-0.1, 3],
] as const
const FLOOR = 1e-7
const NAMES = 1.32 // of the steps: beyond their end stand the names

const clipped = (ys: ArrayLike<number>, range: readonly [number, number]) =>
  Float64Array.from(ys, (y) => (Number.isFinite(y) ? within(y, range) : Number.NaN))

function Quality(scene: Scene) {
  const { params, palette, words, series, step, last, maps, steps } = scene
  const isCorrected = params.method === 'dds'
  const isSampler = params.method !== 'cg'
  const known = maps.baselines?.result
  const result = {
    name: 'result',
    text: isCorrected ? words.after : words.result,
    color: isSampler && !isCorrected ? guessColour(palette) : correctedColour(palette),
    ys: clipped(series.psnr, PSNR),
    width: 2.25,
  }
  const lines: ChartLine[] = isCorrected
    ? [
        { name: 'guess', text: words.guess, color: guessColour(palette), ys: clipped(series.guessPsnr, PSNR), dash: '5 3' },
        result,
      ]
    : [result]
  const rivals = [
    { text: words.cgAlone, value: known?.cg, color: dataColour(palette) },
    { text: words.priorAlone, value: known?.prior, color: palette.soft },
  ].flatMap(({ value, ...own }) =>
    value !== undefined && Number.isFinite(value) ? [{ ...own, value: within(value, PSNR) }] : [],
  )
  return (
    <>
      {rivals.map(({ text, value, color }) => (
        <Segment key={text} from={[0, value]} to={[Math.max(1, steps), value]} color={color} width={1.25} dash="2 4" />
      ))}
      <Chart
        lines={lines}
        step={step}
        last={last}
        beyond
        labels={rivals.map(({ text, value, color }) => ({ at: [steps, value] as const, text, color, quiet: true }))}
      />
    </>
  )
}

export const quality: PlotView<Scene> = {
  kind: 'plot',
  map: 'baselines',
  when: isPictures,
  window: overSteps(PSNR),
  x: ({ words, steps }) => ({ title: words.axisStep, ticks: [0, Math.round(steps / 2), steps] }),
  y: { title: 'dB', ticks: [10, 20, 30, 40, 50], grid: true },
  draw: (scene) => (isPictures(scene) ? <Quality {...scene} /> : null),
}

export const misfit: PlotView<Scene> = {
  kind: 'plot',
  when: isPictures,
  window: overSteps(MISFIT),
  x: ({ words, steps }) => ({ title: words.axisStep, ticks: [0, Math.round(steps / 2), steps] }),
  y: { scale: 'log10', ticks: [-6, -4, -2, 0, 2], grid: true },
  draw(scene) {
    if (!isPictures(scene)) return null
    const { params, palette, words, series, step, last } = scene
    const isCorrected = params.method === 'dds'
    const lines: ChartLine[] = [
      ...(params.method === 'cg'
        ? []
        : [{ name: 'before', text: words.before, color: guessColour(palette), ys: log10(series.before, last, FLOOR) }]),
      ...(isCorrected || params.method === 'cg'
        ? [
            {
              name: 'after',
              text: isCorrected ? words.after : words.onlyCg,
              color: correctedColour(palette),
              ys: log10(series.after, last, FLOOR),
              width: 2.25,
            },
          ]
        : []),
    ]
    return <Chart lines={lines} step={step} last={last} beyond />
  },
}

export const crowd: PlotView<Scene> = {
  kind: 'plot',
  when: isSampled,
  window: ({ steps }) => [[0, Math.max(1, steps)], CROWD],
  x: ({ words, steps }) => ({ title: words.axisStep, ticks: [0, Math.round(steps / 2), steps] }),
  y: { scale: 'log10', ticks: [0, 1, 2, 3], grid: true },
  draw: (scene) =>
    isSampled(scene) ? (
      <Chart
        lines={[
          {
            name: 'crowd',
            color: guessColour(scene.palette),
            ys: log10(scene.series.effective, scene.last),
          },
        ]}
        step={scene.step}
        last={scene.last}
      />
    ) : null,
}

function Inner(scene: Scene) {
  const { params, palette, frame, words } = scene
  const { plane } = usePlot()
  const norms = frame.sampling!.inner
  const count = norms.findIndex((v) => Number.isNaN(v))
  const ys = log10(norms.subarray(0, count < 0 ? norms.length : count), norms.length, FLOOR)
  const color = correctedColour(palette)
  const [low, high] = MISFIT
  return (
    <>
      <Segment from={[params.M, low]} to={[params.M, high]} color={palette.faint} dash="2 4" param="M" />
      <Curve ys={ys} color={color} width={2} />
      <Dots xs={Array.from(ys, (_, k) => k)} ys={ys} color={color} r={3} />
      <Label
        at={[params.M, INNER_KNOB]}
        dx={params.M > MOST_CG / 2 ? -12 : 12}
        dy={4}
        anchor={params.M > MOST_CG / 2 ? 'end' : 'start'}
        bold={plane.width > 160}
        color={color}
        param="M"
      >
        {`M = ${params.M}`}
      </Label>
      {ys.length === 0 && (
        <Label at={[MOST_CG / 2, (low + high) / 2]} anchor="middle" italic color={palette.soft}>
          {words.none}
        </Label>
      )}
    </>
  )
}

export const inner: PlotView<Scene> = {
  kind: 'plot',
  when: (scene) => isPictures(scene) && scene.params.method === 'dds',
  window: [[-0.4, MOST_CG + 0.4], MISFIT],
  x: ({ words }) => ({ title: words.axisCg, ticks: [0, 5, 10, 15, 20] }),
  y: { scale: 'log10', ticks: [-6, -4, -2, 0, 2], grid: true },
  draw: (scene) => (isPictures(scene) && scene.params.method === 'dds' && scene.frame.sampling ? <Inner {...scene} /> : null),
}
