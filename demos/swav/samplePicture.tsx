// One sample: above the code of each view, below the prediction from each, and the swap: a code must be predicted from the other view.
import type { Window } from '@/contract'
import { Label, Segment, usePlot } from '@/views'
import { hues } from '@/views/hues'
import { LETTERS, oursColour, type Scene } from './looks'

const LOW = -1.75 // base of the bars of the predictions; that of the codes is 0, and both are at most 1 high
const GAP = 1.6 // between the views, in bars

export const sampleWindow = ({ frame }: Scene): Window => [
  [-0.3, 2 * frame.shape.prototypes + GAP + 0.3],
  [LOW - 0.24, 1.3],
]

interface BarsProps {
  values: ArrayLike<number>
  left: number
  bottom: number
  color: string
  isDashed?: boolean
}
function Bars({ values, left, bottom, color, isDashed }: BarsProps) {
  const { plane, palette } = usePlot()
  const dashed = { fill: 'none', stroke: color, strokeWidth: 1.4 * palette.weight, strokeDasharray: '4 2.5' }
  return (
    <>
      <Segment from={[left, bottom]} to={[left + values.length, bottom]} color={palette.soft} width={1} />
      {Array.from(values, (value, k) => {
        const [x0, x1] = [plane.x(left + k + 0.16), plane.x(left + k + 0.84)]
        const [top, foot] = [plane.y(bottom + value), plane.y(bottom)]
        return (
          <g key={k}>
            <rect x={x0} y={top} width={x1 - x0} height={Math.max(0, foot - top)} {...(isDashed ? dashed : { fill: color })} />
            <Label at={[left + k + 0.5, bottom]} dy={13} anchor="middle" small color={palette.soft}>
              {`${k + 1}`}
            </Label>
          </g>
        )
      })}
    </>
  )
}

export function Sample(scene: Scene) {
  const { frame, params, palette, words, format } = scene
  if (!frame.training) return null
  const { prototypes, samples } = frame.shape
  const { watched } = frame.training
  const i = Math.min(params.picked, samples - 1)
  const blob = watched.blobs[i]!
  const own = (all: Float64Array) => all.subarray(i * prototypes, (i + 1) * prototypes)
  const color = oursColour(palette, params)
  const leftOf = (view: number) => view * (prototypes + GAP)
  const middleOf = (view: number) => leftOf(view) + prototypes / 2
  return (
    <>
      {([0, 1] as const).map((view) => {
        const guess = own(watched.predictions[view])
        const loss = own(watched.codes[1 - view]!).reduce((sum, q, k) => sum - q * Math.log(Math.max(guess[k]!, 1e-300)), 0)
        return (
          <g key={view}>
            <Bars values={own(watched.codes[view])} left={leftOf(view)} bottom={0} color={color} />
            <Bars values={guess} left={leftOf(view)} bottom={LOW} color={palette.ink} isDashed />
            <Segment
              from={[middleOf(view) + (view === 0 ? 0.8 : -0.8), -0.3]}
              to={[middleOf(1 - view) + (view === 0 ? -0.8 : 0.8), LOW + 1.02]}
              color={palette.ink}
              width={1.75}
              arrow
            />
            <Label at={[middleOf(view), 1.3]} dy={14} anchor="middle" small bold color={color}>
              {view === 0 ? words.codeOne : words.codeTwo}
            </Label>
            <Label
              at={[view === 0 ? -0.1 : 2 * prototypes + GAP + 0.1, LOW + 1.02]}
              dy={-4}
              anchor={view === 0 ? 'start' : 'end'}
              small
            >
              {view === 0 ? words.fromOne : words.fromTwo}
            </Label>
            <Label
              at={[view === 0 ? -0.1 : 2 * prototypes + GAP + 0.1, LOW + 1.02]}
              dy={11}
              anchor={view === 0 ? 'start' : 'end'}
              small
              color={palette.soft}
            >
              {`${words.costs} ${format(loss, 2)}`}
            </Label>
          </g>
        )
      })}
      <Label at={[prototypes + GAP / 2, 0.55]} anchor="middle" bold color={hues(palette)[blob]!}>
        {LETTERS[blob]}
      </Label>
    </>
  )
}
