// What velocities the training has: bands behind a chart, and a strip below it whose edges are dragged.
import { Label, Region, Segment } from '@/views'
import { boxesOf } from '../learners/clips'
import { channelColour, type Scene } from '../looks'
import { responseWindow, stripMiddle, stripOf } from '../places'

const rectangle = ([left, right]: readonly [number, number], [low, high]: readonly [number, number]) => [
  [left, low] as const,
  [right, low] as const,
  [right, high] as const,
  [left, high] as const,
]

export function Bands({ params, palette, words }: Pick<Scene, 'params' | 'palette' | 'words'>) {
  const [low, high] = stripOf(params)
  const [[, right], [, top]] = responseWindow(params)
  const boxes = boxesOf(params)
  return (
    <>
      {boxes.map(({ v, channel }, k) => {
        const color = channelColour(palette, params, channel)
        return (
          <g key={k}>
            <Region rings={[rectangle(v, [high, top])]} fill={palette.field[1]} opacity={0.55} />
            <Region rings={[rectangle(v, [low, high])]} fill={color} opacity={0.55} />
          </g>
        )
      })}
      {boxes.flatMap(({ v }, k) =>
        v.map((edge, side) => (
          <Segment key={`${k} ${side}`} from={[edge, low]} to={[edge, high]} color={palette.ink} width={2.5} />
        )),
      )}
      <Segment from={[0, stripMiddle(params)]} to={[right, stripMiddle(params)]} color={palette.faint} width={1} />
      <Label at={[0, top]} dx={6} dy={14} small italic color={palette.soft}>
        {words.axisGenerated}
      </Label>
      <Label at={[right, high]} dx={-4} dy={-3} anchor="end" small italic color={palette.soft}>
        {words.trained}
      </Label>
    </>
  )
}
