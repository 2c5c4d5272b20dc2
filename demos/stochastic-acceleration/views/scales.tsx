// Four clocks over momentum: how long acceleration, losses, escape and destruction take.
import type { PlotView } from '@/contract'
import { changeAt, destroyAt, diffusionAt, equilibrium, escapeAt, removalAt } from '@/domains/acceleration/law'
import { Curve, Dot, Label, Region, SpreadLabels } from '@/views'
import { within } from '@/views/series'
import { CLOCKS, MOMENTA, scalesWindow, TIMES } from '../axes'
import { LOOKS, type Scene } from '../looks'
import { lawOf } from '../params'

const POINTS = 120
const xs = Float64Array.from({ length: POINTS + 1 }, (_, k) => MOMENTA[0] + (k / POINTS) * (MOMENTA[1] - MOMENTA[0]))
const HALF = 0.35 // decades beside the balance that are shaded

function Scales({ params, palette, words }: Scene) {
  const law = lawOf(params)
  const eq = equilibrium(law)
  const log = (rate: number) => (rate > 0 ? -Math.log10(rate) : Number.NaN)
  const clocks = (
    [
      ['acceleration', (y: number) => diffusionAt(law, y)],
      ['loss', (y: number) => -changeAt({ ...law, gain: 0 }, y)],
      ['escape', (y: number) => escapeAt(law, y)],
      ['destroy', (y: number) => destroyAt(law, y)],
    ] as const
  ).map(([name, rate]) => ({ name, ys: xs.map((x) => log(rate(x * Math.LN10))), look: LOOKS[name] }))
  const [low, high] = TIMES
  const x = eq === null ? 0 : Math.log10(eq)
  const isPatient = eq !== null && removalAt(law, Math.log(eq)) <= diffusionAt(law, Math.log(eq))
  const band = [
    [x - HALF, low],
    [x + HALF, low],
    [x + HALF, high],
    [x - HALF, high],
  ] as const
  return (
    <>
      {eq !== null &&
        (isPatient ? (
          <Region rings={[band]} fill={palette.good} opacity={0.16} />
        ) : (
          <Region rings={[band]} hatch opacity={0.5} />
        ))}
      {clocks.map(({ name, ys, look }) => (
        <Curve
          key={name}
          xs={xs}
          ys={ys}
          color={look.color(palette)}
          dash={'dash' in look ? look.dash : undefined}
          width={2}
          param={name === 'loss' ? 'loss' : name === 'escape' ? 'tau0' : name === 'destroy' ? 'tauC' : 'q'}
        />
      ))}
      {eq !== null && (
        <>
          <Dot at={[x, log(diffusionAt(law, Math.log(eq)))]} color={palette.ink} r={4} ring />
          <Label at={[x, low]} dy={-8} anchor="middle" small italic>
            {isPatient ? words.stays : words.leaves}
          </Label>
        </>
      )}
      <SpreadLabels
        labels={clocks
          .filter(({ ys }) => Number.isFinite(ys[0]))
          .map(({ name, ys, look }) => ({
            at: [MOMENTA[0], within(ys[0]!, TIMES)],
            text: words[name],
            color: look.color(palette),
          }))}
      />
      {Number.isFinite(params.tau0) && (
        <Dot
          at={[CLOCKS.tilt, Math.log10(params.tau0) + CLOCKS.tilt * law.delta]}
          color={LOOKS.escape.color(palette)}
          r={3.5}
          square
        />
      )}
    </>
  )
}

export const scales: PlotView<Scene> = {
  kind: 'plot',
  window: scalesWindow,
  x: ({ words }) => ({ title: words.axisMomentum, scale: 'log10', ticks: [-2, 0, 2, 4, 6] }),
  y: ({ words }) => ({ title: words.axisTime, scale: 'log10', grid: true, ticks: [-4, -2, 0, 2, 4] }),
  draw: (scene) => <Scales {...scene} />,
}
