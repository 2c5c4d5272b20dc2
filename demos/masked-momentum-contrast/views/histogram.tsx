// How similar two patches are: of one object, or of two; what both histograms share is hatched. The line is the threshold.
import type { PlotView, Point } from '@/contract'
import { Label, Region, Segment } from '@/views'
import { edgeOf, HISTOGRAM_X } from '../places'
import { comparedColour, type Scene } from './looks'

/** The outline of bars that touch each other, from the axis and back to it. */
const stairs = (shares: ArrayLike<number>): Point[] => [
  [edgeOf(0), 0],
  ...Array.from(shares).flatMap((share, bin): Point[] => [
    [edgeOf(bin), share],
    [edgeOf(bin + 1), share],
  ]),
  [edgeOf(shares.length), 0],
]
const LEAST_TOP = 0.12

function Marks({ params, palette, words, maps, format }: Scene) {
  const found = maps.judged?.result
  const top = topOf(maps)
  const own = comparedColour(params, palette)
  const other = palette.base3
  return (
    <>
      {found && (
        <>
          <Region rings={[stairs(found.intra.map((share, bin) => Math.min(share, found.inter[bin]!)))]} hatch />
          <Region rings={[stairs(found.inter)]} fill={other} opacity={0.18} stroke={other} width={1.75} />
          <Region rings={[stairs(found.intra)]} fill={own} opacity={0.18} stroke={own} width={1.75} />
          <Label at={[-1, top]} dx={6} dy={16} bold color={other}>
            {words.inter}
          </Label>
          <Label at={[-1, top]} dx={6} dy={33} bold color={own}>
            {words.intra}
          </Label>
          <Label at={[-1, top]} dx={6} dy={50} small color={palette.ink}>
            {`${words.overlap} ${format(found.overlap, 3)}`}
          </Label>
        </>
      )}
      <Segment from={[params.threshold, 0]} to={[params.threshold, 0.8 * top]} color={palette.ink} width={1.75} />
    </>
  )
}

const topOf = (maps: Scene['maps']): number => {
  const found = maps.judged?.result
  const most = found ? Math.max(...found.intra, ...found.inter) : 0
  return Math.max(LEAST_TOP, Math.ceil(36 * most) / 25) // room for the words; in steps, so that the axis rests
}

export const histogram: PlotView<Scene> = {
  kind: 'plot',
  map: ['learned', 'judged'],
  window: ({ maps }) => [HISTOGRAM_X, [0, topOf(maps)]],
  x: ({ words }) => ({ title: words.axisSimilarity, ticks: [-1, -0.5, 0, 0.5, 1] }),
  y: { ticks: 3 },
  draw: (scene) => (scene.params.tab === 'point' ? <Marks {...scene} /> : null),
}
