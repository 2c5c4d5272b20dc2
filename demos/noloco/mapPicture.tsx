// The consensus rate ρ over momentum and pull, for the number of copies on screen. Beyond the black curve flocks diverge.
import { memo } from 'react'
import type { PlotView, Point } from '@/contract'
import { consensusRate, largestPull } from '@/domains/optim/consensus'
import { Curve, Dot, Label, paintBelow, Region } from '@/views'
import type { Scene } from './looks'
import { copiesOf, params } from './params'

const [MOST_ALPHA, MOST_GAMMA] = [params.alpha.max, params.gamma.max]
const LEVELS = [1, 0.97, 0.9, 0.8, 0.7, 0.6, 0.5]
const ALPHAS = Array.from({ length: 39 }, (_, k) => (k / 38) * MOST_ALPHA)
const GRAIN = 4 // px a sample

/** The curve ρ = 1, by number of copies. */
const borders = new Map<number, readonly number[]>()
function borderOf(n: number): readonly number[] {
  let border = borders.get(n)
  if (border === undefined) {
    border = ALPHAS.map((alpha) => largestPull(n, alpha))
    borders.set(n, border)
  }
  return border
}

const Border = memo(function Border({ n, color }: { n: number; color: string }) {
  const border = borderOf(n)
  const edge = ALPHAS.map((alpha, k): Point => [alpha, border[k]!])
  return (
    <>
      <Region rings={[[...edge, [MOST_ALPHA, 3], [0, 3]]]} hatch />
      <Curve xs={ALPHAS} ys={border} color={color} width={2} />
    </>
  )
})

function RateMap({ params: p, palette, words, format }: Scene) {
  const n = copiesOf(p)
  const at: Point = [p.alpha, p.gamma]
  return (
    <>
      <Border n={n} color={palette.ink} />
      <Label at={[0.12, 0.3]} italic>
        {words.holds}
      </Label>
      <Label at={[0.72, 1.7]} italic anchor="middle">
        {words.fliesApart}
      </Label>
      <Label at={[ALPHAS[18]!, borderOf(n)[18]!]} dx={8} dy={-8} small bold>
        {words.oneCurve}
      </Label>
      <Dot at={[params.alpha.default, params.gamma.default]} color={palette.ink} r={4} square />
      <Label at={[params.alpha.default, params.gamma.default]} dx={-10} dy={18} anchor="end" small>
        {words.code}
      </Label>
      <Dot at={at} color={palette.method} r={6} />
      <Label at={[0.93, 1.4]} anchor="end" bold color={palette.method}>
        {`ρ = ${format(consensusRate(n, p.alpha, p.gamma), 3)}`}
      </Label>
    </>
  )
}

export const map: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [0, MOST_ALPHA],
    [0, MOST_GAMMA],
  ],
  x: ({ words }) => ({ title: words.axisAlpha, ticks: [0, 0.3, 0.6, 0.9] }),
  y: ({ words }) => ({ title: words.axisGamma, ticks: [0, 0.5, 1, 1.5, 2] }),
  backdrop: {
    key: ({ params: p }) => p.pairs,
    paint: (ctx, { params: p, palette }, plane) =>
      paintBelow(ctx, plane, palette, (alpha, gamma) => consensusRate(copiesOf(p), alpha, gamma), LEVELS, GRAIN),
  },
  seen: ({ params: p }) => [0, p.alpha],
  draw: (scene) => <RateMap {...scene} />,
}
