// The spread over outer steps, the loss against them or against waiting, and the waiting time of an outer step.
import type { PlotView, Window } from '@/contract'
import { consensusRate } from '@/domains/optim/consensus'
import { memoized } from '@/memoized'
import { Curve, Dot, Dots, Label, Segment } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { PathChart, type PathLine } from '@/views/pathChart'
import { decadesOf, lastFinite, log10, rangeOf } from '@/views/series'
import { FSDP_DASH, type Scene } from './looks'
import { copiesOf, params as schema } from './params'
import { allReduce, exchange } from './readouts'

const LIMITS = [-14, 6] as const

const spreadLines = memoized((scene: Scene): ChartLine[] => {
  const { series, last, palette, params } = scene
  const expected = log10(series.expected, last)
  const slope = Math.log10(consensusRate(copiesOf(params), params.alpha, params.gamma)) / 2
  const straight = Float64Array.from(expected, (_, k) => expected[0]! + k * slope)
  return [
    { name: 'expected', color: palette.method, dash: '6 4', width: 1.5, ys: expected },
    { name: 'flock', color: palette.method, width: 2.25, ys: log10(series.spread, last) },
    ...(params.loss === 'none' ? [{ name: 'slope', color: palette.soft, dash: '2 4', ys: straight }] : []),
  ]
})

function spreadWindow(scene: Scene): Window {
  const curves = spreadLines(scene).map(({ ys }) => ys)
  return [[0, Math.max(1, scene.steps)], decadesOf(curves, LIMITS, [-1, 1])]
}

function Spread(scene: Scene) {
  const { step, last, palette, words, params } = scene
  const lines = spreadLines(scene)
  const [[, right], [low, high]] = spreadWindow(scene)
  if (!lines.some(({ ys }) => Array.from(ys).some(Number.isFinite)))
    return (
      <Label at={[right / 2, (low + high) / 2]} anchor="middle" italic color={palette.soft}>
        {words.agreed}
      </Label>
    )
  const { ys } = lines[0]!
  const grows = ys[lastFinite(ys)]! > ys[0]! + 0.3
  const named = (text: string, color: string) => ({ at: [right, grows ? low : high] as const, text, color }) // in the empty corner
  return (
    <Chart
      lines={lines}
      step={step}
      last={last}
      labels={[
        named(words.flock, palette.method),
        named(words.expected, palette.method),
        ...(params.loss === 'none' ? [named(words.slope, palette.soft)] : []),
      ]}
    />
  )
}

export const spread: PlotView<Scene> = {
  kind: 'plot',
  window: spreadWindow,
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Spread {...scene} />,
}

/** Losses by outer step, and how long each method has waited until then. */
const lossLines = memoized((scene: Scene): PathLine[] => {
  const { series, last, palette, words, params } = scene
  const one = (text: string, color: string, values: Float64Array, wait: number, dash?: string): PathLine => ({
    name: text,
    text,
    color,
    dash,
    ys: log10(values, last),
    xs: Float64Array.from({ length: last + 1 }, (_, k) => Math.log10(k * wait)),
  })
  return [
    one(words.noloco, palette.method, series.lossEach, exchange(params)),
    one(words.diloco, palette.base, series.lossDiloco, allReduce(params)),
    one(words.fsdp, palette.base2, series.lossFsdp, params.local * allReduce(params), FSDP_DASH),
  ]
})
const isByTime = ({ params }: Scene) => params.axis === 'time'

function lossWindow(scene: Scene): Window {
  const lines = lossLines(scene)
  const heights = decadesOf(
    lines.map(({ ys }) => ys),
    LIMITS,
    [-2, 1],
  )
  if (!isByTime(scene)) return [[0, Math.max(1, scene.steps)], heights]
  const [from, to] = rangeOf(
    lines.map(({ xs }) => xs),
    [0, 1],
  )
  return [[from, Math.max(from + 1, to)], heights]
}

export const loss: PlotView<Scene> = {
  kind: 'plot',
  window: lossWindow,
  x: (scene) =>
    isByTime(scene)
      ? { title: scene.words.axisTime, scale: 'log10', ticks: [0, 1, 2, 3, 4] }
      : { title: scene.words.axisStep, ticks: 4 },
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Loss {...scene} />,
}

function Loss(scene: Scene) {
  const { step, last, steps, params, words, palette } = scene
  if (params.loss === 'none')
    return (
      <Label at={[steps / 2, -0.5]} anchor="middle" italic color={palette.soft}>
        {words.noLoss}
      </Label>
    )
  const lines = lossLines(scene)
  const [[, right], [, high]] = lossWindow(scene)
  const silent = lines.map((line) => ({ ...line, text: undefined }))
  // names are above the curves: at their beginnings, or in the corner that falling losses leave empty
  if (!isByTime(scene))
    return (
      <Chart
        lines={silent}
        step={step}
        last={last}
        labels={lines.map(({ text, color }) => ({ at: [right, high] as const, text: text!, color }))}
      />
    )
  return (
    <>
      <PathChart lines={silent} step={step} last={last} from={1} />
      {lines.map(({ name, text, color, xs }) => (
        <Label key={name} at={[xs[1]!, high]} dx={4} dy={13} bold color={color}>
          {text}
        </Label>
      ))}
    </>
  )
}

const SIZES = Array.from({ length: schema.pairs.max }, (_, k) => 2 * (k + 1))
const HIGHEST = 4
const LOWEST = -0.7

function Waiting({ params, palette, words, maps }: Scene) {
  const n = copiesOf(params)
  const all = SIZES.map((size) => Math.log10(allReduce({ latency: params.latency, pairs: size / 2 })))
  const pair = Math.log10(exchange(params))
  const locals = Math.log10(params.local)
  const [one, whole] = [pair, Math.log10(allReduce(params))]
  const waits = maps.sampled?.result
  return (
    <>
      <Curve xs={SIZES} ys={all.map((y) => y + locals)} color={palette.base2} dash={FSDP_DASH} width={2} />
      <Curve xs={SIZES} ys={all} color={palette.base} width={2} />
      <Segment from={[2, pair]} to={[64, pair]} color={palette.method} width={2} />
      <Segment from={[n, one]} to={[n, whole]} color={palette.ink} width={1.25} dash="3 4" />
      {waits && (
        <>
          <Dots xs={waits.sizes} ys={waits.allReduce.map(Math.log10)} color={palette.base} r={3} square />
          <Dots xs={waits.sizes} ys={waits.exchange.map(Math.log10)} color={palette.method} r={3} square />
        </>
      )}
      <Dot at={[n, one]} color={palette.method} r={5} />
      <Dot at={[n, whole]} color={palette.base} r={5} />
      <Label at={[60, all.at(-1)! + locals]} dy={-8} anchor="end" small bold color={palette.base2}>
        {words.every}
      </Label>
      <Label at={[60, all.at(-1)!]} dy={18} anchor="end" small bold color={palette.base}>
        {words.all}
      </Label>
      <Label at={[60, pair]} dy={17} anchor="end" small bold color={palette.method}>
        {words.pair}
      </Label>
    </>
  )
}

export const waiting: PlotView<Scene> = {
  kind: 'plot',
  map: 'sampled',
  window: [
    [0, 66],
    [LOWEST, HIGHEST],
  ],
  x: ({ words }) => ({ title: words.axisCopies, ticks: [2, 16, 32, 48, 64] }),
  y: ({ words }) => ({ title: words.axisWaiting, scale: 'log10', ticks: [0, 1, 2, 3], grid: true }),
  seen: ({ params }) => [0, copiesOf(params)],
  draw: (scene) => <Waiting {...scene} />,
}
