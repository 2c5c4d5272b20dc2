// The next step of three methods, each in the plane of its weights and its step: along the sphere to the right, outward up.
import type { Point, Window } from '@/contract'
import { Curve, Dot, Label, Segment, usePlot } from '@/views'
import { colorOf, nameOf, type Scene } from './looks'
import { type Method, shownMethods } from './params'
import type { Parts } from './slice'

const ROOM = 2.3 // from one picture to the next, in lengths of a step
const NARROW = 70 // CSS px for a step: in smaller pictures the parts have no labels
const TALL = [-0.55, 1.05] as const

const sliced = (scene: Scene): Method[] => shownMethods(scene.params).filter((method) => method !== 'fair')

export const sliceWindow = (scene: Scene): Window => [[-0.75, ROOM * Math.max(1, sliced(scene).length) - 0.75], TALL]

function Step({ scene, method, at }: { scene: Scene; method: Method; at: number }) {
  const { palette, words, frame, format, step } = scene
  const { plane } = usePlot()
  const isRoomy = plane.x(1) - plane.x(0) > NARROW
  const slice = frame.slices[method]
  const color = colorOf(palette, method)
  const place = ([along, outward]: Parts): Point => [at + along, outward]
  const name = nameOf(scene, method)
  if (slice === null) {
    return (
      <Label at={[at, 0.1]} color={color} anchor="start">
        {`${name} ${words.rests}`}
      </Label>
    )
  }
  const { size, old, whole, taken, projected } = slice
  const flat: Parts = [whole[0], 0]
  // the sphere through the weights, true to scale: its radius is 1/size of the step's length
  const xs = Float64Array.from({ length: 41 }, (_, k) => -0.7 + (ROOM - 0.25) * (k / 40) * 0.98)
  const arc = xs.map((x) => (x * size < 1 ? (Math.sqrt(1 - (x * size) ** 2) - 1) / size : Number.NaN))
  const outward = Math.abs(whole[1])
  return (
    <g>
      <Curve xs={xs.map((x) => at + x)} ys={arc} color={palette.faint} width={1.25} />
      <Segment from={[at, 0]} to={[at, -Math.min(0.5, 1 / size)]} color={palette.faint} dash="2 4" width={1} />
      <Segment from={[at, 0]} to={place(old)} color={palette.soft} width={1.5} arrow />
      <Segment from={place(old)} to={place(whole)} color={palette.faint} width={1.5} arrow />
      {outward > 0.02 && (
        <Segment from={place(flat)} to={place(whole)} color={color} dash={projected ? '2 4' : '6 3'} width={1.25} />
      )}
      {isRoomy && size > 0.05 && <Growth scene={scene} at={at} size={size} taken={taken} color={color} />}
      {projected && <Segment from={[at, 0]} to={place(whole)} color={color} width={1.25} dash="2 4" />}
      <Segment from={[at, 0]} to={place(taken)} color={color} width={2.75} arrow />
      <Dot at={[at, 0]} color={palette.ink} r={3.5} />
      <Label at={[at - 0.7, TALL[1]]} dy={isRoomy ? 16 : -4} color={color} bold small={!isRoomy}>
        {name}
      </Label>
      <Label at={[at - 0.7, TALL[1]]} dy={isRoomy ? 32 : 10} color={palette.soft} small>
        {`${isRoomy ? words.stepOf : ''} ${format(size, 2)} ‖w‖`}
      </Label>
      {isRoomy && outward > 0.12 && (
        <Label at={[at + whole[0], whole[1] / 2]} dx={6} dy={4} color={color} small>
          {projected ? words.removed : whole[1] < 0 ? words.inward : words.outward}
        </Label>
      )}
      {isRoomy && step > 0 && Math.hypot(...old) > 0.25 && (
        <Label at={[at + old[0] / 2, old[1] / 2]} dx={-6} dy={old[1] < -0.1 ? 16 : -5} anchor="end" color={palette.soft} small>
          {words.old}
        </Label>
      )}
    </g>
  )
}

/** How far the weights end outside the sphere they were on: a piece of the new radius. */
function Growth({ scene, at, size, taken, color }: { scene: Scene; at: number; size: number; taken: Parts; color: string }) {
  const [x, y] = taken
  const center = -1 / size
  const radius = Math.hypot(x, y - center)
  const share = -center / radius // of the way from the centre to the end
  const foot: Point = [at + x * share, center + (y - center) * share]
  const change = radius * size - 1
  const text = `${change < 0 ? scene.words.shorter : scene.words.longer} ${scene.format(100 * Math.abs(change), 2)} %`
  return (
    <>
      <Segment from={foot} to={[at + x, y]} color={color} width={2} />
      <Label at={foot} dx={8} dy={change < 0 ? -6 : 14} color={color} small>
        {text}
      </Label>
    </>
  )
}

export function Slices(scene: Scene) {
  return (
    <>
      {sliced(scene).map((method, index) => (
        <Step key={method} scene={scene} method={method} at={index * ROOM} />
      ))}
    </>
  )
}
