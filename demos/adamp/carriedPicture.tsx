// Why momentum leaves the sphere: tangents of old places, carried to the new one, point outward.
import type { Point, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Circle, Dot, Label, Segment } from '@/views'
import { carriedNow, carriedTo } from './carried'
import { colorOf, type Scene } from './looks'

const EARLY = 10 // steps whose parts must fit; later ones are shorter
const [LEFT, RIGHT, BELOW, ABOVE] = [0.5, 0.3, 0.12, 0.16] // at least this much of a radius around the weights

const sum = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]]

/** Around all early steps, so that playing does not move it. The weights are at (0, 1). */
export const carriedWindow = memoized((scene: Scene): Window => {
  let [left, right, below, above] = [-LEFT, RIGHT, 1 - BELOW, 1 + ABOVE]
  for (let at = 1; at <= Math.min(EARLY, scene.last); at++) {
    let end: Point = [0, 1]
    for (const { kept } of carriedTo(scene, at)) end = sum(end, kept)
    right = Math.max(right, 1.15 * end[0])
    above = Math.max(above, end[1] + 0.06)
  }
  left = Math.max(-0.8, -1.2 * right, Math.min(left, -1.1 * right))
  below = Math.min(below, Math.sqrt(1 - left * left) - 0.04)
  return [
    [left, right],
    [below, above],
  ]
})

export function CarriedPicture(scene: Scene) {
  const { palette, words } = scene
  const parts = carriedNow(scene)
  const color = colorOf(palette, 'momentum')
  const [[left, right], [below, above]] = carriedWindow(scene)
  const shown = parts.filter(({ place: [x, y] }) => x >= left && x <= right && y >= below && y <= above)
  const ends = [...parts.keys()].map(
    (count): Point => parts.slice(0, count).reduce<Point>((at, { kept }) => sum(at, kept), [0, 1]),
  )
  const end = parts.reduce<Point>((at, { kept }) => sum(at, kept), [0, 1])
  const oldest = shown.at(-1)
  return (
    <>
      <Circle at={[0, 0]} radius={1} stroke={palette.faint} width={1.25} />
      {shown.slice(1).map(({ place, taken }, age) => (
        <g key={age}>
          <Segment from={place} to={sum(place, taken)} color={palette.soft} width={1.25} arrow />
          <Dot at={place} color={palette.soft} r={2.5} />
        </g>
      ))}
      {parts.length > 1 && <Segment from={[0, 1]} to={end} color={color} width={1.25} dash="2 4" />}
      {parts.map(({ kept }, age) => (
        <Segment
          key={age}
          from={ends[age]!}
          to={sum(ends[age]!, kept)}
          color={age === 0 ? palette.ink : color}
          width={age === 0 ? 2.25 : 2}
          arrow
        />
      ))}
      <Dot at={[0, 1]} color={palette.ink} r={4} />
      {parts.length > 0 && <Dot at={end} color={color} r={5} />}
      <Label at={[left, above]} dx={6} dy={16} color={palette.ink} bold small>
        {parts.length === 0 ? words.noStep : words.newGradient}
      </Label>
      {parts.length > 1 && (
        <Label at={[left, above]} dx={6} dy={16 + 16 * palette.text} color={color} bold small>
          {words.carried}
        </Label>
      )}
      {oldest && shown.length > 2 && (
        <Label at={[left, below]} dx={6} dy={-8} color={palette.soft} small>
          {words.takenThere}
        </Label>
      )}
    </>
  )
}
