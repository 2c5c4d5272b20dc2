// What the players have learned: the kernel of every hand, as the difference from passing on what it sees.
import type { Plane, PlotView, Point, Window } from '@/contract'
import { Label, Region, usePlot } from '@/views'
import { diverging, largest, paintField } from '@/views/pixels'
import { handColor, type Scene } from './looks'

const GAP = 0.14 // between slots, of side 1
const INSET = 0.06 // between kernels, as a share of a kernel's place

const windowOf = ({ frame }: Scene): Window => [
  [-0.02, Math.max(1, frame.answers.length) * (1 + GAP) - GAP + 0.02],
  [-0.14, 1.02],
]

interface Kernel {
  slot: number
  hand: number
  /** Lower left corner and side. */
  at: Point
  size: number
  /** K minus 1 in the middle, [2R + 1, 2R + 1]. */
  change: Float64Array
}

function kernelsOf({ frame, params }: Scene): Kernel[] {
  const { s, weights, answers } = frame
  if (weights === null) return []
  const width = 2 * params.radius + 1
  const count = width * width
  return Array.from({ length: answers.length * s * s }, (_, index) => {
    const [slot, hand] = [Math.floor(index / (s * s)), index % (s * s)]
    const change = weights.slice(index * count, (index + 1) * count)
    change[count >> 1]! -= 1
    const place = (k: number) => (k + INSET / 2) / s
    const at: Point = [slot * (1 + GAP) + place(Math.floor(hand / s)), place(hand % s)]
    return { slot, hand, at, size: (1 - INSET) / s, change }
  })
}

function paintKernels(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane) {
  const kernels = kernelsOf(scene)
  const shades = diverging(scene.palette)
  const most = Math.max(...kernels.map(({ change }) => largest(change)), 0.02)
  const side = 2 * scene.params.radius + 1
  for (const { change, at, size } of kernels) paintField(ctx, plane, shades, { values: change, side, most }, at, size)
}

function Kernels(scene: Scene) {
  const { frame, params, palette, words, format } = scene
  const { plane } = usePlot()
  const width = 2 * params.radius + 1
  const kernels = kernelsOf(scene)
  const hundredths = (value: number) => (Math.abs(value) < 1e4 ? format(Math.round(100 * value), 4) : '')
  const cell = kernels[0] ? (plane.x(kernels[0].size) - plane.x(0)) / width : 0
  return (
    <>
      {kernels.map(({ slot, hand, at: [x, y], size, change }) => (
        <g key={`${slot} ${hand}`}>
          <Region
            rings={[
              [
                [x, y],
                [x + size, y],
                [x + size, y + size],
                [x, y + size],
              ],
            ]}
            stroke={handColor(palette, hand, frame.s)}
            width={frame.s > 2 ? 1.25 : 2.25}
          />
          {cell > 24 &&
            [...change.entries()].map(([k, value]) => (
              <Label
                key={k}
                at={[x + ((Math.floor(k / width) + 0.5) * size) / width, y + (((k % width) + 0.5) * size) / width]}
                dy={4}
                anchor="middle"
                small
              >
                {hundredths(k === change.length >> 1 ? 1 + value : value)}
              </Label>
            ))}
        </g>
      ))}
      {[...frame.answers.keys()].map((slot) => (
        <Label key={slot} at={[slot * (1 + GAP), 0]} dx={4} dy={20} bold color={palette.method} param="slots">
          {`${words.slot} +${slot === 0 ? '' : slot + 1}Δt`}
        </Label>
      ))}
    </>
  )
}

export const kernels: PlotView<Scene> = {
  kind: 'plot',
  when: ({ params }) => params.scene === 'train',
  window: windowOf,
  equal: true,
  marks: paintKernels,
  draw: (scene) => <Kernels {...scene} />,
}
