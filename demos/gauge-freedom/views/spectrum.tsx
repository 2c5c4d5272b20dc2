// Singular values of the Jacobian of the flow against the noise, both logarithmic: flat along the data, slope 1 across.
import type { PlotView, Point, Window } from '@/contract'
import { Curve, Dot, Label, Segment, SpreadLabels } from '@/views'
import { PALE } from '@/views/chart'
import { log10, within } from '@/views/series'
import { fieldColour, isPlain, type Scene } from '../looks'
import { dimOf, lowOf, noiseAt, type Params } from '../params'

const RANGE: Point = [-2.5, 1]
const [NAMES, PAD] = [0.36, 0.04] // decades to the left, for numbers, and to the right
const NAMED = ['s1', 's2', 's3'] as const
const DASHES = [undefined, '9 3', '3 3'] as const
const TICKS = [0.05, 0.1, 0.2, 0.5, 1, 2].map(Math.log10)

const windowOf = ({ params }: Scene): Window => [[Math.log10(lowOf(params)) - NAMES, Math.log10(params.top) + PAD], RANGE]
const placesOf = (p: Params) => Float64Array.from({ length: p.steps + 1 }, (_, k) => Math.log10(noiseAt(p, k)))

function Spectrum(scene: Scene) {
  const { params, series, palette, words, step, last, maps, format } = scene
  const dim = dimOf(params)
  const xs = placesOf(params)
  const color = fieldColour(scene)
  const plain = maps.plain?.done === 1 ? maps.plain.result : undefined
  const isCompared = params.compare && !isPlain(params) && plain?.dim === dim && plain.values.length === dim * xs.length
  const here = Math.log10(noiseAt(params, step))
  const read = series.dimension[step]!
  const left = xs[0]! - 1.02
  return (
    <>
      <Segment from={[here, RANGE[0]]} to={[here, RANGE[1]]} color={palette.faint} width={1} />
      <Segment from={[left, -1.72]} to={[left + 0.5, -1.22]} color={palette.soft} width={1.25} />
      <Label at={[left + 0.5, -1.22]} dx={5} dy={4} small color={palette.soft}>
        {words.steep}
      </Label>
      {isCompared &&
        Array.from({ length: dim }, (_, k) => {
          const ys = log10(Float64Array.from(xs, (_x, at) => plain.values[at * dim + k]!))
          return <Curve key={k} xs={xs} ys={ys} color={palette.base} width={1.25} dash="2 4" />
        })}
      {NAMED.slice(0, dim).map((name, k) => {
        const ys = log10(series[name])
        return (
          <g key={name}>
            <Curve xs={xs} ys={ys} from={step} to={last} color={color} width={2} dash={DASHES[k]} opacity={PALE} />
            <Curve xs={xs} ys={ys} to={step} color={color} width={2.25} dash={DASHES[k]} />
            <Dot at={[here, within(ys[step]!, RANGE)]} color={color} r={4} />
          </g>
        )
      })}
      <SpreadLabels
        anchor="end"
        labels={NAMED.slice(0, dim).map((name) => ({
          at: [here - 0.06, within(Math.log10(series[name][step]!), RANGE)],
          text: format(series[name][step]!, 2),
          color,
        }))}
      />
      <Label at={[xs[0]!, RANGE[1]]} dx={-4} dy={17} anchor="end" bold color={color}>
        {`${words.read}: ${Number.isFinite(read) ? format(read, 1) : words.unclear}`}
      </Label>
      {isCompared && (
        <Label at={[xs[0]!, RANGE[1]]} dx={-4} dy={34} anchor="end" small color={palette.base}>
          {words.compared}
        </Label>
      )}
    </>
  )
}

export const spectrum: PlotView<Scene> = {
  kind: 'plot',
  map: 'plain',
  window: windowOf,
  x: ({ words }) => ({ title: words.axisSigma, scale: 'log10', ticks: TICKS }),
  y: ({ words }) => ({ title: words.axisValue, scale: 'log10', ticks: [-2, -1, 0, 1], grid: true }),
  draw: (scene) => <Spectrum {...scene} />,
}
