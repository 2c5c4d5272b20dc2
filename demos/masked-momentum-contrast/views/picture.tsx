// The picture with its prompt, what raw patches and the compared features find similar to it, and the masks, with the outline of the object.
import type { Plane, PlotView, Point } from '@/contract'
import { Circle, Dot, Region, Segment } from '@/views'
import { Film, type FilmFrame, paintPicture } from '@/views/pictures'
import { diverging } from '@/views/pixels'
import { iouOf } from '../judging/protocol'
import { cellOf, type Pointed, sceneOf } from '../model'
import { type Column, columnsOf, cornerOf, patchAt, pictureWindow, placeIn, type Row } from '../places'
import { GRID, middleOf, SIZE } from '../world/pictures'
import { comparedColour, comparedIn, type Scene } from './looks'

/** Red, green and blue of a patch: three sums of its numbers with signs that are orthogonal, 128 ± 31 a unit. */
function colourOf(patches: Float64Array, cell: number): string {
  const sums = [0, 0, 0]
  for (let k = 0; k < SIZE; k++)
    for (let part = 0; part < 3; part++) sums[part]! += (k & (1 << part) ? -1 : 1) * patches[cell * SIZE + k]!
  const levels = sums.map((sum) => Math.round(Math.min(Math.max(128 + 11 * sum, 0), 255)))
  return `rgb(${levels.join(' ')})`
}
function paintPatches(ctx: CanvasRenderingContext2D, plane: Plane, patches: Float64Array, corner: Point): void {
  for (let cell = 0; cell < GRID * GRID; cell++) {
    const [column, row] = [cell % GRID, Math.floor(cell / GRID)]
    const [x0, y0] = placeIn([column, row], corner)
    const [x1, y1] = placeIn([column + 1, row + 1], corner)
    ctx.fillStyle = colourOf(patches, cell)
    ctx.fillRect(plane.x(x0), plane.y(y0), plane.x(x1) - plane.x(x0) + 0.5, plane.y(y1) - plane.y(y0) + 0.5)
  }
}

/** The border between patches with the label of the prompt and others, as segments of cells. */
function outlineOf(labels: ArrayLike<number>, label: number): [from: Point, to: Point][] {
  const isIn = (c: number, r: number) => c >= 0 && r >= 0 && c < GRID && r < GRID && labels[r * GRID + c] === label
  const lines: [Point, Point][] = []
  for (let r = 0; r <= GRID; r++)
    for (let c = 0; c <= GRID; c++) {
      if (isIn(c, r) !== isIn(c - 1, r))
        lines.push([
          [c, r],
          [c, r + 1],
        ])
      if (isIn(c, r) !== isIn(c, r - 1))
        lines.push([
          [c, r],
          [c + 1, r],
        ])
    }
  return lines
}

interface Shown {
  column: Column
  found: Pointed | null
  color: string
  /** 1: in the colour of what is above 0; -1: below. */
  sign: 1 | -1
  name: string
}
function shownIn(scene: Scene): Shown[] {
  const { params, palette, words, frame } = scene
  const raw: Shown = { column: 1, found: frame.raw, color: palette.base, sign: -1, name: words.raw }
  if (columnsOf(params).length === 2) return [raw]
  const name = params.tab === 'point' && params.features === 'untrained' ? words.untrained : words.trained
  return [raw, { column: 2, found: comparedIn(scene), color: comparedColour(params, palette), sign: 1, name }]
}

function framesOf(scene: Scene): FilmFrame[] {
  const { palette, words, format } = scene
  const all: FilmFrame[] = [
    { name: words.picture, at: cornerOf(0, 'top'), color: palette.ink },
    { name: words.objects, at: cornerOf(0, 'bottom'), color: palette.ink },
  ]
  for (const { column, found, color, name } of shownIn(scene)) {
    const empty = found ? undefined : words.training
    const note = found ? `${words.iou} ${format(iouOf(found.counts), 2)}` : undefined
    all.push({ name, at: cornerOf(column, 'top'), color, empty })
    all.push({ name: words.mask, at: cornerOf(column, 'bottom'), color, note, empty })
  }
  return all
}

function Marks(scene: Scene) {
  const { params, palette, frame } = scene
  const { labels } = frame.picture
  const lines = outlineOf(labels, labels[cellOf(params)]!)
  const prompt: Point = [params.prompt[0] + 0.5, params.prompt[1] + 0.5]
  const spots: [Column, Row][] = columnsOf(params).flatMap((column): [Column, Row][] =>
    column === 0
      ? [[0, 'top']]
      : [
          [column, 'top'],
          [column, 'bottom'],
        ],
  )
  return (
    <>
      <Film frames={framesOf(scene)} />
      {sceneOf(params).boxes.map((box, k) => {
        const corner = cornerOf(0, 'bottom')
        const { column, row, width, height } = box
        const ring = [
          [column, row],
          [column + width, row],
          [column + width, row + height],
          [column, row + height],
        ].map((at) => placeIn(at as unknown as Point, corner))
        return (
          <g key={k}>
            <Region rings={[ring]} fill={k === 0 ? palette.base2 : palette.base3} opacity={0.75} param="moved" />
            <Dot at={placeIn(middleOf(box), corner)} color={palette.paper} r={4} param="moved" />
          </g>
        )
      })}
      {spots.map(([column, row]) => {
        const corner = cornerOf(column, row)
        return (
          <g key={`${column} ${row}`}>
            {column > 0 &&
              lines.map(([from, to], k) => (
                <Segment key={k} from={placeIn(from, corner)} to={placeIn(to, corner)} color={palette.ink} width={1.75} />
              ))}
            <Circle at={placeIn(prompt, corner)} radius={0.065} stroke={palette.paper} width={4} param="prompt" />
            <Circle at={placeIn(prompt, corner)} radius={0.065} stroke={palette.ink} width={2} param="prompt" />
          </g>
        )
      })}
    </>
  )
}

export const picture: PlotView<Scene> = {
  kind: 'plot',
  map: 'learned',
  window: ({ params }) => pictureWindow(params),
  equal: true,
  marks(ctx, scene, plane) {
    paintPatches(ctx, plane, scene.frame.picture.patches, cornerOf(0, 'top'))
    const shades = diverging(scene.palette)
    const look = { columns: GRID, rows: GRID, most: 1 }
    for (const { column, found, sign } of shownIn(scene)) {
      if (!found) continue
      const mask = found.similar.map((s) => (s > scene.params.threshold ? sign : 0))
      paintPicture(ctx, plane, shades, { ...look, values: found.similar }, cornerOf(column, 'top'), 1)
      paintPicture(ctx, plane, shades, { ...look, values: mask }, cornerOf(column, 'bottom'), 1)
    }
  },
  draw: (scene) => <Marks {...scene} />,
  press(at, { params }) {
    const patch = patchAt(at, params)
    return patch && { prompt: patch }
  },
}
