// Why some attributes win: how many pixels each changes, and for which clips the order of these numbers is the paper's.
import type { PlotView, Point } from '@/contract'
import { Curve, Dot, Label, Region, Segment } from '@/views'
import { Bars, GroupNames } from '@/views/bars'
import type { Scene } from '../looks'
import { RANKING_WINDOW } from '../places'
import { ATTRIBUTES, EQUAL_TO_SIZE, equalToShape, inPaperOrder, pixelDistances } from '../world/pixelDistance'

const [[, MOST], [LOW, HIGH]] = RANKING_WINDOW
const radii = Float64Array.from({ length: 56 }, (_, k) => LOW + ((HIGH - LOW) * k) / 55)
const equal = radii.map(equalToShape)
/** Where the order is colour, size, velocity, shape: above one line and right of the other; elsewhere in the window size exceeds velocity anyway. */
const inOrder: readonly Point[] = [
  [equalToShape(EQUAL_TO_SIZE), EQUAL_TO_SIZE],
  [MOST, EQUAL_TO_SIZE],
  ...Array.from(radii.toReversed(), (r): Point => [MOST, r])
    .filter(([, r]) => r > EQUAL_TO_SIZE && equalToShape(r) < MOST)
    .toReversed(),
  ...Array.from(radii.toReversed(), (r): Point => [Math.min(equalToShape(r), MOST), r]).filter(([, r]) => r > EQUAL_TO_SIZE),
]

export const ranking: PlotView<Scene> = {
  kind: 'plot',
  window: RANKING_WINDOW,
  x: ({ words }) => ({ title: words.axisFaster, ticks: [0, 1, 2, 3] }),
  y: ({ words }) => ({ title: words.axisRadius, ticks: [0.5, 0.7, 1, 1.4] }),
  draw({ params, palette, words }) {
    if (params.tab !== 'pixels') return null
    const holds = inPaperOrder(pixelDistances(params.radius, params.faster))
    return (
      <>
        <Region rings={[inOrder]} fill={palette.method} opacity={0.2} />
        <Segment from={[0, EQUAL_TO_SIZE]} to={[MOST, EQUAL_TO_SIZE]} color={palette.soft} dash="5 4" width={1.5} />
        <Curve xs={equal} ys={radii} color={palette.base} width={1.75} />
        <Label at={[0.05, EQUAL_TO_SIZE]} dy={14} small color={palette.soft}>
          {words.colourIsSize}
        </Label>
        <Label at={[equalToShape(0.75), 0.75]} dx={8} dy={4} small bold color={palette.base}>
          {words.velocityIsShape}
        </Label>
        <Label at={[2.9, 1.4]} anchor="end" italic small color={palette.method}>
          {words.paperOrder}
        </Label>
        <Dot at={[params.faster, params.radius]} color={holds ? palette.method : palette.soft} r={6} />
      </>
    )
  },
}

export const distances: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [-0.6, 3.6],
    [-5, 52],
  ],
  x: { ticks: [] },
  y: { ticks: [0, 10, 20, 30, 40, 50], grid: true },
  draw({ params, palette, words, format }) {
    if (params.tab !== 'pixels') return null
    const found = pixelDistances(params.radius, params.faster)
    const values = ATTRIBUTES.map((name) => found[name])
    const color = inPaperOrder(found) ? palette.method : palette.base
    return (
      <>
        <Bars series={[{ name: 'distance', values, color }]} />
        {values.map((value, k) => (
          <Label key={ATTRIBUTES[k]} at={[k, value]} dy={-7} anchor="middle" small bold color={color}>
            {format(value, 3)}
          </Label>
        ))}
        <GroupNames names={ATTRIBUTES.map((name) => words[name])} />
      </>
    )
  },
}
