// The recorded video: the picture with ghosts of earlier frames, and beside it the rows of both balls, frame by frame, at the same heights.
import type { ReactNode } from 'react'
import type { Window } from '@/contract'
import { Circle, Curve, Dot, Dots, Label, Region, Segment, usePlot } from '@/views'
import { trouble } from './broken'
import { rowAtDepth } from './handles'
import { ballColour, ghostFrames, type Scene, shownBalls } from './looks'
import { PICTURE } from './scenes'
import { type Ball, centreAt, seenColumn, seenRadius, seenRow, theWorld } from './world'

const { width: WIDE, height: HIGH } = PICTURE
const TRACK = { from: WIDE + 70, to: WIDE + 1180 } // columns for the frames
export const VIDEO_WINDOW: Window = [
  [-12, TRACK.to + 30],
  [-HIGH - 12, 12],
]
const WALL = 3 // m behind the balls, where the floor ends

/** Cuts off what is outside the picture, as an inner svg element does. */
function Film({ children }: { children: ReactNode }) {
  const { plane, palette } = usePlot()
  const box = { x: plane.x(0), y: plane.y(0), width: plane.x(WIDE) - plane.x(0), height: plane.y(-HIGH) - plane.y(0) }
  return (
    <>
      <svg {...box} viewBox={Object.values(box).join(' ')}>
        {children}
      </svg>
      <rect {...box} fill="none" stroke={palette.soft} strokeWidth={palette.weight} />
    </>
  )
}

interface Shot {
  column: number
  row: number
  radius: number
}
function shotOf(scene: Scene, ball: Ball, frame: number): Shot | null {
  const world = theWorld(scene.params)
  const centre = centreAt(ball, frame / scene.params.fps)
  const shot = {
    column: seenColumn(world, ball, centre),
    row: seenRow(world, ball, centre),
    radius: seenRadius(world, ball, centre),
  }
  return Object.values(shot).every(Number.isFinite) ? shot : null
}
const isOutside = ({ column, row, radius }: Shot) =>
  column < -radius || column > WIDE + radius || row < -radius || row > HIGH + radius

/** Ball 2 has a ring, so that the balls differ without colour. */
function Disc({
  shot,
  color,
  paper,
  index,
  opacity = 1,
}: {
  shot: Shot
  color: string
  paper: string
  index: 0 | 1
  opacity?: number
}) {
  const at = [shot.column, -shot.row] as const
  return (
    <g opacity={opacity}>
      <Circle at={at} radius={shot.radius} fill={color} stroke={paper} width={1} />
      {index === 1 && <Circle at={at} radius={0.5 * shot.radius} stroke={paper} width={1.5} />}
    </g>
  )
}

function Room({ params, palette }: Scene) {
  const wall = Math.min(Math.max(rowAtDepth(params, params.camera[0] + WALL, 0), 0), HIGH)
  if (!Number.isFinite(wall)) return null
  const ring = [
    [0, -wall],
    [WIDE, -wall],
    [WIDE, -HIGH],
    [0, -HIGH],
  ] as const
  return <Region rings={[ring]} fill={palette.field[1]} opacity={0.7} />
}

const columnOf = (scene: Scene, frame: number) => TRACK.from + ((TRACK.to - TRACK.from) * frame) / Math.max(1, scene.steps)

/** Rows of one ball against frames, the future pale; its drop frame on a stalk. */
function Track({ scene, index }: { scene: Scene; index: 0 | 1 }) {
  const { palette, step, last, series, words } = scene
  const color = ballColour(palette, index)
  const rows = (index === 0 ? series.row1 : series.row2).subarray(0, last + 1).map((row) => -row)
  const frames = Float64Array.from(rows, (_, frame) => columnOf(scene, frame))
  const drop = (index === 0 ? series.drop1 : series.drop2)[step]!
  const dropRow = rows[drop]
  const stalk = index === 0 ? -1060 : -1160
  return (
    <>
      <Curve xs={frames} ys={rows} from={step} to={last} color={color} width={1} opacity={0.3} />
      <Curve xs={frames} ys={rows} to={step} color={color} width={1} opacity={0.5} />
      {scene.steps <= 120 && <Dots xs={frames} ys={rows} to={step} color={color} r={1.5} square={index === 1} />}
      <Dot at={[frames[step]!, rows[step]!]} color={color} r={3.5} square={index === 1} />
      {Number.isFinite(drop) && dropRow !== undefined && Number.isFinite(dropRow) && (
        <>
          <Segment from={[columnOf(scene, drop), dropRow]} to={[columnOf(scene, drop), stalk]} color={color} width={1} />
          <Dot at={[columnOf(scene, drop), dropRow]} color={color} r={3} square={index === 1} ring />
          <Label at={[columnOf(scene, drop), stalk]} dy={13} anchor="middle" small color={color}>
            {`${words.frame} ${drop}`}
          </Label>
        </>
      )}
    </>
  )
}

/** What a viewer reads from one ball alone. */
function Reading({ scene, index }: { scene: Scene; index: 0 | 1 }) {
  const { palette, series, step, last, steps, words, format, params } = scene
  const value = (index === 0 ? series.g1 : series.g2)[step]!
  const end = (index === 0 ? series.g1 : series.g2)[last]!
  const lost = trouble(params) === 'creeps' ? words.fooled : words.missed
  const none = last < steps || Number.isFinite(end) ? words.waiting : lost
  const text = Number.isFinite(value) ? `${words.reads} ${format(value, 3)} ${words.metrePerSecond}` : none
  return (
    <Label
      at={[TRACK.to, 0]}
      dy={14 + 16 * index}
      anchor="end"
      small
      bold={Number.isFinite(value)}
      color={ballColour(palette, index)}
    >
      {`${index === 0 ? words.ball1 : words.ball2}: ${text}`}
    </Label>
  )
}

export function Video(scene: Scene) {
  const { params, palette, step, steps, series, words } = scene
  const { balls, line } = theWorld(params)
  const shown = shownBalls(scene)
  const outside = shown.some((index) => {
    const shot = shotOf(scene, balls[index], step)
    return shot === null || isOutside(shot)
  })
  return (
    <>
      <Film>
        <Region
          rings={[
            [
              [0, 0],
              [WIDE, 0],
              [WIDE, -HIGH],
              [0, -HIGH],
            ],
          ]}
          fill={palette.field[0]}
        />
        <Room {...scene} />
        {shown.map((index) => (
          <g key={index}>
            {ghostFrames(step, steps).map((frame) => {
              const shot = shotOf(scene, balls[index], frame)
              const color = ballColour(palette, index)
              return shot && <Disc key={frame} shot={shot} color={color} paper={palette.paper} index={index} opacity={0.16} />
            })}
            {Marked(scene, index, (index === 0 ? series.drop1 : series.drop2)[step]!)}
            {Marked(scene, index, step)}
          </g>
        ))}
        {outside && (
          <Label at={[WIDE / 2, -HIGH]} dy={-8} anchor="middle" small italic>
            {words.outside}
          </Label>
        )}
      </Film>
      {Number.isFinite(line) && (
        <>
          <Segment from={[0, -line]} to={[TRACK.to, -line]} color={palette.soft} width={1} dash="6 3" param="line" />
          <Label at={[TRACK.to, -line]} dy={-4} anchor="end" small param="line">
            {words.line}
          </Label>
        </>
      )}
      {shown.map((index) => (
        <Track key={index} scene={scene} index={index} />
      ))}
      {shown.map((index) => (
        <Reading key={index} scene={scene} index={index} />
      ))}
    </>
  )
}

/** A ball in an important frame: the drop frame, the newest one. */
function Marked(scene: Scene, index: 0 | 1, frame: number) {
  if (!Number.isFinite(frame)) return null
  const { palette, params, step } = scene
  const shot = shotOf(scene, theWorld(params).balls[index], frame)
  if (shot === null) return null
  const color = ballColour(palette, index)
  return frame === step ? (
    <Disc shot={shot} color={color} paper={palette.paper} index={index} />
  ) : (
    <Circle at={[shot.column, -shot.row]} radius={1.25 * shot.radius} stroke={color} width={1.75} />
  )
}
