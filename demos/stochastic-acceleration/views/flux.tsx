// How many particles flow past each momentum, for one that is injected in a unit of time.
import type { PlotView, Window } from '@/contract'
import { isClosed } from '@/domains/acceleration/law'
import { fluxOf, removedFrom } from '@/domains/acceleration/volumes'
import { memoized } from '@/memoized'
import { Curve, Label, Segment } from '@/views'
import { MOMENTA } from '../axes'
import { LOOKS, type Scene } from '../looks'
import { CELLS, lawOf, type Params, steadyOf } from '../params'

const WINDOW: Window = [MOMENTA, [-0.75, 1.3]]

const facesOf = memoized((p: Params) =>
  Float64Array.from({ length: CELLS + 1 }, (_, k) => (Math.log(p.low) + k * steadyOf(p).volumes.h) / Math.LN10),
)
/** Steady flux, and the shares that escape and are destroyed. */
const steadyFlux = memoized((p: Params) => {
  const { volumes, n } = steadyOf(p)
  return { flux: fluxOf(volumes, n), ...removedFrom(volumes, n) }
})

function Flux({ params, frame, palette, words, format }: Scene) {
  const { volumes, total, start } = steadyOf(params)
  const { flux: steady, escaped, destroyed } = steadyFlux(params)
  const closed = isClosed(lawOf(params))
  const now = fluxOf(volumes, frame.n).map((v) => v * total)
  const xs = facesOf(params)
  const percent = (share: number) => `${format(100 * share, 3)} %`
  const lines = closed
    ? [words.noFlow]
    : [words.injected, `${words.escaped}: ${percent(escaped)}`, `${words.destroyed}: ${percent(destroyed)}`]
  return (
    <>
      <Segment from={[MOMENTA[0], 0]} to={[MOMENTA[1], 0]} color={palette.faint} width={1} />
      <Segment from={[start / Math.LN10, -0.75]} to={[start / Math.LN10, 1.3]} color={palette.line} width={1} />
      <Curve xs={xs} ys={now} color={LOOKS.cells.color(palette)} width={2.25} />
      <Curve xs={xs} ys={steady} color={LOOKS.steady.color(palette)} dash={LOOKS.steady.dash} width={1.5} />
      {lines.map((text, k) => (
        <Label key={text} at={[MOMENTA[1], 1.3]} dx={-8} dy={16 + 17 * k} anchor="end" small bold={k > 0}>
          {text}
        </Label>
      ))}
    </>
  )
}

export const flux: PlotView<Scene> = {
  kind: 'plot',
  window: WINDOW,
  x: ({ words }) => ({ title: words.axisMomentum, scale: 'log10', ticks: [-2, 0, 2, 4, 6] }),
  y: ({ words }) => ({ title: words.axisFlux, ticks: [-0.5, 0, 0.5, 1], grid: true }),
  draw: (scene) => <Flux {...scene} />,
}
