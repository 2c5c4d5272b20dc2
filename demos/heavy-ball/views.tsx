// The pictures: paths in the valley, dots on the map of rates, curves of what is left, and the map found by trying.
import { type Axis, defineViews, type Plane, type Point, type SceneOf, type Window } from '@/contract'
import { fence, rate, roots, wedge } from '@/domains/optim/heavyBallTheory'
import {
  Circle,
  Curve,
  Dot,
  Dots,
  Inset,
  Label,
  paintBands,
  paintValley,
  Region,
  Rule,
  rampColor,
  Segment,
  SpreadLabels,
  sampled,
} from '@/views'
import { predictions } from './curves'
import type demo from './demo'
import { fromMap, toMap } from './map'
import { LOG_ALPHA, type Measured } from './measured'
import type { Method } from './model'
import { isStraight, objectiveOf } from './params'

type Scene = SceneOf<typeof demo>

const SHOWN: readonly {
  method: Method
  color: 'base' | 'base2' | 'method'
  x: 'ballX'
  y: 'ballY'
  square?: boolean
  dash?: string
}[] = [
  { method: 'descent', color: 'base', x: 'descentX' as 'ballX', y: 'descentY' as 'ballY' },
  { method: 'nesterov', color: 'base2', x: 'nesterovX' as 'ballX', y: 'nesterovY' as 'ballY', square: true, dash: '7 3' },
  { method: 'ball', color: 'method', x: 'ballX', y: 'ballY' },
]
const shown = (scene: Scene) => SHOWN.filter(({ method }) => scene.params[method])

// --- the valley --------------------------------------------------------------------------------------------------------

const WINDOWS: Readonly<Record<Scene['params']['objective'], Window>> = {
  quadratic: [
    [-2.3, 2.3],
    [-1.92, 1.92],
  ],
  rosenbrock: [
    [-2, 2],
    [-1.2, 2.2],
  ],
  piecewise: [
    [-4, 4],
    [-3.3, 3.3],
  ],
  own: [
    [-3, 3],
    [-2.5, 2.5],
  ],
}
const FLAT_OBJECTIVES = { quadratic: 0.5, rosenbrock: 0.22, piecewise: 0.5, own: 0.4 } as const

function Valley(scene: Scene) {
  const { params, palette, series, frame, step, last, words } = scene
  const turn = (params.phi * Math.PI) / 180
  const axis = (angle: number): Point => [9 * Math.cos(angle), 9 * Math.sin(angle)]
  const minus = ([x, y]: Point): Point => [-x, -y]
  const bottom = objectiveOf(params).minimum
  const methods = shown(scene)
  return (
    <>
      {isStraight(params) &&
        [turn, turn + Math.PI / 2].map((angle) => (
          <Segment
            key={angle}
            from={minus(axis(angle))}
            to={axis(angle)}
            color={palette.ink}
            width={0.75}
            opacity={0.16}
            dash="2 4"
            param="phi"
          />
        ))}
      {bottom && <Dot at={bottom} color={palette.ink} r={2.5} />}
      {methods.map(({ method, color, x, y, square, dash }) => {
        const mark = frame.marks[method]
        const end = mark.lost === null ? step : Math.min(step, mark.lost - 1)
        return (
          <g key={method}>
            <Curve
              xs={series[x]}
              ys={series[y]}
              from={end}
              to={last}
              color={palette[color]}
              width={1.25}
              opacity={0.28}
              dash={dash}
            />
            <Curve xs={series[x]} ys={series[y]} to={end} color={palette[color]} width={1.5} dash={dash} />
            <Dots xs={series[x]} ys={series[y]} to={end} color={palette[color]} r={2.2} square={square} />
          </g>
        )
      })}
      {methods.map(({ method, color, square }) => (
        <Dot key={method} at={frame.marks[method].at} color={palette[color]} r={method === 'ball' ? 7 : 5.5} square={square} />
      ))}
      <SpreadLabels
        labels={methods.map(({ method, color }) => {
          const { at, lost } = frame.marks[method]
          return {
            at,
            color: palette[color],
            text: lost === null ? words[method] : `${words[method]} ${words.fliesOffAt} ${lost}`,
          }
        })}
      />
    </>
  )
}

// --- the map of rates ----------------------------------------------------------------------------------------------------

const MAP: Readonly<Record<Scene['params']['axes'], Window>> = {
  optimizer: [
    [0, 4],
    [0, 1],
  ],
  sampler: [
    [0, 10],
    [0, 1],
  ],
}
const RATE_LEVELS = [0.97, 0.9, 0.7, 0.5, 0.25] // ρ; the last 3 % before 1 keep a band of their own
const BETAS = Array.from({ length: 101 }, (_, k) => (k / 100) ** 2 * 0.9999) // denser at 0, where the wedge is a root

/** A line a = a(β) on the map. */
function Line({ scene, of, width = 1.1, dash }: { scene: Scene; of: (beta: number) => number; width?: number; dash?: string }) {
  const points = BETAS.map((beta) => toMap(scene.params.axes, of(beta), beta))
  return (
    <Curve
      xs={points.map((p) => p[0])}
      ys={points.map((p) => p[1])}
      color={scene.palette.soft}
      width={width}
      dash={dash}
      param="beta"
    />
  )
}

function paintRates(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane) {
  const [columns, rows] = [Math.round(plane.width / 2), Math.round(plane.height / 2)]
  const values = sampled(
    (x, y) => {
      const [a, beta] = fromMap(params.axes, [x, y])
      return -rate(a, beta)
    },
    plane.window,
    columns,
    rows,
  )
  paintBands(ctx, plane, {
    values,
    columns,
    rows,
    levels: [-1, ...RATE_LEVELS.map((level) => -level)],
    color: (index) => rampColor(palette.field, index / RATE_LEVELS.length),
    line: palette.name === 'dark' ? 'rgb(255 255 255 / 0.12)' : 'rgb(255 255 255 / 0.8)',
    width: palette.weight,
  })
}

function RateMap(scene: Scene) {
  const { params, palette, words, series, step, last, format, frame } = scene
  const { axes, alpha, beta, kappa } = params
  const edge = BETAS.map((b) => toMap(axes, fence(b), b))
  const corner: Point = [edge.at(-1)?.[0] ?? 0, edge[0]?.[1] ?? 0]
  const inWords = (a: number, b: number) => toMap(axes, a, b)
  const straight = isStraight(params)
  const curvatures = straight ? ([1, kappa] as const) : frame.curvatures
  const rates = curvatures?.map((curvature) => rate(alpha * curvature, beta)) ?? []
  const worst = (rates[1] ?? 0) > (rates[0] ?? 0) ? 1 : 0
  const chosen = params.dot === 'worst' ? worst : params.dot === 'flat' ? 0 : 1
  const dots = curvatures?.map((curvature) => inWords(alpha * curvature, beta))
  const shrink = rates[worst]
  const [[, right]] = MAP[axes]
  const far = dots?.[1] !== undefined && dots[1][0] > 0.62 * right
  return (
    <>
      <Region rings={[[...edge, corner]]} hatch />
      <Line scene={scene} of={(b) => wedge(b)[0]} />
      <Line scene={scene} of={(b) => wedge(b)[1]} />
      <Line scene={scene} of={fence} width={1.6} />
      <Label at={inWords(1.1, 0.6)} italic anchor="middle">
        {words.ripples}
      </Label>
      <Label at={inWords(0.13, 0.07)} italic small anchor="start">
        {words.glides}
      </Label>
      <Label at={inWords(1.85, 0.03)} italic small anchor="middle">
        {words.flips}
      </Label>
      <Label at={axes === 'sampler' ? [7.6, 0.86] : [3.62, 0.56]} italic anchor="middle">
        {words.fliesOff}
      </Label>
      {!straight &&
        ([series.curvatureFlat, series.curvatureSteep] as const).map((curvature, index) => {
          const places = Array.from(curvature.subarray(0, last + 1), (c) => inWords(alpha * c, beta))
          return (
            <Dots
              key={index === 0 ? 'flat' : 'steep'}
              xs={places.map((p) => p[0])}
              ys={places.map((p) => p[1])}
              to={step}
              color={palette.method}
              r={1.6}
              opacity={0.5}
            />
          )
        })}
      {dots?.[0] && dots[1] && (
        <>
          <Segment from={dots[0]} to={dots[1]} color={palette.method} width={1.5} param="kappa" />
          {dots.map((at, index) => (
            <Dot
              key={index === 0 ? 'flat' : 'steep'}
              at={at}
              color={palette.method}
              r={5}
              ring={index === worst}
              param={index === 0 ? 'alpha' : 'kappa'}
            />
          ))}
          <Label
            at={dots[1]}
            dx={far ? -16 : 18}
            dy={far ? -12 : 4}
            anchor={far ? 'end' : 'start'}
            color={palette.method}
            bold
            param="alpha"
          >
            {shrink !== undefined && `${words.rho} = ${format(shrink, 3)}`}
          </Label>
        </>
      )}
      {straight && <Cross at={inWords((alpha * (1 + kappa)) / 2, beta)} color={palette.ink} />}
      {curvatures && <Roots scene={scene} a={alpha * (curvatures[chosen] ?? 1)} />}
    </>
  )
}

/** The crosshair half way between the dots. */
function Cross({ at, color }: { at: Point; color: string }) {
  return (
    <Inset
      at={at}
      size={18}
      window={[
        [-1, 1],
        [-1, 1],
      ]}
    >
      <Segment from={[-1, 0]} to={[1, 0]} color={color} width={1.5} />
      <Segment from={[0, -1]} to={[0, 1]} color={color} width={1.5} />
    </Inset>
  )
}

/** The roots σ± of one dot in the unit circle, in the corner where everything flies off. */
function Roots({ scene, a }: { scene: Scene; a: number }) {
  const { params, palette, words } = scene
  const [plus, minus] = roots(a, params.beta)
  const clamped = ([re, im]: Point): Point => {
    const size = Math.hypot(re, im)
    const most = Math.min(1, 1.35 / size)
    return [re * most, im * most]
  }
  return (
    <Inset
      at={params.axes === 'sampler' ? [9.05, 0.62] : [3.52, 0.24]}
      size={66}
      window={[
        [-1.4, 1.4],
        [-1.4, 1.4],
      ]}
    >
      <Circle at={[0, 0]} radius={1} fill={palette.paper} stroke={palette.soft} />
      <Segment from={[-1, 0]} to={[1, 0]} color={palette.line} width={1} />
      <Segment from={[0, -1]} to={[0, 1]} color={palette.line} width={1} />
      <Dot at={clamped(minus)} color={palette.method} r={3.6} />
      <Dot at={clamped(plus)} color={palette.method} r={3.6} />
      <Label at={[0, 1]} dy={-5} anchor="middle" small>
        {words.roots}
      </Label>
    </Inset>
  )
}

// --- what is left ----------------------------------------------------------------------------------------------------------

interface Line10 {
  name: string
  text: string
  color: string
  dash?: string
  values: Float64Array
}
const log10 = (values: Float64Array, last: number) =>
  values.subarray(0, last + 1).map((v) => (v > 0 ? Math.log10(v) : Number.NaN))
const FLOOR = -16 // log10; below it is rounding

function linesOf({ params, palette, series, last, words }: Scene): Line10[] {
  if (params.chart === 'parts') {
    return [
      { name: 'height', text: words.partHeight, color: palette.ink, values: log10(series.ballHeight, last) },
      { name: 'flat', text: words.partFlat, color: palette.method, values: log10(series.errorFlat.map(Math.abs), last) },
      {
        name: 'steep',
        text: words.partSteep,
        color: palette.base3,
        dash: '6 3',
        values: log10(series.errorSteep.map(Math.abs), last),
      },
    ].filter((line) => isStraight(params) || line.name === 'height')
  }
  const all: (Line10 & { on: boolean })[] = [
    { name: 'descent', text: words.descent, color: palette.base, values: log10(series.descentHeight, last), on: params.descent },
    {
      name: 'nesterov',
      text: words.nesterov,
      color: palette.base2,
      dash: '7 3',
      values: log10(series.nesterovHeight, last),
      on: params.nesterov,
    },
    { name: 'ball', text: words.ball, color: palette.method, values: log10(series.ballHeight, last), on: params.ball },
  ]
  return all.filter((line) => line.on)
}

function rangeOf(scene: Scene): Window {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { values } of linesOf(scene)) {
    for (const value of values) {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  if (!(high > low)) [low, high] = [-4, 1]
  const top = Math.min(Math.ceil(high), 12)
  return [
    [0, Math.max(1, scene.steps)],
    [Math.max(FLOOR, Math.min(Math.floor(low), top - 2)), top],
  ]
}

function Errors(scene: Scene) {
  const { step, last, steps, palette, words, params } = scene
  const lines = linesOf(scene)
  const predicted = predictions(params)
  const [, [low, high]] = rangeOf(scene)
  const within = (value: number) => Math.min(Math.max(value, low), high)
  return (
    <>
      <Rule x={step} />
      {lines.map(({ name, color, values, dash }) => (
        <g key={name}>
          <Curve ys={values} from={step} to={last} color={color} opacity={0.35} dash={dash} />
          <Curve ys={values} to={step} color={color} dash={dash} />
        </g>
      ))}
      {lines.map(({ name, color }) => {
        const line = predicted[name]
        return (
          line && (
            <Segment
              key={name}
              from={[0, line.start]}
              to={[steps, line.start + steps * line.slope]}
              color={color}
              dash="2 4"
              width={1.5}
            />
          )
        )
      })}
      <SpreadLabels
        anchor="end"
        labels={[
          ...lines.map(({ text, color, values }) => {
            const end = lastFinite(values)
            return { at: [Math.max(end, 0.3 * steps), within(values[end] ?? low)] as Point, text, color }
          }),
          ...(predicted.ball && params.ball && params.chart === 'height'
            ? [
                {
                  at: [0.62 * steps, within(predicted.ball.start + 0.62 * steps * predicted.ball.slope)] as Point,
                  text: words.predicted,
                  color: palette.soft,
                  quiet: true,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function lastFinite(values: Float64Array): number {
  let k = values.length - 1
  while (k > 0 && !Number.isFinite(values[k] as number)) k--
  return k
}

// --- measured by trying -----------------------------------------------------------------------------------------------------

const GAIN = 8 // decades over which the ramp runs

function paintMeasured(ctx: CanvasRenderingContext2D, { maps, palette }: Scene, plane: Plane) {
  const map = maps.measured?.result
  if (!map) return
  const { columns, rows, left } = map
  const [[x0, x1], [y0, y1]] = plane.window
  const [w, h] = [(plane.x(x1) - plane.x(x0)) / columns, (plane.y(y0) - plane.y(y1)) / rows]
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = left[row * columns + column] as number
      const [px, py] = [plane.x(x0) + column * w, plane.y(y1) + row * h]
      if (Number.isNaN(value)) {
        ctx.fillStyle = palette.grid
        ctx.fillRect(px, py, w + 0.5, h + 0.5)
        continue
      }
      ctx.fillStyle = rampColor(palette.field, -value / GAIN)
      ctx.fillRect(px, py, w + 0.5, h + 0.5)
    }
  }
}

/** Centre of the best cell of the map: [log10 α, β]. */
function bestOf({ columns, rows, left }: Measured): Point | null {
  let best = -1
  for (const [cell, value] of left.entries()) if (value < (best < 0 ? 0 : (left[best] as number))) best = cell
  if (best < 0) return null
  return [
    LOG_ALPHA[0] + ((LOG_ALPHA[1] - LOG_ALPHA[0]) * ((best % columns) + 0.5)) / columns,
    1 - (Math.floor(best / columns) + 0.5) / rows,
  ]
}

function MeasuredMap({ maps, palette, words, params }: Scene) {
  const map = maps.measured?.result
  const best = map && bestOf(map)
  return (
    <>
      <Label at={[LOG_ALPHA[1], 0.5]} dx={-10} anchor="end" italic>
        {words.fliesOff}
      </Label>
      {best && <Dot at={best} color={palette.ink} r={3.5} />}
      {best && (
        <Label at={best} dx={-8} dy={4} anchor="end" bold small>
          {words.best}
        </Label>
      )}
      <Dot at={[Math.log10(params.alpha), params.beta]} color={palette.method} r={4.5} param="alpha" />
    </>
  )
}

const mapAxis = (scene: Scene, title: string): Axis => ({ title, ticks: scene.params.axes === 'sampler' ? 5 : 4 })

export default defineViews<typeof demo>({
  valley: {
    kind: 'plot',
    window: ({ params }) => WINDOWS[params.objective],
    equal: true,
    backdrop: {
      key: ({ params: { objective, formula, kappa, phi } }) => [objective, formula, kappa, phi],
      paint: (ctx, { params, palette }, plane) =>
        paintValley(ctx, plane, palette, objectiveOf(params).value, FLAT_OBJECTIVES[params.objective]),
    },
    draw: Valley,
  },
  map: {
    kind: 'plot',
    window: ({ params }) => MAP[params.axes],
    x: (scene) => mapAxis(scene, scene.params.axes === 'sampler' ? scene.words.axisReach : scene.words.axisCurvature),
    y: (scene) => ({ title: scene.params.axes === 'sampler' ? '1 − β' : 'β', ticks: [0, 0.5, 1] }),
    backdrop: { key: ({ params }) => params.axes, paint: paintRates },
    draw: RateMap,
  },
  errors: {
    kind: 'plot',
    window: rangeOf,
    x: ({ words }) => ({ title: words.axisStep, ticks: 4 }),
    y: { scale: 'log10', ticks: 5, grid: true },
    draw: Errors,
  },
  tuning: {
    kind: 'plot',
    when: ({ params }) => !isStraight(params),
    map: 'measured',
    window: [
      [LOG_ALPHA[0], LOG_ALPHA[1]],
      [0, 1],
    ],
    x: ({ words }) => ({ title: words.axisAlpha, scale: 'log10', ticks: 6 }),
    y: { title: 'β', ticks: [0, 0.5, 1] },
    backdrop: {
      key: ({ maps, params }) => [maps.measured?.done, params.objective, params.formula, params.start],
      paint: paintMeasured,
    },
    draw: MeasuredMap,
  },
})
