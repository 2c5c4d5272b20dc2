// Over the rounds: what is still missing, how far the policies have moved, and how far they are from where they should end.
import type { PlotView, Point, Window } from '@/contract'
import { tiltAfter, tiltLine } from '@/domains/alignment/tilt'
import { Curve, Label, Segment, usePlot } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { decadesOf, log10, rangeOf } from '@/views/series'
import { alphaOf, lookOf, METHODS, nameOf, predictedGaps, type Scene } from '../looks'
import type { Method } from '../model'
import { isSampled, rewardOf, winnerOf } from '../params'

const FLOOR = -16 // log10; smaller probabilities never matter
type Measure = 'Gap' | 'Tilt' | 'Off' | 'Outward'

/** Both policies' lines of one measure. */
function linesOf(scene: Scene, measure: Measure, isLog: boolean): ChartLine[] {
  const { series, last } = scene
  return METHODS.map((who: Method) => {
    const { color, dash } = lookOf(scene, who)
    const values = series[`${who}${measure}`]
    return { name: who, text: nameOf(scene, who), color, dash, ys: isLog ? log10(values, last) : values.subarray(0, last + 1) }
  })
}
const rounds = ({ steps }: Scene): Point => [0, Math.max(1, steps)]

function logWindow(scene: Scene, measure: Measure): Window {
  const curves = linesOf(scene, measure, true).map(({ ys }) => ys)
  return [rounds(scene), decadesOf([...curves, [0]], [FLOOR, 1], [-1, 0])]
}

/** What the unnamed lines are, in an upper corner. */
function Corner({ text, left = false }: { text: string; left?: boolean }) {
  const { plane, palette } = usePlot()
  const [[x0, x1], [, top]] = plane.window
  return (
    text !== '' && (
      <Label
        at={[left ? x0 : x1, top]}
        anchor={left ? 'start' : 'end'}
        dx={left ? 6 : -4}
        dy={13}
        color={palette.soft}
        small
        italic
      >
        {text}
      </Label>
    )
  )
}

/** One sentence in an empty chart. */
function Nothing({ text }: { text: string }) {
  const { plane, palette } = usePlot()
  const [[x0, x1], [y0, y1]] = plane.window
  return (
    <Label at={[(x0 + x1) / 2, (y0 + y1) / 2]} anchor="middle" color={palette.soft} italic>
      {text}
    </Label>
  )
}

/** `bare`: without the curves of theory. */
function Gaps({ bare = false, ...scene }: Scene & { bare?: boolean }) {
  const { params, step, last, steps, words, maps } = scene
  const lines = linesOf(scene, 'Gap', true)
  if (lines.every(({ ys }) => !Array.from(ys).some(Number.isFinite))) return <Nothing text={words.allEqual} />
  const mean = isSampled(params) ? maps.average?.result : undefined
  return (
    <>
      {mean &&
        METHODS.map((who) => <Curve key={who} ys={log10(mean[who])} color={lookOf(scene, who).color} width={7} opacity={0.22} />)}
      <Chart lines={lines} step={step} last={last} />
      {METHODS.map((who) => {
        const predicted = bare ? null : predictedGaps(params, who, steps)
        return (
          predicted && (
            <Curve key={who} ys={log10(predicted)} color={lookOf(scene, who).color} dash="2 4" width={3} opacity={0.6} />
          )
        )
      })}
      <Corner text={mean ? words.mean.replace('#', scene.format(mean.seeds)) : isSampled(params) || bare ? '' : words.theory} />
    </>
  )
}

export const gaps: PlotView<Scene> = {
  kind: 'plot',
  map: 'average',
  window: (scene) => logWindow(scene, 'Gap'),
  x: ({ words }) => ({ title: words.axisRound, ticks: 5 }),
  y: ({ words }) => ({ title: words.axisGap, scale: 'log10', ticks: 5, grid: true }),
  when: ({ params }) => params.mode === 'dpo',
  draw: (scene) => <Gaps {...scene} />,
  waiting: (scene) => <Gaps {...scene} bare />,
}

function Tilts(scene: Scene) {
  const { params, series, step, last, steps, palette, words, format } = scene
  const lines = linesOf(scene, 'Tilt', false)
  if (!Number.isFinite(lines[0]!.ys[0])) return <Nothing text={words.allEqual} />
  const speed = series.apoSpeed[step]
  return (
    <>
      {!isSampled(params) && (
        <Segment
          from={[0, tiltLine(0, params.alpha)]}
          to={[steps, tiltLine(steps, params.alpha)]}
          color={palette.method}
          dash="2 4"
          width={2}
          param="alpha"
        />
      )}
      <Corner text={isSampled(params) ? '' : words.asymptote} left />
      <Chart lines={lines} step={step} last={last} />
      {speed !== undefined && Number.isFinite(speed) && (
        <Label at={[step, series.apoTilt[step]!]} anchor="end" dx={-14} dy={14} color={palette.method}>
          {`${words.slope} ${format(speed, 3)}`}
        </Label>
      )}
    </>
  )
}

export const tilts: PlotView<Scene> = {
  kind: 'plot',
  window(scene) {
    const { steps, params } = scene
    const [low, high] = rangeOf(
      [...linesOf(scene, 'Tilt', false).map(({ ys }) => ys), [0, tiltAfter(steps, alphaOf(params, 'dpo'))]],
      [0, 1],
    )
    return [rounds(scene), [low - (low < 0 ? 0.05 * (high - low) : 0), high + 0.12 * (high - low)]]
  },
  x: ({ words }) => ({ title: words.axisRound, ticks: 5 }),
  y: ({ words }) => ({ title: words.axisTilt, ticks: 5, grid: true }),
  when: ({ params }) => params.mode === 'dpo',
  draw: (scene) => <Tilts {...scene} />,
}

export const off: PlotView<Scene> = {
  kind: 'plot',
  window: (scene) => logWindow(scene, 'Off'),
  x: ({ words }) => ({ title: words.axisRound, ticks: 5 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  when: ({ params }) => winnerOf(params) !== null && params.mode === 'sppo',
  draw: (scene) => <Chart lines={linesOf(scene, 'Off', true)} step={scene.step} last={scene.last} />,
}

export const outward: PlotView<Scene> = {
  kind: 'plot',
  window(scene) {
    const [, high] = rangeOf(
      linesOf(scene, 'Outward', false).map(({ ys }) => ys),
      [0, 1],
    )
    return [rounds(scene), [0, 1.15 * Math.max(high, 0.01)]]
  },
  x: ({ words }) => ({ title: words.axisRound, ticks: 5 }),
  y: ({ words }) => ({ title: words.axisOutward, ticks: 5, grid: true }),
  when: ({ params }) => rewardOf(params) === null && winnerOf(params) === null,
  draw: (scene) => <Chart lines={linesOf(scene, 'Outward', false)} step={scene.step} last={scene.last} />,
}
