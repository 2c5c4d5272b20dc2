// A number against the width, both on logarithmic scales, a line for each rule of the decay: of one matrix at rest, and of the network.
import type { PlotView, Point, Window } from '@/contract'
import { memoized } from '@/memoized'
import { powerLaw } from '@/numerics/regression'
import { bands, type Row } from '@/numerics/sweep'
import { Curve, Dot, Dots, Label, Segment, SpreadLabels, usePlot } from '@/views'
import { topRange, WIDTH_RANGE } from '../axes'
import { FITTED, predictedTop, WIDTHS } from '../ideal'
import { LOOKS, type Scene } from '../looks'
import { restAt, widthOf } from '../params'
import { drawnOf, isSettled, type Rule, rulesOf } from '../sweeps'

const shownRules = ({ params }: Scene): readonly Rule[] => (params.compare ? rulesOf(params) : [params.lambdaRule])

const WIDTH_TICKS = WIDTHS.map(Math.log10)

interface Line {
  rule: Rule
  /** Logarithms of widths and of the measured number, as far as they are known. */
  points: readonly Point[]
  /** Points of runs that were too short. */
  unsettled: readonly Point[]
  slope: number
}

/** Lines of all rules; `settled`: whether a run of this rule and width had enough time. */
function linesOf<E>(
  rows: readonly Row<E>[],
  rules: readonly Rule[],
  of: (end: E) => number,
  settled: (rule: Rule, d: number, ends: readonly E[]) => boolean,
): Line[] {
  return rules.map((rule) => {
    const { values, median } = bands(rows, rule, of)
    const all = values.flatMap((d, k): { d: number; at: Point }[] =>
      median[k]! > 0 && median[k]! < Number.POSITIVE_INFINITY ? [{ d, at: [Math.log10(d), Math.log10(median[k]!)] }] : [],
    )
    const endsAt = (d: number) => rows.find((row) => row.lane === rule && row.value === d)?.ends ?? []
    return {
      rule,
      points: all.map(({ at }) => at),
      unsettled: all.filter(({ d }) => !settled(rule, d, endsAt(d))).map(({ at }) => at),
      slope: all.length > 2 ? powerLaw(values, median).slope : Number.NaN,
    }
  })
}

const xs = (points: readonly Point[]) => points.map(([x]) => x)
const ys = (points: readonly Point[]) => points.map(([, y]) => y)

function Lines({ lines, scene, joined }: { lines: readonly Line[]; scene: Scene; joined: boolean }) {
  const { palette, words, params, format } = scene
  const right = Math.log10(WIDTHS.at(-1)!)
  const isAnySettling = lines.some(({ unsettled }) => unsettled.length > 0)
  const [[left], [low]] = scene.params.tab === 'widths' ? topsWindow(scene) : layersWindow(scene)
  return (
    <>
      {lines.map(({ rule, points, unsettled }) => {
        const { color, dash, square } = LOOKS[rule]
        const wide = rule === params.lambdaRule
        return (
          <g key={rule}>
            {joined && <Curve xs={xs(points)} ys={ys(points)} color={color(palette)} dash={dash} width={wide ? 2.75 : 1.75} />}
            <Dots xs={xs(points)} ys={ys(points)} color={color(palette)} r={wide ? 4.5 : 3.4} square={square} />
            <Dots xs={xs(unsettled)} ys={ys(unsettled)} color={palette.paper} r={wide ? 2.5 : 1.8} square={square} />
          </g>
        )
      })}
      <SpreadLabels
        labels={lines.flatMap(({ rule, points, slope }) => {
          const end = points.at(-1)
          if (end === undefined) return []
          const name = rule === 'power' ? `q = ${format(params.q, 2)}` : words[rule]
          const text = Number.isFinite(slope) ? `${name}: ${format(Math.round(100 * slope) / 100 + 0, 2)}` : name
          return [{ at: [joined ? Math.log10(FITTED.at(-1)!) : right, end[1]] as const, text, color: LOOKS[rule].color(palette) }]
        })}
      />
      {isAnySettling && (
        <Label at={[left, low]} dx={8} dy={-8} small italic color={palette.soft}>
          {words.notSettled}
        </Label>
      )}
    </>
  )
}

const predicted = memoized((scene: Scene) =>
  shownRules(scene).map((lambdaRule) => ({
    rule: lambdaRule,
    ys: WIDTHS.map((d) => Math.log10(predictedTop({ ...scene.params, lambdaRule }, d))),
  })),
)
const measured = memoized((scene: Scene) =>
  linesOf(
    scene.maps.widths?.result ?? [],
    shownRules(scene),
    ({ top }) => top,
    (_, _d, ends) => ends.every(({ settled }) => settled),
  ),
)
const topsWindow = ({ params }: Scene): Window => [WIDTH_RANGE, topRange(params)]

function Tops(scene: Scene) {
  const { palette, params, series, step, words, maps } = scene
  const [, range] = topsWindow(scene)
  const here: Point = [Math.log10(widthOf(params)), Math.log10(series.top[step]!)]
  const hasRest = Number.isFinite(restAt(params, widthOf(params)))
  return (
    <>
      {predicted(scene).map(({ rule, ys: heights }) => (
        <Curve
          key={rule}
          xs={WIDTHS.map(Math.log10)}
          ys={heights}
          color={LOOKS[rule].color(palette)}
          dash="4 4"
          width={rule === params.lambdaRule ? 2.5 : 1.5}
        />
      ))}
      <Lines lines={measured(scene)} scene={scene} joined={false} />
      <Segment from={here} to={[here[0], range[1]]} color={palette.faint} width={1} dash="2 4" />
      <Dot at={here} color={LOOKS[params.lambdaRule].color(palette)} r={6} ring />
      <Label at={here} dx={14} dy={16} small color={palette.soft}>
        {words.here}
      </Label>
      {!hasRest && (
        <Label at={[WIDTH_RANGE[0], range[1]]} dx={8} dy={18} italic color={palette.soft}>
          {words.noRest}
        </Label>
      )}
      {!maps.widths && (
        <Label at={[WIDTH_RANGE[0], range[1]]} dx={8} dy={hasRest ? 18 : 36} italic color={palette.soft}>
          {words.computing}
        </Label>
      )}
    </>
  )
}

export const tops: PlotView<Scene> = {
  kind: 'plot',
  map: 'widths',
  window: topsWindow,
  x: ({ words }) => ({ title: words.axisWidth, scale: 'log10', ticks: WIDTH_TICKS }),
  y: { scale: 'log10', ticks: 4, grid: true },
  draw: (scene) => (scene.params.tab === 'widths' ? <Tops {...scene} /> : null),
}

const trainedLines = memoized((scene: Scene) =>
  linesOf(scene.maps.layers?.result ?? [], shownRules(scene), drawnOf(scene.params), (lambdaRule, d) =>
    isSettled({ ...scene.params, lambdaRule }, d, scene.params.updates),
  ),
)
const AROUND = 0.12
const LEAST = 0.3
const layersWindow = memoized((scene: Scene): Window => {
  const heights = trainedLines(scene).flatMap(({ points }) => ys(points))
  if (heights.length === 0) return [WIDTH_RANGE, [-1, 0.5]]
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  const more = Math.max(0, LEAST - (high - low)) / 2
  return [WIDTH_RANGE, [low - AROUND - more, high + AROUND + more]]
})

function Layers(scene: Scene) {
  const { maps, palette, words } = scene
  const { plane } = usePlot()
  const [[left], [low, high]] = layersWindow(scene)
  if (!maps.layers)
    return (
      <Label at={[left, high]} dx={8} dy={18} italic color={palette.soft}>
        {words.computing}
      </Label>
    )
  const here = Math.log10(widthOf(scene.params))
  return (
    <>
      <rect className="target" x={plane.x(left)} y={plane.y(high)} width={plane.width} height={plane.height} />
      <Segment from={[here, low]} to={[here, high]} color={palette.faint} width={1} dash="2 4" />
      <Label at={[here, low]} dx={5} dy={-8} small color={palette.soft}>
        {words.here}
      </Label>
      <Lines lines={trainedLines(scene)} scene={scene} joined />
    </>
  )
}

export const layers: PlotView<Scene> = {
  kind: 'plot',
  map: 'layers',
  window: layersWindow,
  x: ({ words }) => ({ title: words.axisWidth, scale: 'log10', ticks: WIDTH_TICKS }),
  y: { scale: 'log10', ticks: 4, grid: true },
  draw: (scene) => <Layers {...scene} />,
  press: ([x]) => {
    const distance = (d: number) => Math.abs(Math.log10(d) - x)
    return { d: String(FITTED.reduce((near, d) => (distance(d) < distance(near) ? d : near))) }
  },
}
