// A beam that carries B on the left and A on the right: at the start, and with the factors' current weights.
import type { PlotView, Point } from '@/contract'
import { norm } from '@/numerics/smallMatrix'
import { Label, Region, Segment } from '@/views'
import { rightEnd, startWeights } from '../geometry'
import { inHand, type Scene, shownOf } from '../looks'

const LARGEST = 0.17 // half the side of the heaviest weight
const SMALLEST = 0.03
const HANGS = 0.24 // below the end of the beam

const opposite = ([x, y]: Point): Point => [-x, -y]

function Beam(scene: Scene) {
  const { params, palette, words, format } = scene
  const { color } = inHand(scene)
  const { b, a } = shownOf(scene).factors
  const weights: Point = [norm(b), norm(a)]
  const right = rightEnd(weights)
  const start = rightEnd(startWeights(params))
  const most = Math.max(...weights, Number.MIN_VALUE)
  const loads = [
    { name: 'B', at: opposite(right), weight: weights[0] },
    { name: 'A', at: right, weight: weights[1] },
  ]
  return (
    <>
      <Segment from={opposite(start)} to={start} color={palette.faint} width={2} dash="5 4" param="c" />
      <Region
        rings={[
          [
            [0, 0],
            [-0.16, -0.85],
            [0.16, -0.85],
          ],
        ]}
        fill={palette.grid}
        stroke={palette.line}
      />
      <Segment from={opposite(right)} to={right} color={color} width={4} />
      {loads.map(({ name, at: [x, y], weight }) => {
        const half = Math.max(SMALLEST, LARGEST * Math.sqrt(weight / most))
        const top = y - HANGS + LARGEST
        const ring: Point[] = [
          [x - half, top],
          [x + half, top],
          [x + half, top - 2 * half],
          [x - half, top - 2 * half],
        ]
        return (
          <g key={name}>
            <Segment from={[x, y]} to={[x, top]} color={palette.soft} width={1.25} />
            <Region rings={[ring]} fill={color} opacity={0.5} stroke={color} />
            <Label at={[x, top - 2 * half]} dy={16} anchor="middle" bold color={palette.ink}>
              {`‖${name}‖ = ${format(weight, 3)}`}
            </Label>
          </g>
        )
      })}
      <Label at={[0, 0.62]} anchor="middle" small color={palette.soft}>
        {params.level > 0 ? words.evened : words.product}
      </Label>
    </>
  )
}

export const beam: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: [
    [-1.5, 1.5],
    [-1.25, 0.85],
  ],
  draw: (scene) => <Beam {...scene} />,
}
