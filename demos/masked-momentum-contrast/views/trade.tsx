// What one threshold for all pictures does: mean precision, recall and IoU of 60 pictures.
import type { PlotView } from '@/contract'
import { Curve, Dot, Segment, SpreadLabels } from '@/views'
import { THRESHOLDS } from '../judging/judge'
import { TRADE_WINDOW } from '../places'
import type { Scene } from './looks'

/** On the line through the two nearest thresholds. */
function valueAt(ys: Float64Array, t: number): number {
  const place = (t - THRESHOLDS[0]!) / (THRESHOLDS[1]! - THRESHOLDS[0]!)
  const index = Math.min(Math.max(Math.floor(place), 0), THRESHOLDS.length - 2)
  return ys[index]! + (place - index) * (ys[index + 1]! - ys[index]!)
}

function Marks({ params, palette, words, maps, format }: Scene) {
  const found = maps.judged?.result
  const lines = found
    ? [
        { name: words.recall, ys: found.recall, color: palette.base2, dash: '6 3' },
        { name: words.precision, ys: found.precision, color: palette.base3, dash: '2 3' },
        { name: words.iou, ys: found.iou, color: palette.ink, dash: undefined },
      ]
    : []
  const t = params.threshold
  return (
    <>
      <Segment from={[t, 0]} to={[t, 1.06]} color={palette.ink} width={1.25} />
      {lines.map(({ name, ys, color, dash }) => (
        <g key={name}>
          <Curve xs={THRESHOLDS} ys={ys} color={color} dash={dash} width={2} />
          {t <= THRESHOLDS.at(-1)! && t >= THRESHOLDS[0]! && <Dot at={[t, valueAt(ys, t)]} color={color} r={4.5} />}
        </g>
      ))}
      <SpreadLabels
        labels={lines.map(({ name, ys, color }) => {
          const at = name === words.recall ? -0.1 : name === words.precision ? 0.75 : 0.2
          const value = valueAt(ys, at)
          return { at: [at, Number.isFinite(value) ? value : 0.5] as const, text: name, color }
        })}
      />
      {found && <Dot at={[found.best.threshold, found.best.iou]} color={palette.ink} r={3} ring />}
      {found && (
        <SpreadLabels
          labels={[
            {
              at: [found.best.threshold, found.best.iou],
              text: `${words.best} ${format(found.best.iou, 2)}`,
              color: palette.ink,
              quiet: true,
            },
          ]}
        />
      )}
    </>
  )
}

export const trade: PlotView<Scene> = {
  kind: 'plot',
  map: ['learned', 'judged'],
  window: TRADE_WINDOW,
  x: ({ words }) => ({ title: words.axisThreshold, ticks: [-0.5, 0, 0.5, 1] }),
  y: { ticks: [0, 0.5, 1], grid: true },
  draw: (scene) => (scene.params.tab === 'point' ? <Marks {...scene} /> : null),
}
