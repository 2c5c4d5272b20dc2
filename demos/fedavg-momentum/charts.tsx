// The error of each method against rounds, with the floors that are predicted.
import type { PlotView, Window } from '@/contract'
import { Segment } from '@/views'
import { Chart, type ChartLine } from '@/views/chart'
import { decadesOf, log10, perScene } from '@/views/series'
import { LOOKS, nameOf, type Scene, shownMethods } from './looks'
import { CLIENTS, isRandom, METHODS, type Method } from './params'
import { restError } from './problem'
import { READOUTS } from './readouts'

const FLOOR = 1e-7 // below it nothing is to be seen
const LIMITS = [-7, 6] as const

const linesOf = perScene((scene: Scene): ChartLine[] =>
  shownMethods(scene).map((method) => ({
    name: method,
    text: nameOf(scene, method),
    color: LOOKS[method].color(scene.palette),
    dash: LOOKS[method].dash,
    ys: log10(scene.series[READOUTS[method].error], scene.last, FLOOR),
  })),
)
/** Logarithms of the errors at rest. */
const floorsOf = perScene((scene: Scene): { method: Method; at: number }[] =>
  scene.params.tab === 'blobs' || scene.params.m < CLIENTS // the formula is for all clients
    ? []
    : (['fedavg', 'fedavgM'] as const)
        .filter((method) => scene.params[method])
        .map((method) => ({ method, at: Math.log10(restError(scene.params, method)) }))
        .filter(({ at }) => at > LIMITS[0] && at < LIMITS[1]),
)

function windowOf(scene: Scene): Window {
  const curves = [...linesOf(scene).map(({ ys }) => ys), floorsOf(scene).map(({ at }) => at)]
  return [[0, Math.max(1, scene.steps)], decadesOf(curves, LIMITS, [-2, 1])]
}

/** Where rounds are random single ones say little: the root of the mean square in the second half. */
function halvesOf({ params, series, last, steps }: Scene): { method: Method; at: number }[] {
  if (params.tab === 'blobs' || !isRandom(params) || last < steps) return []
  return METHODS.filter((method) => params[method]).map((method) => ({
    method,
    at: Math.log10(Math.max(series[READOUTS[method].mean][last]!, FLOOR)),
  }))
}

function Errors(scene: Scene) {
  const { step, last, steps, palette, words } = scene
  const [floors, halves] = [floorsOf(scene), halvesOf(scene)]
  const [, [, top]] = windowOf(scene)
  const lines = linesOf(scene)
  const isNoisy = halves.length > 0
  const key = isNoisy ? words.half : floors.length > 0 ? words.floor : null
  return (
    <>
      {floors.map(({ method, at }) => (
        <Segment key={method} from={[0, at]} to={[steps, at]} color={LOOKS[method].color(palette)} width={1.25} dash="5 4" />
      ))}
      <Chart
        lines={isNoisy ? lines.map((line) => ({ ...line, text: undefined, dash: undefined, width: 0.75 })) : lines}
        step={step}
        last={last}
        firm={isNoisy ? 0.4 : undefined}
        labels={[
          ...halves.map(({ method, at }) => ({
            at: [steps / 2, at] as const,
            text: nameOf(scene, method),
            color: LOOKS[method].color(palette),
          })),
          ...(key ? [{ at: [steps, top] as const, text: key, color: palette.soft, quiet: true }] : []),
        ]}
      />
      {halves.map(({ method, at }) => (
        <Segment
          key={method}
          from={[steps / 2, at]}
          to={[steps, at]}
          color={LOOKS[method].color(palette)}
          dash={LOOKS[method].dash}
          width={4}
        />
      ))}
    </>
  )
}

const chart: PlotView<Scene> = {
  kind: 'plot',
  window: windowOf,
  x: ({ words }) => ({ title: words.axisRound, ticks: 4 }),
  y: { scale: 'log10', ticks: 5, grid: true },
  draw: (scene) => <Errors {...scene} />,
}
export const error = chart
export const excess = chart
