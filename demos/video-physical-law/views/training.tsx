// The training: what the network generates after so many updates, and its loss.
import type { PlotView } from '@/contract'
import { Curve, Dot, Label, Rule } from '@/views'
import { PALE } from '@/views/chart'
import { log10, rangeOf } from '@/views/series'
import type { Channel } from '../learners/clips'
import { channelColour, type Scene } from '../looks'
import { FEW } from '../maps'
import { channelsOf } from '../params'
import { responseWindow } from '../places'
import { Bands } from './bands'
import { Diagonal } from './response'

const recordsIn = ({ maps, params }: Scene) => (params.tab === 'learning' ? (maps.learned?.result?.records ?? []) : [])

function Growth(scene: Scene) {
  const { params, palette, step } = scene
  const records = recordsIn(scene)
  const record = records[Math.min(step, records.length - 1)]
  const channels = channelsOf(params)
  return (
    <>
      <Bands {...scene} />
      <Diagonal palette={palette} />
      {record?.curve.length === channels * FEW.length &&
        Array.from({ length: channels }, (_, c) => (
          <Curve
            key={c}
            xs={FEW}
            ys={record.curve.subarray(c * FEW.length, (c + 1) * FEW.length)}
            color={channelColour(palette, params, c as Channel)}
            width={2.25}
          />
        ))}
    </>
  )
}
export const growth: PlotView<Scene> = {
  kind: 'plot',
  map: 'learned',
  window: ({ params }) => responseWindow(params),
  x: ({ words }) => ({ title: words.axisShown, ticks: [0, 1, 2, 3, 4, 5, 6] }),
  y: ({ params }) => ({ ticks: params.mirror ? [-4, -2, 0, 2, 4, 6] : [0, 1, 2, 3, 4, 5, 6] }),
  draw: (scene) => (scene.params.tab === 'learning' ? <Growth {...scene} /> : null),
}

const LEAST = 1e-5
function Loss(scene: Scene) {
  const { step, palette, words } = scene
  const records = recordsIn(scene)
  const xs = records.map(({ update }) => update)
  const ys = log10(
    records.map(({ loss: value }) => value),
    records.length - 1,
    LEAST,
  )
  const now = Math.min(step, records.length - 1)
  if (records.length < 2) return null
  return (
    <>
      <Rule x={xs[now]!} />
      <Curve xs={xs} ys={ys} from={now} color={palette.method} opacity={PALE} width={2} />
      <Curve xs={xs} ys={ys} to={now} color={palette.method} width={2} />
      <Dot at={[xs[now]!, ys[now]!]} color={palette.method} r={4} />
      <Label at={[xs.at(-1)!, ys.at(-1)!]} dx={-6} dy={-10} anchor="end" small bold color={palette.method}>
        {words.lossWord}
      </Label>
    </>
  )
}
export const loss: PlotView<Scene> = {
  kind: 'plot',
  map: 'learned',
  window(scene) {
    const records = recordsIn(scene).slice(1)
    const [low, high] = rangeOf(
      [
        log10(
          records.map((record) => record.loss),
          records.length - 1,
          LEAST,
        ),
      ],
      [-4, -1],
    )
    return [
      [0, 1.04 * Math.max(100, scene.params.updates)],
      [low - 0.2, high + 0.2],
    ]
  },
  x: ({ words, params }) => ({ title: words.axisUpdate, ticks: [0, params.updates / 2, params.updates] }),
  y: { scale: 'log10', grid: true },
  draw: (scene) => <Loss {...scene} />,
}
