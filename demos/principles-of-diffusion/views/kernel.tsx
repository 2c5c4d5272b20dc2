// Where the point was at time s: the exact law, a mixture, and the normal law from which DDPM draws.
import type { PlotView, Window } from '@/contract'
import { densityOf, type LineMixture } from '@/domains/diffusion/affineMixture'
import { memoized } from '@/memoized'
import { Curve, Dot, Label, Region, Segment } from '@/views'
import { reachOf } from '../lanes'
import { SAMPLER_LOOKS, type Scene } from '../looks'
import type { Params } from '../params'
import { jumpOf } from '../problem'

const CELLS = 240
interface Laws {
  xs: Float64Array
  exact: Float64Array
  normal: Float64Array
  top: number
}
const lawsOf = memoized((p: Params): Laws | null => {
  if (p.tab !== 'line') return null
  const { kernel } = jumpOf(p)
  if (!kernel) return null
  const reach = reachOf(p)
  const xs = Float64Array.from({ length: CELLS + 1 }, (_, k) => reach * ((2 * k) / CELLS - 1))
  const one: LineMixture = {
    weights: Float64Array.of(1),
    means: Float64Array.of(kernel.ddpmMean),
    stds: Float64Array.of(Math.sqrt(kernel.ddpmVariance)),
  }
  const [exact, normal] = [kernel.exact, one].map((law) => xs.map((x) => densityOf(law, x)))
  return { xs, exact: exact!, normal: normal!, top: Math.max(...exact!, ...normal!, 1e-6) }
})
const windowOf = (p: Params): Window => [
  [-reachOf(p), reachOf(p)],
  [-0.08 * (lawsOf(p)?.top ?? 1), 1.3 * (lawsOf(p)?.top ?? 1)],
]

function Kernel({ params, palette, words, format }: Scene) {
  const laws = lawsOf(params)
  const reach = reachOf(params)
  if (!laws)
    return (
      <Label at={[0, 0.6]} anchor="middle" italic color={palette.soft}>
        {words.none}
      </Label>
    )
  const { xs, exact, normal, top } = laws
  const { kl, kernel } = jumpOf(params)
  return (
    <>
      <Region
        rings={[[[-reach, 0], ...Array.from(xs, (x, k) => [x, exact[k]!] as const), [reach, 0]]]}
        fill={palette.field[1]}
        opacity={0.8}
      />
      <Segment from={[-reach, 0]} to={[reach, 0]} color={palette.faint} width={1} />
      <Curve xs={xs} ys={exact} color={palette.ink} width={2} />
      <Curve xs={xs} ys={normal} color={SAMPLER_LOOKS.ddpm.color(palette)} width={2.25} dash="6 3" />
      <Segment from={[kernel!.mean, 0]} to={[kernel!.mean, top]} color={palette.soft} width={1} dash="2 3" />
      <Dot at={[params.x, 0]} color={palette.ink} r={4.5} />
      <Label at={[-reach, 1.3 * top]} dx={6} dy={16} small bold>
        {words.truth}
      </Label>
      <Label at={[-reach, 1.3 * top]} dx={6} dy={33} small bold color={SAMPLER_LOOKS.ddpm.color(palette)}>
        {words.normal}
      </Label>
      <Label at={[reach, 1.3 * top]} dx={-6} dy={16} anchor="end" small>
        {`${words.kl} ${format(kl, 3)}`}
      </Label>
    </>
  )
}

export const kernel: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'line',
  window: ({ params }) => windowOf(params),
  x: ({ words, params }) => ({
    title: words.axisThen,
    ticks: params.schedule === 've' ? [-6, -3, 0, 3, 6] : [-3, -2, -1, 0, 1, 2, 3],
  }),
  y: { ticks: [] },
  draw: (scene) => (scene.params.tab === 'line' ? <Kernel {...scene} /> : null),
}
