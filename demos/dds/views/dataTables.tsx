// The same in the numbers of the instrument: what was measured, what would be measured of the guess, and what is left over.
import type { Plane, PlotView, Point, Window } from '@/contract'
import { binsOf } from '@/domains/imaging/operators'
import { Film, type FilmFrame, type Picture, paintPicture } from '@/views/pictures'
import { diverging, largest } from '@/views/pixels'
import { correctedColour, dataColour, guessColour, resultOf, type Scene } from '../looks'
import type { Params } from '../params'
import { PIXELS, SIDE } from '../phantoms'
import { problemOf, seenPixels } from '../problem'

const [PITCH, RISE] = [1.2, 1.45]
const WINDOW: Window = [
  [-0.1, PITCH + 1.1],
  [-0.24, RISE + 1.24],
]
const FULL_LEFT = 0.3 // of full colour in what is left over

/** Measurements as a table: a row for each view, or a picture. */
function tableOf(p: Params, values: Float64Array, most: number): Picture {
  if (p.operator === 'ct') return { values, columns: binsOf(SIDE), rows: p.angles, most }
  if (p.operator === 'blur') return { values, columns: SIDE, rows: SIDE, most }
  const all = new Float64Array(PIXELS).fill(Number.NaN)
  for (const [k, pixel] of seenPixels(p).entries()) all[pixel] = values[k]!
  return { values: all, columns: SIDE, rows: SIDE, most }
}

interface Panel {
  at: Point
  name: string
  color: string
  note?: string
  picture: Picture
}
function panelsOf(scene: Scene): Panel[] {
  const { params: p, frame, palette, words, format, series, step } = scene
  const { operator, measured } = problemOf(p).correction
  const seen = (x: Float64Array) => {
    const out = new Float64Array(operator.rows)
    operator.apply(x, out)
    return out
  }
  const left = (values: Float64Array) => values.map((v, i) => v - measured[i]!)
  const result = seen(resultOf(scene))
  const guess = frame.sampling ? seen(frame.sampling.guess) : null
  const full = largest(measured)
  const isCorrected = guess !== null && p.method === 'dds'
  const misfit = (value: number | undefined) =>
    value === undefined ? undefined : `${words.length} ${format(value, 2)} · ±${format(FULL_LEFT, 1)}`
  return [
    {
      at: [0, RISE],
      name: words.measured,
      color: dataColour(palette),
      note: `±${format(full, 2)}`,
      picture: tableOf(p, measured, full),
    },
    {
      at: [PITCH, RISE],
      name: guess ? words.ofGuess : words.ofResult,
      color: guess ? guessColour(palette) : correctedColour(palette),
      picture: tableOf(p, guess ?? result, full),
    },
    {
      at: [0, 0],
      name: isCorrected ? words.leftBefore : words.leftAfter,
      color: guess ? guessColour(palette) : correctedColour(palette),
      note: misfit(guess ? series.before[step] : series.after[step]),
      picture: tableOf(p, left(guess ?? result), FULL_LEFT),
    },
    ...(isCorrected
      ? [
          {
            at: [PITCH, 0] as Point,
            name: words.leftAfter,
            color: correctedColour(palette),
            note: misfit(series.after[step]),
            picture: tableOf(p, left(result), FULL_LEFT),
          },
        ]
      : []),
  ]
}

const isKnown = ({ params, frame }: Scene) => params.tab === 'pictures' && (frame.sampling !== null || frame.plain !== null)

export const data: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'pictures',
  window: WINDOW,
  equal: true,
  marks(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane) {
    if (!isKnown(scene)) return
    for (const { at, picture } of panelsOf(scene)) paintPicture(ctx, plane, diverging(scene.palette), picture, at, 1)
  },
  draw: (scene) =>
    isKnown(scene) ? <Film frames={panelsOf(scene).map(({ picture: _, ...frame }): FilmFrame => frame)} /> : null,
}
