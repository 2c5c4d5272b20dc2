// The course of the training, and the factor by which the players multiply a wave, compared with the right one.
import type { PlotView, Point, Window } from '@/contract'
import { askedFor, multiplier, type Team } from '@/domains/fluids/kernels'
import { Curve, Dots, Label, Segment } from '@/views'
import { Chart } from '@/views/chart'
import { decadesOf, log10, within } from '@/views/series'
import type { Scene } from './looks'
import { DRIFT, shapeOf } from './params'
import { DIAGONAL, equationOf } from './trainRun'

const lossWindow = ({ series, last, steps }: Scene): Window => [
  [0, Math.max(1, steps)],
  decadesOf([log10(series.loss, last), log10(series.error, last)], [-8, 12], [-3, 0]),
]

function Loss(scene: Scene) {
  const { series, step, last, steps, palette, words } = scene
  const lines = [
    { name: 'loss', text: words.loss, color: palette.method, ys: log10(series.loss, last) },
    { name: 'error', text: words.trainError, color: palette.ink, dash: '6 3', ys: log10(series.error, last) },
  ]
  const [, range] = lossWindow(scene)
  const middle = Math.round(0.55 * Math.min(steps, last))
  const names = lines.map(({ text, color, ys }) => {
    const at: Point = [middle, within(Number.isFinite(ys[middle]) ? ys[middle]! : range[0], range)]
    return { at, text, color }
  })
  return <Chart lines={lines.map(({ text: _, ...line }) => line)} step={step} last={last} labels={names} />
}

export const loss: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.scene === 'train',
  window: lossWindow,
  x: ({ words }) => ({ title: words.axisUpdates, ticks: 4 }),
  y: { scale: 'log10', ticks: 4, grid: true },
  draw: (scene) => <Loss {...scene} />,
}

const POINTS = 24 // dots along the axis

/** Waves (κ, κ) up to the limit of a player; factors of each slot: learned, asked for, exact. */
function Factors({ frame, params, palette, words }: Scene) {
  const { side, s, n } = shapeOf(params)
  if (frame.weights === null) return null
  const team: Team = { s, slots: params.slots, radius: params.radius, weights: frame.weights }
  const spacing = (s * 2 * Math.PI) / side
  const kappas = Array.from({ length: POINTS + 1 }, (_, k) => (k * n) / 2 / POINTS)
  const isSize = params.chart === 'size'
  const of = ([re, im]: readonly [number, number]) => (isSize ? Math.hypot(re, im) : Math.atan2(im, re))
  const slots = Array.from({ length: params.slots }, (_, k) => k + 1)
  const top = turnWindow(isSize)[1]
  return (
    <>
      {DIAGONAL.filter((kappa) => kappa <= n / 2).map((kappa) => (
        <Segment key={kappa} from={[kappa, top[0]]} to={[kappa, top[1]]} color={palette.base3} width={1} dash="2 4" />
      ))}
      <Label at={[DIAGONAL[0] ?? 1, top[0]]} dx={5} dy={-7} small italic color={palette.base3}>
        {words.taught}
      </Label>
      {slots.map((tau) => {
        const t = tau * params.jump
        const exact = kappas.map((k) => (isSize ? Math.exp(-params.diffusion * 2 * k * k * t) : -(DRIFT.cx + DRIFT.cy) * k * t))
        const asked = kappas.map((k) => of(askedFor(equationOf(params), tau, k, k)))
        const learned = kappas.map((k) => of(multiplier(team, tau - 1, 0, k, k, spacing)))
        return (
          <g key={tau}>
            <Curve xs={kappas} ys={exact} color={palette.ink} width={1.5} />
            <Curve xs={kappas} ys={asked} color={palette.ink} width={1} dash="2 4" />
            <Dots xs={kappas} ys={learned} color={palette.method} r={2.4} />
            <Label at={[kappas[20]!, exact[20]!]} dy={-6} small color={palette.soft} param="slots">
              {`+${tau === 1 ? '' : tau}Δt`}
            </Label>
          </g>
        )
      })}
      <Label at={[0, top[isSize ? 0 : 1]]} dx={8} dy={isSize ? -24 : 16} small bold color={palette.method}>
        {words.learned}
      </Label>
    </>
  )
}
const turnWindow = (isSize: boolean): Window => [[0, 1], isSize ? [0, 1.25] : [-2, 0.4]]

export const factor: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.scene === 'train',
  window: ({ params }) => [[0, shapeOf(params).n / 2], turnWindow(params.chart === 'size')[1]],
  x: ({ words }) => ({ title: words.axisKappa, ticks: 4 }),
  y: ({ params }) =>
    params.chart === 'size' ? { title: '|M|', ticks: [0, 0.5, 1], grid: true } : { ticks: [-2, -1, 0], grid: true },
  draw: (scene) => <Factors {...scene} />,
}
