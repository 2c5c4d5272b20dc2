// How the training goes, and by what factor the players change a wave, against what is right.
import type { PlotView, Window } from '@/contract'
import { askedFor, multiplier, type Team } from '@/domains/fluids/kernels'
import { Curve, Dots, Label, Rule, Segment, SpreadLabels } from '@/views'
import type { Scene } from './looks'
import { DRIFT, shapeOf } from './params'
import { DIAGONAL, equationOf } from './trainRun'

const log10 = (values: Float64Array, last: number) =>
  Array.from(values.subarray(0, last + 1), (v) => (v > 0 ? Math.log10(v) : Number.NaN))

function lossWindow({ series, last, steps }: Scene): Window {
  const ys = [...log10(series.loss, last), ...log10(series.error, last)].filter((y) => Number.isFinite(y))
  const [low, high] = ys.length > 0 ? [Math.min(...ys), Math.max(...ys)] : [-3, 0]
  return [
    [0, Math.max(1, steps)],
    [Math.floor(Math.max(low, -8)), Math.min(Math.ceil(high + 0.05), 12)],
  ]
}

function Loss(scene: Scene) {
  const { series, step, last, steps, palette, words } = scene
  const lines = [
    { name: 'loss', text: words.loss, color: palette.method, dash: undefined, ys: log10(series.loss, last) },
    { name: 'error', text: words.trainError, color: palette.ink, dash: '6 3', ys: log10(series.error, last) },
  ]
  const [, [low, high]] = lossWindow(scene)
  const at = Math.round(0.55 * Math.min(steps, last))
  return (
    <>
      <Rule x={step} />
      {lines.map(({ name, color, dash, ys }) => (
        <g key={name}>
          <Curve ys={ys} from={step} to={last} color={color} dash={dash} opacity={0.35} />
          <Curve ys={ys} to={step} color={color} dash={dash} />
        </g>
      ))}
      <SpreadLabels
        anchor="end"
        labels={lines.map(({ text, color, ys }) => {
          const y = ys[at] ?? low
          return { at: [at, Number.isFinite(y) ? Math.min(Math.max(y, low), high) : low], text, color }
        })}
      />
    </>
  )
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

/** Waves (κ, κ) up to the limit of a player; factors of each slot: learnt, asked for, exact. */
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
        const learnt = kappas.map((k) => of(multiplier(team, tau - 1, 0, k, k, spacing)))
        return (
          <g key={tau}>
            <Curve xs={kappas} ys={exact} color={palette.ink} width={1.5} />
            <Curve xs={kappas} ys={asked} color={palette.ink} width={1} dash="2 4" />
            <Dots xs={kappas} ys={learnt} color={palette.method} r={2.4} />
            <Label at={[kappas[20]!, exact[20]!]} dy={-6} small color={palette.soft} param="slots">
              {`+${tau === 1 ? '' : tau}Δt`}
            </Label>
          </g>
        )
      })}
      <Label at={[0, top[isSize ? 0 : 1]]} dx={8} dy={isSize ? -24 : 16} small bold color={palette.method}>
        {words.learnt}
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
