// The strip from data (left) to noise (right): the density, particles or arrows or exact paths, and the point with its fan, its path and its jumps.
import { type Plane, type PlotView, type Point, partOf } from '@/contract'
import { velocityFrom } from '@/domains/diffusion/affine'
import { densityOf, flowMap, type LineMixture, quantileOf } from '@/domains/diffusion/affineMixture'
import { memoized } from '@/memoized'
import { Curve, clipped, Dot, Label, Region, Rule, Segment, usePlot } from '@/views'
import { paintCells, rising } from '@/views/pixels'
import { movedPoint } from '../handles'
import { DATA, reachOf, stripWindow } from '../lanes'
import { SAMPLER_LOOKS, type Scene } from '../looks'
import { TRACED } from '../model'
import { bumpOf, LAST, type Params, usedBumps } from '../params'
import { curvePath, curveTimes, factsOf, jumpOf, problemOf } from '../problem'

const [COLUMNS, ROWS] = [96, 96]
/** p by time and place, each time by its own highest value: otherwise only the narrow left end could be seen. */
function paintDensity(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane): void {
  if (params.tab !== 'line') return
  const reach = reachOf(params)
  const values = new Float64Array(COLUMNS * ROWS)
  for (let i = 0; i < COLUMNS; i++) {
    const law = problemOf(params).law((i + 0.5) / COLUMNS)
    let most = 0
    for (let j = 0; j < ROWS; j++) {
      const p = densityOf(law, reach * ((2 * (j + 0.5)) / ROWS - 1))
      values[i * ROWS + j] = p
      most = Math.max(most, p)
    }
    for (let j = 0; j < ROWS; j++) values[i * ROWS + j]! /= most
  }
  const cells = { columns: COLUMNS, rows: ROWS, at: (i: number, j: number) => values[i * ROWS + j]!, most: 1, smooth: true }
  paintCells(ctx, plane, rising(palette), cells, [
    [0, 1],
    [-reach, reach],
  ])
}

const ARROWS = { columns: 11, rows: 11, length: 0.034 }
function paintArrows(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane): void {
  const { at, model } = problemOf(params)
  const reach = reachOf(params)
  const places = Float64Array.from({ length: ARROWS.rows }, (_, j) => reach * ((2 * (j + 0.5)) / ARROWS.rows - 1))
  const guess = new Float64Array(places.length)
  ctx.strokeStyle = palette.base
  ctx.lineWidth = 1.25 * palette.weight
  ctx.beginPath()
  for (let i = 0; i < ARROWS.columns; i++) {
    const t = (i + 0.5) / ARROWS.columns
    const level = at(t)
    model(level, places, guess)
    for (let j = 0; j < places.length; j++) {
      const v = velocityFrom(level, places[j]!, guess[j]!)
      // backwards in time, as samplers go
      const [dx, dy] = [plane.x(t - ARROWS.length) - plane.x(t), plane.y(places[j]! - ARROWS.length * v) - plane.y(places[j]!)]
      const size = Math.min(1, 26 / Math.hypot(dx, dy))
      const [x, y] = [plane.x(t) + size * dx, plane.y(places[j]!) + size * dy]
      const angle = Math.atan2(dy, dx)
      ctx.moveTo(plane.x(t), plane.y(places[j]!))
      ctx.lineTo(x, y)
      for (const turn of [2.6, -2.6]) {
        ctx.moveTo(x, y)
        ctx.lineTo(x + 5 * Math.cos(angle + turn), y + 5 * Math.sin(angle + turn))
      }
    }
  }
  ctx.stroke()
}

const [LINES, POINTS] = [11, 32]
/** Exact paths with fixed shares of the mass below them, [LINES, POINTS + 1], at times even in [0.02, 1]. */
const exactLines = memoized((p: Params): Float64Array => {
  const { law } = problemOf(p)
  const out = new Float64Array(LINES * (POINTS + 1))
  const last = law(LAST)
  for (let k = 0; k < LINES; k++) {
    const start = quantileOf(last, (k + 0.5) / LINES)
    for (let j = 0; j <= POINTS; j++) {
      const before = j > 0 ? out[k * (POINTS + 1) + j - 1] : start
      out[k * (POINTS + 1) + j] = flowMap(last, law(lineTime(j)), start, before)
    }
  }
  return out
})
const lineTime = (j: number) => 0.02 + (0.96 * j) / POINTS

function paintPaths(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, palette, series, frame, step, last } = scene
  if (params.tab !== 'line') return
  clipped(ctx, plane, () => {
    if (params.drawn === 'arrows') return paintArrows(ctx, scene, plane)
    ctx.lineWidth = palette.weight
    ctx.lineJoin = 'round'
    if (params.drawn === 'lines') {
      const lines = exactLines(params)
      ctx.strokeStyle = palette.soft
      ctx.beginPath()
      for (let k = 0; k < LINES; k++)
        for (let j = 0; j <= POINTS; j++)
          ctx[j === 0 ? 'moveTo' : 'lineTo'](plane.x(lineTime(j)), plane.y(lines[k * (POINTS + 1) + j]!))
      ctx.stroke()
      return
    }
    const { times } = problemOf(params)
    ctx.strokeStyle = SAMPLER_LOOKS[params.sampler].color(palette)
    for (const [from, to, opacity] of [
      [0, step, 0.6],
      [step, last, 0.2],
    ] as const) {
      ctx.globalAlpha = opacity
      ctx.beginPath()
      for (let k = 0; k < TRACED; k++) {
        const path = partOf(series.paths, k, TRACED)
        for (let j = from; j <= to; j++) ctx[j === from ? 'moveTo' : 'lineTo'](plane.x(times[j]!), plane.y(path[j]!))
      }
      ctx.stroke()
    }
    ctx.globalAlpha = 0.5
    ctx.fillStyle = SAMPLER_LOOKS[params.sampler].color(palette)
    for (let k = 0; k < frame.places.length; k++) ctx.fillRect(plane.x(frame.now) - 1.5, plane.y(frame.places[k]!) - 1, 3, 2)
    ctx.globalAlpha = 1
  })
}

const PROFILE = 80
/** A density as a ring left of time 0; `most` is its height that fills the space. */
function ringOf(law: LineMixture, reach: number): (readonly [number, number])[] {
  const xs = Array.from({ length: PROFILE + 1 }, (_, k) => reach * ((2 * k) / PROFILE - 1))
  // a point mass is drawn with a width
  const drawn = { ...law, stds: law.stds.map((std) => Math.max(std, 0.04)) }
  const heights = xs.map((x) => densityOf(drawn, x))
  const most = Math.max(...heights, 1e-9)
  return [[0, -reach], ...xs.map((x, k) => [(DATA.left * 0.9 * heights[k]!) / most, x] as const), [0, reach]]
}
const dataRing = memoized((p: Params) => {
  const { data } = problemOf(p)
  const total = data.weights.reduce((sum, w) => sum + w, 0)
  return ringOf({ weights: data.weights.map((w) => w / total), means: data.means, stds: data.stds }, reachOf(p))
})
const posteriorRing = memoized((p: Params) => ringOf(factsOf(p)!.posterior, reachOf(p)))

const RAYS = 20
/** Lines from the point to what it may have been: rings of two points, which are one path. */
const rays = memoized((p: Params): Point[][] => {
  const { posterior: law } = factsOf(p)!
  return Array.from({ length: RAYS }, (_, k) => [
    [p.time, p.x],
    [0, quantileOf(law, (k + 0.5) / RAYS)],
  ])
})

function Fan({ params, palette, words }: Scene) {
  const { x0 } = factsOf(params)!
  const color = palette.base
  return (
    <g data-param="fan">
      <Region rings={[posteriorRing(params)]} fill={color} opacity={0.3} />
      <g opacity={0.55}>
        <Region rings={rays(params)} stroke={color} width={0.8} />
      </g>
      <Segment from={[params.time, params.x]} to={[0, x0]} color={color} width={1.75} />
      <Dot at={[0, x0]} color={color} r={5} square />
      <Label at={[0, x0]} dx={10} dy={-8} bold color={color}>
        {words.mean}
      </Label>
    </g>
  )
}

/** The traced point: its exact path, and the way of the sampler from the same start. */
function Way({ params, palette, series, step, last, words }: Scene) {
  const { times } = problemOf(params)
  const look = SAMPLER_LOOKS[params.sampler]
  const isMap = params.sampler === 'map'
  const line = { xs: times, ys: series.tracedX, color: isMap ? palette.ink : look.color(palette), dash: look.dash }
  return (
    <>
      <Curve xs={curveTimes} ys={curvePath(params)} color={palette.ink} width={2.25} />
      {!isMap && <Curve {...line} from={step} to={last} opacity={0.35} width={1.75} />}
      {!isMap && <Curve {...line} to={step} width={2.25} />}
      <Dot at={[times[step]!, series.tracedX[step]!]} color={line.color} r={4.5} square={look.square} />
      <Label at={[curveTimes.at(-1)!, curvePath(params).at(-1)!]} dx={-8} dy={-8} anchor="end" small>
        {words.exact}
      </Label>
      {!isMap && (
        <Label at={[times[step]!, series.tracedX[step]!]} dx={-8} dy={18} bold color={line.color} anchor="end">
          {words[params.sampler]}
        </Label>
      )}
    </>
  )
}

function Jumps({ params, palette }: Scene) {
  const { times, exact } = jumpOf(params)
  return (
    <>
      {times.slice(1).map((t, k) => (
        <Segment
          key={t}
          from={[times[k]!, exact[k]!]}
          to={[t, exact[k + 1]!]}
          color={palette.method}
          width={1.75}
          dash="5 3"
          arrow
        />
      ))}
      {times.slice(1, -1).map((t, k) => (
        <Dot key={t} at={[t, exact[k + 1]!]} color={palette.method} r={3.5} />
      ))}
    </>
  )
}

function Strip(scene: Scene) {
  const { params, palette, frame, words } = scene
  const { plane } = usePlot()
  const narrow = plane.width < 300
  return (
    <>
      <Region rings={[dataRing(params)]} fill={palette.field[2]} opacity={0.8} />
      <Segment from={[0, -reachOf(params)]} to={[0, reachOf(params)]} color={palette.faint} width={1} />
      <Rule x={frame.now} />
      {usedBumps(params).map((k) => {
        const [centre, width] = bumpOf(params, k)
        return (
          <g key={k} data-param="bumps">
            <Segment from={[DATA.bars, centre - width]} to={[DATA.bars, centre + width]} color={palette.ink} width={2} />
            <Dot at={[DATA.bars, centre + width]} color={palette.ink} r={3} square />
          </g>
        )
      })}
      {params.fan && <Fan {...scene} />}
      <Way {...scene} />
      {params.jumps > 0 && <Jumps {...scene} />}
      {!narrow && (
        <Label at={[DATA.left, -reachOf(params)]} dx={5} dy={-6} small italic color={palette.soft}>
          {words.data}
        </Label>
      )}
    </>
  )
}

export const strip: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'line',
  window: ({ params }) => stripWindow(params),
  x: ({ words }) => ({ title: words.axisTime, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
  y: ({ words, params }) => ({
    title: words.axisX,
    ticks: params.schedule === 've' ? [-6, -3, 0, 3, 6] : [-3, -2, -1, 0, 1, 2, 3],
  }),
  backdrop: { key: ({ params: { tab, schedule, shares, bumps } }) => [tab, schedule, shares, bumps], paint: paintDensity },
  marks: paintPaths,
  draw: (scene) => (scene.params.tab === 'line' ? <Strip {...scene} /> : null),
  press: (at, { params }) => (params.tab === 'line' && at[0] > 0 ? movedPoint(at) : null),
}
