// Candidates for the next word: probability, what the toll subtracts, what is left.
import type { PlotView } from '@/contract'
import { usePlot } from '@/views/parts'
import { type Scene, wordsOf } from './looks'
import { resistanceOf } from './params'

const ROW = 40 // px at most
const MOST = 12 // rows

/** Left end of the bars: the most that this toll can subtract from 0, and at most 1. */
function lowest({ params }: Scene): number {
  const finite = resistanceOf(params).filter(Number.isFinite)
  return -Math.min(1, Math.max(0.1, params.alpha * Math.max(...finite, 0)))
}

function Choice(scene: Scene) {
  const { plane, palette, id } = usePlot()
  const { frame, words, format } = scene
  const [size, texts] = [palette.text, wordsOf(scene)]
  const [left, top] = [plane.x(0), plane.y(1)]
  const head = 17 * size
  const rows = Math.max(2, Math.min(MOST, Math.floor((plane.height - head) / (20 * size))))
  const high = Math.min(ROW * size, (plane.height - head) / Math.min(rows, Math.max(frame.candidates.length, 5)))
  const shown = frame.candidates
    .map((one, c) => ({ ...one, isPick: c === frame.pick }))
    .filter(({ isPick }, c) => c < rows - (frame.pick >= rows ? 1 : 0) || isPick)
  const [from, to] = [left + Math.min(86 * size, 0.27 * plane.width), left + plane.width - 118 * size]
  const low = lowest(scene)
  const x = (value: number) => from + ((Math.max(value, low) - low) / (1 - low)) * (to - from)
  const [chanceAt, depthAt, scoreAt] = [40, 62, 118].map((at) => to + at * size) as [number, number, number]
  const note = (at: number, text: string, anchor: 'start' | 'end' = 'end') => (
    <text x={at} y={top + 11 * size} textAnchor={anchor} fill={palette.soft} stroke="none" className="mark-label small">
      {text}
    </text>
  )
  const number = (value: number) => (Number.isFinite(value) ? format(Math.round(value * 1000) / 1000 + 0, 2) : '−∞')
  return (
    <>
      {note(left, words.next, 'start')}
      {note(chanceAt, words.chance)}
      {note(depthAt, words.depth)}
      {note(scoreAt, words.score)}
      <line x1={x(0)} x2={x(0)} y1={top + head} y2={top + head + shown.length * high} stroke={palette.line} />
      {shown.map(({ word, p, depth, score, isPick }, row) => {
        const y = top + head + row * high
        const [bar, base] = [high - 8 * size, y + high / 2 + 4.3 * size]
        const color = isPick ? palette.method : palette.soft
        const className = isPick ? 'mark-label bold' : 'mark-label'
        const cell = (at: number, text: string) => (
          <text x={at} y={base} textAnchor="end" fill={isPick ? palette.method : palette.ink} stroke="none" className={className}>
            {text}
          </text>
        )
        return (
          <g key={word}>
            <text x={left} y={base} fill={isPick ? palette.method : palette.ink} stroke="none" className={className}>
              {texts[word]}
            </text>
            {score < p && (
              <rect
                x={x(score)}
                y={y + 4 * size}
                width={Math.max(0, x(p) - x(score))}
                height={bar}
                fill={`url(#${id}-hatch)`}
                stroke={palette.faint}
                strokeWidth={0.75}
              />
            )}
            {score > 0 && (
              <rect x={x(0)} y={y + 4 * size} width={Math.max(1, x(score) - x(0))} height={bar} fill={color} opacity={0.85} />
            )}
            <line x1={x(p)} x2={x(p)} y1={y + 3 * size} y2={y + bar + 5 * size} stroke={palette.ink} strokeWidth={1.5} />
            {cell(chanceAt, number(p))}
            {cell(depthAt, String(depth))}
            {cell(scoreAt, number(score))}
          </g>
        )
      })}
    </>
  )
}

export const choice: PlotView<Scene> = {
  kind: 'plot',
  window: [
    [0, 1],
    [0, 1],
  ],
  draw: (scene) => <Choice {...scene} />,
}
