// The map of rates: the dots of both directions, and the roots of one of them.
import { memo } from 'react'
import type { Plane, PlotView, Point, SceneOf, Window } from '@/contract'
import { fence, rate, roots, wedge } from '@/domains/optim/heavyBallTheory'
import { Circle, Curve, Dot, Dots, Inset, Label, paintBelow, Region, Segment } from '@/views'
import type demo from './demo'
import { fromMap, toMap } from './map'
import { isStraight } from './params'

type Scene = SceneOf<typeof demo>

const MAP: Readonly<Record<Scene['params']['axes'], Window>> = {
  optimizer: [
    [0, 4],
    [0, 1],
  ],
  sampler: [
    [0, 10],
    [0, 1],
  ],
}
const RATE_LEVELS = [1, 0.97, 0.9, 0.7, 0.5, 0.25] // ρ; the last 3 % before 1 have a band of their own
const BETAS = Array.from({ length: 101 }, (_, k) => (k / 100) ** 2 * 0.9999) // denser at 0, where the wedge is a root

type Axes = Scene['params']['axes']

/** A line a = a(β) on the map. */
function Line({ axes, of, color, width = 1.1 }: { axes: Axes; of: (beta: number) => number; color: string; width?: number }) {
  const points = BETAS.map((beta) => toMap(axes, of(beta), beta))
  return <Curve xs={points.map((p) => p[0])} ys={points.map((p) => p[1])} color={color} width={width} param="beta" />
}

/** Lines that do not depend on the parameters: the fence and the two edges of the wedge. */
const Borders = memo(function Borders({ axes, color }: { axes: Axes; color: string }) {
  const edge = BETAS.map((beta) => toMap(axes, fence(beta), beta))
  const corner: Point = [edge.at(-1)?.[0] ?? 0, edge[0]?.[1] ?? 0]
  return (
    <>
      <Region rings={[[...edge, corner]]} hatch />
      <Line axes={axes} of={(beta) => wedge(beta)[0]} color={color} />
      <Line axes={axes} of={(beta) => wedge(beta)[1]} color={color} />
      <Line axes={axes} of={fence} color={color} width={1.6} />
    </>
  )
})

function paintRates(ctx: CanvasRenderingContext2D, { params, palette }: Scene, plane: Plane) {
  paintBelow(ctx, plane, palette, (x, y) => rate(...fromMap(params.axes, [x, y])), RATE_LEVELS)
}

function RateMap(scene: Scene) {
  const { params, palette, words, series, step, last, format, frame } = scene
  const { axes, alpha, beta, kappa } = params
  const inWords = (a: number, b: number) => toMap(axes, a, b)
  const straight = isStraight(params)
  const curvatures = straight ? ([1, kappa] as const) : frame.curvatures
  const rates = curvatures?.map((curvature) => rate(alpha * curvature, beta)) ?? []
  const worst = (rates[1] ?? 0) > (rates[0] ?? 0) ? 1 : 0
  const chosen = params.dot === 'worst' ? worst : params.dot === 'flat' ? 0 : 1
  const dots = curvatures?.map((curvature) => inWords(alpha * curvature, beta))
  const shrink = rates[worst]
  const [[, right]] = MAP[axes]
  const far = dots?.[1] !== undefined && dots[1][0] > 0.62 * right
  return (
    <>
      <Borders axes={axes} color={palette.soft} />
      <Label at={inWords(1.1, 0.6)} italic anchor="middle">
        {words.ripples}
      </Label>
      <Label at={inWords(0.13, 0.07)} italic small anchor="start">
        {words.glides}
      </Label>
      <Label at={inWords(1.85, 0.03)} italic small anchor="middle">
        {words.flips}
      </Label>
      <Label at={axes === 'sampler' ? [8.4, 0.86] : [3.96, 0.56]} italic anchor="end">
        {words.fliesOff}
      </Label>
      {!straight &&
        ([series.curvatureFlat, series.curvatureSteep] as const).map((curvature, index) => {
          const places = Array.from(curvature.subarray(0, last + 1), (c) => inWords(alpha * c, beta))
          return (
            <Dots
              key={index === 0 ? 'flat' : 'steep'}
              xs={places.map((p) => p[0])}
              ys={places.map((p) => p[1])}
              to={step}
              color={palette.method}
              r={1.6}
              opacity={0.5}
            />
          )
        })}
      {dots?.[0] && dots[1] && (
        <>
          <Segment from={dots[0]} to={dots[1]} color={palette.method} width={1.5} param="kappa" />
          {dots.map((at, index) => (
            <Dot
              key={index === 0 ? 'flat' : 'steep'}
              at={at}
              color={palette.method}
              r={5}
              ring={index === worst}
              param={index === 0 ? 'alpha' : 'kappa'}
            />
          ))}
          <Label
            at={dots[1]}
            dx={far ? -16 : 18}
            dy={far ? -12 : 4}
            anchor={far ? 'end' : 'start'}
            color={palette.method}
            bold
            param="alpha"
          >
            {shrink !== undefined && `${words.rho} = ${format(shrink, 3)}`}
          </Label>
        </>
      )}
      {straight && <Cross at={inWords((alpha * (1 + kappa)) / 2, beta)} color={palette.ink} />}
      {curvatures && <Roots scene={scene} a={alpha * (curvatures[chosen] ?? 1)} />}
    </>
  )
}

/** The crosshair half way between the dots. */
function Cross({ at, color }: { at: Point; color: string }) {
  return (
    <Inset
      at={at}
      size={18}
      window={[
        [-1, 1],
        [-1, 1],
      ]}
    >
      <Segment from={[-1, 0]} to={[1, 0]} color={color} width={1.5} />
      <Segment from={[0, -1]} to={[0, 1]} color={color} width={1.5} />
    </Inset>
  )
}

/** The roots σ± of one dot in the unit circle, in the corner where everything diverges. */
function Roots({ scene, a }: { scene: Scene; a: number }) {
  const { params, palette, words } = scene
  const [plus, minus] = roots(a, params.beta)
  const clamped = ([re, im]: Point): Point => {
    const size = Math.hypot(re, im)
    const most = Math.min(1, 1.35 / size)
    return [re * most, im * most]
  }
  return (
    <Inset
      at={params.axes === 'sampler' ? [9.05, 0.62] : [3.52, 0.24]}
      size={66}
      whole
      window={[
        [-1.4, 1.4],
        [-1.4, 1.4],
      ]}
    >
      <Circle at={[0, 0]} radius={1} fill={palette.paper} stroke={palette.soft} />
      <Segment from={[-1, 0]} to={[1, 0]} color={palette.line} width={1} />
      <Segment from={[0, -1]} to={[0, 1]} color={palette.line} width={1} />
      <Dot at={clamped(minus)} color={palette.method} r={3.6} />
      <Dot at={clamped(plus)} color={palette.method} r={3.6} />
      <Label at={[0, 1]} dy={-5} anchor="middle" small>
        {words.roots}
      </Label>
    </Inset>
  )
}

export const map: PlotView<Scene> = {
  kind: 'plot',
  window: ({ params }) => MAP[params.axes],
  x: ({ params, words }) =>
    params.axes === 'sampler' ? { title: words.axisReach, ticks: 5 } : { title: words.axisCurvature, ticks: 4 },
  y: ({ params }) => ({ title: params.axes === 'sampler' ? '1 − β' : 'β', ticks: [0, 0.5, 1] }),
  backdrop: { key: ({ params }) => params.axes, paint: paintRates },
  draw: RateMap,
}
