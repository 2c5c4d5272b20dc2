// Adam's next step, and the step it would take without memory: the first two entries of each row of B and each column of A.
import type { PlotView, Point } from '@/contract'
import { Dot, Label, Segment } from '@/views'
import { inHand, type Scene } from '../looks'
import { laneOf, SIZE } from '../params'

const ACROSS = 6 // arrows side by side
const DOWN = SIZE / ACROSS
const LENGTH = 0.42 // of a cell: a step of one rate in both entries
const HEADING = 0.45

interface Pair {
  at: Point
  /** Adam's next step, and one without memory, in units of the rate. */
  step: Point
  fresh: Point
}
/** Entries k and k + stride of the first two directions; with only one direction the second is 0. */
const pairAt = (values: Float64Array, first: number, second: number | null): Point => [
  values[first]!,
  second === null ? 0 : values[second]!,
]
/** Shortened to the size of a cell. */
function shortened([x, y]: Point): Point {
  const factor = LENGTH / Math.SQRT2
  const length = Math.hypot(x, y) * factor
  const kept = length > 0.5 ? 0.5 / length : 1
  return [x * factor * kept, y * factor * kept]
}

function pairsOf({ frame, params }: Scene): { name: 'B' | 'A'; pairs: Pair[] }[] {
  const { b, push } = frame.lanes[laneOf(params)]
  const r = b.length / SIZE
  const placed = (k: number, base: number): Point => [(k % ACROSS) + 0.5, base + DOWN - Math.floor(k / ACROSS) - 0.5]
  const rows = Array.from({ length: SIZE }, (_, k) => k)
  return [
    {
      name: 'B',
      pairs: rows.map((i) => {
        const of = (values: Float64Array) => pairAt(values, i * r, r > 1 ? i * r + 1 : null)
        return { at: placed(i, DOWN + HEADING), step: of(push.stepB), fresh: of(push.freshB) }
      }),
    },
    {
      name: 'A',
      pairs: rows.map((j) => {
        const of = (values: Float64Array) => pairAt(values, j, r > 1 ? SIZE + j : null)
        return { at: placed(j, 0), step: of(push.stepA), fresh: of(push.freshA) }
      }),
    },
  ]
}

const plus = ([x, y]: Point, [dx, dy]: Point): Point => [x + dx, y + dy]

/** `bare`: without the steps that remember nothing. */
function Arrows({ bare = false, ...scene }: Scene & { bare?: boolean }) {
  const { palette, words } = scene
  const { color } = inHand(scene)
  return pairsOf(scene).map(({ name, pairs }, group) => (
    <g key={name}>
      <Label at={[0, group === 0 ? 2 * (DOWN + HEADING) - HEADING : DOWN]} dy={-5} small bold color={palette.ink}>
        {name === 'B' ? words.rowsOfB : words.columnsOfA}
      </Label>
      {pairs.map(({ at, step, fresh }) => (
        <g key={at.join()}>
          {!bare && <Segment from={at} to={plus(at, shortened(fresh))} color={palette.ink} dash="2 2" width={1.25} arrow />}
          <Segment from={at} to={plus(at, shortened(step))} color={color} width={2.5} arrow />
          <Dot at={at} color={color} r={3} />
        </g>
      ))}
    </g>
  ))
}

export const arrows: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: [
    [-0.1, ACROSS + 0.1],
    [-0.1, 2 * (DOWN + HEADING) + 0.1],
  ],
  draw: (scene) => <Arrows {...scene} />,
  waiting: (scene) => <Arrows {...scene} bare />,
}
