// The final losses of whole runs against the learning rate.
import type { PlotView, Point } from '@/contract'
import { memoized } from '@/memoized'
import { Label } from '@/views'
import { SweepChart, sweepLines, sweepWindow } from '@/views/sweepChart'
import { LOOKS, type Scene, VARIANT_LOOKS } from './looks'
import { type Line, LOW, RANGE, RATE_VALUES } from './rates'

/** The printed formula only if it is chosen. */
const shownLines = ({ params }: Scene): Line[] =>
  params.variant === 'printed' ? ['first', 'printed', 'released', 'exact', 'kfac'] : ['first', 'released', 'exact', 'kfac']

const linesOf = memoized((scene: Scene) => {
  const { palette, words, params, maps } = scene
  const looks = shownLines(scene).map((lane) => {
    const isMkor = lane !== 'first' && lane !== 'kfac'
    const { color, ...look } = isMkor ? VARIANT_LOOKS[lane] : LOOKS[lane]
    const text = lane === 'first' ? words[params.inner] : lane === 'exact' ? words.mkor : words[lane]
    return { lane, text, color: color(palette), ...look }
  })
  return sweepLines(maps.rates?.result ?? [], looks, ([, end]: readonly [number, number]) => end, LOW)
})

const VALUES: Point = [Math.log10(RATE_VALUES[0]) - 0.1, Math.log10(RATE_VALUES.at(-1)!) + 0.1]

function Rates(scene: Scene) {
  const { params, palette, words, maps } = scene
  if (!maps.rates)
    return (
      <Label at={[-1, -6]} anchor="middle" italic>
        {words.computing}
      </Label>
    )
  return (
    <SweepChart
      lines={linesOf(scene)}
      values={VALUES}
      range={RANGE}
      threshold={LOW}
      word={words.works}
      here={[{ at: Math.log10(params.eta), knob: 'top', text: words.rate, color: palette.ink }]}
    />
  )
}

export const rates: PlotView<Scene> = {
  kind: 'plot',
  map: 'rates',
  window: (scene) => sweepWindow(VALUES, RANGE, shownLines(scene).length),
  x: ({ words }) => ({ title: words.axisRate, scale: 'log10', ticks: [-1] }),
  y: { scale: 'log10', ticks: [-12, -8, -4, 0], grid: true },
  draw: (scene) => <Rates {...scene} />,
}
