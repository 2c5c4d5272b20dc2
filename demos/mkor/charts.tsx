// Loss against steps or against multiply-adds; how far the inverses are from being inverse; the cost of a width.
import type { PlotView, Point, Window } from '@/contract'
import type { Variant } from '@/domains/optim/kronecker'
import { memoized } from '@/memoized'
import { Curve, Dot, Dots, Label, Segment } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { PathChart } from '@/views/pathChart'
import { decadesOf, lastFinite, log10 } from '@/views/series'
import { inversionAt, rankOneAt } from './cost'
import { LOOKS, nameOf, type Scene, VARIANT_LOOKS } from './looks'
import { METHODS, type Method } from './params'

/** On the tab about cost the loss is always drawn against it. */
const isByWork = ({ params }: Scene): boolean => params.axis === 'work' || params.tab === 'cost'

const FLOOR = 1e-20 // nothing can be seen below
const LIMITS = [-20, 8] as const

const lossesOf = ({ series }: Scene): Readonly<Record<Method, Float64Array>> => ({
  first: series.firstLoss,
  kfac: series.kfacLoss,
  mkor: series.mkorLoss,
})
const worksOf = ({ series }: Scene): Readonly<Record<Method, Float64Array>> => ({
  first: series.firstWork,
  kfac: series.kfacWork,
  mkor: series.mkorWork,
})

const lossLines = memoized((scene: Scene): ChartLine[] =>
  METHODS.map((method) => ({
    name: method,
    text: nameOf(scene, method),
    color: LOOKS[method].color(scene.palette),
    dash: LOOKS[method].dash,
    ys: log10(lossesOf(scene)[method], scene.last, FLOOR),
  })),
)

function lossWindow(scene: Scene): Window {
  const heights = decadesOf(
    lossLines(scene).map(({ ys }) => ys),
    LIMITS,
    [-4, 1],
  )
  if (!isByWork(scene)) return [[0, Math.max(1, scene.steps)], heights]
  const most = Math.max(1, ...METHODS.map((method) => worksOf(scene)[method][lastFinite(worksOf(scene)[method])] || 0))
  return [[0, most], heights]
}

function Loss(scene: Scene) {
  const { step, last, frame, palette, words } = scene
  if (isByWork(scene)) {
    const lines = lossLines(scene).map((line, k) => ({ ...line, xs: worksOf(scene)[METHODS[k]!] }))
    return <PathChart lines={lines} step={step} last={last} />
  }
  const [, [low]] = lossWindow(scene)
  const { switched } = frame
  return (
    <Chart
      lines={lossLines(scene)}
      step={step}
      last={last}
      labels={switched === null ? [] : [{ at: [switched, low], text: words.givesUp, color: palette.method, quiet: true }]}
    />
  )
}

export const loss: PlotView<Scene> = {
  kind: 'plot',
  window: lossWindow,
  x: (scene) => ({ title: isByWork(scene) ? scene.words.axisWork : scene.words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Loss {...scene} />,
}

const OFF_FLOOR = 1e-16
const offLines = memoized((scene: Scene): ChartLine[] => {
  const { series, palette, words, last } = scene
  const offs: Readonly<Record<Variant, Float64Array>> = {
    exact: series.offExact,
    released: series.offReleased,
    printed: series.offPrinted,
  }
  return (Object.keys(offs) as Variant[]).map((variant) => ({
    name: variant,
    text: words[variant],
    color: VARIANT_LOOKS[variant].color(palette),
    dash: VARIANT_LOOKS[variant].dash,
    ys: log10(offs[variant], last, OFF_FLOOR),
  }))
})

export const inverse: PlotView<Scene> = {
  kind: 'plot',
  window: ({ steps }) => [
    [0, Math.max(1, steps)],
    [-16.5, 4],
  ],
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: { scale: 'log10', ticks: [-16, -12, -8, -4, 0, 4], grid: true },
  draw: (scene) => <Chart lines={offLines(scene)} step={scene.step} last={scene.last} />,
  waiting: (scene) => (
    <Chart lines={offLines(scene).filter(({ name }) => name === scene.params.variant)} step={scene.step} last={scene.last} />
  ),
}

const WIDTHS: Point = [Math.log10(8), Math.log10(4096)]
const COSTS: Point = [2, 11]
const across = Array.from({ length: 33 }, (_, k) => WIDTHS[0] + ((WIDTHS[1] - WIDTHS[0]) * k) / 32)
const curveOf = (of: (d: number) => number) => across.map((x) => Math.log10(of(10 ** x)))

function Cost({ params, palette, words, maps }: Scene) {
  const { d, f } = params
  const at = Math.log10(d)
  const [invert, takeIn] = [Math.log10(inversionAt(d)), Math.log10(rankOneAt(d))]
  const counts = maps.counted?.result
  return (
    <>
      <Curve xs={across} ys={curveOf(inversionAt)} color={palette.base} width={2} />
      <Curve xs={across} ys={curveOf((x) => inversionAt(x) / f)} color={palette.base} width={1.25} dash="7 3" />
      <Curve xs={across} ys={curveOf(rankOneAt)} color={palette.method} width={2} />
      <Segment from={[at, takeIn]} to={[at, invert]} color={palette.ink} width={1.25} dash="3 4" />
      <Dot at={[at, takeIn]} color={palette.method} r={5} />
      <Dot at={[at, invert]} color={palette.base} r={5} />
      {counts && (
        <>
          <Dots xs={counts.widths.map(Math.log10)} ys={counts.inversion.map(Math.log10)} color={palette.base} r={3.5} square />
          <Dots xs={counts.widths.map(Math.log10)} ys={counts.rankOne.map(Math.log10)} color={palette.method} r={3.5} square />
        </>
      )}
      <Label at={[1.35, Math.log10(inversionAt(10 ** 1.35))]} dx={-8} dy={-10} anchor="end" small bold color={palette.base}>
        {words.invert}
      </Label>
      {f > 1 && (
        <Label at={[2.9, Math.log10(inversionAt(10 ** 2.9) / f)]} dx={12} dy={16} small color={palette.base}>
          {words.spread}
        </Label>
      )}
      <Label at={[2.55, Math.log10(rankOneAt(10 ** 2.55))]} dx={6} dy={22} small bold color={palette.method}>
        {words.takeIn}
      </Label>
    </>
  )
}

export const cost: PlotView<Scene> = {
  kind: 'plot',
  map: 'counted',
  window: [[WIDTHS[0] - 0.1, WIDTHS[1] + 0.1], COSTS],
  x: ({ words }) => ({ title: words.axisWidth, scale: 'log10', ticks: [1, 2, 3] }),
  y: { scale: 'log10', ticks: [2, 4, 6, 8, 10], grid: true },
  draw: (scene) => <Cost {...scene} />,
}
