// World lines in a plane: the stand-in for the stage where there is no WebGL, and what tests draw.
import type { Plane, Point, Window } from '@/contract'
import { clipped, Dot, Label, Region } from '@/views'
import { type Scene, strokeBySize } from './looks'
import { BODIES, radiusOf } from './magnifier'
import { naturalTime } from './natural'
import { flattened, TALL, worldPlace } from './worldSpace'

export const WORLD_WINDOW: Window = [
  [-1.75, 1.75],
  [-1.6, 1.75],
]

export function paintWorld(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette, series, step } = scene
  clipped(ctx, plane, () => {
    for (let index = 0; index < 3; index++) {
      const [xs, ys] = [new Float64Array(step + 1), new Float64Array(step + 1)]
      for (let k = 0; k <= step; k++) {
        const [x, y] = flattened(worldPlace(scene, index, k), params.turn)
        xs[k] = x
        ys[k] = y
      }
      strokeBySize(ctx, plane, palette, { xs, ys, sizes: series.size, from: 0, to: step, natural: naturalTime(params) })
    }
  })
}

export function World(scene: Scene) {
  const { params, palette, step, format } = scene
  const sheet = (height: number): Point[] =>
    (
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const
    ).map(([x, z]) => flattened([x, height, z], params.turn))
  const now = (TALL * scene.series.time[step]!) / params.until
  return (
    <>
      <Region rings={[sheet(0)]} stroke={palette.line} />
      <Region rings={[sheet(now)]} stroke={palette.faint} />
      {BODIES.map(({ m }, index) => {
        const at = flattened(worldPlace(scene, index, step), params.turn)
        return (
          <g key={m}>
            <Dot at={at} color={palette.ink} r={radiusOf(params, params[m])} />
            <Label at={at} dx={9} dy={-7} bold>
              {format(params[m], 3)}
            </Label>
          </g>
        )
      })}
    </>
  )
}
