// One coordinate of the starts over their height: exactly a Student t with D degrees of freedom, whatever the dimension of the data.
import type { PlotView, Window } from '@/contract'
import { logKernel } from '@/domains/diffusion/poissonField'
import { memoized } from '@/memoized'
import { Curve, Dots, Label } from '@/views'
import { log10 } from '@/views/series'
import { diffusionColour, fieldColour, nameOfD, type Scene } from '../looks'
import { startsOf } from '../model'
import { isDiffusion, type Params } from '../params'

const REACH = 10
const WINDOW: Window = [
  [-REACH, REACH],
  [-5.2, 0.2],
]
const XS = Array.from({ length: 161 }, (_, k) => REACH * (k / 80 - 1))
const BIN = 1 // width, in σ
const MIDDLES = Array.from({ length: 2 * REACH + 1 }, (_, k) => k - REACH)

const density = (D: number) => XS.map((x) => logKernel(1, D, 1, x * x) / Math.LN10)
const NORMAL = density(Number.POSITIVE_INFINITY)

/** log₁₀ of the share of coordinates by unit of length, bin by bin. */
const measured = memoized((p: Params): Float64Array => {
  const counts = new Float64Array(MIDDLES.length)
  const starts = startsOf(p)
  for (const x of starts) {
    const bin = Math.round(x / p.sigmaMax / BIN) + REACH
    if (bin >= 0 && bin < counts.length) counts[bin]! += 1 / (BIN * starts.length)
  }
  return log10(counts)
})

function Kernel(scene: Scene) {
  const { params, palette, words } = scene
  const color = fieldColour(palette)
  return (
    <>
      <Curve xs={XS} ys={NORMAL} color={diffusionColour(palette)} dash="6 3" />
      {!isDiffusion(params) && <Curve xs={XS} ys={density(params.D)} color={color} width={2} />}
      <Dots xs={MIDDLES} ys={measured(params)} color={isDiffusion(params) ? diffusionColour(palette) : color} r={3} />
      <Label at={[-REACH, WINDOW[1][1]]} dx={6} dy={16} bold color={color}>
        {`${words.student}, ${nameOfD(scene)}`}
      </Label>
      <Label at={[-REACH, WINDOW[1][1]]} dx={6} dy={33} bold color={diffusionColour(palette)}>
        {words.normal}
      </Label>
      <Label at={[REACH, WINDOW[1][1]]} dx={-6} dy={16} anchor="end" small color={palette.soft}>
        {words.particles}
      </Label>
    </>
  )
}

export const kernel: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab !== 'radius',
  window: WINDOW,
  x: ({ words }) => ({ title: words.axisSpread, ticks: [-10, -5, 0, 5, 10] }),
  y: { scale: 'log10', ticks: [-4, -2, 0], grid: true },
  draw: (scene) => <Kernel {...scene} />,
}
