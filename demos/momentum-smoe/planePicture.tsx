// The plane of tokens: regions of the router, the experts' objectives as ellipses, the cloud, and the path of the watched token through the layers.
import { memo } from 'react'
import type { PlotView, Point, Window } from '@/contract'
import { topCells } from '@/numerics/halfPlanes'
import { eigen2 } from '@/numerics/matrix2'
import { Curve, Dot, Dots, Label, Region, Segment, SpreadLabels, usePlot } from '@/views'
import { PALE } from '@/views/chart'
import { LOOKS, pathOf, type Scene, shownMethods, toneOf } from './looks'
import type { Method } from './model'
import { centersOf, mixtureOf, NUMBERS, type Params } from './params'
import { LEVELS } from './places'

const WINDOW: Window = [
  [-4.8, 4.8],
  [-4.2, 4.2],
]
const FAR = 60 // the window grows to fit the shape of the picture
const AROUND: readonly Point[] = [
  [-FAR, -FAR],
  [FAR, -FAR],
  [FAR, FAR],
  [-FAR, FAR],
]
const FLAT = 0.6 // so that lines stand out

const Regions = memo(function Regions({ params, palette }: { params: Params; palette: Scene['palette'] }) {
  return topCells(mixtureOf(params).router, params.top, AROUND).map(({ set, ring }) => (
    <g key={set.join()} opacity={FLAT}>
      {set.map((expert, k) => (
        <Region key={expert} rings={[ring]} fill={toneOf(palette, expert)} opacity={1 / (k + 1)} />
      ))}
      <Region rings={[ring]} stroke={palette.paper} width={1.5} />
    </g>
  ))
})

const TURNS = Array.from({ length: 49 }, (_, k) => (k / 48) * 2 * Math.PI)

/** The points at which twice the objective of an expert is `level`. */
function ellipseOf(params: Params, expert: number, level: number): Point[] {
  const { centers, curvatures } = mixtureOf(params)
  const [a, b, c] = curvatures.subarray(3 * expert, 3 * expert + 3) as unknown as [number, number, number]
  const { values, angle } = eigen2(a, b, c)
  const [long, short] = values.map((value) => Math.sqrt(level / value)) as [number, number]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return TURNS.map((turn) => {
    const [u, v] = [long * Math.cos(turn), short * Math.sin(turn)]
    return [centers[2 * expert]! + cos * u - sin * v, centers[2 * expert + 1]! + sin * u + cos * v]
  })
}

/** The centre of an expert: its number on a disc. */
function Numbered({ at: [x, y], number }: { at: Point; number: number }) {
  const { plane, palette } = usePlot()
  const r = 8 * palette.text
  return (
    <g data-param={`c${number}`}>
      <circle cx={plane.x(x)} cy={plane.y(y)} r={r} fill={palette.ink} stroke={palette.paper} strokeWidth={1.5} />
      <text
        x={plane.x(x)}
        y={plane.y(y)}
        dy="0.35em"
        textAnchor="middle"
        fill={palette.paper}
        fontSize={11.5 * palette.text}
        fontWeight={700}
      >
        {number}
      </text>
    </g>
  )
}

const Experts = memo(function Experts({ params, palette }: { params: Params; palette: Scene['palette'] }) {
  return NUMBERS.map((number) => (
    <g key={number}>
      {LEVELS.map((level) => (
        <Region
          key={level}
          rings={[ellipseOf(params, number - 1, level)]}
          stroke={palette.soft}
          width={0.9}
          param={number === 1 ? 'sigma' : undefined}
        />
      ))}
    </g>
  ))
})

const every2 = (rows: Float64Array, first: 0 | 1, from: number, to: number) =>
  Array.from({ length: to - from }, (_, k) => rows[2 * (from + k) + first]!)

function Cloud({ frame, palette }: Scene, method: Method) {
  const rows = frame.clouds[method]
  const look = LOOKS[method]
  const count = rows.length / 2
  const part = (from: number, to: number) => ({ xs: every2(rows, 0, from, to), ys: every2(rows, 1, from, to) })
  return (
    <g key={method}>
      <Dots {...part(frame.pushed, count)} color={look.color(palette)} square={look.square} r={2.3} opacity={0.65} />
      {frame.pushed > 0 && <Dots {...part(0, frame.pushed)} color={palette.ink} square={look.square} r={3.2} />}
      {frame.pushed > 0 && <Dots {...part(0, frame.pushed)} color={look.color(palette)} square={look.square} r={2.2} />}
    </g>
  )
}

function Path(scene: Scene, method: Method) {
  const { step, last, palette } = scene
  const [xs, ys] = pathOf(scene, method)
  const { color, dash, square } = LOOKS[method]
  const look = { xs, ys, color: color(palette) }
  return (
    <g key={method}>
      <Curve {...look} from={step} to={last} dash={dash} width={1.25} opacity={PALE} />
      <Curve {...look} to={step} dash={dash} width={2} />
      <Dots {...look} to={step} square={square} r={2.4} />
    </g>
  )
}

const plus = ([a, b]: Point, [c, d]: Point): Point => [a + c, b + d]
const SHORT = 0.03 // of the window's unit: shorter arrows cannot be seen

/** The parts of the next layer: an arrow for each expert asked, then the memory, all from the token, and their sum. */
function Arrows({ params, frame, palette, words }: Scene) {
  if (params.arrows === 'none') return null
  const { from, parts, memory } = frame.moves[params.arrows]
  const arrows = [
    ...parts.map(({ expert, by }) => ({ name: `${words.pull} ${expert + 1}`, by, color: palette.ink, dash: undefined })),
    { name: words.memory, by: memory, color: palette.base3, dash: '4 3' },
  ].filter(({ by: [x, y] }) => Math.hypot(x, y) > SHORT)
  const sum = arrows.reduce<Point>((to, { by }) => plus(to, by), from)
  const isSum = arrows.length > 1 && Math.hypot(sum[0] - from[0], sum[1] - from[1]) > SHORT
  return (
    <>
      {isSum && <Segment from={from} to={sum} color={LOOKS[params.arrows].color(palette)} width={3.5} opacity={0.55} arrow />}
      {arrows.map(({ name, by, color, dash }) => (
        <Segment key={name} from={from} to={plus(from, by)} color={color} width={2} dash={dash} arrow />
      ))}
      {arrows.map(({ name, by, color }) => (
        <Label
          key={name}
          at={plus(from, by)}
          dx={by[0] < 0 ? -6 : 6}
          dy={by[1] < 0 ? 14 : -6}
          anchor={by[0] < 0 ? 'end' : 'start'}
          small
          bold
          color={color}
        >
          {name}
        </Label>
      ))}
    </>
  )
}

function Plane(scene: Scene) {
  const { params, palette, words, step } = scene
  const methods = shownMethods(scene)
  const here = (method: Method): Point => {
    const [xs, ys] = pathOf(scene, method)
    return [xs[step]!, ys[step]!]
  }
  return (
    <>
      <Regions params={params} palette={palette} />
      <Experts params={params} palette={palette} />
      {params.cloud && methods.map((method) => Cloud(scene, method))}
      {methods.map((method) => Path(scene, method))}
      {NUMBERS.map((number) => (
        <Numbered key={number} at={centersOf(params)[number - 1]!} number={number} />
      ))}
      {methods.map((method) => (
        <Dot key={method} at={here(method)} color={LOOKS[method].color(palette)} r={5.5} square={LOOKS[method].square} />
      ))}
      <Arrows {...scene} />
      {step > 0 && (
        <SpreadLabels
          labels={methods.map((method) => ({ at: here(method), text: words[method], color: LOOKS[method].color(palette) }))}
        />
      )}
    </>
  )
}

export const plane: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: WINDOW,
  draw: (scene) => <Plane {...scene} />,
}
