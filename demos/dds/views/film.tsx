// Six pictures: the truth and what is known of it, and one step of the sampler: noisy picture, guess, correction, and what is wrong with it.
import type { PlotView, Point } from '@/contract'
import { memoized } from '@/memoized'
import { Circle, Dot, Segment } from '@/views'
import { Film, type FilmFrame, type Picture, paintPicture } from '@/views/pictures'
import { diverging, greys, type Shades } from '@/views/pixels'
import { rangeOf } from '@/views/series'
import { CORNERS, cornersOf, filmWindow, inFilm, inPicture, type Still } from '../geometry'
import { RAY_END, RAY_TIP, rayPlace, sizePlace, withBlot } from '../handles'

import { correctedColour, dataColour, guessColour, resultOf, type Scene } from '../looks'
import { type Params, params as schema } from '../params'
import { PIXELS, SIDE } from '../phantoms'
import { BLOT, blotAt, problemOf, seenPixels } from '../problem'

const FULL_ERROR = 0.5 // of full colour

/** The measurements as a picture: smeared back along the rays, from darkest to brightest; blurred; or with holes, where it is NaN. */
const seenPicture = memoized((p: Params): Picture => {
  const { correction } = problemOf(p)
  if (p.operator === 'ct') {
    const [low, high] = rangeOf([correction.back], [-1, 1])
    const half = Math.max((high - low) / 2, Number.MIN_VALUE)
    return picture(correction.back.map((v) => (v - low) / half - 1))
  }
  if (p.operator === 'blur') return picture(correction.measured)
  const values = new Float64Array(PIXELS).fill(Number.NaN)
  for (const [k, pixel] of seenPixels(p).entries()) values[pixel] = correction.measured[k]!
  return picture(values)
})
const picture = (values: ArrayLike<number>, most = 1): Picture => ({ values, columns: SIDE, rows: SIDE, most })

/** What is painted, of the stills that this method has. */
function picturesOf(scene: Scene): Partial<Record<Still, { shades: Shades; picture: Picture }>> {
  const { params, frame, palette } = scene
  const { truth } = problemOf(params)
  const result = resultOf(scene)
  const [shades, signed] = [greys(palette), diverging(palette)]
  const error = result.map((v, i) => v - truth[i]!)
  const push = frame.sampling?.push.map((v) => -params.zeta * v)
  return {
    truth: { shades, picture: picture(truth) },
    seen: { shades, picture: seenPicture(params) },
    ...(frame.sampling && {
      noisy: { shades, picture: picture(frame.sampling.x) },
      guess: { shades, picture: picture(frame.sampling.guess) },
    }),
    corrected:
      push && params.method === 'dps'
        ? { shades: signed, picture: picture(push, FULL_ERROR) }
        : { shades, picture: picture(result) },
    error: { shades: signed, picture: picture(error, FULL_ERROR) },
  }
}

function framesOf({ params, palette, words, series, step, last, steps, format }: Scene): FilmFrame[] {
  const { method, operator } = params
  const dB = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? `${format(value, 3)} dB` : undefined)
  const seen = { ct: words.seen, blur: words.blurred, holes: words.covered }[operator]
  const isEnd = step === last && last === steps
  const looks: Record<Still, Omit<FilmFrame, 'at'>> = {
    truth: { name: words.truth, color: palette.ink },
    seen: { name: seen, color: dataColour(palette) },
    noisy: { name: isEnd ? words.end : words.noisy, color: palette.soft, note: isEnd ? dB(series.psnr[step]) : undefined },
    guess: { name: words.guess, color: guessColour(palette), note: dB(series.guessPsnr[step]) },
    corrected: {
      name: method === 'dps' ? words.push : method === 'cg' ? words.onlyCg : words.corrected,
      color: correctedColour(palette),
      note: method === 'dps' ? `±${format(FULL_ERROR, 1)}` : dB(series.psnr[step]),
    },
    error: { name: words.errorPicture, color: palette.ink, note: `±${format(FULL_ERROR, 1)}` },
  }
  return Object.entries(cornersOf(params)).map(([still, at]) => ({ ...looks[still as Still], at }))
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
  const edge: Point = [lesion[0] + Math.SQRT1_2 * radius, lesion[1] - Math.SQRT1_2 * radius]
  return (
    <>
      <Film frames={framesOf(scene)} />
      {params.operator === 'ct' && params.method !== 'prior' && <Rays {...scene} />}
      <Circle at={lesion} radius={radius} stroke={palette.method} width={1.5} param="lesion" />
      <Segment from={edge} to={size} color={palette.method} width={1.25} param="radius" />
      <Dot at={size} color={palette.method} r={4.5} param="radius" />
      {params.operator === 'holes' &&
        params.method !== 'prior' &&
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
  if (params.operator !== 'holes' || params.method === 'prior' || !isInside || params.blots >= schema.blots.max) return null
  const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
  return { blots: params.blots + 1, moved: withBlot(params.moved, params.blots, [neat(x), neat(y)]) }
}

export const film: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'pictures',
  window: ({ params }) => filmWindow(params),
  equal: true,
  marks(ctx, scene, plane) {
    if (scene.params.tab !== 'pictures' || (!scene.frame.sampling && !scene.frame.plain)) return
    const pictures = picturesOf(scene)
    for (const [still, at] of Object.entries(cornersOf(scene.params))) {
      const own = pictures[still as Still]
      if (own) paintPicture(ctx, plane, own.shades, own.picture, at, 1)
    }
  },
  draw: (scene) => (scene.params.tab === 'pictures' ? <FilmView {...scene} /> : null),
  press: pressed,
}
