// The field's spectrum, up to the wavenumber where players can tell waves apart, and the error of the joined picture.
import type { PlotView, Point, Window } from '@/contract'
import { Curve, Dot, Label, Region, Segment, usePlot } from '@/views'
import { limitOf, SPECTRUM } from './handles'
import type { Scene } from './looks'

const [FLOOR, TOP] = SPECTRUM
const windowOf = ({ frame }: Scene): Window => [
  [0, frame.side / 2],
  [FLOOR, TOP],
]
const log = (values: Float64Array): number[] => Array.from(values, (value) => Math.log10(Math.max(value, 1e-12)))

function Spectrum(scene: Scene) {
  const { params, frame, palette, words } = scene
  const { plane } = usePlot()
  const { shells, side, s } = frame
  const limit = limitOf(params)
  const right = side / 2
  const shellsAt = Array.from(shells.fine, (_, k) => k)
  const [fine, joined, lost] = [log(shells.fine), log(shells.joined), log(shells.lost)]
  const area: Point[] = [[0, FLOOR], ...lost.map((y, k): Point => [k, Math.max(y, FLOOR)]), [right, FLOOR]]
  const named = [
    { text: params.scene === 'fluid' ? words.fine : words.exact, color: palette.ink },
    { text: words.collectedRun, color: palette.method },
    { text: words.lost, color: palette.method },
  ]
  return (
    <>
      {s > 1 && (
        <Region
          rings={[
            [
              [limit, FLOOR],
              [right, FLOOR],
              [right, TOP],
              [limit, TOP],
            ],
          ]}
          hatch
          opacity={0.7}
          param="space"
        />
      )}
      <Region rings={[area]} fill={palette.method} opacity={0.16} />
      <Curve xs={shellsAt} ys={fine} color={palette.ink} width={1.75} />
      <Curve xs={shellsAt} ys={joined} color={palette.method} width={1.75} dash="6 3" />
      <Curve xs={shellsAt} ys={lost} color={palette.method} width={0.9} opacity={0.7} />
      <Segment from={[limit, FLOOR]} to={[limit, TOP]} color={palette.method} width={2.25} param="space" />
      {params.scene === 'fluid' && s > 1 && plane.width > 250 && (
        <Segment from={[(2 / 3) * limit, FLOOR]} to={[(2 / 3) * limit, TOP]} color={palette.method} width={1} dash="2 4" />
      )}
      {named.map(({ text, color }, line) => (
        <Label
          key={text}
          at={[right, TOP]}
          dx={-5}
          dy={13 + 15 * line * palette.text}
          anchor="end"
          small
          bold={line < 2}
          color={color}
        >
          {text}
        </Label>
      ))}
      {s > 1 && (
        <Label at={[right, TOP]} dx={-5} dy={13 + 45 * palette.text} anchor="end" italic small color={palette.soft} param="space">
          {words.alike}
        </Label>
      )}
      {params.scene === 'fluid' && params.field === 'vortices' && (
        <Dot at={[params.wave, Math.max(FLOOR, Math.log10(params.amp ** 2 / 2))]} color={palette.base3} r={5} param="wave" />
      )}
    </>
  )
}

export const spectrum: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.scene !== 'train',
  window: windowOf,
  x: ({ words, frame }) => ({ title: words.axisShell, ticks: [0, 1, 2, 4, 8, 16, 32].filter((k) => k <= frame.side / 2) }),
  y: { scale: 'log10', ticks: [-6, -4, -2, 0] },
  draw: (scene) => <Spectrum {...scene} />,
}
