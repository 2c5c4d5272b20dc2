// By how many standard deviations of the radii seen in training an input with injected noise stands out, against D.
import type { PlotView, Window } from '@/contract'
import { surprise as surpriseOf } from '@/domains/diffusion/radiusLaw'
import { Curve, Dot, Dots, Label, Segment } from '@/views'
import { D_RANGE, D_TICKS, placeOfD, surpriseRange } from '../axes'
import { diffusionColour, fieldColour, nameOfD, type Scene } from '../looks'

const NAMED = [1, 8, 128, 2048, Number.POSITIVE_INFINITY] as const
const XS = Array.from({ length: 73 }, (_, k) => (k / 72) * Math.log10(4096))

const surpriseWindow = ({ params }: Scene): Window => [D_RANGE, surpriseRange(params)]

function Surprise(scene: Scene) {
  const { params, palette, words, format } = scene
  const at = (D: number) => surpriseOf(params.N, D, params.alpha)
  const limit = at(Number.POSITIVE_INFINITY)
  const color = fieldColour(palette)
  return (
    <>
      <Segment from={[0, limit]} to={[D_RANGE[1], limit]} color={diffusionColour(palette)} width={1} dash="5 4" />
      <Curve xs={XS} ys={XS.map((x) => at(10 ** x))} color={color} width={2} />
      <Dots xs={NAMED.map(placeOfD)} ys={NAMED.map(at)} color={palette.ink} r={3.2} />
      {NAMED.filter(() => params.alpha > 0).map((D) => (
        <Label
          key={D}
          at={[placeOfD(D), at(D)]}
          dx={D === 1 ? 7 : -8}
          dy={-9}
          anchor={D === 1 ? 'start' : 'end'}
          small
          color={D === Number.POSITIVE_INFINITY ? diffusionColour(palette) : palette.ink}
        >
          {`${D === Number.POSITIVE_INFINITY ? words.diffusion : `D = ${D}`}: ${format(at(D), 2)}`}
        </Label>
      ))}
      <Dot at={[placeOfD(params.D), at(params.D)]} color={color} r={6} />
      <Label at={[D_RANGE[1], 0]} dx={-6} dy={-10} anchor="end" bold color={color}>
        {`${nameOfD(scene)}: Z = ${format(at(params.D), 2)}`}
      </Label>
    </>
  )
}

export const surprise: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'radius',
  window: surpriseWindow,
  x: ({ words }) => ({ title: words.axisD, scale: 'log10', ticks: D_TICKS }),
  y: { ticks: 5, grid: true },
  draw: (scene) => <Surprise {...scene} />,
}
