// The accumulator of one worker: entries against steps, what waits as a colour, what is sent as a tick. After sending, an entry is empty again.
import { type Plane, type PlotView, partOf } from '@/contract'
import { Label, Region, Segment } from '@/views'
import { diverging, paintCells } from '@/views/pixels'
import { LOOKS, type Scene } from './looks'
import { SIZE, schemeOf } from './params'

const FULL = 2.5 // root mean squares that are drawn at full strength
const COLUMNS = 150 // at most, of several steps each; a message is marked at its step

/** Strength of the colours: a few entries are far larger than the others. */
function fullOf(values: Float64Array): number {
  let [sum, count] = [0, 0]
  for (const value of values)
    if (Number.isFinite(value)) {
      sum += value * value
      count++
    }
  return FULL * Math.sqrt(sum / Math.max(1, count))
}

function paint(ctx: CanvasRenderingContext2D, { series, last, palette, params }: Scene, plane: Plane): void {
  const length = series.book.length / SIZE
  const each = Math.max(1, Math.ceil(last / COLUMNS))
  const columns = Math.ceil(last / each)
  if (columns === 0) return
  const at = (column: number, row: number) => series.book[row * length + Math.min((column + 1) * each, last)]!
  paintCells(ctx, plane, diverging(palette), { columns, rows: SIZE, at, most: fullOf(series.book) }, [
    [0, columns * each],
    [0.5, SIZE + 0.5],
  ])
  if (!params.compress) return // everything is always sent
  ctx.fillStyle = palette.ink
  const width = Math.max(1.5, plane.x(1) - plane.x(0))
  const height = Math.max(2, plane.y(0) - plane.y(1))
  for (let row = 0; row < SIZE; row++) {
    const posted = partOf(series.posted, row, SIZE)
    const top = plane.y(row + 1) - height / 2
    for (let step = 1; step <= last; step++)
      if (!Number.isNaN(posted[step]!)) ctx.fillRect(plane.x(step) - width / 2, top, width, height)
  }
}

function Book({ step, steps, params, palette, words }: Scene) {
  const color = LOOKS[schemeOf(params)].color(palette)
  return (
    <>
      {step < steps && (
        <Region
          rings={[
            [
              [step + 0.5, 0.5],
              [steps + 0.5, 0.5],
              [steps + 0.5, SIZE + 0.5],
              [step + 0.5, SIZE + 0.5],
            ],
          ]}
          fill={palette.paper}
          opacity={0.7}
        />
      )}
      <Segment from={[0, params.entry]} to={[steps, params.entry]} color={color} width={1.5} />
      <Label at={[0.02 * steps, SIZE + 5]} small bold color={color}>
        {words[schemeOf(params)]}
      </Label>
      <Label at={[0.98 * steps, SIZE + 5]} anchor="end" small color={palette.ink}>
        {schemeOf(params) === 'dense' ? words.bookAll : params.bank ? words.bookKey : words.bookDropped}
      </Label>
    </>
  )
}

export const book: PlotView<Scene> = {
  kind: 'plot',
  window: ({ steps }) => [
    [-0.5, Math.max(1, steps) + 0.5],
    [0.5, SIZE + 12],
  ],
  x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
  y: ({ words }) => ({ title: words.axisEntry, ticks: [1, 25, 50, 75, 100] }),
  backdrop: {
    key: ({ params, last }) => {
      const { tab: _, entry: _entry, axis, shown, ...run } = params
      return [run, last]
    },
    paint,
  },
  draw: (scene) => <Book {...scene} />,
  press: ([, y]) => ({ entry: Math.min(Math.max(Math.round(y), 1), SIZE) }),
}
