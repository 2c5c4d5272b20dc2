// ΣE² of the last samples: drawn afresh, and by local moves.
import type { PlotView, Window } from '@/contract'
import { Curve, Dot, Dots, Label, Rule } from '@/views'
import { isOnLattice } from '../system'
import type { Scene } from './scene'

const SHOWN = 80 // samples
const KINDS = ['direct', 'metropolis'] as const
const HIGH = 1 // each row is one unit high, with as much as this above it
const LEFT = 0.5

const startOf = ({ step }: Scene) => Math.max(0, step - SHOWN)

function Rows(scene: Scene) {
  const { series, step, palette, words, format } = scene
  const from = startOf(scene)
  const seen = KINDS.flatMap((kind) => Array.from(series[kind].subarray(from, step + 1)))
  const most = Math.max(1, ...seen.filter(Number.isFinite))
  return (
    <>
      <Rule x={step} />
      {KINDS.map((kind, row) => {
        const base = row === 0 ? 1.3 : 0.1
        const ys = series[kind].map((v) => base + (0.75 * HIGH * v) / most)
        const xs = Float64Array.from(ys, (_, k) => k)
        const color = row === 0 ? palette.method : palette.base
        const memory = (row === 0 ? series.memory : series.chainMemory)[step]!
        return (
          <g key={kind}>
            <Curve xs={xs} ys={ys} from={from} to={step} color={color} width={1.25} />
            <Dots xs={xs} ys={ys} from={from} to={step} color={color} r={1.8} square={row === 1} />
            <Dot at={[step, ys[step]!]} color={color} r={4} square={row === 1} />
            <Label at={[from, base + HIGH]} dx={8} dy={8} bold small color={color}>
              {`${words[kind]}${Number.isFinite(memory) ? `, ${words.memory} ${format(Math.round(100 * memory) / 100 + 0, 2)}` : ''}`}
            </Label>
          </g>
        )
      })}
    </>
  )
}

export const chain: PlotView<Scene> = {
  kind: 'plot',
  window(scene): Window {
    const from = startOf(scene)
    return [
      [from - LEFT, from + SHOWN + 3],
      [0, 2.5],
    ]
  },
  x: ({ words }) => ({ title: words.axisSample, ticks: 4 }),
  when: ({ params }) => params.tab === 'lattice',
  draw: (scene) => (isOnLattice(scene.params) && scene.frame.lattice ? <Rows {...scene} /> : null),
}
