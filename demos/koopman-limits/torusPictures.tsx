// The torus of the adversary: the observed function after n steps, or what one step does; honest map on the left, adversary's on the right.
import type { Plane, Point, Window } from '@/contract'
import { type Adversary, shift, turnsOff } from '@/domains/operators/adversary'
import { Circle, Curve, Dot, Dots, Label, Segment, usePlot } from '@/views'
import { phaseColor } from '@/views/phase'
import type { Scene } from './looks'
import { adversaryOf } from './params'

const GAP = 0.12 // between the two panels, whose sides are 1
export const TORUS_WINDOW: Window = [
  [0, 2 + GAP],
  [0, 1],
]
const WAVES = 6 // the most of the adversary's waves that a panel shows
const COLUMNS = 72
const STOPS = 24 // of the ramp through all hues
const LINE = Array.from({ length: 121 }, (_, k) => k / 120)

/** Waves across a panel; a panel shows this many q-ths of the torus. */
const across = (q: number) => Math.min(q, WAVES)

/** Height gained by ψ's phase at u = qx, in turns. */
const gained = (m: Adversary, n: number, u: number) => turnsOff(n, m.beta) + shift(m, n, u)

export function paintTorus(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, frame, palette } = scene
  if (params.picture !== 'phase') return
  const m = adversaryOf(params)
  const [top, bottom] = [plane.y(1), plane.y(0)]
  /** A column of all phases, `more` turns on. */
  const column = (left: number, right: number, more: number) => {
    const ramp = ctx.createLinearGradient(0, top, 0, bottom)
    for (let stop = 0; stop <= STOPS; stop++) {
      const angle = 2 * Math.PI * (more + 1 - stop / STOPS)
      ramp.addColorStop(stop / STOPS, phaseColor(palette, Math.cos(angle), Math.sin(angle), 1.5))
    }
    ctx.fillStyle = ramp
    ctx.fillRect(left, top, right - left, bottom - top)
  }
  column(plane.x(0), plane.x(1), gained({ ...m, a: 0 }, frame.n, 0))
  const at = (i: number) => Math.round(plane.x(1 + GAP + i / COLUMNS)) // whole pixels: no seams
  for (let i = 0; i < COLUMNS; i++) column(at(i), at(i + 1), gained(m, frame.n, (across(m.q) * (i + 0.5)) / COLUMNS))
}

export function Torus(scene: Scene) {
  const { params, palette, words, format, frame } = scene
  const { plane } = usePlot()
  const m = adversaryOf(params)
  const right = 1 + GAP
  const waves = across(m.q)
  const steps = params.picture === 'step'
  // the height of phase 0, or the image of a line that both maps lift by about β
  const heightAt = (map: Adversary, u: number) =>
    steps ? (1 + map.beta) / 2 + params.zoom * shift(map, 1, u) : 0.5 - shift(map, frame.n, u)
  const row = (map: Adversary, from: number, color: string) => {
    const xs = LINE.map((x) => from + x)
    const ys = LINE.map((x) => Math.max(-0.2, Math.min(1.2, heightAt(map, waves * x))))
    return (
      <>
        <Curve xs={xs} ys={ys} color={palette.paper} width={5} opacity={0.8} />
        <Curve xs={xs} ys={ys} color={color} width={2.25} />
      </>
    )
  }
  const honest = { ...m, a: 0 }
  return (
    <>
      {[0, right].map((from) => (
        <Frame key={from} from={from} color={palette.line} />
      ))}
      {steps &&
        [
          { map: honest, left: 0 },
          { map: m, left: right },
        ].map(({ map, left }) =>
          ARROWS.map((x) => {
            const from: Point = [left + x, (1 - map.beta) / 2]
            const to: Point = [left + x, Math.max(-0.05, Math.min(1.05, heightAt(map, waves * x)))]
            return <Segment key={`${left} ${x}`} from={from} to={to} color={palette.soft} arrow width={1.1} opacity={0.8} />
          }),
        )}
      {row(honest, 0, palette.base)}
      {row(m, right, palette.method)}
      <Label at={[0, 1]} dx={7} dy={16} bold color={palette.base}>
        {words.honest}
      </Label>
      <Label at={[right, 1]} dx={7} dy={16} bold color={palette.method} param="a">
        {words.adversary}
      </Label>
      {plane.height > 90 && (
        <Label at={[0, 0]} dx={7} dy={-8} small>
          {steps ? words.oneStep : `${words.after} ${format(frame.n, 7)} ${words.steps}`}
        </Label>
      )}
      {plane.height > 90 && (
        <Label at={[right, 0]} dx={7} dy={-8} small param="zoom">
          {steps ? `${words.difference} × ${format(params.zoom, 5)}` : `${waves} ${words.of} ${format(m.q, 9)} ${words.waves}`}
        </Label>
      )}
    </>
  )
}
const ARROWS = Array.from({ length: 13 }, (_, k) => (k + 0.5) / 13)

function Frame({ from, color }: { from: number; color: string }) {
  const corners: Point[] = [
    [from, 0],
    [from + 1, 0],
    [from + 1, 1],
    [from, 1],
    [from, 0],
  ]
  return <Curve xs={corners.map((c) => c[0])} ys={corners.map((c) => c[1])} color={color} width={1} />
}

export const FAN_WINDOW: Window = [
  [-1.3, 1.3],
  [-1.3, 1.3],
]
const FAN = 96 // starts, evenly over one of the adversary's waves

/** ψ∘Fⁿ for many starts x with ψ = 1: points on the circle. Their mean is c_n. */
export function Fan({ params, frame, palette, words, format }: Scene) {
  const { plane } = usePlot()
  const m = adversaryOf(params)
  const turns = Array.from({ length: FAN }, (_, k) => gained(m, frame.n, k / FAN))
  const xs = turns.map((turn) => Math.cos(2 * Math.PI * turn))
  const ys = turns.map((turn) => Math.sin(2 * Math.PI * turn))
  const mean: Point = [xs.reduce((a, b) => a + b) / FAN, ys.reduce((a, b) => a + b) / FAN]
  const angle = 2 * Math.PI * turnsOff(frame.n, m.beta)
  const honest: Point = [Math.cos(angle), Math.sin(angle)]
  return (
    <>
      <Circle at={[0, 0]} radius={1} stroke={palette.line} width={1.25} />
      <Segment from={[0, 0]} to={mean} color={palette.method} width={2} />
      <Dot at={honest} color={palette.base} r={7} square param="beta" />
      <Dots xs={xs} ys={ys} color={palette.method} r={2.4} opacity={0.75} />
      <Dot at={mean} color={palette.method} r={6} />
      <Label at={[0, 0]} dx={0} dy={mean[1] > 0 ? 22 : -12} anchor="middle" bold color={palette.method}>
        {words.mean} {format(Math.hypot(...mean), 4)}
      </Label>
      {plane.height > 160 && (
        <Label at={[-1.3, 1.3]} dx={6} dy={14} small color={palette.base}>
          {words.allTogether}
        </Label>
      )}
    </>
  )
}
