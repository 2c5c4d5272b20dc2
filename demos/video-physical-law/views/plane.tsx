// Combinations of two attributes: boxes of the training, and an arrow from each shown combination to what is generated.
import type { PlotView } from '@/contract'
import { Dot, Label, Region, Segment } from '@/views'
import { SeriesNames } from '@/views/bars'
import { boxesOf, shownClip } from '../learners/clips'
import { readAll } from '../learners/pocket'
import { channelColour, kindColour, type Scene } from '../looks'
import { KINDS } from '../maps'
import { channelsOf, hasColours } from '../params'
import { planeAxes, planePlace, planeWindow } from '../places'
import { netOf } from '../shipped'

const ROW = 0.16 // half the height of a box of one colour

function Marks({ params, maps, palette, words }: Scene) {
  if (params.tab !== 'plane') return null
  const { across, up } = planeAxes(params)
  const [[left]] = planeWindow(params)
  const tried = maps.plane?.result ?? []
  const fits = maps.plane?.done === 1 || maps.learned?.done === undefined || maps.learned.done === 1
  const net = netOf(params, maps.learned?.result)
  const clip = shownClip(params)
  const own = net && readAll(net, channelsOf(params), [clip])[0]!
  const kinds = KINDS.filter((kind) => tried.some((one) => one.kind === kind))
  return (
    <>
      {boxesOf(params).map(({ v, r, channel }, k) => {
        const [x0, x1] = across === 'size' ? r : v
        const [y0, y1] = up === 'size' ? r : [channel - ROW, channel + ROW]
        const ring = [
          [x0, y0],
          [x1, y0],
          [x1, y1],
          [x0, y1],
        ] as const
        return (
          <Region key={k} rings={[ring]} fill={channelColour(palette, params, channel)} opacity={0.2} stroke={palette.line} />
        )
      })}
      {up === 'colour' &&
        ([0, 1] as const).map((channel) => (
          <Label key={channel} at={[left, channel]} dx={5} dy={4} bold small color={channelColour(palette, params, channel)}>
            {channel === 1 ? words.rowBlue : words.rowRed}
          </Label>
        ))}
      {fits &&
        tried.map(({ shown, kind, generated }, k) => {
          const from = planePlace(params, { ...shown, blue: shown.channel })
          const color = kindColour(palette, kind)
          const lift = up === 'colour' ? 0.06 * (k % 2 === 0 ? 1 : -1) : 0
          const [x, y] = planePlace(params, generated)
          return (
            <g key={k}>
              <Dot at={[from[0], from[1] + lift]} color={color} r={2.5} />
              <Segment from={[from[0], from[1] + lift]} to={[x, y + lift]} color={color} width={1.4} arrow />
            </g>
          )
        })}
      {own && (
        <Segment
          from={planePlace(params, { ...clip, blue: hasColours(params) ? clip.channel : 0 })}
          to={planePlace(params, own)}
          color={palette.ink}
          width={2.5}
          arrow
        />
      )}
      <SeriesNames words={kinds.map((kind) => ({ text: words[kind], color: kindColour(palette, kind) }))} />
    </>
  )
}

export const plane: PlotView<Scene> = {
  kind: 'plot',
  map: ['learned', 'plane'],
  window: ({ params }) => planeWindow(params),
  x: ({ words, params }) => ({ title: planeAxes(params).across === 'size' ? words.axisSize : words.axisShown, ticks: 6 }),
  y: ({ words, params }) =>
    planeAxes(params).up === 'size' ? { title: words.axisRadius, ticks: 5 } : { title: words.axisColour, ticks: [] },
  draw: (scene) => <Marks {...scene} />,
}
