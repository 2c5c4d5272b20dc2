// Time strips under one cursor: smallest distance, chosen μ, step, errors.
import type { Plane } from '@/contract'
import { raised } from '@/format'
import { clipped, Dot, Label, Rule, Segment } from '@/views'
import { type Scene, settled, strokeLine } from './looks'
import { heightOf, type Strip, stripsOf } from './strips'

/** Place of picture k on the axis. */
const placeOf = ({ params, series, step }: Scene, k = step): number => (params.across === 'time' ? series.time[k]! : k)

function paint(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane, from: number, to: number, opacity: number): void {
  const strips = stripsOf(scene)
  const { palette, params, series } = scene
  const own = params.across === 'time' ? series.time : indices(scene.steps)
  clipped(ctx, plane, () => {
    for (const [index, strip] of strips.entries()) {
      const scaled: Plane = {
        ...plane,
        window: [plane.window[0], [strip.low, strip.high]],
        y: (value) => plane.y(heightOf(strip, index, strips.length, value)),
      }
      for (const { xs, ys, color, dash, width = 1.5 } of strip.lines) {
        const end = xs === null ? Math.min(to, ys.length - 1) : lastBefore(xs, series.time[to]!)
        const style = { color, width: width * palette.weight, dash: dash ?? [], opacity }
        strokeLine(ctx, scaled, { xs: xs ?? own, ys, from: xs === null ? from : 0, to: end, ...style })
      }
    }
  })
}
/** Index of the last entry of the rising `times` that is not after `time`. */
function lastBefore(times: Float64Array, time: number): number {
  let k = times.length - 1
  while (k > 0 && times[k]! > time) k--
  return k
}
let counted = new Float64Array(0)
/** 0, 1, 2, … */
function indices(steps: number): Float64Array {
  if (counted.length <= steps) counted = Float64Array.from({ length: steps + 1 }, (_, k) => k)
  return counted
}

/** The network in training changes what is drawn, too. */
export const stripsKey = ({ params, last, series, step, maps }: Scene) => [
  params,
  last,
  series.x1[last],
  series.energyError[last],
  settled(step),
  params.tab === 'learn' ? maps.training?.result.bestEpisode : 0,
]
/** The future, pale, and the past up to the last settled picture. */
export function paintStripsSettled(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  paint(ctx, scene, plane, settled(scene.step), scene.last, 0.32)
  paint(ctx, scene, plane, 0, settled(scene.step), 1)
}
export const paintStripsNew = (ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void =>
  paint(ctx, scene, plane, settled(scene.step), scene.step, 1)

export function Strips(scene: Scene) {
  const strips = stripsOf(scene)
  const end = scene.params.across === 'time' ? scene.params.until : Math.max(1, scene.steps)
  return (
    <>
      {strips.map((strip, index) => (
        <Frame key={strip.name} strip={strip} index={index} count={strips.length} end={end} scene={scene} />
      ))}
      <Rule x={placeOf(scene)} />
      {strips.map((strip, index) => (
        <Now key={strip.name} strip={strip} index={index} count={strips.length} scene={scene} />
      ))}
    </>
  )
}

/** Title, base line and the decades at both ends of a strip. */
function Frame({ strip, index, count, end, scene }: { strip: Strip; index: number; count: number; end: number; scene: Scene }) {
  const { palette } = scene
  const top = count - index
  const decades = [Math.ceil(strip.low), Math.floor(strip.high)]
  return (
    <>
      {index > 0 && <Segment from={[0, top]} to={[end, top]} color={palette.line} width={0.75} />}
      <Label at={[0, top]} dx={6} dy={13} small color={palette.soft}>
        {strip.title}
        {strip.lines.map(
          ({ label, color }) =>
            label && (
              <tspan key={label} fill={color} fontWeight={650} dx={8}>
                {label}
              </tspan>
            ),
        )}
      </Label>
      {decades.map((decade) => (
        <Label
          key={decade}
          at={[end, heightOf(strip, index, count, decade)]}
          dx={-3}
          dy={4}
          anchor="end"
          small
          color={palette.faint}
        >
          {decade === 0 ? '1' : `10${raised(decade)}`}
        </Label>
      ))}
    </>
  )
}

/** The current points of its lines. */
function Now({ strip, index, count, scene }: { strip: Strip; index: number; count: number; scene: Scene }) {
  const { step } = scene
  const x = placeOf(scene)
  return strip.lines
    .filter(({ xs, ys }) => xs === null && Number.isFinite(ys[step]))
    .map(({ ys, color, label }) => (
      <Dot key={`${color} ${label}`} at={[x, heightOf(strip, index, count, ys[step]!)]} color={color} r={3.5} />
    ))
}
