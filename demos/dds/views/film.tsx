// Six pictures: the truth and what is known of it, and one step of the sampler: noisy picture, guess, correction, and what is wrong with it.
import type { PlotView, Point } from '@/contract'
import { memoized } from '@/memoized'
import { Circle, Segment } from '@/views'
import { Film, type FilmFrame, type Picture, paintPicture } from '@/views/pictures'
import { diverging, greys, largest, type Shades } from '@/views/pixels'
import { CORNERS, FILM, inFilm, inPicture } from '../geometry'
import { RAY_END, RAY_TIP, rayPlace, sizePlace, withBlot } from '../handles'

import { correctedColour, dataColour, guessColour, resultOf, type Scene } from '../looks'
import { type Params, params as schema } from '../params'
import { PIXELS, SIDE } from '../phantoms'
import { BLOT, blotAt, problemOf, seenPixels } from '../problem'

const FULL_ERROR = 0.5 // of full colour

/** The measurements as a picture: smeared back along the rays, blurred, or with holes, where it is NaN. */
const seenPicture = memoized((p: Params): Picture => {
  const { correction } = problemOf(p)
  if (p.operator === 'ct') return picture(correction.back, largest(correction.back))
  if (p.operator === 'blur') return picture(correction.measured, 1)
  const values = new Float64Array(PIXELS).fill(Number.NaN)
  for (const [k, pixel] of seenPixels(p).entries()) values[pixel] = correction.measured[k]!
  return picture(values, 1)
})
const picture = (values: ArrayLike<number>, most: number): Picture => ({ values, columns: SIDE, rows: SIDE, most })

/** What is painted, and what is framed without a picture. */
function picturesOf(scene: Scene): { at: Point; shades: Shades; picture: Picture }[] {
  const { params, frame, palette } = scene
  const { truth } = problemOf(params)
  const result = resultOf(scene)
  const error = result.map((v, i) => v - truth[i]!)
  const [grey, signed] = [greys(palette), diverging(palette)]
  const all = [
    { at: CORNERS.truth, shades: grey, picture: picture(truth, 1) },
    { at: CORNERS.seen, shades: grey, picture: seenPicture(params) },
    { at: CORNERS.error, shades: signed, picture: picture(error, FULL_ERROR) },
  ]
  if (frame.sampling) {
    const { x, guess, push } = frame.sampling
    all.push({ at: CORNERS.noisy, shades: grey, picture: picture(x, 1) })
    all.push({ at: CORNERS.guess, shades: grey, picture: picture(guess, 1) })
    if (params.method === 'dps')
      all.push({
        at: CORNERS.corrected,
        shades: signed,
        picture: picture(
          push.map((v) => -params.zeta * v),
          FULL_ERROR,
        ),
      })
  }
  if (params.method === 'dds' || params.method === 'cg')
    all.push({ at: CORNERS.corrected, shades: grey, picture: picture(result, 1) })
  return all
}

function framesOf({ params, palette, words, series, step, format }: Scene): FilmFrame[] {
  const { method, operator } = params
  const dB = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? `${format(value, 3)} dB` : undefined)
  const seen = { ct: words.seen, blur: words.blurred, holes: words.covered }[operator]
  const isCg = method === 'cg'
  return [
    { name: words.truth, at: CORNERS.truth, color: palette.ink },
    { name: seen, at: CORNERS.seen, color: dataColour(palette) },
    { name: words.noisy, at: CORNERS.noisy, color: palette.soft, empty: isCg ? words.unused : undefined },
    {
      name: words.guess,
      at: CORNERS.guess,
      color: guessColour(palette),
      note: dB(series.guessPsnr[step]),
      empty: isCg ? words.noGuess : undefined,
    },
    {
      name: method === 'dps' ? words.push : isCg ? words.onlyCg : words.corrected,
      at: CORNERS.corrected,
      color: correctedColour(palette),
      note: method === 'dds' || isCg ? dB(series.psnr[step]) : undefined,
      empty: method === 'prior' ? words.uncorrected : undefined,
    },
    { name: words.errorPicture, at: CORNERS.error, color: palette.ink, note: `±${format(FULL_ERROR, 1)}` },
  ]
}

/** Arrows along the rays of each view, the first in ink. */
function Rays({ params, palette }: Scene) {
  return Array.from({ length: params.angles }, (_, k) => {
    const degrees = params.turn + (180 * k) / params.angles
    return (
      <Segment
        key={k}
        from={rayPlace(degrees, RAY_END)}
        to={rayPlace(degrees, RAY_TIP)}
        color={k === 0 ? palette.ink : dataColour(palette)}
        width={k === 0 ? 2 : 1.25}
        arrow
        param={k === 0 ? 'turn' : 'angles'}
      />
    )
  })
}

function FilmView(scene: Scene) {
  const { params, palette } = scene
  const lesion = inFilm(params.lesion, CORNERS.truth)
  const size = sizePlace(params)
  const radius = inFilm([params.radius, 0], [0, 0])[0] - 0.5
  return (
    <>
      <Film frames={framesOf(scene)} />
      {params.operator === 'ct' && <Rays {...scene} />}
      <Circle at={lesion} radius={radius} stroke={palette.method} width={1.5} param="lesion" />
      <Segment from={[lesion[0] + radius, lesion[1]]} to={size} color={palette.method} width={1.25} param="radius" />
      {params.operator === 'holes' &&
        Array.from({ length: params.blots }, (_, k) => (
          <Circle
            key={k}
            at={inFilm(blotAt(params, k), CORNERS.seen)}
            radius={inFilm([BLOT, 0], [0, 0])[0] - 0.5}
            stroke={dataColour(palette)}
            param="moved"
          />
        ))}
    </>
  )
}

/** A press on the picture with holes puts another one there. */
function pressed(at: Point, { params }: Scene): Partial<Params> | null {
  const [x, y] = inPicture(at, CORNERS.seen)
  const isInside = Math.abs(x) <= 1 && Math.abs(y) <= 1
  if (params.operator !== 'holes' || !isInside || params.blots >= schema.blots.max) return null
  const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
  return { blots: params.blots + 1, moved: withBlot(params.moved, params.blots, [neat(x), neat(y)]) }
}

export const film: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'pictures',
  window: FILM,
  equal: true,
  marks(ctx, scene, plane) {
    if (scene.params.tab !== 'pictures' || (!scene.frame.sampling && !scene.frame.plain)) return
    for (const { at, shades, picture: own } of picturesOf(scene)) paintPicture(ctx, plane, shades, own, at, 1)
  },
  draw: (scene) => (scene.params.tab === 'pictures' ? <FilmView {...scene} /> : null),
  press: pressed,
}
