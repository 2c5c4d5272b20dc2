// What a learner with data up to T sees of the adversary's map: the overlap |c_n|, and the spectrum that T can resolve.
import type { Point, Window } from '@/contract'
import {
  type Adversary,
  foundOut,
  LINES,
  lineWeight,
  oneStepResidual,
  overlap,
  seen,
  turnsOff,
} from '@/domains/operators/adversary'
import { Curve, Dot, Label, Region, Rule, Segment, usePlot } from '@/views'
import type { Scene } from './looks'
import { adversaryOf, type Params } from './params'

const DECADES = 6
export const DECAY_WINDOW: Window = [
  [0, DECADES],
  [0, 1.16],
]
const COLUMNS = 360
const INSIDE = 4 // values sampled within a column

/** Remembers the last result, for frames that change something else. */
function lastOf<T>(make: (m: Adversary, ...more: number[]) => T): typeof make {
  let key = ''
  let made: T | undefined
  return (m, ...more) => {
    const next = JSON.stringify([m, more])
    if (next !== key || made === undefined) made = make(m, ...more)
    key = next
    return made
  }
}

/** |c_n| over columns of log n: its range in each, [low, high]. Closed form, so the far future costs nothing. */
function rangesOf(m: Adversary): readonly [Float64Array, Float64Array] {
  const off = Math.abs(turnsOff(m.q, m.alpha))
  const sizes = [Math.abs(overlap(m, 0)), ...HALF_TURN.map((share) => Math.abs(overlapAt(m.a, share)))]
  const whole = [Math.min(...sizes), 1] as const
  const [low, high] = [new Float64Array(COLUMNS + 1), new Float64Array(COLUMNS + 1)]
  for (let k = 0; k <= COLUMNS; k++) {
    const [from, to] = [10 ** ((DECADES * (k - 0.5)) / COLUMNS), 10 ** ((DECADES * (k + 0.5)) / COLUMNS)]
    if ((to - from) * off > 0.5) {
      low[k] = whole[0]
      high[k] = whole[1]
      continue
    }
    low[k] = 1
    for (let i = 0; i <= INSIDE; i++) {
      const size = Math.abs(overlap(m, from + ((to - from) * i) / INSIDE))
      low[k] = Math.min(low[k]!, size)
      high[k] = Math.max(high[k]!, size)
    }
  }
  return [low, high]
}
const ranges = lastOf(rangesOf)
const HALF_TURN = Array.from({ length: 60 }, (_, k) => (k + 1) / 120)
const overlapAt = (a: number, share: number) => overlap({ alpha: share, beta: 0, q: 1, a }, 1)

const COLUMN_PLACES = Array.from({ length: COLUMNS + 1 }, (_, k) => (DECADES * k) / COLUMNS)

export function Decay(scene: Scene) {
  const { params, palette, words, format, frame } = scene
  const { plane } = usePlot()
  const m = adversaryOf(params)
  const [low, high] = ranges(m)
  const edge = Math.log10(params.T)
  const now = Math.log10(Math.max(1, frame.n))
  const split = Math.round((COLUMNS * Math.min(now, edge)) / DECADES)
  const band: Point[] = [
    ...COLUMN_PLACES.map((x, k): Point => [x, high[k]!]),
    ...COLUMN_PLACES.toReversed().map((x, k): Point => [x, low[COLUMNS - k]!]),
  ]
  const r = oneStepResidual(m)
  const certified = COLUMN_PLACES.map((x) => 1 - (10 ** x * r) ** 2 / 2)
  const found = foundOut(m)
  const [x1, y1] = [DECADES, DECAY_WINDOW[1][1]]
  const deceived = Math.abs(overlap(m, params.T)) > 0.95 && (found === null || params.T < found)
  return (
    <>
      <Region
        rings={[
          [
            [0, 0],
            [edge, 0],
            [edge, y1],
            [0, y1],
          ],
        ]}
        fill={palette.base}
        opacity={0.1}
        param="T"
      />
      <Segment from={[0, 1]} to={[x1, 1]} color={palette.base} width={1.5} dash="6 3" />
      <Region rings={[band]} fill={palette.method} opacity={0.28} />
      <Curve xs={COLUMN_PLACES} ys={high} from={split} color={palette.method} width={1.5} opacity={0.35} />
      <Curve xs={COLUMN_PLACES} ys={low} from={split} color={palette.method} width={1.5} opacity={0.35} />
      <Curve xs={COLUMN_PLACES} ys={certified} color={palette.ink} width={1.5} dash="2 4" />
      <Curve xs={COLUMN_PLACES} ys={high} to={split} color={palette.method} width={2.25} />
      <Rule x={now} />
      <Dot at={[now, Math.abs(overlap(m, frame.n))]} color={palette.method} r={5.5} />
      <Segment from={[edge, 0]} to={[edge, y1]} color={palette.base} width={1.75} param="T" />
      <Dot at={[edge, 0.5]} color={palette.base} r={6} square param="T" />
      <Label at={[0, y1]} dx={8} dy={18} bold color={palette.base}>
        {deceived ? words.announces : found !== null && params.T > found ? words.notice : words.hesitates}
      </Label>
      <Label at={[0, 1]} dx={8} dy={16} small color={palette.base}>
        {words.honest}
      </Label>
      {found !== null && found < 10 ** DECADES && (
        <Label at={[Math.log10(found), 0]} dx={-6} dy={-8} anchor="end" small color={palette.method} param="q">
          {words.lost} {format(found, 3)}
        </Label>
      )}
      {plane.height > 200 && r > 0 && (
        <Label at={[Math.log10(0.75 / r), 0.68]} dx={-8} anchor="end" small color={palette.ink}>
          {words.certified}
        </Label>
      )}
      {plane.height > 200 && (
        <Label at={[0, 0]} dx={8} dy={-30} italic color={palette.soft} param="order">
          {params.order === 'adversary' ? words.forEveryT : words.forThisQ}
        </Label>
      )}
    </>
  )
}

const SIDE = 120 // points left and right of β

/** Offsets from β that are shown: what T can resolve, and at least the first lines. */
const reachOf = (p: Params) => {
  const m = adversaryOf(p)
  return Math.max(2.6 / p.T, 3.4 * Math.abs(turnsOff(m.q, m.alpha)))
}
export const linesWindow = (): Window => [
  [-1, 1],
  [0, 1.15],
]

const SPREAD = Array.from({ length: 2 * SIDE + 1 }, (_, k) => (k - SIDE) / SIDE)
const curve = (m: Adversary, T = 1, reach = 1) => SPREAD.map((x) => seen(m, T, x * reach))
const [honestCurve, trueCurve] = [lastOf(curve), lastOf(curve)]

export function Lines({ params, palette, words, format }: Scene) {
  const { plane } = usePlot()
  const m = adversaryOf(params)
  const reach = reachOf(params)
  const off = turnsOff(m.q, m.alpha)
  const lines = Array.from({ length: 2 * LINES + 1 }, (_, k) => k - LINES)
  const honest = { ...m, a: 0 }
  return (
    <>
      <Curve xs={SPREAD} ys={honestCurve(honest, params.T, reach)} color={palette.base} dash="6 3" width={1.5} />
      <Curve xs={SPREAD} ys={trueCurve(m, params.T, reach)} color={palette.method} width={2} />
      {lines.map((line) => (
        <Segment
          key={line}
          from={[(line * off) / reach, 0]}
          to={[(line * off) / reach, lineWeight(m, line)]}
          color={palette.ink}
          width={2.25}
        />
      ))}
      <Label at={[-1, 1.15]} dx={6} dy={14} small color={palette.base}>
        {words.honest}
      </Label>
      <Label at={[0, lineWeight(m, 0)]} dx={7} dy={4} small bold>
        {format(lineWeight(m, 0), 3)}
      </Label>
      {plane.height > 100 && (
        <Label at={[1, 1.15]} dx={-6} dy={14} anchor="end" small color={palette.soft}>
          ± {format(reach, 2)} {words.turns}
        </Label>
      )}
    </>
  )
}
