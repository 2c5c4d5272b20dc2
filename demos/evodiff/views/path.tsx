// The traced sample against the noise level: by how much it is longer or shorter than the exact path.
import type { PlotView, Window } from '@/contract'
import { Dot, Dots, Label, Segment } from '@/views'
import { PathChart, type PathLine } from '@/views/pathChart'
import { within } from '@/views/series'
import { LAGS, LEVELS } from '../axes'
import { looksOf, type Scene, SERIES } from '../looks'
import { SMALLEST } from '../problem'

const WINDOW: Window = [LEVELS, LAGS]

/** Probes of EVODiff, and the corrections that follow. */
function Probes({ xs, scene: { series, step, palette, words } }: { xs: Float64Array; scene: Scene }) {
  const ys = series.lagProbe.map((lag) => within(lag, LAGS))
  const corrected = within(series.lagEvodiff[step]!, LAGS)
  return (
    <>
      <Dots xs={xs} ys={ys} to={step} color={palette.method} r={2} square opacity={0.55} />
      {Number.isFinite(ys[step]!) && (
        <>
          <Segment from={[xs[step]!, ys[step]!]} to={[xs[step]!, corrected]} color={palette.method} width={1.75} arrow />
          <Dot at={[xs[step]!, ys[step]!]} color={palette.method} r={3.5} square />
          <Label at={[xs[step]!, ys[step]!]} dx={9} dy={-6} small color={palette.method}>
            {words.probe}
          </Label>
        </>
      )}
    </>
  )
}

function Lags(scene: Scene) {
  const { series, step, last, palette, words, params } = scene
  const xs = series.sigma.map(Math.log10)
  const lines = looksOf(scene).map(
    ({ lane, color, dash }): PathLine => ({
      name: lane,
      text: words[lane],
      color: color(palette),
      dash,
      xs,
      ys: series[SERIES[lane].lag].map((lag) => within(lag, LAGS)),
    }),
  )
  return (
    <>
      <Label at={[LEVELS[0], LAGS[1]]} dx={6} dy={14} small italic color={palette.soft}>
        {words.tooLong}
      </Label>
      <Label at={[LEVELS[0], LAGS[0]]} dx={6} dy={-6} small italic color={palette.soft}>
        {words.tooShort}
      </Label>
      <Segment from={[LEVELS[0], 0]} to={[Math.log10(SMALLEST), 0]} color={palette.ink} width={1.75} />
      <PathChart lines={[exactLine(scene, xs), ...lines]} step={step} last={last} beyond />
      {params.showEvodiff && <Probes xs={xs} scene={scene} />}
    </>
  )
}

const exactLine = ({ palette, words }: Scene, xs: Float64Array): PathLine => ({
  name: 'exact',
  text: words.exact,
  color: palette.ink,
  xs,
  ys: new Float64Array(xs.length),
})

export const path: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.tab === 'plane',
  window: WINDOW,
  x: ({ words }) => ({ title: words.axisSigma, scale: 'log10', ticks: [1, 0, -1, -2] }),
  y: () => ({ ticks: [-30, -20, -10, 0, 10, 20, 30], grid: true }),
  draw: (scene) => (scene.params.tab === 'plane' ? <Lags {...scene} /> : null),
}
