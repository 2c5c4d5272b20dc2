// The drop from the side, in oblique projection: camera with its frustum, balls with ghosts, floor, ramps.
import type { Point } from '@/contract'
import { heightInRow, pixelsPerLength } from '@/domains/dynamics/pinhole'
import { Dot, Label, Region, Segment } from '@/views'
import { flatOf, lensPlace, type Place, rampFoot, releaseOf } from './handles'
import { ballColour, ghostFrames, lengthText, type Scene, shownBalls } from './looks'
import { PICTURE } from './scenes'
import { asideAt, centreAt, isOnRamps, RADIUS, theWorld } from './world'

const FLOOR = { aside: 2, back: -2.2, front: 8.4 } // m

/** Centre of a ball after a number of frames. */
export function ballPlace({ params }: Scene, index: 0 | 1, frame: number): Place {
  const ball = theWorld(params).balls[index]
  const centre = centreAt(ball, frame / params.fps)
  return [asideAt(ball, centre), centre, index === 0 ? 0 : -params.offset]
}

/** Corners of the camera's picture in the plane of ball 1; without pitch a rectangle. */
export function pictureCorners({ params }: Scene): Place[] {
  const { camera } = theWorld(params)
  const distance = params.camera[0]
  return [
    [0, 0],
    [PICTURE.width, 0],
    [PICTURE.width, PICTURE.height],
    [0, PICTURE.height],
  ].map(([column, row]): Place => {
    const y = heightInRow(camera, distance, row!)
    return [(column! - PICTURE.width / 2) / pixelsPerLength(camera, distance, y), y, 0]
  })
}
const isSeen = (corners: readonly Place[]) => corners.flat().every(Number.isFinite)

function Floor({ palette }: Scene) {
  const lines: [Place, Place][] = []
  for (let x = -FLOOR.aside; x <= FLOOR.aside; x++)
    lines.push([
      [x, 0, FLOOR.back],
      [x, 0, FLOOR.front],
    ])
  for (let z = -2; z <= 8; z++)
    lines.push([
      [-FLOOR.aside, 0, z],
      [FLOOR.aside, 0, z],
    ])
  const ring = [
    [-FLOOR.aside, 0, FLOOR.back],
    [FLOOR.aside, 0, FLOOR.back],
    [FLOOR.aside, 0, FLOOR.front],
    [-FLOOR.aside, 0, FLOOR.front],
  ] as const
  return (
    <>
      <Region rings={[ring.map((place) => flatOf(place))]} fill={palette.field[0]} />
      {lines.map(([from, to]) => (
        <Segment key={`${from}`} from={flatOf(from)} to={flatOf(to)} color={palette.line} width={0.75} />
      ))}
    </>
  )
}

function Camera(scene: Scene) {
  const { params, palette, words } = scene
  const lens = flatOf(lensPlace(params))
  const corners = pictureCorners(scene)
  const pitch = (params.pitch * Math.PI) / 180
  const turned = ([x, y]: Point): Point => [
    lens[0] + x * Math.cos(pitch) + y * Math.sin(pitch),
    lens[1] - x * Math.sin(pitch) + y * Math.cos(pitch),
  ]
  return (
    <>
      {isSeen(corners) && (
        <>
          <Region rings={[corners.map(flatOf)]} fill={palette.base} opacity={0.05} stroke={palette.soft} width={1} />
          {corners.map((corner) => (
            <Segment key={`${corner}`} from={lens} to={flatOf(corner)} color={palette.faint} width={0.75} param="focal" />
          ))}
        </>
      )}
      <Segment from={turned([0, 0])} to={turned([1.8, 0])} color={palette.ink} width={1} dash="5 4" param="pitch" />
      <Region
        rings={[
          (
            [
              [-0.5, -0.17],
              [-0.08, -0.17],
              [-0.08, 0.17],
              [-0.5, 0.17],
            ] as const
          ).map(turned),
        ]}
        fill={palette.ink}
        param="camera"
      />
      <Region
        rings={[
          (
            [
              [-0.08, 0],
              [0.08, -0.13],
              [0.08, 0.13],
            ] as const
          ).map(turned),
        ]}
        fill={palette.ink}
        param="camera"
      />
      <Label at={turned([-0.3, 0.17])} dy={-14} anchor="middle" param="camera">
        {words.camera}
      </Label>
    </>
  )
}

function Ball(scene: Scene, index: 0 | 1) {
  const { params, palette, words, step, steps, series } = scene
  const color = ballColour(palette, index)
  const drop = (index === 0 ? series.drop1 : series.drop2)[step]!
  const release = flatOf(releaseOf(params, index))
  const foot: Place = [...releaseOf(params, index)]
  const now = flatOf(ballPlace(scene, index, step))
  return (
    <g key={index}>
      <Segment
        from={[release[0], release[1] - RADIUS]}
        to={flatOf([foot[0], 0, foot[2]])}
        color={color}
        width={1}
        dash="2 4"
        opacity={isOnRamps(params) ? 0 : 0.8}
        param={index === 0 ? 'h1' : 'h2'}
      />
      {isOnRamps(params) && <Ramp scene={scene} index={index} color={color} />}
      {ghostFrames(step, steps).map((frame) => (
        <g key={frame} opacity={0.28}>
          <Dot at={flatOf(ballPlace(scene, index, frame))} color={color} r={4} square={index === 1} />
        </g>
      ))}
      {Number.isFinite(drop) && <Dot at={flatOf(ballPlace(scene, index, drop))} color={color} r={4} square={index === 1} ring />}
      <Dot at={now} color={color} r={8} square={index === 1} />
      <Label at={release} dx={index === 0 ? -14 : 14} dy={4} anchor={index === 0 ? 'end' : 'start'} color={color} bold>
        {`${index === 0 ? words.ball1 : words.ball2} · ${lengthText(scene, index === 0 ? params.h1 : params.h2)}`}
      </Label>
    </g>
  )
}

function Ramp({ scene: { params }, index, color }: { scene: Scene; index: 0 | 1; color: string }) {
  const top = releaseOf(params, index)
  const foot = rampFoot(params, index)
  return (
    <Region
      rings={[[flatOf([top[0], top[1] - RADIUS, top[2]]), flatOf(foot), flatOf([top[0], 0, top[2]])]]}
      fill={color}
      opacity={0.12}
      stroke={color}
      param={index === 0 ? 'angle1' : 'angle2'}
    />
  )
}

export function SideView(scene: Scene) {
  const { params, palette, words } = scene
  const line = RADIUS + params.line * Math.min(params.h1, params.h2)
  return (
    <>
      <Floor {...scene} />
      <Camera {...scene} />
      <Segment
        from={flatOf([-0.95, line, 0])}
        to={flatOf([0.95, line, 0])}
        color={palette.soft}
        width={1}
        dash="6 3"
        param="line"
      />
      <Label at={flatOf([-0.95, line, 0])} dx={-5} dy={4} anchor="end" small param="line">
        {words.line}
      </Label>
      {shownBalls(scene).map((index) => Ball(scene, index))}
    </>
  )
}
