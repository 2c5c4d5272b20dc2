// The inputs as an ellipse, the moving average of their vectors as another, and the inverse as the polar one: long where the average is short.
import type { PlotView, Point } from '@/contract'
import { eigen2 } from '@/numerics/matrix2'
import { Label, Region, Segment } from '@/views'
import type { Scene } from './looks'
import { covarianceOf, problemOf } from './problem'

const REACH = 1.7
const POINTS = 72
const POLAR = 1.25 // longest half axis of the inverse as drawn

/** The ellipse with half axes √λ of a matrix [2, 2], times `zoom`; null if it has none. */
function ringOf([a, b, , c]: ArrayLike<number> & Iterable<number>, zoom = 1): Point[] | null {
  const {
    values: [low, high],
    angle,
  } = eigen2(a!, b!, c!)
  if (!(low >= 0) || !Number.isFinite(high)) return null
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return Array.from({ length: POINTS }, (_, k) => {
    const turn = (2 * Math.PI * k) / POINTS
    const [p, q] = [zoom * Math.sqrt(low) * Math.cos(turn), zoom * Math.sqrt(high) * Math.sin(turn)]
    return [p * cos - q * sin, p * sin + q * cos] as const
  })
}
const farthest = (ring: readonly Point[]): Point => ring.reduce((a, b) => (b[1] - 0.3 * b[0] > a[1] - 0.3 * a[0] ? b : a))
const highest = (ring: readonly Point[]): Point =>
  ring.reduce((a, b) => (Math.hypot(b[0], b[1]) > Math.hypot(a[0], a[1]) + 1e-9 ? b : a))

function Ellipses(scene: Scene) {
  const { frame, params, palette, words } = scene
  const inputs = ringOf(covarianceOf(problemOf(params)))
  const average = ringOf(frame.average)
  const { values } = eigen2(frame.direct[0]!, frame.direct[1]!, frame.direct[3]!)
  const zoom = POLAR / Math.sqrt(values[1])
  const [direct, kept] = [ringOf(frame.direct, zoom), ringOf(frame.kept, zoom)]
  const vector: Point = [frame.vector[0]!, frame.vector[1]!]
  const isThere = Math.hypot(...vector) > 0.02
  return (
    <>
      {inputs && <Region rings={[inputs]} fill={palette.base2} opacity={0.18} stroke={palette.base2} width={1} />}
      {direct && <Region rings={[direct]} stroke={palette.ink} width={1.25} dash="3 4" />}
      {kept && <Region rings={[kept]} fill={palette.method} opacity={0.08} stroke={palette.method} width={2} />}
      {average && <Region rings={[average]} stroke={palette.base} width={2} />}
      {isThere && <Segment from={[0, 0]} to={vector} color={palette.ink} width={2} arrow />}
      {inputs && (
        <Label at={farthest(inputs)} dx={-8} dy={-12} anchor="end" small color={palette.base2}>
          {words.covariance}
        </Label>
      )}
      {average && (
        <Label at={farthest(average)} dx={8} dy={18} small bold color={palette.base}>
          {words.average}
        </Label>
      )}
      {kept ? (
        <Label at={highest(kept)} dx={8} dy={0} small bold color={palette.method}>
          {words.kept}
        </Label>
      ) : (
        <Label at={[-1.6, -1.5]} small bold color={palette.method}>
          {words.overflowed}
        </Label>
      )}
      {direct && params.variant !== 'exact' && (
        <Label at={highest(direct)} dx={8} dy={18} small color={palette.ink}>
          {words.direct}
        </Label>
      )}
      {isThere && (
        <Label at={vector} dx={6} dy={14} small color={palette.ink}>
          {words.vector}
        </Label>
      )}
    </>
  )
}

export const ellipses: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: [
    [-REACH, REACH],
    [-REACH, REACH],
  ],
  draw: (scene) => (scene.frame.plane ? <Ellipses {...scene} /> : null),
}
