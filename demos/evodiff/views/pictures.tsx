// Little pictures of all solvers beside the exact ones.
import type { Plane, PlotView, Point, Window } from '@/contract'
import { PATCH_SIDE } from '@/domains/diffusion/mixtures'
import { Label } from '@/views'
import { paintSheet, putPicture, type Sheet, startSheet } from '@/views/sheet'
import { LOOKS, type Scene, SERIES } from '../looks'
import { LANES, type Lane, PICTURES, SIDE } from '../params'

// In units of one picture: three sheets in the upper row, two in the lower one, with a line for names above each.
const PITCH = SIDE + 0.6
const ROW = SIDE + 1.1
const PLACES: Readonly<Record<Lane | 'exact', Point>> = {
  exact: [0, ROW],
  evodiff: [PITCH, ROW],
  data: [2 * PITCH, ROW],
  noise: [PITCH, 0],
  ddim: [2 * PITCH, 0],
}
const WINDOW: Window = [
  [-0.05, 3 * PITCH - 0.55],
  [-0.05, 2 * ROW],
]

function sheetOf(pictures: Float64Array, scale: number): Sheet {
  const sheet = startSheet(SIDE, SIDE, PATCH_SIDE)
  const size = pictures.length / PICTURES
  for (let k = 0; k < PICTURES; k++) putPicture(sheet, k, pictures, k * size, scale)
  return sheet
}

function paintPictures(ctx: CanvasRenderingContext2D, { params, frame, maps, palette }: Scene, plane: Plane): void {
  if (params.tab !== 'patches') return
  const scale = 1 / Math.hypot(1, frame.sigma)
  for (const lane of LANES) paintSheet(ctx, plane, sheetOf(frame.places[lane], scale), PLACES[lane], 1, palette.paper)
  const exact = maps.truth?.result.ends
  if (exact?.length === frame.places.evodiff.length) paintSheet(ctx, plane, sheetOf(exact, 1), PLACES.exact, 1, palette.paper)
}

function Names({ palette, words, series, step, format }: Scene) {
  return (
    <>
      <Label at={[PLACES.exact[0], PLACES.exact[1] + SIDE]} dy={-5} bold>
        {words.exact}
      </Label>
      {LANES.map((lane) => {
        const error = series[SERIES[lane].error][step]!
        const number = Number.isFinite(error) ? `: ${format(error, 2)}` : ''
        return (
          <Label key={lane} at={[PLACES[lane][0], PLACES[lane][1] + SIDE]} dy={-5} bold color={LOOKS[lane].color(palette)}>
            {words[lane] + number}
          </Label>
        )
      })}
    </>
  )
}

export const pictures: PlotView<Scene> = {
  kind: 'plot',
  map: 'truth',
  when: ({ params }) => params.tab === 'patches',
  window: WINDOW,
  equal: true,
  marks: paintPictures,
  draw: (scene) => (scene.params.tab === 'patches' ? <Names {...scene} /> : null),
}
