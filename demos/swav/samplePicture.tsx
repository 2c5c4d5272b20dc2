// One sample: the code from each view as bars, and beside them what the other view predicts, as frames.
import type { Window } from '@/contract'
import { Label, Segment, usePlot } from '@/views'
import { hues, LETTERS, oursColour, type Scene } from './looks'

export const sampleWindow = ({ frame }: Scene): Window => [
  [-0.3, 2 * frame.shape.prototypes + 1.3],
  [-0.14, 1.32],
]

export function Sample(scene: Scene) {
  const { frame, params, palette, words, format } = scene
  const { plane } = usePlot()
  if (!frame.training) return null
  const { prototypes, samples } = frame.shape
  const { watched } = frame.training
  const i = Math.min(params.picked, samples - 1)
  const blob = watched.blobs[i]!
  const color = oursColour(palette, params)
  const group = (view: 0 | 1) => {
    const left = view * (prototypes + 1)
    const codes = watched.codes[view].subarray(i * prototypes, (i + 1) * prototypes)
    const guess = watched.predictions[1 - view]!.subarray(i * prototypes, (i + 1) * prototypes)
    const loss = codes.reduce((sum, q, k) => sum - q * Math.log(Math.max(guess[k]!, 1e-300)), 0)
    return (
      <g key={view}>
        <Segment from={[left, 0]} to={[left + prototypes, 0]} color={palette.soft} width={1} />
        {Array.from(codes, (q, k) => {
          const [x0, x1, bottom] = [plane.x(left + k + 0.16), plane.x(left + k + 0.84), plane.y(0)]
          const [high, guessed] = [plane.y(q), plane.y(guess[k]!)]
          return (
            <g key={k}>
              <rect x={x0} y={high} width={x1 - x0} height={Math.max(0, bottom - high)} fill={color} />
              <rect
                x={x0 - 2}
                y={guessed}
                width={x1 - x0 + 4}
                height={Math.max(0, bottom - guessed)}
                fill="none"
                stroke={palette.ink}
                strokeWidth={1.4 * palette.weight}
                strokeDasharray="4 2.5"
              />
              <Label at={[left + k + 0.5, 0]} dy={14} anchor="middle" small color={palette.soft}>
                {`${k + 1}`}
              </Label>
            </g>
          )
        })}
        <Label at={[left + prototypes / 2, 1.32]} dy={14} anchor="middle" small>
          {view === 0 ? words.codeOne : words.codeTwo}
        </Label>
        <Label at={[left + prototypes / 2, 1.32]} dy={30} anchor="middle" small color={palette.soft}>
          {`${words.costs} ${format(loss, 2)}`}
        </Label>
      </g>
    )
  }
  return (
    <>
      {([0, 1] as const).map(group)}
      <Label at={[prototypes + 0.5, 0.55]} anchor="middle" bold color={hues(palette)[blob]!}>
        {LETTERS[blob]}
      </Label>
    </>
  )
}
