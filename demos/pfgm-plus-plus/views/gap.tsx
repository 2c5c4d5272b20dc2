// The distance between the traced paths of D and of diffusion, against D: it falls as 1/D.
import type { PlotView } from '@/contract'
import { Curve, Dot, Dots, Label, Segment, usePlot } from '@/views'
import { log10, within } from '@/views/series'
import { D_RANGE, D_TICKS, GAP_RANGE, placeOfD } from '../axes'
import { diffusionColour, fieldColour, nameOfD, type Scene } from '../looks'
import { isDiffusion } from '../params'

const [LOW, HIGH] = GAP_RANGE

function Gap(scene: Scene) {
  const { maps, palette, params, series, step, words, format } = scene
  const { plane } = usePlot()
  const found = maps.gaps?.result
  const xs = found?.D.map(placeOfD) ?? []
  const ys = found ? log10(found.gap) : []
  const last = xs.length - 1
  const here = series.gap[step]!
  const color = fieldColour(palette)
  const isSame = found !== undefined && !found.gap.some((gap) => gap > 0)
  return (
    <>
      {found && !isSame && (
        <>
          <Curve
            xs={[xs[0]!, xs[last]!]}
            ys={[ys[last]! + xs[last]! - xs[0]!, ys[last]!]}
            color={palette.soft}
            width={1}
            dash="5 4"
          />
          <Label at={[1, ys[last]! + xs[last]! - 1]} dx={6} dy={-6} small color={palette.soft}>
            {words.slope}
          </Label>
          <Curve xs={xs} ys={ys} color={color} width={2} />
          <Dots xs={xs} ys={ys} color={color} r={2.6} />
        </>
      )}
      {(isSame || !found) && (
        <Label at={[D_RANGE[0], (LOW + HIGH) / 2]} dx={10} italic color={palette.soft}>
          {found ? words.same : words.computing}
        </Label>
      )}
      <Label at={[placeOfD(Number.POSITIVE_INFINITY), LOW]} anchor="middle" dy={-16} bold color={diffusionColour(palette)}>
        ∞
      </Label>
      <Segment from={[placeOfD(params.D), LOW]} to={[placeOfD(params.D), HIGH]} color={palette.faint} dash="2 4" />
      {!isDiffusion(params) && here > 0 && (
        <>
          <Dot at={[placeOfD(params.D), within(Math.log10(here), GAP_RANGE)]} color={color} r={6} />
          <Label at={[D_RANGE[1], HIGH]} dx={-6} dy={16} anchor="end" bold={plane.width > 200} color={color}>
            {`${nameOfD(scene)}: ${format(here, 3)}`}
          </Label>
        </>
      )}
    </>
  )
}

export const gap: PlotView<Scene> = {
  kind: 'plot',
  map: 'gaps',
  when: ({ params }) => params.tab === 'line' || (params.tab === 'plane' && !params.crowd),
  window: [D_RANGE, GAP_RANGE],
  x: ({ words }) => ({ title: words.axisD, scale: 'log10', ticks: D_TICKS }),
  y: { scale: 'log10', ticks: [-6, -4, -2, 0], grid: true },
  seen: ({ params }) => [D_RANGE[0], placeOfD(params.D)],
  draw: (scene) => <Gap {...scene} />,
}
