// The plane: three bodies with trails coloured by the step, the exact paths, the twin, and a magnifier on the closest pair.
import { type Plane, type Point, partOf } from '@/contract'
import { PAIRS } from '@/domains/dynamics/nbody'
import { clipped, Dot, Dots, Segment, SpreadLabels, usePlot } from '@/views'
import { exactSeriesOf } from './exactSeries'
import { arrowTip } from './handles'
import { levelColours, rampEnds, type Scene, settled, strokeBySize, strokeLine, trailFrom, twinColour } from './looks'
import { BODIES, Magnifier, middleOf, pointAt, Ring, radiusOf } from './magnifier'
import { naturalTime } from './natural'

export const planeWindow = ({ params: { span } }: Scene) =>
  [
    [-span, span],
    [-span, span],
  ] as const

/** The future, pale, and the past up to the last settled picture. */
export function paintSettled(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette, series, last, step } = scene
  if (params.trail !== 'all') return
  clipped(ctx, plane, () => {
    for (const { x, y } of BODIES) {
      const style = { color: palette.faint, width: palette.weight, opacity: 0.4 }
      strokeLine(ctx, plane, { xs: series[x], ys: series[y], from: settled(step), to: last, ...style })
    }
    strokePast(ctx, scene, plane, 0, settled(step))
  })
}
export const settledKey = ({ params, last, series, step }: Scene) => [
  params,
  last,
  series.x1[last],
  series.y3[last],
  settled(step),
]

/** The past after the last settled picture. */
export function paintNew(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, step } = scene
  clipped(ctx, plane, () => strokePast(ctx, scene, plane, params.trail === 'all' ? settled(step) : trailFrom(scene), step))
}

function strokePast(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane, from: number, to: number): void {
  const { params, palette, series } = scene
  const natural = naturalTime(params)
  for (const { x, y } of BODIES) {
    strokeBySize(ctx, plane, palette, { xs: series[x], ys: series[y], sizes: series.size, from, to, natural })
  }
  const width = 1.1 * palette.weight
  const exact = params.exact ? exactSeriesOf(scene) : null
  for (const index of BODIES.keys()) {
    const [twinXs, twinYs] = [0, 1].map((part) => partOf(series.twins, 2 * index + part, 6)) as [Float64Array, Float64Array]
    const twin = { xs: twinXs, ys: twinYs, color: twinColour(palette), dash: [5, 3] }
    if (params.twin) strokeLine(ctx, plane, { ...twin, from, to, width })
    if (exact) {
      const [xs, ys] = [exact[2 * index]!, exact[2 * index + 1]!]
      strokeLine(ctx, plane, { xs, ys, color: palette.ink, dash: [1.5, 3], from, to, width })
    }
  }
}

const CLOSE = 0.1 // closer pairs get a ring, as does every encounter of the past

export function Flight(scene: Scene) {
  const { params, palette, frame } = scene
  const { places, twin } = frame
  return (
    <>
      <Encounters scene={scene} />
      {BODIES.map(({ r, v }, index) => (
        <StartArrow key={r} scene={scene} at={params[r]} tip={arrowTip(params, index)} moves={Math.hypot(...params[v]) > 0} />
      ))}
      <Beads scene={scene} />
      {params.exact &&
        frame.exact &&
        BODIES.map(({ m }, index) => <Ring key={m} at={pointAt(frame.exact!, index)} color={palette.ink} />)}
      {twin && BODIES.map(({ m }, index) => <Dot key={m} at={pointAt(twin, index)} color={twinColour(palette)} r={4} />)}
      {BODIES.map(({ m }, index) => (
        <Dot key={m} at={pointAt(places, index)} color={palette.ink} r={radiusOf(params, params[m])} param={m} />
      ))}
      <SpreadLabels labels={massLabels(scene)} />
      {params.zoom && <Magnifier scene={scene} />}
      <Key scene={scene} />
      <Clock scene={scene} />
    </>
  )
}

/** The masses of visible bodies, if they tell bodies apart. */
function massLabels({ params, frame, format, palette }: Scene) {
  const texts = BODIES.map(({ m }) => format(params[m], 3))
  return texts.flatMap((text, index) => {
    const at = pointAt(frame.places, index)
    const isSeen = Math.max(...at.map(Math.abs)) < params.span
    return isSeen && texts.indexOf(text) === texts.lastIndexOf(text) ? [{ at, text, color: palette.ink }] : []
  })
}

/** Rings where two bodies have passed closer than 0.1. */
function Encounters({ scene: { series, step, palette, params } }: { scene: Scene }) {
  const { distance } = series
  const found: Point[] = []
  const from = trailFrom({ params, step })
  for (let k = Math.max(1, from); k < step; k++) {
    const d = distance[k]!
    if (!(d < CLOSE && d <= distance[k - 1]! && d < distance[k + 1]!)) continue
    const places = [series.x1[k]!, series.y1[k]!, series.x2[k]!, series.y2[k]!, series.x3[k]!, series.y3[k]!]
    const best = PAIRS.map(([a, b]) => ({
      at: middleOf(places, a, b),
      d: Math.hypot(places[2 * a]! - places[2 * b]!, places[2 * a + 1]! - places[2 * b + 1]!),
    })).reduce((one, other) => (other.d < one.d ? other : one))
    found.push(best.at)
  }
  return found.slice(-40).map((at) => <Ring key={at.join()} at={at} color={palette.soft} r={8} />)
}

/** A body's start velocity, with a tip to drag. */
function StartArrow({ scene: { palette, step }, at, tip, moves }: { scene: Scene; at: Point; tip: Point; moves: boolean }) {
  const fresh = step === 0
  return (
    <g opacity={fresh ? 1 : 0.45}>{(moves || fresh) && <Segment from={at} to={tip} color={palette.soft} width={1.5} arrow />}</g>
  )
}

/** Beads along the last steps. */
function Beads({ scene: { frame, palette } }: { scene: Scene }) {
  const { beads } = frame
  const count = beads.length / 6
  const column = (offset: number) => Float64Array.from({ length: count }, (_, k) => beads[6 * k + offset]!)
  return [0, 2, 4].map((c) => <Dots key={c} xs={column(c)} ys={column(c + 1)} color={palette.ink} r={2.2} opacity={0.85} />)
}

/** What the colours of the trails mean. */
function Key({ scene: { params, words, format, palette } }: { scene: Scene }) {
  const { plane } = usePlot()
  const [long, short] = rampEnds(params)
  const [[x0], [y0]] = plane.window
  const [left, bottom] = [plane.x(x0) + 10, plane.y(y0) - 12]
  const round = (value: number) => `${format(Number(value.toPrecision(1)), 1)}`
  const colours = levelColours(palette)
  const width = 84 / colours.length
  return (
    <g>
      {colours.map((color, k) => (
        <rect key={color} x={left + k * width} y={bottom - 4} width={width + 0.5} height={5} fill={color} />
      ))}
      <text x={left} y={bottom - 9} className="mark-label small" fill={palette.soft} stroke={palette.paper}>
        {`${words.stepKey} ${round(long)} … ${round(short)}`}
      </text>
    </g>
  )
}

/** The time, the length of the last step, and what else there is to say. */
function Clock({ scene }: { scene: Scene }) {
  const { plane } = usePlot()
  const { palette, words, format, frame, series, step, steps, params } = scene
  const [[x0], [, y1]] = plane.window
  const [left, top] = [plane.x(x0) + 10, plane.y(y1) + 18]
  const size = series.size[Math.min(step, Math.max(1, steps - 1))]! // the last one is clipped to the end of the run
  const rows = [
    { text: `${words.time} ${format(frame.time, 5)}`, color: palette.ink },
    ...(size > 0 ? [{ text: `${words.step} ${format(size, 2)}`, color: palette.soft }] : []),
    ...(params.twin ? [{ text: `${words.twins} ${format(series.twinDistance[step]!, 2)}`, color: twinColour(palette) }] : []),
    ...(frame.stopped ? [{ text: words.stopped, color: palette.ink }] : []),
  ]
  const gap = 17 * palette.weight ** 0.6
  return rows.map(({ text, color }, row) => (
    <text key={color + String(row)} x={left} y={top + row * gap} className="mark-label" fill={color} stroke={palette.paper}>
      {text}
    </text>
  ))
}
