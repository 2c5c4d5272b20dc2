// Errors of the samplers without luck against steps, or calls of the model, with lines of order one and two.
import type { PlotView } from '@/contract'
import { callsOf } from '@/domains/diffusion/affineSamplers'
import { Curve, Dot, Dots, Label, Rule, Segment, SpreadLabels } from '@/views'
import { within } from '@/views/series'
import { LANES } from '../errors'
import { ERROR_WINDOW } from '../lanes'
import { SAMPLER_LOOKS, type Scene } from '../looks'

const RANGE = ERROR_WINDOW[1]
const GUIDES = [
  { order: 1, at: 0.1, word: 'one' },
  { order: 2, at: 0.1, word: 'two' },
] as const
const [FROM, TO] = [0.3, 2.1]

function Errors({ params, palette, words, maps }: Scene) {
  const result = maps.errors?.result
  const here = Math.log10(params.steps)
  const lines = result
    ? LANES.map((lane) => {
        const calls = params.per === 'calls' ? callsOf(lane) : 1
        return {
          lane,
          look: SAMPLER_LOOKS[lane],
          xs: result.counts.map((n) => Math.log10(n * calls)),
          ys: result.of[lane].map((error) => (error > 0 ? within(Math.log10(error), RANGE) : Number.NaN)),
          own: result.counts.indexOf(params.steps),
        }
      })
    : []
  return (
    <>
      <Rule x={here} />
      {GUIDES.map(({ order, at, word }) => (
        <g key={word}>
          <Segment from={[FROM, at]} to={[TO, at - order * (TO - FROM)]} color={palette.faint} width={1} dash="2 4" />
          <Label at={[1.7, at - order * (1.7 - FROM)]} dx={4} dy={-6} small italic color={palette.soft}>
            {words[word]}
          </Label>
        </g>
      ))}
      {lines.map(({ lane, look, xs, ys, own }) => (
        <g key={lane}>
          <Curve xs={xs} ys={ys} color={look.color(palette)} dash={look.dash} width={lane === params.sampler ? 2.5 : 1.75} />
          <Dots xs={xs} ys={ys} color={look.color(palette)} r={1.8} square={look.square} />
          {own >= 0 && <Dot at={[xs[own]!, ys[own]!]} color={look.color(palette)} r={4.5} square={look.square} />}
        </g>
      ))}
      <SpreadLabels
        labels={lines.map(({ lane, look, xs, ys }) => ({
          at: [xs.at(-1)!, ys.at(-1)!] as const,
          text: words[lane],
          color: look.color(palette),
        }))}
      />
    </>
  )
}

export const errors: PlotView<Scene> = {
  kind: 'plot',
  map: 'errors',
  when: ({ params }) => params.tab !== 'train',
  window: ERROR_WINDOW,
  seen: ({ params }) => [ERROR_WINDOW[0][0], Math.log10(params.steps)],
  x: ({ params, words }) => ({
    title: params.per === 'calls' ? words.axisCalls : words.axisSteps,
    scale: 'log10',
    ticks: [1, 2, 4, 8, 16, 32, 64, 128].map(Math.log10),
  }),
  y: ({ words }) => ({ title: words.axisError, scale: 'log10', ticks: [-5, -4, -3, -2, -1, 0], grid: true }),
  draw: (scene) => (scene.params.tab === 'train' ? null : <Errors {...scene} />),
}
