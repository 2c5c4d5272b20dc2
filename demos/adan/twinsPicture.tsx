// The identity: rings where Nesterov measures, and the places of the estimate as dots in them; and how each of the two makes its next step.
import type { PlotView, Point, Window } from '@/contract'
import { Curve, Dot, Label, paintValley, Segment, usePlot } from '@/views'
import { plus, type Scene } from './looks'
import { surfaceOf } from './params'
import { WINDOWS } from './planePicture'

/** A ring where Nesterov measures. */
function Ring({ at, r = 8 }: { at: Point; r?: number }) {
  const { plane, palette } = usePlot()
  const [x, y] = [plane.x(at[0]), plane.y(at[1])]
  if (!Number.isFinite(x + y)) return null
  return <circle cx={x} cy={y} r={r} fill="none" stroke={palette.base2} strokeWidth={2 * palette.weight} />
}

const SHOWN = 60 // rings of the past: more would be a band

function Twins(scene: Scene) {
  const { frame, series, palette, step, last, words } = scene
  if (!frame.twins) return null
  const { ahead, here } = frame.twins
  const rings = Array.from({ length: Math.min(step, SHOWN) }, (_, k) => step - 1 - k)
  return (
    <>
      <Curve xs={series.hereX} ys={series.hereY} from={step} to={last} color={palette.method} width={1.25} opacity={0.28} />
      <Curve xs={series.hereX} ys={series.hereY} to={step} color={palette.method} />
      {rings.map((k) => (
        <g key={k} opacity={0.7}>
          <Ring at={[series.measuredX[k]!, series.measuredY[k]!]} r={5.5} />
          <Dot at={[series.hereX[k]!, series.hereY[k]!]} color={palette.method} r={2.6} />
        </g>
      ))}
      <Segment from={ahead.at} to={ahead.measured} color={palette.base2} width={1.5} dash="5 3" />
      <Dot at={ahead.at} color={palette.base2} square r={4.5} />
      <Ring at={ahead.measured} />
      <Dot at={here.at} color={palette.method} r={5} />
      <Label at={ahead.at} dx={-10} dy={4} anchor="end" color={palette.base2} bold>
        {words.stands}
      </Label>
      <Label at={ahead.measured} dx={12} dy={4} color={palette.base2} bold>
        {words.measures}
      </Label>
      <Label at={here.at} dx={12} dy={20} color={palette.method} bold>
        {words.estimate}
      </Label>
    </>
  )
}

export const twins: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => WINDOWS[params.surface],
  backdrop: {
    key: ({ params }) => params.surface,
    paint: (ctx, { params, palette }, plane) => paintValley(ctx, plane, palette, surfaceOf(params).value, 0.22),
  },
  draw: (scene) => <Twins {...scene} />,
}

/** The places of the next step. */
function placesOf({ frame, params }: Scene) {
  const { ahead, here } = frame.twins!
  const move: Point = plus(ahead.next, ahead.at, -1)
  return { ahead, here, again: plus(ahead.next, move, params.mu) }
}

/** Around all arrows, each step at its own scale. */
function buildWindow(scene: Scene): Window {
  if (!scene.frame.twins) return [[0, 1] as Point, [0, 1] as Point]
  const { ahead, here, again } = placesOf(scene)
  const all = [ahead.at, ahead.measured, ahead.next, again, here.at, here.kept, here.slope, here.next]
  const side = (axis: 0 | 1): Point => {
    const values = all.map((at) => at[axis]).filter(Number.isFinite)
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const pad = Math.max(0.22 * (high - low), 1e-9 * Math.max(1, Math.abs(low)))
    return values.length > 0 ? [low - pad, high + pad] : [-1, 1]
  }
  const [x, y] = [side(0), side(1)]
  // neither side much smaller than the other, or a step along an axis would have no width
  const most = Math.max(x[1] - x[0], y[1] - y[0])
  const wide = ([low, high]: Point): Point => {
    const missing = Math.max(0, 0.5 * most - (high - low)) / 2
    return [low - missing, high + missing]
  }
  return [wide(x), wide(y)]
}

function Build(scene: Scene) {
  const { palette, words } = scene
  if (!scene.frame.twins) return null
  const { ahead, here, again } = placesOf(scene)
  const arrow = { arrow: true, width: 2 } as const
  return (
    <>
      <Segment from={ahead.at} to={ahead.measured} color={palette.base2} {...arrow} dash="5 3" />
      <Segment from={ahead.measured} to={ahead.next} color={palette.base2} {...arrow} />
      <Segment from={ahead.next} to={again} color={palette.base2} {...arrow} dash="5 3" />
      <Segment from={here.at} to={here.kept} color={palette.ink} {...arrow} />
      <Segment from={here.kept} to={here.slope} color={palette.soft} {...arrow} />
      <Segment from={here.slope} to={here.next} color={palette.method} {...arrow} width={2.75} />
      <Dot at={ahead.at} color={palette.base2} square r={5} />
      <Dot at={ahead.next} color={palette.base2} square r={4} />
      <Ring at={ahead.measured} r={9} />
      <Ring at={again} r={9} />
      <Dot at={here.at} color={palette.method} r={5} />
      <Dot at={here.next} color={palette.method} r={5} />
      <Label at={ahead.at} dx={-10} dy={-8} anchor="end" color={palette.base2} bold small>
        {words.stands}
      </Label>
      <Label at={ahead.measured} dx={13} dy={-8} color={palette.base2} bold small>
        {words.measures}
      </Label>
      <Label at={[(here.at[0] + here.kept[0]) / 2, (here.at[1] + here.kept[1]) / 2]} dx={8} dy={-4} color={palette.ink} small>
        {words.keptMotion}
      </Label>
      <Label at={[(here.kept[0] + here.slope[0]) / 2, (here.kept[1] + here.slope[1]) / 2]} dx={8} color={palette.soft} small>
        {words.slope}
      </Label>
      <Label
        at={[(here.slope[0] + here.next[0]) / 2, (here.slope[1] + here.next[1]) / 2]}
        dx={8}
        dy={12}
        color={palette.method}
        bold
        small
      >
        {words.change}
      </Label>
      <Label at={again} dx={13} dy={-8} color={palette.ink} bold small>
        {words.bothNext}
      </Label>
    </>
  )
}

export const build: PlotView<Scene> = {
  kind: 'plot',
  window: buildWindow,
  draw: (scene) => <Build {...scene} />,
}
