// The outputs of the three networks over the plane as colour, and the points of the two spirals as dots.
import type { PlotView, Point, Window } from '@/contract'
import { Dots, Label, usePlot } from '@/views'
import { diverging, paintField } from '@/views/pixels'
import { LANE_LOOKS, type Scene } from './looks'
import { budgetOf, isAdan, LANES, type Lane, pointsOf, REACH, SIDE } from './training'

const SURE = 16 // the margin of full colour
/** Squares: centre and half a side. Adan's is large, Adam's are beside it; the space above each is for its name. */
const PANELS: Readonly<Record<Lane, { at: Point; half: number }>> = {
  half: { at: [0, 0], half: 1 },
  adamHalf: { at: [1.52, 0.6], half: 0.4 },
  adamFull: { at: [1.52, -0.6], half: 0.4 },
}
const BETWEEN = 0.4 // the two small squares
const LINE = 14 // px
const WINDOW: Window = [
  [-1.01, 1.93],
  [-1.01, 1.42],
]

function paint(ctx: CanvasRenderingContext2D, { frame, palette }: Scene, plane: Parameters<typeof paintField>[1]): void {
  if (!frame.says) return
  for (const lane of LANES) {
    const { at, half } = PANELS[lane]
    const field = { values: frame.says[lane], side: SIDE, most: SURE, smooth: true }
    paintField(ctx, plane, diverging(palette), field, [at[0] - half, at[1] - half], 2 * half)
  }
}

function Networks(scene: Scene) {
  const { params, palette, series, step, words, format } = scene
  const { plane } = usePlot()
  if (!scene.frame.says) return null
  const { points, labels } = pointsOf(params)
  const losses = { half: series.half, adamHalf: series.adamHalf, adamFull: series.adamFull }
  const isRoomy = (plane.x(1) - plane.x(0)) * BETWEEN > 2.6 * LINE * palette.text
  return (
    <>
      {LANES.map((lane) => {
        const {
          at: [cx, cy],
          half,
        } = PANELS[lane]
        const scale = half / REACH
        const size = lane === 'half' ? 1 : 0.7
        const color = LANE_LOOKS[lane].color(palette)
        const dots = (side: 1 | -1) => {
          const own = [...labels.keys()].filter((n) => labels[n] === side)
          return { xs: own.map((n) => cx + scale * points[2 * n]!), ys: own.map((n) => cy + scale * points[2 * n + 1]!) }
        }
        const loss = losses[lane][step] ?? Number.NaN
        const isTold = isRoomy || isAdan(lane) // otherwise only its name
        return (
          <g key={lane}>
            <Dots {...dots(1)} color={palette.ink} r={2.4 * size} />
            <Dots {...dots(-1)} color={palette.ink} r={2.4 * size} square />
            <Dots {...dots(-1)} color={palette.paper} r={1.4 * size} square />
            <Label at={[cx, cy + half]} dy={isTold ? -21 : -6} anchor="middle" bold color={color}>
              {`${isAdan(lane) ? (params.difference ? words.adan : words.adanWithout) : words.adam}, ${budgetOf(params, lane)} ${words.steps}`}
            </Label>
            {isTold && (
              <Label at={[cx, cy + half]} dy={-6} anchor="middle" small color={palette.soft}>
                {Number.isFinite(loss) ? `${words.loss} ${format(loss, 2)}` : words.fliesOff}
              </Label>
            )}
          </g>
        )
      })}
    </>
  )
}

export const networks: PlotView<Scene> = {
  kind: 'plot',
  window: WINDOW,
  equal: true,
  marks: paint,
  draw: (scene) => <Networks {...scene} />,
}
