// Machines as a ring of nodes, the first one on top, clockwise, and what they send each other as chords.
import type { Point } from '@/contract'
import { Dots, Segment } from './parts'

export interface RingLink {
  from: number
  to: number
  color: string
  width?: number
  dash?: string
  opacity?: number
  arrow?: boolean
}
interface RingProps {
  count: number
  center: Point
  /** In units of the window, of a plot with `equal`. */
  radius: number
  links: readonly RingLink[]
  color: string
  /** Radius of a node, px; default: less for many. */
  r?: number
  /** Nodes that stand out, in another colour. */
  marked?: readonly number[]
  mark?: string
}

/** Place of node `k` of `count`. */
export function ringPlace(k: number, count: number, [x, y]: Point, radius: number): Point {
  const turn = (2 * Math.PI * k) / count
  return [x + radius * Math.sin(turn), y + radius * Math.cos(turn)]
}

export function Ring({ count, center, radius, links, color, r = count > 24 ? 3 : 5, marked = [], mark = color }: RingProps) {
  const places = Array.from({ length: count }, (_, k) => ringPlace(k, count, center, radius))
  const dots = (which: readonly Point[], fill: string, size: number) => (
    <Dots xs={which.map(([x]) => x)} ys={which.map(([, y]) => y)} color={fill} r={size} />
  )
  return (
    <g data-ring={count}>
      {links.map(({ from, to, ...look }) => (
        <Segment key={`${from}-${to}`} from={places[from]!} to={places[to]!} {...look} />
      ))}
      {dots(places, color, r)}
      {dots(
        marked.map((k) => places[k]!),
        mark,
        r + 1.5,
      )}
    </g>
  )
}
