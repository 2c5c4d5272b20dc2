// Workers with their accumulators, the few cells that fly to the server, and the total cost so far.
import type { Plane, PlotView, Window } from '@/contract'
import { Curve, Dots, Label, Region } from '@/views'
import { diverging, largest, paintCells } from '@/views/pixels'
import { LOOKS, type Scene } from './looks'
import { SIZE, schemeOf } from './params'
import { bytesOf } from './race'

// Rows of unit height from the server upwards; entries from 1 to 100 to the right.
const STRIP = 0.42 // height of a strip of cells
const rowOf = (worker: number, workers: number) => workers - worker // the first worker on top, the server at 0
const MANY = 20 // cells: more would cover the strip if they were drawn large
const LEFT = -17 // space for names
const BELOW = -2.9 // space for the bars of bytes

function paint(ctx: CanvasRenderingContext2D, { frame, params, palette }: Scene, plane: Plane): void {
  const strip = (values: Float64Array, from: number, y: number, most: number) =>
    paintCells(ctx, plane, diverging(palette), { columns: SIZE, rows: 1, at: (i) => values[from + i]!, most }, [
      [0.5, SIZE + 0.5],
      [y, y + STRIP],
    ])
  const most = largest(frame.had)
  for (let n = 0; n < params.workers; n++) strip(frame.had, n * SIZE, rowOf(n, params.workers), most)
  strip(frame.arrived, 0, 0, largest(frame.arrived))
}

/** The cells that a worker sends: their old place, just below it on their way, and the way to the server. */
function Flight({ sent, y, color }: { sent: Float64Array; y: number; color: string }) {
  const xs = Array.from(sent.keys(), (i) => i + 1).filter((x) => sent[x - 1] !== 0)
  const at = (height: number) => xs.map(() => height)
  const r = xs.length > MANY ? 1 : 3
  return (
    <>
      <Curve
        xs={xs.flatMap((x) => [x, x, Number.NaN])}
        ys={xs.flatMap(() => [y, STRIP, Number.NaN])}
        color={color}
        width={1.25}
        opacity={0.55}
      />
      <Dots xs={xs} ys={at(y + STRIP / 2)} color={color} r={r} square />
      <Dots xs={xs} ys={at(y - 0.28)} color={color} r={Math.min(r, 2.5)} square />
    </>
  )
}

/** A bar of bytes: what has been sent so far, relative to all that the dense run sends to its end. */
function Bytes({ y, share, color, text }: { y: number; share: number; color: string; text: string }) {
  const right = 0.5 + share * SIZE
  return (
    <>
      <Region
        rings={[
          [
            [0.5, y],
            [right, y],
            [right, y + 0.3],
            [0.5, y + 0.3],
          ],
        ]}
        fill={color}
      />
      <Label at={[0.5, y + 0.3]} dy={-4} small bold color={color}>
        {text}
      </Label>
    </>
  )
}

function Network({ frame, params, palette, words, series, step, last, steps, format }: Scene) {
  const color = LOOKS[schemeOf(params)].color(palette)
  const names = Array.from({ length: params.workers }, (_, n) => n)
  const now = Math.min(step, last)
  const [dense, sparse] = [series.denseBytes[now] || 0, series.sparseBytes[now] || 0]
  const whole = Math.max(1, bytesOf('dense', SIZE * params.workers * steps), series.sparseBytes[last]!)
  const frames = [...names.map((n) => rowOf(n, params.workers)), 0]
  return (
    <>
      {names.map((n) => (
        <Flight key={n} sent={frame.sent.subarray(n * SIZE, (n + 1) * SIZE)} y={rowOf(n, params.workers)} color={color} />
      ))}
      {frames.map((y) => (
        <Region
          key={y}
          rings={[
            [
              [0.5, y],
              [SIZE + 0.5, y],
              [SIZE + 0.5, y + STRIP],
              [0.5, y + STRIP],
            ],
          ]}
          stroke={palette.faint}
          width={1}
        />
      ))}
      {names.map((n) => (
        <Label key={n} at={[0, rowOf(n, params.workers)]} dx={-4} dy={-2} anchor="end" small color={palette.ink}>
          {`${words.worker} ${n + 1}`}
        </Label>
      ))}
      <Label at={[0, 0]} dx={-4} dy={-2} anchor="end" small bold color={palette.ink}>
        {words.server}
      </Label>
      <Bytes
        y={-1.2}
        share={dense / whole}
        color={LOOKS.dense.color(palette)}
        text={`${words.dense}: ${format(dense / 1000, 4)} kB`}
      />
      {params.compress && (
        <>
          <Label
            at={[0.5, -2.2]}
            dy={15}
            small
            color={palette.ink}
          >{`${format(series.fewerBytes[now] || 0, 3)} ${words.fewerBytes}, ${format(series.fewerValues[now] || 0, 3)} ${words.fewerValues}`}</Label>
          <Bytes
            y={-2.2}
            share={sparse / whole}
            color={color}
            text={`${words[schemeOf(params)]}: ${format(sparse / 1000, 4)} kB · ${words.eachStep} ${frame.k} ${words.ofAll}`}
          />
        </>
      )}
    </>
  )
}

export const network: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }): Window => [
    [LEFT, SIZE + 3],
    [BELOW, params.workers + STRIP + 0.2],
  ],
  marks: paint,
  draw: (scene) => <Network {...scene} />,
}
