// Charts against steps: effective step with the norm law, growth of the length, the test for projection, loss.
import type { Axis, Point, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Curve, Dot, Rule, Segment, SpreadLabels } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { log10, rangeOf, within } from '@/views/series'
import { colorOf, DASHES, heightsOf, lawOf, nameOf, type Scene, stepsOf } from './looks'
import { type Method, shownMethods, threshold } from './params'

const FLOOR = -10 // log10 of the loss: nothing can be seen below

interface Line extends Omit<ChartLine, 'text'> {
  method: Method
  /** Its name, shown where a chart has space for it. */
  label: string
}
function linesOf(scene: Scene, values: (scene: Scene, method: Method) => Float64Array): Line[] {
  return shownMethods(scene.params).map((method) => ({
    method,
    name: method,
    label: nameOf(scene, method),
    color: colorOf(scene.palette, method),
    dash: DASHES[method],
    ys: values(scene, method),
  }))
}
const logLines = (of: (scene: Scene, method: Method) => Float64Array) =>
  memoized((scene: Scene) => linesOf(scene, (_, method) => log10(of(scene, method), scene.last)))
const effectiveLines = logLines(stepsOf)
const lossLines = logLines(heightsOf)

export const stepAxis = ({ words }: Scene): Axis => ({ title: words.axisStep, ticks: 4 })
const stepsWide = (scene: Scene): Point => [0, Math.max(1, scene.steps)]
export function effectiveWindow(scene: Scene): Window {
  const [low, high] = rangeOf(
    effectiveLines(scene).map((line) => line.ys),
    [-2, -1],
  )
  return [stepsWide(scene), [Math.floor(low * 2 - 0.2) / 2, Math.ceil(high * 2 + 0.2) / 2]]
}

/** Measured wide and pale, the law dashed on top of it: they must coincide. */
export function Effective(scene: Scene) {
  const { series, step, last, steps, words, format, palette } = scene
  const lines = effectiveLines(scene)
  const [, range] = effectiveWindow(scene)
  const change = (method: Method) => {
    const fallen = stepsOf(scene, method)[0]! / stepsOf(scene, method)[step]!
    return fallen < 1 ? `× ${format(1 / fallen, 3)}` : `÷ ${format(fallen, 3)}`
  }
  const laws = lines.map((line) => ({ ...line, law: log10(lawOf(scene, line.method), last) }))
  const lawAt = Math.round(0.2 * steps)
  const lawLevel = laws.find(({ method }) => method === 'momentum')?.law[lawAt]
  return (
    <>
      <Chart lines={lines.map((line) => ({ ...line, dash: undefined, width: 4 }))} step={step} last={last} firm={0.45} />
      {laws.map(({ method, color, law }) => (
        <Curve
          key={method}
          ys={law.map((v) => (v > range[0] - 1 && v < range[1] + 1 ? v : Number.NaN))}
          color={color}
          width={1.5}
          dash="2 4"
        />
      ))}
      <SpreadLabels
        anchor="end"
        labels={[
          ...lines.map(({ method, label, color, ys }) => ({
            at: [steps, within(ys[last] ?? range[0], range)] as Point,
            text: `${label} ${change(method)}`,
            color,
          })),
          ...(lawLevel !== undefined && Number.isFinite(lawLevel) && series.momentumLaw.length > lawAt
            ? [{ at: [0.62 * steps, within(lawLevel, range)] as Point, text: words.law, color: palette.soft, quiet: true }]
            : []),
        ]}
      />
    </>
  )
}

const growths = ({ series }: Scene, method: Method): Float64Array =>
  ({ plain: series.plainGrowth, fair: series.plainGrowth, momentum: series.growth, projected: series.projectedGrowth })[method]
const growthLines = (scene: Scene) => linesOf(scene, growths).filter(({ method }) => method !== 'fair')

export function growthWindow(scene: Scene): Window {
  const [, high] = rangeOf(
    growthLines(scene).map((line) => line.ys),
    [0, 1],
  )
  return [stepsWide(scene), [0, 1.12 * Math.max(high, scene.series.limit[0]!, 2)]]
}

export function Growth(scene: Scene) {
  const { series, step, steps, last, words, palette, format } = scene
  const lines = growthLines(scene)
  const limit = series.limit[0]!
  const [, range] = growthWindow(scene)
  const color = colorOf(palette, 'momentum')
  return (
    <>
      <Segment from={[0, limit]} to={[steps, limit]} color={color} dash="2 4" width={1.5} param="beta" />
      <Chart lines={lines} step={step} last={last} />
      <SpreadLabels
        anchor="end"
        labels={[
          { at: [steps, limit], text: `${words.limit} = ${format(limit, 3)}`, color },
          ...lines
            .filter(({ ys }) => Number.isFinite(ys[last]))
            .map(({ method, label, color: own, ys }) => ({
              at: [method === 'plain' ? 0.5 * steps : steps, within(ys[last]! - 0.09 * range[1], range)] as Point,
              text: label,
              color: own,
            })),
        ]}
      />
    </>
  )
}

export const cosineWindow = (scene: Scene): Window => [stepsWide(scene), [0, 1]]

export function Cosine(scene: Scene) {
  const { params, series, step, last, steps, words, palette } = scene
  const color = colorOf(palette, 'projected')
  const edge = threshold(params)
  return (
    <>
      <Segment from={[0, edge]} to={[steps, edge]} color={palette.ink} dash="5 4" width={1.25} param="delta" />
      <Rule x={step} />
      <Curve ys={series.cosine} from={step} to={last} color={color} opacity={0.3} />
      <Curve ys={series.cosine} to={step} color={color} />
      <Dot at={[step, series.cosine[step]!]} color={color} r={4} />
      <SpreadLabels
        anchor="end"
        labels={[
          { at: [steps, edge + 0.02], text: words.threshold, color: palette.ink, quiet: true },
          { at: [steps, 0.93], text: words.cosine, color },
        ]}
      />
    </>
  )
}

export function lossWindow(scene: Scene): Window {
  const [low, high] = rangeOf(
    lossLines(scene).map((line) => line.ys),
    [-4, 0],
  )
  const top = Math.min(Math.ceil(high), 6)
  return [stepsWide(scene), [Math.max(FLOOR, Math.min(Math.floor(low), top - 1)), top]]
}

export function Loss(scene: Scene) {
  const { step, steps, last } = scene
  const lines = lossLines(scene)
  const [, range] = lossWindow(scene)
  return (
    <>
      <Chart lines={lines} step={step} last={last} />
      <SpreadLabels
        anchor="end"
        labels={lines.map(({ label, color, ys }) => {
          const end = lastAbove(ys, last, range[0])
          return { at: [Math.max(end, 0.35 * steps), within(ys[end] ?? range[0], range)] as Point, text: label, color }
        })}
      />
    </>
  )
}

function lastAbove(values: ArrayLike<number>, last: number, floor: number): number {
  let k = last
  while (k > 0 && !((values[k] as number) > floor)) k--
  return k
}
