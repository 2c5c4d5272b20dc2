// The plane of the inputs: blobs to drag, the watched batch in both views, and the star of each place.
import type { Plane, Window } from '@/contract'
import { Label, usePlot } from '@/views'
import { hues } from '@/views/hues'
import { BLOBS, centreOf } from './blobs'
import { GRID, GRID_HALF } from './frame'
import { LETTERS, type Scene } from './looks'

export const INPUTS_WINDOW: Window = [
  [-GRID_HALF, GRID_HALF],
  [-2.25, 2.25],
]

/** Borders between the places of different stars, and the batch: both views of a sample joined. */
export function paintInputs(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { training, shape } = scene.frame
  if (!training) return
  const { palette } = scene
  const cell = (2 * GRID_HALF) / GRID
  const edge = (k: number) => -GRID_HALF + k * cell
  ctx.strokeStyle = palette.faint
  ctx.lineWidth = 1.25 * palette.weight
  ctx.beginPath()
  const owner = (i: number, j: number) => training.owners[j * GRID + i]!
  for (let j = 0; j < GRID; j++) {
    for (let i = 0; i < GRID; i++) {
      if (i + 1 < GRID && owner(i, j) !== owner(i + 1, j)) {
        ctx.moveTo(plane.x(edge(i + 1)), plane.y(-edge(j)))
        ctx.lineTo(plane.x(edge(i + 1)), plane.y(-edge(j + 1)))
      }
      if (j + 1 < GRID && owner(i, j) !== owner(i, j + 1)) {
        ctx.moveTo(plane.x(edge(i)), plane.y(-edge(j + 1)))
        ctx.lineTo(plane.x(edge(i + 1)), plane.y(-edge(j + 1)))
      }
    }
  }
  ctx.stroke()
  const colours = hues(palette)
  const { inputs, blobs } = training.watched
  for (let i = 0; i < shape.samples; i++) {
    const [ax, ay] = [plane.x(inputs[0][2 * i]!), plane.y(inputs[0][2 * i + 1]!)]
    const [bx, by] = [plane.x(inputs[1][2 * i]!), plane.y(inputs[1][2 * i + 1]!)]
    const colour = colours[blobs[i]!]!
    ctx.strokeStyle = colour
    ctx.fillStyle = colour
    ctx.lineWidth = palette.weight
    ctx.beginPath()
    ctx.moveTo(ax, ay)
    ctx.lineTo(bx, by)
    ctx.stroke()
    ctx.beginPath()
    ctx.arc(ax, ay, 2.6 * palette.weight ** 0.5, 0, 2 * Math.PI)
    ctx.fill()
    ctx.beginPath()
    ctx.arc(bx, by, 2.6 * palette.weight ** 0.5, 0, 2 * Math.PI)
    ctx.fillStyle = palette.paper
    ctx.fill()
    ctx.stroke()
  }
}

export function Inputs(scene: Scene) {
  const { params, palette, words } = scene
  const { plane } = usePlot()
  if (!scene.frame.training) return null
  const [[left], [bottom]] = plane.window
  return (
    <>
      {Array.from({ length: BLOBS }, (_, k) => (
        <Label key={k} at={centreOf(params.centres, k)} dy={5} anchor="middle" bold color={hues(palette)[k]!} param="centres">
          {LETTERS[k]}
        </Label>
      ))}
      <Label at={[left, bottom]} dx={8} dy={-8} small color={palette.soft}>
        {words.dragBlobs}
      </Label>
    </>
  )
}
