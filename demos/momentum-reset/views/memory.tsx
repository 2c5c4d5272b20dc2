// Numbers stored for one layer: weights, and the optimizer's memory, as shares of full rank with Adam.
import type { PlotView } from '@/contract'
import { Label } from '@/views'
import { Bars, GroupNames, SeriesNames } from '@/views/bars'
import type { Scene } from '../looks'
import { allOf } from '../stored'

const METHODS = ['full', 'galore', 'lowRank'] as const

function Memory({ maps, palette, words, format }: Scene) {
  const kept = maps.stored?.result
  if (!kept) return null
  const whole = allOf(kept.full)
  const share = (of: 'weights' | 'moments') => METHODS.map((method) => kept[method][of] / whole)
  return (
    <>
      <Bars
        series={[
          { name: words.weights, values: share('weights'), color: palette.base },
          { name: words.moments, values: share('moments'), color: palette.method },
        ]}
      />
      {METHODS.map((method, group) => (
        <Label
          key={method}
          at={[group, Math.max(kept[method].weights, kept[method].moments) / whole]}
          dy={-10}
          anchor="middle"
          bold
          color={palette.ink}
        >
          {format(allOf(kept[method]), 7)}
        </Label>
      ))}
      <GroupNames names={[words.full, words.galore, words.factored]} />
      <SeriesNames
        words={[
          { text: words.weights, color: palette.base },
          { text: words.moments, color: palette.method },
        ]}
      />
    </>
  )
}

export const memory: PlotView<Scene> = {
  kind: 'plot',
  map: 'stored',
  window({ params }) {
    const top = params.layer === 'here' ? 1.4 : 0.7 // at full rank two factors need twice as much as the matrix
    return [
      [-0.6, 2.6],
      [-0.1 * top, 1.1 * top],
    ]
  },
  y: { ticks: 4, grid: true },
  draw: (scene) => <Memory {...scene} />,
}
