// Loss against steps or against bytes; the path of one weight, and how long its messages waited.
import type { PlotView, Window } from '@/contract'
import type { SchemeName } from '@/domains/optim/sparse'
import { memoized } from '@/memoized'
import { Dots, Label, Segment } from '@/views'
import { type BarSeries, Bars, GroupNames } from '@/views/bars'
import { Chart, type ChartLine } from '@/views/chart'
import { PathChart, type PathLine } from '@/views/pathChart'
import { decadesOf, log10, rangeOf } from '@/views/series'
import { entryOf, isYours, LOOKS, type Scene, shownNames } from './looks'
import { SIZE, schemeOf } from './params'
import { problemOf } from './problem'

const LIMITS = [-4, 8] as const // exponents of losses
const NAMES = 0.32 // of the width of a chart: space for names to the right

const isByBytes = ({ params }: Scene): boolean => params.axis === 'bytes'
const lossesOf = ({ series }: Scene): Readonly<Record<SchemeName, Float64Array>> => ({
  dense: series.denseLoss,
  drop: series.dropLoss,
  accumulate: series.accumulateLoss,
  correction: series.correctionLoss,
  dgc: series.dgcLoss,
})

const lossLines = memoized((scene: Scene): ChartLine[] => {
  const { palette, words, last } = scene
  return shownNames(scene).map((name) => ({
    name,
    text: words[name],
    color: LOOKS[name].color(palette),
    dash: LOOKS[name].dash,
    width: isYours(scene, name) ? 2.75 : 1.5,
    ys: log10(lossesOf(scene)[name], last),
  }))
})

/** Against the logarithm of the bytes that a scheme has sent. */
const byBytes = memoized((scene: Scene): PathLine[] => {
  const { series, last } = scene
  const [dense, sparse] = [log10(series.denseBytes, last), log10(series.sparseBytes, last)]
  return lossLines(scene).map((line) => ({ ...line, xs: line.name === 'dense' ? dense : sparse }))
})

function lossWindow(scene: Scene): Window {
  const lines = lossLines(scene)
  const heights = decadesOf(
    lines.map(({ ys }) => ys),
    LIMITS,
    [-2, 2],
  )
  if (!isByBytes(scene)) return [[0, (1 + NAMES) * Math.max(1, scene.steps)], heights]
  const [low, high] = rangeOf(
    byBytes(scene).map(({ xs }) => xs),
    [1, 6],
  )
  return [[low, low + (1 + NAMES) * Math.max(high - low, 1)], heights]
}

export const loss: PlotView<Scene> = {
  kind: 'plot',
  window: lossWindow,
  x: (scene) =>
    isByBytes(scene) ? { title: scene.words.axisBytes, scale: 'log10', ticks: 4 } : { title: scene.words.axisStep, ticks: 4 },
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => {
    const { step, last } = scene
    if (isByBytes(scene)) return <PathChart lines={byBytes(scene)} step={step} last={last} from={1} beyond />
    return <Chart lines={lossLines(scene)} step={step} last={last} beyond />
  },
}

/** Steps at which the first worker sent the entry, up to the last one recorded. */
const sendsOf = (posted: Float64Array, last: number): number[] => {
  const steps: number[] = []
  for (let step = 1; step <= last; step++) if (!Number.isNaN(posted[step])) steps.push(step)
  return steps
}

const entryLines = memoized((scene: Scene): ChartLine[] => {
  const { series, palette, words, params, last } = scene
  const yours = schemeOf(params)
  const of = (all: Float64Array) => entryOf(all, params.entry).slice(0, last + 1)
  return [
    ...(yours === 'dense'
      ? []
      : [{ name: 'dense', text: words.dense, color: LOOKS.dense.color(palette), ys: of(series.denseWeights) }]),
    { name: 'yours', text: words[yours], color: LOOKS[yours].color(palette), width: 2, ys: of(series.yourWeights) },
  ]
})
const targetOf = ({ params }: Scene): number => {
  const { order, target } = problemOf(params)
  return target[order[params.entry - 1]!]!
}

function entryWindow(scene: Scene): Window {
  const target = targetOf(scene)
  const [low, high] = rangeOf([...entryLines(scene).map(({ ys }) => ys), [target, 0]], [-1, 1])
  const margin = 0.12 * Math.max(0.1, high - low)
  return [
    [0, (1 + NAMES) * Math.max(1, scene.steps)],
    [low - margin, high + 2 * margin], // more above, for a name
  ]
}

function Entry(scene: Scene) {
  const { step, last, steps, params, palette, words, series } = scene
  const lines = entryLines(scene)
  const target = targetOf(scene)
  const [, [, high]] = entryWindow(scene)
  const sends = params.compress ? sendsOf(entryOf(series.posted, params.entry), last) : []
  const { ys, color } = lines.at(-1)!
  const heights = sends.map((at) => ys[at]!)
  const now = sends.filter((at) => at <= step).length
  return (
    <>
      <Segment from={[0, target]} to={[steps, target]} color={palette.ink} width={1.25} dash="5 4" />
      <Chart
        lines={lines}
        step={step}
        last={last}
        beyond
        labels={[{ at: [steps, target], text: words.target, color: palette.ink, quiet: true }]}
      />
      <Label at={[0.03 * steps, high]} dy={14} small bold color={color}>
        {`${words.weight} ${params.entry}`}
      </Label>
      <Dots xs={sends} ys={heights} from={now} color={color} r={3} opacity={0.3} />
      <Dots xs={sends} ys={heights} to={now - 1} color={color} r={3} />
    </>
  )
}

export const entry: PlotView<Scene> = {
  kind: 'plot',
  window: entryWindow,
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { ticks: 4, grid: true },
  draw: (scene) => <Entry {...scene} />,
}

/** Lower limits of the bars: a wait of w steps is in the last bar that begins at w or below. */
const WAITS = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const
/** How often an entry waited how long between two messages of the first worker, up to a step; the first wait begins at 0. */
export function countWaits(posted: Float64Array, last: number, counts: Float64Array): void {
  let before = 0
  for (const step of sendsOf(posted, last)) {
    counts[WAITS.findLastIndex((wait) => wait <= step - before)]!++
    before = step
  }
}

const waitsOf = memoized(({ series, params, step, last }: Scene) => {
  const [own, all] = [new Float64Array(WAITS.length), new Float64Array(WAITS.length)]
  const now = Math.min(step, last)
  countWaits(entryOf(series.posted, params.entry), now, own)
  for (let rank = 1; rank <= SIZE; rank++) countWaits(entryOf(series.posted, rank), now, all)
  const total = (counts: Float64Array) =>
    Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    )
  return {
    sends: own.reduce((sum, count) => sum + count, 0),
    own: own.map((n) => n / total(own)),
    all: all.map((n) => n / total(all)),
  }
})

function Delays(scene: Scene) {
  const { palette, words, params } = scene
  const { own, all, sends } = waitsOf(scene)
  const bars: BarSeries[] = [
    { name: 'all', values: all, color: palette.soft, outline: true },
    { name: 'own', values: own, color: LOOKS[schemeOf(params)].color(palette) },
  ]
  return (
    <>
      <Bars series={bars} />
      <GroupNames names={WAITS.map(String)} />
      <Label at={[-0.5, 1.12]} small bold color={bars[1]!.color}>
        {`${words.entry} ${params.entry}: ${sends} ${words.messages}`}
      </Label>
      <Label at={[-0.5, 1.02]} small color={palette.soft}>
        {words.allEntries}
      </Label>
    </>
  )
}

export const delays: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [-0.6, WAITS.length - 0.4],
    [-0.12, 1.22],
  ],
  x: ({ words }) => ({ title: words.axisWait, ticks: [] }),
  y: { ticks: [0, 0.5, 1], grid: true },
  draw: (scene) => <Delays {...scene} />,
}
