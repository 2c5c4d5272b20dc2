// Raw patches, the untrained network, each term alone and all that have a weight: overlap, gap and the best mean IoU.
import type { PlotView } from '@/contract'
import { BARS, barOffset } from '@/contract'
import { Label } from '@/views'
import { Bars, GroupNames, SeriesNames } from '@/views/bars'
import type { Judgement } from '../judging/judge'
import { gapOf } from '../learning/records'
import { onlyTerm, RIVALS, type Rival } from '../maps'
import type { Scene } from './looks'

const MEASURES: readonly (readonly [name: 'overlap' | 'gap' | 'iou', of: (found: Judgement) => number])[] = [
  ['overlap', (found) => found.overlap],
  ['gap', gapOf],
  ['iou', ({ best }) => best.iou],
]

function Marks({ palette, words, maps, format }: Scene) {
  const found = maps.terms?.result ?? {}
  const colours = [palette.base3, palette.base, palette.method]
  const valuesOf = (of: (one: Judgement) => number) => RIVALS.map((rival) => (found[rival] ? of(found[rival]) : Number.NaN))
  return (
    <>
      <Bars series={MEASURES.map(([name, of], k) => ({ name, values: valuesOf(of), color: colours[k]! }))} />
      {MEASURES.map(([name, of], k) =>
        valuesOf(of).map((value, group) =>
          Number.isFinite(value) ? (
            <Label
              key={`${name} ${RIVALS[group]}`}
              at={[group + barOffset(k, MEASURES.length, BARS), value]}
              dy={-5}
              anchor="middle"
              small
              color={colours[k]!}
            >
              {format(value, 2)}
            </Label>
          ) : null,
        ),
      )}
      <GroupNames names={RIVALS.map((rival) => words[`${rival}Bar`])} />
      <SeriesNames words={MEASURES.map(([name], k) => ({ text: words[name], color: colours[k]! }))} />
    </>
  )
}

/** A press on a term leaves only this one in the training. */
function pressed([x]: readonly [number, number], { params }: Scene): Record<string, unknown> | null {
  const rival: Rival | undefined = RIVALS[Math.round(x)]
  if (rival === undefined || rival === 'raw' || rival === 'untrained' || rival === 'all') return null
  const { modelling, distillation, contrast } = onlyTerm(params, rival)
  return { modelling, distillation, contrast }
}

export const bars: PlotView<Scene> = {
  kind: 'plot',
  map: ['learned', 'terms'],
  window: [
    [-0.55, RIVALS.length - 0.45],
    [-0.09, 1.05],
  ],
  x: { ticks: [] },
  y: { ticks: [0, 0.5, 1], grid: true },
  draw: (scene) => (scene.params.tab === 'terms' ? <Marks {...scene} /> : null),
  press: pressed,
}
