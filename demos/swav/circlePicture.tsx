// Circle or sphere: stars as large as their share of the samples, names of the blobs, the picked sample, and beside it the circle of the other rule.
import type { Point, Window } from '@/contract'
import { Circle, Label, usePlot } from '@/views'
import { hues } from '@/views/hues'
import type { Side } from './frame'
import { START_RADIUS, startAt } from './handles'
import { codesName, LETTERS, oursColour, RIVAL, rivalColour, type Scene, seen, starPath, starRadius } from './looks'
import { JUDGED } from './sizes'
import { codesOf, rivalCodesOf } from './workspace'

export const circleWindow = ({ params }: Scene): Window => [
  [-1.32, params.rival ? 2.42 : 1.32],
  [-1.24, 1.24],
]
const BIG = 0.26 // radius of a star that gets everything, in radii of the circle

interface StarsProps {
  scene: Scene
  side: Side
  at: Point
  radius: number
  color: string
  isNumbered?: boolean
}
/** A star whose area is the share it gets; an empty one is hollow. */
function Stars({ scene, side, at, radius, color, isNumbered }: StarsProps) {
  const { plane, palette } = usePlot()
  const { d } = scene.frame
  const total = side.counts.reduce((sum, n) => sum + n, 0)
  const unit = Math.abs(plane.x(1) - plane.x(0)) * radius
  const out = starRadius(d)
  return side.counts.map((count, k) => {
    const [x, y, near] = seen(side.prototypes, k, d, scene.params.turn)
    const size = Math.max(unit * BIG * Math.sqrt((count / total) * 2.2), 0.045 * unit, 3)
    const place: Point = [at[0] + radius * out * x, at[1] + radius * out * y]
    return (
      <g key={k} opacity={near > 0 ? 1 : 0.3}>
        <path
          d={starPath(plane.x(place[0]), plane.y(place[1]), size)}
          fill={count > 0 ? color : palette.paper}
          stroke={count > 0 ? palette.paper : color}
          strokeWidth={palette.weight}
        />
        {isNumbered && (
          <Label
            at={place}
            dx={-(size + 8) * x}
            dy={4 + (size + 8) * y}
            anchor="middle"
            small
            bold
            color={color}
          >{`${k + 1}`}</Label>
        )}
      </g>
    )
  })
}

/** The mean direction of each blob, for its letter; none for blobs that are spread all around. */
function letters(scene: Scene): { letter: string; at: Point; blob: number }[] {
  const { training, d } = scene.frame
  if (!training) return []
  return Array.from(LETTERS).flatMap((letter, blob) => {
    let [sx, sy, sn] = [0, 0, 0]
    for (let i = blob * JUDGED; i < (blob + 1) * JUDGED; i++) {
      const [x, y, near] = seen(training.ours.crowd, i, d, scene.params.turn)
      sx += x
      sy += y
      sn += near
    }
    const length = Math.hypot(sx, sy)
    if (d === 3) return sn > 0 ? [{ letter, blob, at: [(1.08 * sx) / JUDGED, (1.08 * sy) / JUDGED] as Point }] : []
    return length > 0.5 * JUDGED ? [{ letter, blob, at: [(1.165 * sx) / length, (1.165 * sy) / length] as Point }] : []
  })
}

/** Letters that would cover each other are put side by side. */
function grouped(all: ReturnType<typeof letters>): { key: string; at: Point; parts: { letter: string; blob: number }[] }[] {
  const groups: { key: string; at: Point; parts: { letter: string; blob: number }[] }[] = []
  for (const { letter, blob, at } of all) {
    const near = groups.find((g) => Math.hypot(g.at[0] - at[0], g.at[1] - at[1]) < 0.11)
    if (near) near.parts.push({ letter, blob })
    else groups.push({ key: letter, at, parts: [{ letter, blob }] })
  }
  return groups
}

function inUse({ frame, words, format }: Scene, { counts }: Side): string {
  const used = counts.filter((n) => n > 0).length
  return `${format(used, 3)} ${words.of} ${format(frame.shape.prototypes, 3)} ${words.inUse}`
}

/** The same start under the other rule, small. */
function Rival(scene: Scene) {
  const { params, palette, frame, words } = scene
  const { training } = frame
  if (!training) return null
  return (
    <>
      <Circle at={RIVAL.at} radius={RIVAL.radius} stroke={palette.faint} width={1} />
      <Stars scene={scene} side={training.rival} at={RIVAL.at} radius={RIVAL.radius} color={rivalColour(palette, params)} />
      <Label
        at={[RIVAL.at[0], RIVAL.at[1] - 1.14 * RIVAL.radius]}
        dy={16}
        anchor="middle"
        bold
        color={rivalColour(palette, params)}
      >
        {codesName(scene, rivalCodesOf(params))}
      </Label>
      <Label at={[RIVAL.at[0], RIVAL.at[1] - 1.14 * RIVAL.radius]} dy={31} anchor="middle" small color={palette.soft}>
        {inUse(scene, training.rival)}
      </Label>
      <Label at={[RIVAL.at[0], RIVAL.at[1] + 1.14 * RIVAL.radius]} dy={-5} anchor="middle" small color={palette.soft}>
        {words.sameStart}
      </Label>
    </>
  )
}

export function CirclePicture(scene: Scene) {
  const { params, palette, frame } = scene
  const { plane } = usePlot()
  const { training, d } = frame
  if (!training) return null
  const ourCodes = codesOf(params)
  const picked = Math.min(params.picked, frame.shape.samples - 1)
  const isPicked = params.beside === 'sample'
  return (
    <>
      <Circle at={[0, 0]} radius={1} stroke={palette.faint} />
      {d === 2 &&
        Array.from({ length: params.prototypes }, (_, k) => {
          const [x, y] = startAt(params, k)
          const at = START_RADIUS
          return (
            <path
              key={k}
              d={starPath(plane.x((x / START_RADIUS) * at), plane.y((y / START_RADIUS) * at), 6 * palette.weight ** 0.5)}
              fill={palette.paper}
              stroke={palette.faint}
              strokeWidth={1.2 * palette.weight}
              data-param="starts"
            />
          )
        })}
      <Stars scene={scene} side={training.ours} at={[0, 0]} radius={1} color={oursColour(palette, params)} isNumbered />
      {grouped(letters(scene)).map(({ key, at, parts }) => (
        <Label key={key} at={at} dy={5} anchor="middle" bold>
          {parts.map(({ letter, blob }) => (
            <tspan key={letter} fill={hues(palette)[blob]!}>
              {letter}
            </tspan>
          ))}
        </Label>
      ))}
      {isPicked &&
        ([0, 1] as const).map((view) => {
          const [x, y] = seen(training.watched.features[view], picked, d, params.turn)
          return (
            <circle
              key={view}
              cx={plane.x(x)}
              cy={plane.y(y)}
              r={8 * palette.weight ** 0.5}
              fill="none"
              stroke={palette.ink}
              strokeWidth={1.75 * palette.weight}
              strokeDasharray={view === 0 ? undefined : '3 2.5'}
              data-param="picked"
            />
          )
        })}
      <Label at={[0, 0]} dy={-3} anchor="middle" bold color={oursColour(palette, params)}>
        {codesName(scene, ourCodes)}
      </Label>
      <Label at={[0, 0]} dy={14} anchor="middle" small color={palette.soft}>
        {inUse(scene, training.ours)}
      </Label>
      {params.rival && <Rival {...scene} />}
    </>
  )
}

/** A press picks the nearest watched sample, or on the small circle takes the other rule. */
export function pressCircle(at: Point, scene: Scene): Record<string, unknown> | null {
  const { training, d, shape } = scene.frame
  if (!training) return null
  if (scene.params.rival && Math.hypot(at[0] - RIVAL.at[0], at[1] - RIVAL.at[1]) < 1.2 * RIVAL.radius) {
    const codes = rivalCodesOf(scene.params)
    return codes === 'sinkhorn' && scene.params.rounds === 0 ? { codes, rounds: 3 } : { codes }
  }
  let [best, nearest] = [-1, 0.12]
  for (const features of training.watched.features) {
    for (let i = 0; i < shape.samples; i++) {
      const [x, y, near] = seen(features, i, d, scene.params.turn)
      const distance = Math.hypot(x - at[0], y - at[1]) + (near > 0 ? 0 : 0.1)
      if (distance < nearest) [best, nearest] = [i, distance]
    }
  }
  return best < 0 ? null : { picked: best, beside: 'sample' }
}
