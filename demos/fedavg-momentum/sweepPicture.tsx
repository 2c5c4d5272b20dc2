// The final error against β, or against heterogeneity: dots are whole runs, dashes predictions.
import type { PlotView, Point, Window } from '@/contract'
import { memoized } from '@/memoized'
import { bands } from '@/numerics/sweep'
import { Curve, Dot, Dots, Label, SpreadLabels } from '@/views'
import { LOOKS, nameOf, type Scene } from './looks'
import { type Method, params as schema } from './params'
import { restError } from './problem'
import { BETAS, DEGREES, LANES } from './sweep'
import { pointAt, RANGE } from './sweepPoint'

const RESTING = ['fedavg', 'fedavgM'] as const
const isByBeta = ({ params }: Scene) => params.across === 'beta'

const VALUES = [0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.5, 0.7, 1]
const predicted = memoized(({ params }: Scene) => {
  const values = params.across === 'beta' ? VALUES : [0, ...DEGREES]
  return RESTING.map((method) => ({
    method,
    points: values.map((value) => pointAt(params, value, restError({ ...params, [params.across]: value }, method))),
  }))
})
const measured = memoized(({ params, maps }: Scene) =>
  LANES.filter((method) => params[method]).map((method) => {
    const { values, median } = bands(maps.ends?.result ?? [], method, (end) => end)
    // a method that does not depend on β is one run, drawn over the whole axis
    const isLevel = params.across === 'beta' && (method === 'fedavg' || method === 'scaffold')
    const points = isLevel
      ? median.flatMap((end) => BETAS.map((beta) => pointAt(params, beta, end)))
      : values.map((value, k) => pointAt(params, value, median[k]!))
    return { method, points }
  }),
)

function windowOf(scene: Scene): Window {
  if (isByBeta(scene)) return [[-2.05, 0.05], RANGE]
  const most = Math.max(
    0.2,
    ...RESTING.map((method) => restError({ ...scene.params, h: schema.h.max }, method)).filter(Number.isFinite),
  )
  return [
    [0, schema.h.max],
    [0, 1.15 * most],
  ]
}

const xs = (points: readonly Point[]) => points.map(([x]) => x)
const ys = (points: readonly Point[]) => points.map(([, y]) => y)

function Sweep(scene: Scene) {
  const { params, palette, words } = scene
  const [[left, right], [low, high]] = windowOf(scene)
  const color = (method: Method) => LOOKS[method].color(palette)
  const here = pointAt(params, params[params.across], restError(params, 'fedavgM'))
  return (
    <>
      {predicted(scene)
        .filter(({ method }) => params[method])
        .map(({ method, points }) => (
          <Curve key={method} xs={xs(points)} ys={ys(points)} color={color(method)} dash="5 4" width={1.75} />
        ))}
      {measured(scene).map(({ method, points }) => (
        <Dots key={method} xs={xs(points)} ys={ys(points)} color={color(method)} r={3.4} square={method !== 'fedavgM'} />
      ))}
      <Dot at={here} color={palette.method} r={6} ring />
      <SpreadLabels
        anchor="end"
        labels={measured(scene).flatMap(({ method, points }) =>
          points.length > 0 ? [{ at: points.at(-1)!, text: nameOf(scene, method), color: color(method) }] : [],
        )}
      />
      {isByBeta(scene) && params.fedavgM && here[1] > low && (
        <Label
          at={pointAt(params, 0.2, restError({ ...params, beta: 0.2 }, 'fedavgM'))}
          dx={8}
          dy={18}
          small
          italic
          color={palette.method}
        >
          {words.slope}
        </Label>
      )}
      {!scene.maps.ends && (
        <Label at={[(left + right) / 2, (low + high) / 2]} anchor="middle" italic>
          {words.computing}
        </Label>
      )}
    </>
  )
}

export const sweep: PlotView<Scene> = {
  kind: 'plot',
  map: 'ends',
  window: windowOf,
  x: (scene) =>
    isByBeta(scene)
      ? { title: scene.words.axisBeta, scale: 'log10', ticks: [-2, -1, 0] }
      : { title: scene.words.axisH, ticks: [0, 1, 2, 3] },
  y: (scene) => (isByBeta(scene) ? { scale: 'log10', ticks: [-3, -2, -1, 0, 1], grid: true } : { ticks: 4, grid: true }),
  seen: (scene) => {
    const [[low, high]] = windowOf(scene)
    const [at] = pointAt(scene.params, scene.params[scene.params.across], 1)
    return isByBeta(scene) ? [at, high] : [low, at]
  },
  draw: (scene) => <Sweep {...scene} />,
}
