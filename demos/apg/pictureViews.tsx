// Little pictures: those of both methods beside true ones, and one of them taken apart.
import type { Plane, Point, Window } from '@/contract'
import { Label, Region } from '@/views'
import { paintSheet } from '@/views/sheet'
import { stretchColour, turnColour } from './colours'
import { pictureNoise, truePictures } from './data'
import type { Measures } from './measures'
import type { Method, Picture } from './model'
import { sheetOf } from './painting'
import { PICTURES, SIDE } from './params'
import type { Scene } from './planeView'
import { truthOf } from './truth'

const NUMBERS = 9 // in a folded picture

// --- all of them ----------------------------------------------------------------------------------------------------------

// in units of one picture
const PLACES = { cfg: [0, 7], apg: [6.8, 7], truth: [0, 0], large: [6.8, 1.6] } as const
const LARGE = 2.9
export const PICTURES_WINDOW: Window = [
  [-0.05, 12.85],
  [-0.05, 13.75],
]

export function paintPictures(ctx: CanvasRenderingContext2D, { frame, params, palette }: Scene, plane: Plane) {
  const { rest } = pictureNoise(params.seed, 'start')
  const truth = sheetOf(truePictures(params), pictureNoise(params.seed, 'truth').rest, SIDE, SIDE)
  paintSheet(ctx, plane, truth, PLACES.truth, 1, palette.paper)
  const index = params.picked - 1
  for (const [k, method] of (['cfg', 'apg'] as const).entries()) {
    const { guided } = frame[method]
    paintSheet(ctx, plane, sheetOf(frame.ends[method].x, rest, SIDE, SIDE), PLACES[method], 1, palette.paper)
    const one = sheetOf(guided.subarray(index * NUMBERS, (index + 1) * NUMBERS), rest, 1, 1, index)
    paintSheet(ctx, plane, one, [PLACES.large[0] + k * (LARGE + 0.2), PLACES.large[1]], LARGE, palette.paper)
  }
}

/** Square of a picture in its sheet. */
const cornerOf = (method: Method, index: number): Point => [
  PLACES[method][0] + (index % SIDE),
  PLACES[method][1] + SIDE - 1 - Math.floor(index / SIDE),
]

/** Number of the picture at a place of the window; null between the sheets. */
export function pictureAt([x, y]: Point): number | null {
  for (const method of ['cfg', 'apg'] as const) {
    const [column, row] = [Math.floor(x - PLACES[method][0]), SIDE - 1 - Math.floor(y - PLACES[method][1])]
    if (column >= 0 && column < SIDE && row >= 0 && row < SIDE) return row * SIDE + column + 1
  }
  return null
}

export const picturesPress = (at: Point): { picked: number } | null => {
  const picked = pictureAt(at)
  return picked === null || picked > PICTURES ? null : { picked }
}

export function Pictures({ params, frame, palette, words, format }: Scene) {
  const saturation = ({ mean }: Measures) => ` · ${words.saturation} ${format(mean, 3)}`
  const above = (key: keyof typeof PLACES, size: number): Point => [PLACES[key][0], PLACES[key][1] + size + 0.2]
  return (
    <>
      <Label at={above('cfg', SIDE)} bold color={palette.base}>
        {words.cfg + saturation(frame.ends.cfg.found)}
      </Label>
      <Label at={above('apg', SIDE)} bold color={palette.method}>
        {words.apg + saturation(frame.ends.apg.found)}
      </Label>
      <Label at={above('truth', SIDE)} bold>
        {words.truth + saturation(truthOf(params))}
      </Label>
      <Label at={above('large', LARGE)} small color={palette.soft}>
        {`${words.predicted} ${format(frame.sigma, 2)}`}
      </Label>
      {(['cfg', 'apg'] as const).map((method, k) => {
        const [x, y] = cornerOf(method, params.picked - 1)
        const color = method === 'cfg' ? palette.base : palette.method
        return (
          <g key={method}>
            <Border x={x} y={y} size={1} color={palette.ink} width={2.5} />
            <Border x={PLACES.large[0] + k * (LARGE + 0.2)} y={PLACES.large[1]} size={LARGE} color={color} width={2} />
            <Label
              at={[PLACES.large[0] + k * (LARGE + 0.2) + LARGE / 2, PLACES.large[1]]}
              dy={16}
              anchor="middle"
              small
              color={color}
            >
              {words[method]}
            </Label>
          </g>
        )
      })}
    </>
  )
}

function Border({ x, y, size, color, width }: { x: number; y: number; size: number; color: string; width: number }) {
  const ring: Point[] = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ]
  return <Region rings={[ring]} stroke={color} width={width} />
}

// --- one of them, taken apart ---------------------------------------------------------------------------------------------

const PARTS = ['any', 'wanted', 'stretch', 'turn', 'guided'] as const
const PITCH = 1.16
export const ANATOMY_WINDOW: Window = [
  [-0.05, 4 * PITCH + 1.05],
  [-0.3, 2.85],
]
const rowOf = { cfg: 1.45, apg: 0 } as const

const partOf = ({ all, cond, along, across, guided }: Picture, name: (typeof PARTS)[number]): Float64Array =>
  ({ any: all, wanted: cond, stretch: along, turn: across, guided })[name]

/** The parts as they are applied, times w - 1; the stretch fades with η. */
export function paintAnatomy(ctx: CanvasRenderingContext2D, { frame, params, palette }: Scene, plane: Plane) {
  const { rest } = pictureNoise(params.seed, 'start')
  const index = params.picked - 1
  for (const method of ['cfg', 'apg'] as const) {
    const eta = method === 'cfg' ? 1 : params.eta
    for (const [k, name] of PARTS.entries()) {
      const scale = name === 'stretch' ? (params.w - 1) * Math.max(eta, 1) : name === 'turn' ? params.w - 1 : 1
      const part = partOf(frame[method], name).subarray(index * NUMBERS, (index + 1) * NUMBERS)
      ctx.globalAlpha = name === 'stretch' ? 0.2 + 0.8 * Math.min(eta, 1) : 1
      paintSheet(ctx, plane, sheetOf(part, rest, 1, 1, index, scale), [k * PITCH, rowOf[method]], 1, palette.paper)
    }
  }
  ctx.globalAlpha = 1
}

export function Anatomy({ frame, params, palette, words, format }: Scene) {
  const colours = {
    any: palette.soft,
    wanted: palette.ink,
    stretch: stretchColour(palette),
    turn: turnColour(palette),
    guided: palette.ink,
  }
  return (
    <>
      {PARTS.map((name, k) => (
        <Label key={name} at={[k * PITCH + 0.5, 2.55]} anchor="middle" small color={colours[name]}>
          {words[name]}
        </Label>
      ))}
      {(['cfg', 'apg'] as const).map((method) => (
        <g key={method}>
          {PARTS.map((name, k) => (
            <Border
              key={name}
              x={k * PITCH}
              y={rowOf[method]}
              size={1}
              color={colours[name]}
              width={name === 'stretch' || name === 'turn' ? 2 : 1}
            />
          ))}
          <Label
            at={[4 * PITCH + 0.5, rowOf[method]]}
            dy={14}
            anchor="middle"
            small
            bold
            color={method === 'cfg' ? palette.base : palette.method}
          >
            {words[method]}
          </Label>
        </g>
      ))}
      <Label at={[2 * PITCH + 0.5, rowOf.apg]} dy={14} anchor="middle" small color={colours.stretch} param="eta">
        {`× η = ${format(params.eta, 2)}`}
      </Label>
      {frame.sigma === 0 && (
        <Label at={[0, rowOf.cfg]} dy={14} small italic color={palette.soft}>
          {words.stepBack}
        </Label>
      )}
    </>
  )
}
