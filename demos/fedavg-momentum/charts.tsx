// The error of each method against rounds, with the predicted floors.
import type { PlotView, Window } from '@/contract'
import { memoized } from '@/memoized'
import { Segment, SpreadLabels } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { decadesOf, log10 } from '@/views/series'
import { LOOKS, nameOf, type Scene, shownMethods } from './looks'
import { CLIENTS, isRandom, METHODS, type Method } from './params'
import { restError } from './problem'
import { READOUTS } from './readouts'

const FLOOR = 1e-7 // nothing can be seen below
const LIMITS = [-7, 6] as const

const linesOf = memoized((scene: Scene): ChartLine[] =>
  shownMethods(scene).map((method) => ({
    name: method,
    text: nameOf(scene, method),
    color: LOOKS[method].color(scene.palette),
    dash: LOOKS[method].dash,
    ys: log10(scene.series[READOUTS[method].error], scene.last, FLOOR),
  })),
)
/** Logarithms of the errors at rest. */
const floorsOf = memoized((scene: Scene): { method: Method; at: number }[] =>
  scene.params.tab === 'blobs' || scene.params.m < CLIENTS // the formula is for all clients
    ? []
    : (['fedavg', 'fedavgM'] as const)
        .filter((method) => scene.params[method])
        .map((method) => ({ method, at: Math.log10(restError(scene.params, method)) }))
        .filter(({ at }) => at > LIMITS[0] && at < LIMITS[1]),
)

const isNoisy = ({ params }: Scene) => params.tab === 'plane' && isRandom(params)
/** When rounds are random, single ones say little: this is the root of the mean square in the second half. */
function halvesOf(scene: Scene): { method: Method; at: number }[] {
  const { params, series, last, steps } = scene
  if (!isNoisy(scene) || last < steps) return []
  return METHODS.filter((method) => params[method]).map((method) => ({
    method,
    at: Math.log10(Math.max(series[READOUTS[method].mean][last]!, FLOOR)),
  }))
}

const NAMES = 0.6 // of the run: space for names beside the lines of the second half

function windowOf(scene: Scene): Window {
  const curves = [...linesOf(scene).map(({ ys }) => ys), floorsOf(scene).map(({ at }) => at)]
  const stretch = isNoisy(scene) ? 1 + NAMES : 1
  return [[0, stretch * Math.max(1, scene.steps)], decadesOf(curves, LIMITS, [-2, 1])]
}

/** `bare`: without the heights of rest, which are computed beforehand. */
function Errors({ bare = false, ...scene }: Scene & { bare?: boolean }) {
  const { step, last, steps, palette, words } = scene
  const [floors, halves] = [bare ? [] : floorsOf(scene), halvesOf(scene)]
  const [[, right], [, top]] = windowOf(scene)
  const lines = linesOf(scene)
  const noisy = isNoisy(scene)
  const key = noisy ? words.half : floors.length > 0 ? words.floor : null
  const colorOf = (method: Method) => LOOKS[method].color(palette)
  return (
    <>
      {floors.map(({ method, at }) => (
        <Segment key={method} from={[0, at]} to={[steps, at]} color={colorOf(method)} width={1.25} dash="5 4" />
      ))}
      <Chart
        lines={noisy ? lines.map((line) => ({ ...line, text: undefined, dash: undefined, width: 0.75 })) : lines}
        step={step}
        last={last}
        firm={noisy ? 0.4 : undefined}
        labels={key ? [{ at: [right, top], text: key, color: palette.soft, quiet: true }] : []}
      />
      {halves.map(({ method, at }) => (
        <Segment
          key={method}
          from={[steps / 2, at]}
          to={[steps, at]}
          color={colorOf(method)}
          dash={LOOKS[method].dash}
          width={4}
        />
      ))}
      <SpreadLabels
        labels={halves.map(({ method, at }) => ({ at: [steps, at], text: nameOf(scene, method), color: colorOf(method) }))}
      />
    </>
  )
}

const chart: PlotView<Scene> = {
  kind: 'plot',
  window: windowOf,
  x: ({ words, steps }) => ({
    title: words.axisRound,
    ticks: [...new Set([0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * steps)))],
  }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Errors {...scene} />,
  waiting: (scene) => <Errors {...scene} bare />,
}
export const error = chart
export const excess = chart
