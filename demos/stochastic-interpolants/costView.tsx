// The KL of an imperfect model's end against the noise of the sampler; both axes logarithmic.
import type { Point, Window } from '@/contract'
import { klBound } from '@/domains/diffusion/interpolantError'
import { Curve, Dot, Label, Rule, Segment, SpreadLabels } from '@/views'
import { LEAST_LOG, MOST_LOG } from './cost'
import { odeColour, type Scene, sdeColour } from './looks'

const LOW = -4 // log₁₀; below it the grid's own error is visible
export const COST_WINDOW: Window = [
  [LEAST_LOG - 0.06, MOST_LOG],
  [LOW, 0.6],
]
const log = (v: number) => (v > 0 ? Math.log10(v) : Number.NaN)
const POINTS = 81

/** Value of the curve at an ε between its points. */
function between(logs: Float64Array, values: readonly number[], at: number): number {
  const known = Array.from(logs, (x, k) => [x, values[k]!] as const).filter(([, y]) => Number.isFinite(y))
  const after = known.findIndex(([x]) => x >= at)
  if (after < 0) return known.at(-1)?.[1] ?? Number.NaN
  const [b, a] = [known[after]!, known[Math.max(after - 1, 0)]!]
  return b[0] === a[0] ? b[1] : a[1] + ((b[1] - a[1]) * (at - a[0])) / (b[0] - a[0])
}

export function CostPicture(scene: Scene) {
  const { params, palette, words, maps, format } = scene
  const { eps, deltaB, deltaS } = params
  const cost = maps.cost?.result
  const [sde, ode] = [sdeColour(palette), odeColour(palette)]
  const xs = Array.from({ length: POINTS }, (_, k) => LEAST_LOG + ((MOST_LOG - LEAST_LOG) * k) / (POINTS - 1))
  const bounds = xs.map((x) => log(klBound(10 ** x, deltaB, deltaS)))
  const here = eps > 0 ? Math.max(log(eps), LEAST_LOG) : LEAST_LOG
  const known = cost ? Array.from(cost.kl, (v, k) => [cost.logs[k]!, log(v)] as const).filter(([, y]) => y > LOW - 1) : []
  const best = deltaB !== 0 && deltaS !== 0 ? Math.log10(Math.abs(deltaB / deltaS)) : Number.NaN
  const now = eps === 0 ? log(cost?.ode ?? Number.NaN) : cost ? between(cost.logs, Array.from(cost.kl, log), here) : Number.NaN
  const odeLog = log(cost?.ode ?? Number.NaN)
  const within = (y: number) => Math.min(Math.max(y, LOW + 0.1), 0.5)
  if (deltaB === 0 && deltaS === 0) {
    return (
      <>
        <Rule x={here} />
        <Label at={[(LEAST_LOG + MOST_LOG) / 2, -1.4]} anchor="middle" italic>
          {words.perfect}
        </Label>
      </>
    )
  }
  return (
    <>
      <Rule x={here} />
      {best > LEAST_LOG && best < MOST_LOG && (
        <>
          <Segment from={[best, LOW]} to={[best, 0.6]} color={palette.soft} width={1} dash="2 4" />
          <Label at={[best, LOW]} dx={5} dy={-26} small color={palette.soft}>
            {words.best}
          </Label>
        </>
      )}
      {odeLog > LOW && <Segment from={[LEAST_LOG, odeLog]} to={[MOST_LOG, odeLog]} color={ode} width={1.5} />}
      <Curve xs={xs} ys={bounds} color={sde} width={1.5} dash="5 4" param="eps" />
      <Curve xs={known.map(([x]) => x)} ys={known.map(([, y]) => y)} color={sde} width={2} />
      {Number.isFinite(now) && <Dot at={[here, within(now)]} color={eps === 0 ? ode : sde} r={5.5} square={eps === 0} />}
      <SpreadLabels
        anchor="end"
        labels={[
          ...(odeLog > LOW
            ? [{ at: [MOST_LOG, odeLog] as Point, text: `${words.odeEnds} ${format(cost?.ode ?? 0, 3)}`, color: ode }]
            : []),
        ]}
      />
      <Label at={[LEAST_LOG, within(bounds[0]!)]} dx={26} dy={-5} color={sde}>
        {words.bound}
      </Label>
      {eps > 0 && Number.isFinite(now) && (
        <SpreadLabels
          labels={[
            { at: [here, within(now) - 0.3], text: `${words.sde} ${format(eps, 3)}: ${format(10 ** now, 2)}`, color: sde },
          ]}
        />
      )}
    </>
  )
}
