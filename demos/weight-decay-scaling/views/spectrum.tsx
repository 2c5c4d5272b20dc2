// Singular values, sorted: of the matrix on screen beside those of the model; or of one matrix of the network at four widths.
import type { PlotView, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Curve, Dot, Dots, Label, SpreadLabels } from '@/views'
import { FITTED } from '../ideal'
import type { Scene } from '../looks'
import { widthOf } from '../params'

const ranks = memoized((values: Float64Array) => values.map((_, k) => (k + 0.5) / values.length))

function Spectrum({ frame, params, series, step, palette, words }: Scene) {
  const { values, ideal } = frame
  if (!values || !ideal) return null
  const d = widthOf(params)
  const share = 1 / (Math.sqrt(d) * series.size[step]!)
  const heights = values.map((value) => value * share)
  const expected = ideal.map((value) => value / Math.sqrt(d))
  const at = 0.45
  return (
    <>
      <Curve xs={ranks(ideal)} ys={expected} color={palette.ink} dash="6 4" width={1.5} />
      <Dots xs={ranks(values)} ys={heights} color={palette.method} r={2.4} />
      <Dot at={[ranks(values)[0]!, heights[0]!]} color={palette.method} r={5} />
      <Label at={[ranks(values)[0]!, heights[0]!]} dx={10} dy={4} small bold color={palette.method}>
        {words.largest}
      </Label>
      <Label at={[at, 2.05]} small bold color={palette.method}>
        {words.measured}
      </Label>
      <Label at={[at, 2.05]} dy={17} small color={palette.ink}>
        {words.modelValues}
      </Label>
    </>
  )
}

const windowOf = ({ frame, params, series, step }: Scene): Window => {
  const root = Math.sqrt(widthOf(params))
  const top = Math.max((frame.ideal?.[0] ?? 2) / root, (frame.values?.[0] ?? 0) / (root * (series.size[step] || 1)))
  return [
    [0, 1],
    [0, Math.max(2.4, 1.12 * (Number.isFinite(top) ? top : 0))],
  ]
}

export const spectrum: PlotView<Scene> = {
  kind: 'plot',
  window: windowOf,
  x: ({ words }) => ({ title: words.axisRank, ticks: [0, 0.5, 1] }),
  y: { ticks: 4, grid: true },
  draw: (scene) => <Spectrum {...scene} />,
}

const DASHES = ['2 3', '7 3', '12 3 2 3', undefined] as const

const linesOf = memoized(({ maps, params }: Scene) =>
  FITTED.flatMap((d, k) => {
    const rows = maps.layers?.result ?? []
    const end = rows.find(({ lane, value }) => lane === params.lambdaRule && value === d)?.ends[0]
    const values = end?.values[params.layer]
    return values && values[0]! > 0 ? [{ d, dash: DASHES[k], ys: values.map((value) => value / values[0]!) }] : []
  }),
)

function Spectra(scene: Scene) {
  const { palette, words } = scene
  const lines = linesOf(scene)
  if (lines.length === 0)
    return (
      <Label at={[0.5, 0.5]} anchor="middle" italic>
        {words.computing}
      </Label>
    )
  const colors = [palette.base3, palette.base2, palette.base, palette.method]
  const color = (d: number) => colors[FITTED.indexOf(d as (typeof FITTED)[number])]!
  return (
    <>
      {lines.map(({ d, dash, ys }) => (
        <Curve key={d} xs={ranks(ys)} ys={ys} color={color(d)} dash={dash} width={2} />
      ))}
      <SpreadLabels
        labels={lines.map(({ d }, k) => ({ at: [0.68, 0.95 - 0.12 * k] as const, text: `${words.width} ${d}`, color: color(d) }))}
      />
    </>
  )
}

export const spectra: PlotView<Scene> = {
  kind: 'plot',
  map: 'layers',
  window: [
    [0, 1],
    [0, 1.05],
  ],
  x: ({ words }) => ({ title: words.axisRank, ticks: [0, 0.5, 1] }),
  y: { ticks: [0, 0.5, 1], grid: true },
  draw: (scene) => <Spectra {...scene} />,
}
