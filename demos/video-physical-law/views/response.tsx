// The paper's figure: the velocity in generated films against the shown one.
import type { PlotView } from '@/contract'
import { Curve, Dot, Dots, Segment, SpreadLabels } from '@/views'
import { type Channel, shownClip } from '../learners/clips'
import { readAll } from '../learners/pocket'
import { channelColour, type Scene } from '../looks'
import { FEW, TRIED, VELOCITIES } from '../maps'
import { channelsOf } from '../params'
import { responseWindow } from '../places'
import { netOf } from '../shipped'
import { Bands } from './bands'

const TRIED_AT = Float64Array.from({ length: VELOCITIES.length * TRIED }, (_, k) => VELOCITIES[Math.floor(k / TRIED)]!)

/** The law of inertia. */
export function Diagonal({ palette }: Pick<Scene, 'palette'>) {
  return <Segment from={[0, 0]} to={[6.4, 6.4]} color={palette.ink} dash="5 4" width={1.5} />
}

function Marks(scene: Scene) {
  const { params, maps, frame, palette, words } = scene
  if (params.tab !== 'film') return null
  const channels = channelsOf(params)
  const net = netOf(params, maps.learned?.result)
  const found = maps.response?.result
  const growing = maps.learned && maps.learned.done < 1 ? maps.learned.result?.records.at(-1)?.curve : undefined
  const fits = found !== undefined && found.medians.length === channels * VELOCITIES.length && growing === undefined
  const now = net && readAll(net, channels, [shownClip(params)])[0]!
  const part = <T extends { subarray(from: number, to: number): T }>(of: T, channel: number, size: number) =>
    of.subarray(channel * size, (channel + 1) * size)
  const all = Array.from({ length: channels }, (_, c) => c as Channel)
  return (
    <>
      <Bands {...scene} />
      <Diagonal palette={palette} />
      {params.mirror && <Segment from={[0, 0]} to={[6.4, 0]} color={palette.faint} width={1} />}
      {all.map((channel) => {
        const color = channelColour(palette, params, channel)
        if (growing?.length === channels * FEW.length)
          return <Curve key={channel} xs={FEW} ys={part(growing, channel, FEW.length)} color={color} width={2} dash="3 3" />
        if (!fits) return null
        return (
          <g key={channel}>
            <Dots xs={TRIED_AT} ys={part(found.all, channel, TRIED_AT.length)} color={color} r={1.3} opacity={0.3} />
            {channels === 1 && <Curve xs={VELOCITIES} ys={found.cases} color={palette.base} width={1.75} dash="7 3" />}
            <Curve xs={VELOCITIES} ys={part(found.medians, channel, VELOCITIES.length)} color={color} width={2.25} />
          </g>
        )
      })}
      {now && (
        <>
          <Segment
            from={[params.velocity, params.velocity]}
            to={[params.velocity, now.v]}
            color={palette.ink}
            width={1.25}
            arrow
          />
          <Dot at={[params.velocity, now.v]} color={channelColour(palette, params, shownClip(params).channel)} r={5.5} ring />
        </>
      )}
      {frame.answers && <Dot at={[params.velocity, frame.answers.lawVelocity]} color={palette.base2} r={4} square />}
      <SpreadLabels
        labels={[
          { at: [5.35, 5.35], text: words.inertia, color: palette.ink, quiet: true },
          ...(fits
            ? channels === 1
              ? [
                  { at: [5.9, found.medians.at(-2)!] as const, text: words.pocket, color: palette.method },
                  { at: [5.9, found.cases.at(-2)!] as const, text: words.cases, color: palette.base },
                ]
              : all.map((channel) => ({
                  at: [5.9, found.medians[(channel + 1) * VELOCITIES.length - 2]!] as const,
                  text: channel === 1 ? words.blue : words.red,
                  color: channelColour(palette, params, channel),
                }))
            : []),
        ]}
        anchor="end"
      />
    </>
  )
}

export const response: PlotView<Scene> = {
  kind: 'plot',
  map: ['learned', 'response'],
  window: ({ params }) => responseWindow(params),
  x: ({ words }) => ({ title: words.axisShown, ticks: [0, 1, 2, 3, 4, 5, 6] }),
  y: ({ params }) => ({ ticks: params.mirror ? [-4, -2, 0, 2, 4, 6] : [0, 1, 2, 3, 4, 5, 6] }),
  /** Towards slow balls where slow ones of a colour are withheld, else towards fast ones. */
  seen: ({ params }) => {
    const [[low, high]] = responseWindow(params)
    return params.pair === 'none' ? [low, params.velocity] : [params.velocity, high]
  },
  draw: (scene) => <Marks {...scene} />,
}
