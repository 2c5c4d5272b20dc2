// What no player can keep: η against the finest structure, a curve for each s, and the dot measured on random fields.
import type { PlotView, Window } from '@/contract'
import { Curve, Dot, Label, Segment, SpreadLabels } from '@/views'
import type { Scene } from './looks'
import { K0S } from './lost'

const NAMED = [28, 12, 14] // where along their curves s = 2, 4, 8 are named
const WINDOW: Window = [
  [1, 20],
  [0, 1.02],
]

function Law({ params, series, step, maps, palette, words, format }: Scene) {
  const curves = maps.lost?.result ?? {}
  const measured = series.measured[step] ?? 0
  const predicted = series.predicted[step] ?? 0
  const spaces = (['2', '4', '8'] as const).filter((space) => curves[space])
  const clamp = (value: number) => Math.min(Math.max(value, 0), 1)
  return (
    <>
      <Curve xs={[1, 20]} ys={[0, 0]} color={params.space === '1' ? palette.method : palette.faint} width={1.75} dash="6 3" />
      {spaces.map((space) => {
        const own = space === params.space
        return (
          <Curve
            key={space}
            xs={K0S}
            ys={curves[space]!}
            color={own ? palette.method : palette.faint}
            width={own ? 2.25 : 1.5}
            dash={own ? '6 3' : '2 4'}
            param="space"
          />
        )
      })}
      <Segment from={[params.k0, clamp(predicted)]} to={[params.k0, clamp(measured)]} color={palette.method} width={1.25} />
      <Dot at={[params.k0, clamp(measured)]} color={palette.method} r={6} param="k0" />
      <SpreadLabels
        labels={spaces.map((space, index) => ({
          at: [K0S[NAMED[index]!]!, curves[space]![NAMED[index]!]! + (space === '8' ? 0.04 : -0.06)],
          text: `s = ${space}`,
          color: space === params.space ? palette.method : palette.soft,
          quiet: space !== params.space,
        }))}
      />
      <Label
        at={[params.k0, clamp(measured)]}
        dx={params.k0 > 12 ? -14 : 14}
        dy={measured > 0.5 ? 30 : -30}
        anchor={params.k0 > 12 ? 'end' : 'start'}
        bold
        color={palette.method}
        param="k0"
      >
        {`${format(100 * measured, 3)} ${words.lostMeasured}`}
      </Label>
      <Label at={[20, 0.05]} anchor="end" dx={-6} dy={-4} italic small color={palette.soft}>
        {words.prediction}
      </Label>
    </>
  )
}

export const law: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.scene === 'law',
  window: WINDOW,
  map: 'lost',
  x: ({ words }) => ({ title: words.axisStructure, ticks: [1, 5, 10, 15, 20] }),
  y: ({ words }) => ({ title: words.axisLost, ticks: [0, 0.5, 1], grid: true }),
  seen: ({ params }) => [WINDOW[0][0], params.k0],
  draw: (scene) => <Law {...scene} />,
}
