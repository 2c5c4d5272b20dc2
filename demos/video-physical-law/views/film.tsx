// Films as strips of pixels: the truth, three continuations, and the nearest clip of the training.
import type { Plane, PlotView } from '@/contract'
import { Curve, Dots, Label, Segment } from '@/views'
import { diverging, paintCells } from '@/views/pixels'
import { shownClip } from '../learners/clips'
import { generate } from '../learners/pocket'
import type { Scene } from '../looks'
import { channelsOf } from '../params'
import { BLOCKS, type Block, FILM_WINDOW, FILM_X, placeIn, ROW, rowAt, TOP } from '../places'
import { netOf } from '../shipped'
import { FRAMES, GIVEN, PIXELS } from '../world/ring'

const PALE = 0.28 // frames that are still to come

/** All frames of each block, [FRAMES, channels, PIXELS]; null until there is a network. */
function filmsOf({ params, frame, maps }: Scene): Readonly<Record<Block, Float64Array | null>> | null {
  const { answers } = frame
  if (answers === null) return null
  const channels = channelsOf(params)
  const net = netOf(params, maps.learned?.result)
  const continued = (future: Float64Array) => {
    const all = answers.truth.slice()
    all.set(future, GIVEN * channels * PIXELS)
    return all
  }
  return {
    truth: answers.truth,
    pocket: net && continued(generate(net, channels, [shownClip(params)])),
    cases: continued(answers.cases),
    nearest: answers.nearestFilm,
  }
}

/** Paints frames `from` to `to - 1` of a block; red is above 0, blue below. */
function paintRows(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  plane: Plane,
  block: Block,
  film: Float64Array,
  from: number,
  to: number,
) {
  if (to <= from) return
  const two = channelsOf(scene.params) === 2
  const size = (two ? 2 : 1) * PIXELS
  const at = (j: number, row: number) => {
    const k = (to - 1 - row) * size + j
    return two ? film[k]! - film[k + PIXELS]! : film[k]!
  }
  const y = (f: number) => TOP[block] - f * ROW[block]
  const cells = { columns: PIXELS, rows: to - from, at, most: 1 }
  paintCells(ctx, plane, diverging(scene.palette), cells, [FILM_X, [y(to), y(from)]])
}

const rows = Array.from({ length: FRAMES }, (_, f) => f)

function Marks({ params, frame, step, palette, words, format, maps }: Scene) {
  const { answers } = frame
  if (!answers) return null
  const clip = shownClip(params)
  const titles: Readonly<Record<Block, readonly [text: string, color: string]>> = {
    truth: [`${words.truth}: v = ${format(params.velocity, 3)}`, palette.ink],
    pocket: [netOf(params, maps.learned?.result) ? words.pocket : words.training, palette.method],
    cases: [words.cases, palette.base],
    nearest: [`${words.nearest}, ${words.distance} ${format(answers.distance, 2)}`, palette.soft],
  }
  const places = rows.map((f) => placeIn(clip, f))
  // a line that crosses the end of the ring is interrupted there
  const xs = places.map((x, f) => (f > 0 && Math.abs(x - places[f - 1]!) > 5 ? Number.NaN : x))
  return (
    <>
      {BLOCKS.map((block) => (
        <g key={block}>
          <Label at={[FILM_X[0], TOP[block]]} dx={4} dy={-5} small bold color={titles[block][1]}>
            {titles[block][0]}
          </Label>
          {block !== 'truth' && (
            <Curve xs={xs} ys={rows.map((f) => rowAt(block, f))} color={palette.ink} dash="2 3" width={1.25} />
          )}
          <Segment
            from={[FILM_X[0], TOP[block] - GIVEN * ROW[block]]}
            to={[FILM_X[1], TOP[block] - GIVEN * ROW[block]]}
            color={palette.ink}
            width={1}
          />
        </g>
      ))}
      <Label at={[FILM_X[1], rowAt('truth', 1)]} dx={-6} dy={4} anchor="end" small italic color={palette.soft}>
        {words.shown}
      </Label>
      <Label at={[FILM_X[1], rowAt('truth', FRAMES - 1)]} dx={-6} dy={4} anchor="end" small bold color={palette.base2}>
        {words.law}
      </Label>
      <Dots
        xs={answers.lawPlaces}
        ys={rows.slice(GIVEN).map((f) => rowAt('truth', f))}
        to={step - 1}
        color={palette.base2}
        r={3.5}
      />
    </>
  )
}

export const film: PlotView<Scene> = {
  kind: 'plot',
  map: 'learned',
  window: FILM_WINDOW,
  x: ({ words }) => ({ title: words.axisPlace, ticks: [0, 2, 4, 6, 8] }),
  y: { ticks: [] },
  marks(ctx, scene, plane) {
    const films = filmsOf(scene)
    if (!films) return
    const seen = GIVEN + scene.step
    for (const block of BLOCKS) {
      const all = films[block]
      if (!all) continue
      ctx.globalAlpha = PALE
      paintRows(ctx, scene, plane, block, all, seen, FRAMES)
      ctx.globalAlpha = 1
      paintRows(ctx, scene, plane, block, all, 0, Math.min(seen, FRAMES))
    }
  },
  draw: (scene) => <Marks {...scene} />,
}
