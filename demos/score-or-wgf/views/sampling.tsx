// Samples on their way from noise to data, and where errors of every size and kind lead them.
import type { Plane, PlotView, Point } from '@/contract'
import { Curve, clipped, Dot, Dots, Label, Region, Rule, Segment, SpreadLabels } from '@/views'
import { type Field, fieldOf } from '../fields'
import { KAPPAS, shownField } from '../flow'
import { LOOKS, type Scene } from '../looks'
import { sample } from '../measures'
import { noiseAt } from '../model'
import { SAMPLER_STEPS } from '../params'
import { CLOUD_WINDOW, FATE_WINDOW, KNOB } from '../places'

function paintDots(
  ctx: CanvasRenderingContext2D,
  plane: Plane,
  x: ArrayLike<number>,
  color: string,
  half: number,
  square: boolean,
): void {
  ctx.fillStyle = color
  ctx.beginPath()
  for (let i = 0; i < x.length; i += 2) {
    const [px, py] = [plane.x(x[i]!), plane.y(x[i + 1]!)]
    if (square) ctx.rect(px - half, py - half, 2 * half, 2 * half)
    else {
      ctx.moveTo(px + half, py)
      ctx.arc(px, py, half, 0, 2 * Math.PI)
    }
  }
  ctx.fill()
}

function paint(ctx: CanvasRenderingContext2D, { maps, params, step, palette }: Scene, plane: Plane): void {
  const found = params.tab === 'samples' ? maps.flow?.result : undefined
  if (!found) return
  const size = 1.5 * palette.weight ** 0.5
  clipped(ctx, plane, () => {
    ctx.globalAlpha = 0.5
    paintDots(ctx, plane, found.truth, palette.faint, size, true)
    ctx.globalAlpha = 0.75
    paintDots(ctx, plane, found.clouds[Math.min(step, found.clouds.length - 1)]!, LOOKS[params.model].color(palette), size, false)
    ctx.globalAlpha = 1
  })
}

/** Path of the traced particle [steps + 1] of (x, y). */
function traced(field: Field, start: Point): { xs: number[]; ys: number[] } {
  const x = Float64Array.from(start)
  const [xs, ys] = [[start[0]], [start[1]]]
  for (const _ of sample(field, SAMPLER_STEPS, x)) {
    xs.push(x[0]!)
    ys.push(x[1]!)
  }
  return { xs, ys }
}
const learned = ({ maps }: Scene) => (maps.learning?.done === 1 ? maps.learning.result : undefined)
type Path = ReturnType<typeof traced>
let newest: { key: string; exact: Path; own: Path | null } | null = null
/** Paths of the particle with the exact score and with the shown field: kept while only the step changes. */
function pathsOf(scene: Scene): { exact: Path; own: Path | null } {
  const { params: p } = scene
  const shown = shownField(p, learned(scene))
  const key = JSON.stringify([p.model, p.kappa, p.start, p.moved, p.width, p.updates, p.seed, shown !== null])
  if (newest?.key !== key)
    newest = { key, exact: traced(fieldOf(p, 'exact', null), p.start), own: shown && traced(shown, p.start) }
  return newest
}

function Cloud(scene: Scene) {
  const { params, step, palette, words, format } = scene
  const { exact, own } = pathsOf(scene)
  const color = LOOKS[params.model].color(palette)
  return (
    <>
      {params.model !== 'exact' && (
        <>
          <Curve {...exact} color={palette.paper} width={4} />
          <Curve {...exact} color={palette.ink} dash="4 4" width={1.5} />
          <Dot at={[exact.xs.at(-1)!, exact.ys.at(-1)!]} color={palette.ink} r={4.5} square />
        </>
      )}
      {own && (
        <>
          <Curve {...own} to={step} color={palette.paper} width={5} />
          <Curve {...own} to={step} color={color} width={2.25} />
          <Dot at={[own.xs[step]!, own.ys[step]!]} color={color} r={5.5} ring />
        </>
      )}
      <Dot at={params.start} color={palette.soft} r={4.5} param="start" />
      <Label at={[-3, 3]} dx={8} dy={16} bold small color={color}>
        {own ? words[params.model] : words.learning}
      </Label>
      <Label at={[-3, 3]} dx={8} dy={33} small color={palette.soft}>
        {words.data}
      </Label>
      {params.model !== 'exact' && (
        <Label at={[-3, 3]} dx={8} dy={50} small color={palette.ink}>
          {words.exactPath}
        </Label>
      )}
      <Label at={[3, 3]} dx={-8} dy={16} anchor="end" small>
        {`σ = ${format(noiseAt(step), 2)}`}
      </Label>
    </>
  )
}

export const cloud: PlotView<Scene> = {
  kind: 'plot',
  map: ['flow', 'learning'],
  window: CLOUD_WINDOW,
  equal: true,
  marks: paint,
  draw: (scene) => (scene.params.tab === 'samples' ? <Cloud {...scene} /> : null),
}

const [, [, TOP]] = FATE_WINDOW
const NAMED = 5 // last points of a curve, above which its name stands
function Fates(scene: Scene) {
  const { maps, params, palette, words, format } = scene
  const found = maps.fates?.result
  const isErring = params.model === 'turn' || params.model === 'stretch'
  const here = maps.flow?.done === 1 ? maps.flow.result.distance : undefined
  return (
    <>
      {found && (
        <>
          <Region
            rings={[
              [
                [FATE_WINDOW[0][0], 0],
                [FATE_WINDOW[0][1], 0],
                [FATE_WINDOW[0][1], found.floor],
                [FATE_WINDOW[0][0], found.floor],
              ],
            ]}
            fill={palette.grid}
          />
          {(['turn', 'stretch'] as const).map((kind) => {
            const xs = KAPPAS.slice(0, found[kind].length)
            const look = LOOKS[kind]
            return (
              <g key={kind}>
                <Curve xs={xs} ys={found[kind]} color={look.color(palette)} dash={look.dash} width={2} />
                <Dots xs={xs} ys={found[kind]} color={look.color(palette)} r={3} square={look.square} />
              </g>
            )
          })}
          {found.turn.length === KAPPAS.length && (
            <SpreadLabels
              anchor="end"
              labels={(['turn', 'stretch'] as const).map((kind) => ({
                at: [3.1, Math.min(Math.max(...found[kind].slice(-NAMED)), TOP)],
                text: words[kind],
                color: LOOKS[kind].color(palette),
              }))}
            />
          )}
        </>
      )}
      {isErring && <Rule x={params.kappa} />}
      {isErring && <Dot at={[params.kappa, KNOB]} color={palette.soft} r={4.5} param="kappa" />}
      {here !== undefined && Number.isFinite(here) && (
        <>
          {!isErring && <Segment from={[-1.1, here]} to={[3.1, here]} color={LOOKS[params.model].color(palette)} dash="2 3" />}
          {isErring && <Dot at={[params.kappa, Math.min(here, TOP)]} color={LOOKS[params.model].color(palette)} r={5.5} ring />}
          <Label at={[0.9, TOP]} dy={16} anchor="middle" small bold color={LOOKS[params.model].color(palette)}>
            {`${words[params.model]}: ${format(here, 2)}`}
          </Label>
        </>
      )}
      {found && (
        <Label
          at={[isErring && params.kappa > 1 ? -1.1 : 3.1, 0]}
          dy={-6}
          anchor={isErring && params.kappa > 1 ? 'start' : 'end'}
          small
          color={palette.soft}
        >
          {`${words.floor}: ${format(found.floor, 2)}`}
        </Label>
      )}
    </>
  )
}

export const fates: PlotView<Scene> = {
  kind: 'plot',
  map: ['fates', 'flow', 'learning'],
  window: FATE_WINDOW,
  x: ({ words }) => ({ title: words.axisKappa, ticks: [-1, 0, 1, 2, 3] }),
  y: { ticks: 4, grid: true },
  draw: (scene) => (scene.params.tab === 'samples' ? <Fates {...scene} /> : null),
}
