// Work along the loop, and what is followed while the networks learn.
import type { PlotView, Window } from '@/contract'
import { Curve, Dot, Dots, Label, Segment, SpreadLabels } from '@/views'
import { PALE } from '@/views/chart'
import { rangeOf } from '@/views/series'
import type { LearningRecord } from '../learning'
import { LOOKS, type Scene } from '../looks'
import { LOOP_STEPS, type NetKind, type Params } from '../params'

const WAY = Array.from({ length: LOOP_STEPS + 1 }, (_, k) => k / LOOP_STEPS)

/** 1, 2 or 5 times a power of ten. */
function rounded(most: number): number {
  const decade = 10 ** Math.floor(Math.log10(most))
  return decade * ([1, 2, 5, 10].find((k) => k * decade >= most) ?? 10)
}
const reachOf = ({ maps }: Scene): number => {
  const [low, high] = rangeOf([maps.walk?.result?.work ?? []], [-1, 1])
  return rounded(Math.max(0.1, high, -low))
}

function Work(scene: Scene) {
  const { maps, step, params, palette, format } = scene
  const found = maps.walk?.result
  if (!found) return null
  const { work } = found
  const color = LOOKS[params.model].color(palette)
  const now = work[step]!
  const isThere = step === LOOP_STEPS
  return (
    <>
      <Segment from={[0, 0]} to={[1, 0]} color={palette.faint} />
      <Curve xs={WAY} ys={work} to={step} color={color} width={2} />
      <Dot at={[step / LOOP_STEPS, now]} color={color} r={4.5} />
      <Segment from={[1, 0]} to={[1, now]} color={isThere ? color : 'none'} width={4} />
      <Label at={[1, isThere ? now : 0]} dx={8} dy={4} bold small color={isThere ? color : palette.soft}>
        {isThere ? format(Math.abs(now) < 1e-7 ? 0 : now, 2) : '0'}
      </Label>
    </>
  )
}

export const work: PlotView<Scene> = {
  kind: 'plot',
  map: ['walk', 'learning'],
  window(scene): Window {
    const reach = reachOf(scene)
    return [
      [0, 1.16],
      [-1.1 * reach, 1.1 * reach],
    ]
  },
  x: ({ words }) => ({ title: words.axisWay, ticks: [0, 0.25, 0.5, 0.75, 1] }),
  y: { ticks: 4, grid: true },
  draw: (scene) => (scene.params.tab === 'loop' ? <Work {...scene} /> : null),
}

// --- training ---------------------------------------------------------------------------------------------------------------------------------------

type Measure = Params['measure']
/** Largest value on the axis. */
const TOPS: Readonly<Record<Measure, number>> = { circulation: 5, asymmetry: 0.4, error: 1.2, distance: 2.5 }
const LOWS: Readonly<Record<Measure, number>> = { circulation: -5, asymmetry: 0, error: 0, distance: 0 }
const KINDS = ['mlp', 'potential'] as const
const LEAST_UPDATES = 1000 // on the axis

const shownValue = ({ fits }: LearningRecord, kind: NetKind, measure: Measure) =>
  Math.min(Math.max(fits[kind][measure], LOWS[measure]), TOPS[measure])

function Learning(scene: Scene) {
  const { maps, params, step, palette, words, format } = scene
  const found = maps.learning?.result
  if (!found) return null
  const { measure } = params
  const records = found.records.filter(({ fits }) => Number.isFinite(fits.mlp[measure]))
  const xs = records.map(({ update }) => update)
  const now = found.records[Math.min(step, found.records.length - 1)]?.update ?? 0
  const past = records.filter(({ update }) => update <= now).length - 1
  const end = records.length - 1
  return (
    <>
      {measure === 'circulation' && <Segment from={[0, 0]} to={[params.updates, 0]} color={palette.faint} />}
      {measure === 'distance' && (
        <>
          <Segment from={[0, found.floor]} to={[params.updates, found.floor]} color={palette.ink} dash="2 4" />
          <Label at={[0, found.floor]} dx={6} dy={-6} small color={palette.soft}>
            {`${words.floor}: ${format(found.floor, 2)}`}
          </Label>
        </>
      )}
      {KINDS.map((kind) => {
        const { color, dash } = LOOKS[kind]
        const ys = records.map((record) => shownValue(record, kind, measure))
        return (
          <g key={kind}>
            <Curve xs={xs} ys={ys} from={past} to={end} color={color(palette)} dash={dash} opacity={PALE} width={2} />
            <Curve xs={xs} ys={ys} to={past} color={color(palette)} dash={dash} width={2} />
            {measure === 'distance' && <Dots xs={xs} ys={ys} color={color(palette)} r={3} square={LOOKS[kind].square} />}
            {past >= 0 && <Dot at={[xs[past]!, ys[past]!]} color={color(palette)} r={4} square={LOOKS[kind].square} />}
          </g>
        )
      })}
      <Label at={[0, TOPS[measure]]} dx={8} dy={10} small bold color={palette.soft}>
        {words[measure]}
      </Label>
      {end >= 0 && (
        <SpreadLabels
          labels={KINDS.map((kind) => ({
            at: [xs[end]!, shownValue(records[end]!, kind, measure)],
            text: words[kind],
            color: LOOKS[kind].color(palette),
          }))}
        />
      )}
    </>
  )
}

export const learning: PlotView<Scene> = {
  kind: 'plot',
  map: 'learning',
  window: ({ params: { measure, updates } }): Window => {
    const span = TOPS[measure] - LOWS[measure]
    return [
      [0, 1.38 * Math.max(LEAST_UPDATES, updates)],
      [LOWS[measure] - 0.03 * span, TOPS[measure] + 0.03 * span],
    ]
  },
  x: ({ words, params }) => {
    const end = Math.max(LEAST_UPDATES, params.updates)
    return { title: words.axisUpdate, ticks: [0, end / 2, end] }
  },
  y: { ticks: 4, grid: true },
  draw: (scene) => (scene.params.tab === 'learning' ? <Learning {...scene} /> : null),
}
