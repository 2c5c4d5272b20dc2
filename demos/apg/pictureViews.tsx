// Little pictures: those of both methods beside true ones, one of them taken apart, and how many are dull, medium and vivid.
import type { Axis, Plane, Point, Window } from '@/contract'
import { PATCH_LEVELS } from '@/domains/diffusion/mixtures'
import { Label, Region, Rule, Segment, SpreadLabels } from '@/views'
import { SweepLine } from './charts'
import { angleOf, chromaColour, stretchColour, turnColour } from './colours'
import { pictureNoise, truePictures } from './data'
import type { Measures } from './measures'
import type { Method, Picture } from './model'
import { paintSheet, sheetOf } from './painting'
import { classOf, PICTURES, SIDE } from './params'
import type { Scene } from './planeView'
import { truthOf } from './truth'

const NUMBERS = 9 // to a folded picture

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
  const true_ = sheetOf(truePictures(params), pictureNoise(params.seed, 'truth').rest, SIDE, SIDE)
  paintSheet(ctx, plane, true_, PLACES.truth, 1, palette.paper)
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
            <Frame x={x} y={y} size={1} color={palette.ink} width={2.5} />
            <Frame x={PLACES.large[0] + k * (LARGE + 0.2)} y={PLACES.large[1]} size={LARGE} color={color} width={2} />
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

function Frame({ x, y, size, color, width }: { x: number; y: number; size: number; color: string; width: number }) {
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
            <Frame
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

// --- how many are dull, medium, vivid -------------------------------------------------------------------------------------

const LEVELS = ['dull', 'medium', 'vivid'] as const
export const levelsWindow = ({ params }: Scene): Window =>
  params.chart === 'sweep'
    ? [
        [1, 20],
        [0, 1.05],
      ]
    : [
        [0, 3],
        [-0.22, 1.14],
      ]
export const levelsAxes = ({ params, words }: Scene): { x: Axis; y: Axis } =>
  params.chart === 'sweep'
    ? { x: { title: words.axisScale, ticks: [1, 5, 10, 15, 20] }, y: { ticks: [0, 0.5, 1] } }
    : { x: { ticks: [] }, y: { ticks: [0, 0.5, 1] } }

export function Levels(scene: Scene) {
  return scene.params.chart === 'sweep' ? <LevelsAgainst scene={scene} /> : <Bars scene={scene} />
}

function Bars({ scene }: { scene: Scene }) {
  const { params, palette, words, frame } = scene
  const angle = angleOf(classOf(params.hue))
  return (
    <>
      {LEVELS.map((level, k) => (
        <g key={level}>
          <Segment from={[k + 0.1, 1 / 3]} to={[k + 0.9, 1 / 3]} color={palette.ink} width={2} />
          {(['cfg', 'apg'] as const).map((method, side) => {
            const share = frame.ends[method].found[level]
            const color = method === 'cfg' ? palette.base : palette.method
            const [from, to] = [k + 0.18 + 0.33 * side, k + 0.48 + 0.33 * side]
            const bar: Point[] = [
              [from, 0],
              [to, 0],
              [to, share],
              [from, share],
            ]
            return (
              <g key={method}>
                <Region rings={[bar]} fill={color} opacity={method === 'cfg' ? 0.55 : 0.85} stroke={color} />
                <Label at={[(from + to) / 2, share]} dy={-5} anchor="middle" small color={color}>
                  {`${Math.round(100 * share)} %`}
                </Label>
                {k === 2 && (
                  <Label at={[(from + to) / 2, 0.04]} anchor="middle" small bold color={color}>
                    {words[method]}
                  </Label>
                )}
              </g>
            )
          })}
          <Segment from={[k + 0.2, -0.03]} to={[k + 0.8, -0.03]} color={chromaColour(angle, PATCH_LEVELS[k]!)} width={6} />
          <Label at={[k + 0.5, -0.03]} dy={16} anchor="middle" small>
            {words[level]}
          </Label>
        </g>
      ))}
      <Label at={[0.1, 1 / 3]} dy={-5} small>
        {words.truth}
      </Label>
    </>
  )
}

function LevelsAgainst({ scene }: { scene: Scene }) {
  const { params, palette, words, maps } = scene
  const lines = (['cfg', 'apg'] as const).flatMap((method) =>
    (['vivid', 'dull'] as const).map((level) => ({ method, level, color: method === 'cfg' ? palette.base : palette.method })),
  )
  return (
    <>
      <Rule x={params.w} />
      <Segment from={[1, 1 / 3]} to={[20, 1 / 3]} color={palette.ink} width={1.5} />
      {lines.map(({ method, level, color }) => (
        <SweepLine
          key={method + level}
          sweep={maps[method]?.result}
          name={level}
          color={color}
          dash={level === 'dull' ? '2 4' : undefined}
        />
      ))}
      <SpreadLabels
        anchor="end"
        labels={[
          { at: [19.8, 1 / 3], text: words.truth, color: palette.ink, quiet: true },
          ...lines.flatMap(({ method, level, color }) => {
            const shares = maps[method]?.result.found[level]
            const share = shares?.at(-1)
            return share === undefined || Number.isNaN(share)
              ? []
              : [{ at: [15, share] as const, text: `${words[method]}, ${words[level]}`, color }]
          }),
        ]}
      />
    </>
  )
}

export const picturesPress = (at: Point): { picked: number } | null => {
  const picked = pictureAt(at)
  return picked === null || picked > PICTURES ? null : { picked }
}
