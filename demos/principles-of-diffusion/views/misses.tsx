// Error of the velocity by time, for the networks of the four targets.
import type { PlotView, Window } from '@/contract'
import { TARGETS } from '@/domains/diffusion/affine'
import { Curve, Dots, Label, Rule, SpreadLabels } from '@/views'
import { within } from '@/views/series'
import { MISSES } from '../lanes'
import { type Scene, TARGET_LOOKS } from '../looks'
import { missTimes } from '../training'

const WINDOW: Window = [[0, 1.32], MISSES]

function Misses({ params, palette, words, maps }: Scene) {
  const lines = TARGETS.flatMap((target) => {
    const one = maps.training?.result.find((each) => each.target === target)
    if (!one) return []
    const ys = one.misses.map((miss) => within(Math.log10(miss), MISSES))
    return [{ target, ys, look: TARGET_LOOKS[target], color: TARGET_LOOKS[target].color(palette) }]
  })
  return (
    <>
      <Rule x={params.time} />
      {lines.map(({ target, ys, look, color }) => (
        <g key={target}>
          <Curve xs={missTimes} ys={ys} color={color} dash={look.dash} width={target === params.target ? 2.75 : 1.75} />
          {look.square && <Dots xs={missTimes} ys={ys} color={color} r={2} square />}
        </g>
      ))}
      <SpreadLabels
        labels={lines.map(({ target, ys, color }) => ({
          at: [missTimes.at(-1)!, ys.at(-1)!] as const,
          text: words[target],
          color,
        }))}
      />
      {lines.length === 0 && (
        <Label at={[0.5, 0]} anchor="middle" italic color={palette.soft}>
          {words.learning}
        </Label>
      )}
    </>
  )
}

export const misses: PlotView<Scene> = {
  kind: 'plot',
  map: 'training',
  when: ({ params }) => params.tab === 'train',
  window: WINDOW,
  seen: ({ params }) => [WINDOW[0][0], params.time],
  x: ({ words }) => ({ title: words.axisTime, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
  y: ({ words }) => ({ title: words.axisError, scale: 'log10', ticks: [-2, -1, 0, 1], grid: true }),
  draw: (scene) => (scene.params.tab === 'train' ? <Misses {...scene} /> : null),
}
