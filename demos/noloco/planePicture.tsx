// The loss from above, the copies with their last local phase, their mean, and DiLoCo around it; in a corner the flock enlarged, with the pairs as chords.
import type { PlotView, Point } from '@/contract'
import { Circle, Curve, Dot, Dots, Inset, Label, paintValley, Region, Segment, SpreadLabels, usePlot } from '@/views'
import type { Scene } from './looks'
import { meanSquare } from './model'
import { CURVATURES } from './params'

const WINDOW = [
  [-1.2, 5],
  [-1.2, 4.2],
] as const

/** Every other number, from `first`. */
const every2 = (rows: Float64Array, first: 0 | 1) => Array.from({ length: rows.length / 2 }, (_, k) => rows[2 * k + first]!)
const pointOf = (rows: Float64Array, k: number): Point => [rows[2 * k]!, rows[2 * k + 1]!]
const plus = ([a, b]: Point, [c, d]: Point): Point => [a + c, b + d]

/** All local paths as one curve with gaps. */
function Paths({ path, local, color }: { path: Float64Array; local: number; color: string }) {
  const xs: number[] = []
  const ys: number[] = []
  for (let k = 0; k < path.length / 2; k++) {
    if (k % (local + 1) === 0) {
      xs.push(Number.NaN)
      ys.push(Number.NaN)
    }
    xs.push(path[2 * k]!)
    ys.push(path[2 * k + 1]!)
  }
  return <Curve xs={xs} ys={ys} color={color} width={0.75} opacity={0.5} />
}

function Cross({ at: [x, y], size, color }: { at: Point; size: number; color: string }) {
  return (
    <>
      <Segment from={[x - size, y]} to={[x + size, y]} color={color} width={2} />
      <Segment from={[x, y - size]} to={[x, y + size]} color={color} width={2} />
    </>
  )
}

/** The parts of the first copy's last move, one after the other. */
function Parts({ frame: { from, parts }, palette, words }: Scene) {
  if (parts === null) return null
  const start = pointOf(from, 0)
  const first = plus(start, parts.learned)
  const second = plus(first, parts.pull)
  const arrows = [
    { name: words.learned, from: start, to: first, color: palette.base2 },
    { name: words.pull, from: first, to: second, color: palette.base3 },
    { name: words.momentum, from: second, to: plus(second, parts.momentum), color: palette.ink },
  ].filter((arrow) => Math.hypot(arrow.to[0] - arrow.from[0], arrow.to[1] - arrow.from[1]) > 0.02)
  return (
    <>
      {arrows.map(({ name, ...look }) => (
        <Segment key={name} {...look} width={2.25} arrow />
      ))}
      {arrows.map(({ name, from: a, to: b, color }) => (
        <Label key={name} at={[(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]} dx={8} dy={-8} small bold color={color}>
          {name}
        </Label>
      ))}
    </>
  )
}

const SHARE = 0.4 // of the height: the enlarged flock

/** The flock about its mean, before and after the exchange, enlarged by a power of two; nothing if it is large enough. */
function Enlarged({ frame: { at, from, pairs }, palette, words, format }: Scene) {
  const { plane } = usePlot()
  const n = at.length / 2
  const spread = Math.sqrt(Math.max(meanSquare(at, n), meanSquare(from, n)))
  const size = Math.min(SHARE * plane.height, 0.4 * plane.width)
  const half = plane.at(size, 0)[0] - plane.at(size / 2, 0)[0]
  const zoom = 2 ** Math.min(Math.max(Math.floor(Math.log2(half / (2.2 * spread))), -24), 10)
  if (!(zoom > 1 || zoom < 0.25) || spread < 1e-9) return null
  const about = (rows: Float64Array) => {
    const [xs, ys] = [every2(rows, 0), every2(rows, 1)]
    const middle = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / n
    const [x, y] = [middle(xs), middle(ys)]
    return Float64Array.from(rows, (v, k) => (k % 2 === 0 ? v - x : v - y) * zoom)
  }
  const [now, before] = [about(at), about(from)]
  const [[, right], [low]] = plane.window
  const corners: Point[] = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ]
  return (
    <Inset
      at={[right, low]}
      size={size}
      whole
      window={[
        [-half, half],
        [-half, half],
      ]}
    >
      <Region rings={[corners]} fill={palette.paper} stroke={palette.faint} width={1} />
      <Flock now={now} before={before} pairs={pairs} color={palette.method} chord={palette.soft} />
      <Label at={[-half, half]} dx={2} dy={-6} small italic color={palette.soft}>
        {zoom > 1 ? `${words.enlarged} ${format(zoom)}` : `${words.reduced} ${format(1 / zoom)}`}
      </Label>
    </Inset>
  )
}

/** Chords between old places of partners, and the moves from there to the new ones. */
function Flock({
  now,
  before,
  pairs,
  color,
  chord,
}: {
  now: Float64Array
  before: Float64Array
  pairs: Scene['frame']['pairs']
  color: string
  chord: string
}) {
  const n = now.length / 2
  return (
    <>
      {pairs.map(([i, j]) => (
        <Segment key={i} from={pointOf(before, i)} to={pointOf(before, j)} color={chord} width={0.9} opacity={0.7} />
      ))}
      {pairs.length > 0 &&
        Array.from({ length: n }, (_, k) => (
          <Segment key={k} from={pointOf(before, k)} to={pointOf(now, k)} color={color} width={1.25} opacity={0.45} />
        ))}
      <Dots xs={every2(now, 0)} ys={every2(now, 1)} color={color} r={n > 24 ? 2.4 : 3.2} />
    </>
  )
}

function Plane(scene: Scene) {
  const { frame, params, palette, words, series, step, last } = scene
  const { plane } = usePlot()
  const unit = plane.at(1, 0)[0] - plane.at(0, 0)[0]
  const { meanX, meanY, dilocoX, dilocoY } = series
  const isPulled = params.begin === 'apart' && params.pairs === 1 // with two copies one sees what moves them
  const bare = params.loss === 'none'
  return (
    <>
      {!bare && <Dot at={[0, 0]} color={palette.ink} r={2.5} />}
      {!bare && Math.hypot(...frame.mean) > 1 && (
        <Label at={[0, 0]} dx={-8} dy={16} anchor="end" small italic color={palette.soft}>
          {words.bottom}
        </Label>
      )}
      {!isPulled && (
        <>
          <Curve xs={dilocoX} ys={dilocoY} to={step} color={palette.base} width={4} opacity={0.35} />
          <Curve xs={meanX} ys={meanY} from={step} to={last} color={palette.ink} width={1} opacity={0.3} />
          <Curve xs={meanX} ys={meanY} to={step} color={palette.ink} width={1.25} />
        </>
      )}
      {frame.path && !bare && <Paths path={frame.path} local={params.local} color={palette.method} />}
      {bare || isPulled ? (
        <Flock now={frame.at} before={frame.from} pairs={frame.pairs} color={palette.method} chord={palette.soft} />
      ) : (
        <Dots xs={every2(frame.at, 0)} ys={every2(frame.at, 1)} color={palette.method} r={3} />
      )}
      {isPulled ? (
        <Parts {...scene} />
      ) : (
        <>
          <Circle at={frame.diloco} radius={11 * unit} stroke={palette.base} width={2.5} />
          <Cross at={frame.mean} size={7 * unit} color={palette.ink} />
          <SpreadLabels
            labels={[
              { at: frame.mean, text: words.mean, color: palette.ink },
              { at: frame.diloco, text: words.diloco, color: palette.base },
            ]}
          />
          <Enlarged {...scene} />
        </>
      )}
    </>
  )
}

export const plane: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: WINDOW,
  backdrop: {
    key: ({ params }) => params.loss,
    paint: (ctx, { params, palette }, at) => {
      const [a, b] = CURVATURES[params.loss]
      if (params.loss !== 'none') paintValley(ctx, at, palette, (x, y) => a * x * x + b * y * y, 0.4)
    },
  },
  draw: (scene) => <Plane {...scene} />,
}
