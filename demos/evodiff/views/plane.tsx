// The plane: data, samples of one solver, and of the traced sample the exact path and all polygons, with EVODiff's probe.
import type { Plane, PlotView, Point } from '@/contract'
import { Curve, clipped, Dot, Dots, Label, Segment, SpreadLabels } from '@/views'
import { PLANE, SIDE } from '../axes'
import { neatly } from '../handles'
import { LOOKS, looksOf, type Scene, SERIES } from '../looks'
import { REACH } from '../params'
import { countOf, noiseOf, placeOf, stdOf } from '../problem'
import { tracedCurve } from '../truth'

/** Discs of one standard deviation. */
function paintData(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane): void {
  if (params.tab !== 'plane') return
  const size = Math.max(1, Math.abs(plane.x(stdOf(params)) - plane.x(0)))
  const one = params.data === 'one'
  clipped(ctx, plane, () => {
    for (let index = 0; index < countOf(params); index++) {
      const [x, y] = placeOf(params.data, params.moved, index)
      ctx.beginPath()
      ctx.arc(plane.x(params.centre[0] + x), plane.y(params.centre[1] + y), size, 0, 2 * Math.PI)
      ctx.globalAlpha = one ? 0.8 : 0.35
      ctx.fillStyle = palette.field[1]
      ctx.fill()
      ctx.globalAlpha = 1
      ctx.strokeStyle = palette.field[3]
      ctx.lineWidth = palette.weight * (one ? 1.25 : 0.75)
      ctx.stroke()
    }
  })
}

/** Samples of the chosen solver; at the end with strokes to their exact ends. */
function paintSamples(ctx: CanvasRenderingContext2D, { params, frame, maps, palette, step, steps }: Scene, plane: Plane): void {
  if (params.tab !== 'plane' || params.cloud === 'none') return
  const x = frame.places[params.cloud]
  const look = LOOKS[params.cloud]
  const scale = 1 / Math.hypot(1, frame.sigma)
  const size = 1.5 * palette.weight ** 0.5
  const ends = maps.truth?.result.ends
  clipped(ctx, plane, () => {
    if (step === steps && ends?.length === x.length) {
      ctx.beginPath()
      for (let i = 0; i < x.length; i += 2) {
        ctx.moveTo(plane.x(x[i]!), plane.y(x[i + 1]!))
        ctx.lineTo(plane.x(ends[i]!), plane.y(ends[i + 1]!))
      }
      ctx.globalAlpha = 0.4
      ctx.strokeStyle = palette.ink
      ctx.lineWidth = 0.75 * palette.weight
      ctx.stroke()
    }
    ctx.globalAlpha = 0.6
    ctx.fillStyle = look.color(palette)
    ctx.beginPath()
    for (let i = 0; i < x.length; i += 2) {
      const [px, py] = [plane.x(x[i]! * scale), plane.y(x[i + 1]! * scale)]
      if (look.square) ctx.rect(px - size, py - size, 2 * size, 2 * size)
      else {
        ctx.moveTo(px + size, py)
        ctx.arc(px, py, size, 0, 2 * Math.PI)
      }
    }
    ctx.fill()
    ctx.globalAlpha = 1
  })
}

/** EVODiff's probe of this step: from where the step began to the probe, and from there to the corrected place. */
function Probe({ series, step, palette, words }: Scene) {
  const [x, y] = [series.probeX[step]!, series.probeY[step]!]
  if (!Number.isFinite(x)) return null
  const color = palette.method
  return (
    <>
      <Segment
        from={[series.evodiffX[step - 1]!, series.evodiffY[step - 1]!]}
        to={[x, y]}
        color={color}
        width={1.25}
        dash="3 3"
        arrow
      />
      <Segment from={[x, y]} to={[series.evodiffX[step]!, series.evodiffY[step]!]} color={color} width={1.75} arrow />
      <Dot at={[x, y]} color={palette.paper} r={4.5} square />
      <Dot at={[x, y]} color={color} r={2.5} square />
      <Label at={[x, y]} dx={-10} dy={-10} anchor="end" small color={color}>
        {words.probe}
      </Label>
    </>
  )
}

function Paths(scene: Scene) {
  const { params, palette, words, series, step, last } = scene
  const curve = tracedCurve(params)
  const looks = looksOf(scene)
  const at = (name: (typeof looks)[number]['lane'], k: number): Point => [series[SERIES[name].x][k]!, series[SERIES[name].y][k]!]
  const end = curve.at(-1)!
  return (
    <>
      <Curve xs={curve.map(([x]) => x)} ys={curve.map(([, y]) => y)} color={palette.ink} width={2.5} opacity={0.85} />
      {looks.map(({ lane, color, dash, square }) => {
        const [xs, ys] = [series[SERIES[lane].x], series[SERIES[lane].y]]
        const look = { xs, ys, color: color(palette) }
        return (
          <g key={lane}>
            <Curve {...look} dash={dash} from={step} to={last} width={1.25} opacity={0.3} />
            <Curve {...look} dash={dash} to={step} width={1.5} />
            <Dots {...look} to={step} r={2.2} square={square} />
            <Dot at={at(lane, step)} color={color(palette)} r={5} square={square} />
          </g>
        )
      })}
      {params.showEvodiff && <Probe {...scene} />}
      <Dot at={end} color={palette.ink} r={3.5} />
      <SpreadLabels
        labels={[
          ...looks.map(({ lane, color }) => ({ at: at(lane, step), text: words[lane], color: color(palette) })),
          { at: end, text: words.exact, color: palette.ink, quiet: true },
        ]}
      />
    </>
  )
}

const CROSS = 0.07 // half of the mark of the origin

function Origin({ palette, words, params }: Scene) {
  const moved = Math.hypot(...params.centre) > 0.3
  return (
    <>
      <Segment from={[-CROSS, 0]} to={[CROSS, 0]} color={palette.soft} />
      <Segment from={[0, -CROSS]} to={[0, CROSS]} color={palette.soft} />
      <Label at={[0, 0]} dx={-8} dy={16} anchor="end" small color={palette.soft}>
        {moved ? words.origin : words.middle}
      </Label>
      {moved && (
        <Label at={params.centre} dx={-8} dy={16} anchor="end" small color={palette.soft}>
          {words.centre}
        </Label>
      )}
    </>
  )
}

/** Whose samples are painted, in a corner. */
function Key({ params, palette, words, step, steps }: Scene) {
  if (params.cloud === 'none') return null
  const strokes = step === steps ? `, ${words.strokes}` : ''
  return (
    <Label at={[-SIDE, SIDE]} dx={8} dy={16} small color={LOOKS[params.cloud].color(palette)}>
      {`${words.samples} ${words[params.cloud]}${strokes}`}
    </Label>
  )
}

const NEAR = 0.2 // a press farther from every sample traces none

export const plane: PlotView<Scene> = {
  kind: 'plot',
  map: 'truth',
  when: ({ params }) => params.tab === 'plane',
  window: PLANE,
  equal: true,
  backdrop: {
    key: ({ params: { tab, data, spread, width, centre, moved } }) => [tab, data, spread, width, centre, moved],
    paint: paintData,
  },
  marks: paintSamples,
  draw: (scene) =>
    scene.params.tab === 'plane' ? (
      <>
        <Origin {...scene} />
        <Paths {...scene} />
        <Key {...scene} />
      </>
    ) : null,
  press([u, v], { frame, params }) {
    if (params.tab !== 'plane') return null
    const x = frame.places[params.cloud === 'none' ? 'evodiff' : params.cloud]
    const scale = 1 / Math.hypot(1, frame.sigma)
    let [nearest, least] = [-1, NEAR]
    for (let i = 0; i < x.length; i += 2) {
      const distance = Math.hypot(x[i]! * scale - u, x[i + 1]! * scale - v)
      if (distance < least) [nearest, least] = [i, distance]
    }
    if (nearest < 0) return null
    const noise = noiseOf(params)
    const start: Point = [noise[nearest]!, noise[nearest + 1]!]
    return Math.max(...start.map(Math.abs)) <= REACH ? { start: neatly(start) } : null
  },
}
