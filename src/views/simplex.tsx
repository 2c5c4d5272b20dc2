// The triangle of three shares (numerics/simplex.ts): each corner is one answer, each point a policy.
import type { Point, Window } from '@/contract'
import { CORNERS, levelLine } from '@/numerics/simplex'
import { Label, Region, Segment, usePlot } from './parts'

/** Window with space for the names of the corners; for a plot with `equal`. */
export const SIMPLEX_WINDOW: Window = [
  [-0.13, 1.13],
  [-0.11, 0.98],
]

interface SimplexProps {
  /** Of the corners: left, right, top. */
  names: readonly string[]
  /** Lines on which the mean of these weights is the same. */
  weights?: readonly [number, number, number] | null
  levels?: number
}

/** The triangle, its corners' names, and lines of equal mean. */
export function Simplex({ names, weights, levels = 9 }: SimplexProps) {
  const { palette } = usePlot()
  const [low, high] = weights ? [Math.min(...weights), Math.max(...weights)] : [0, 0]
  const lines =
    weights && high > low
      ? Array.from({ length: levels }, (_, k) => levelLine(weights, low + ((k + 1) * (high - low)) / (levels + 1)))
      : []
  return (
    <>
      {lines.map((line, k) => line && <Segment key={k} from={line[0]} to={line[1]} color={palette.line} />)}
      <Region rings={[CORNERS as readonly Point[]]} stroke={palette.faint} width={1.5} />
      {CORNERS.map((at, k) => (
        <Label
          key={names[k]}
          at={at}
          anchor={k === 2 ? 'middle' : k === 0 ? 'end' : 'start'}
          dx={[-6, 6, 0][k]}
          dy={k === 2 ? -8 : 14}
          bold
        >
          {names[k]}
        </Label>
      ))}
    </>
  )
}
