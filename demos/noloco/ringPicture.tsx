// Two rings: the pairs of the last outer step, and the tree that computes a mean over all.
import type { Plane, PlotView, Point } from '@/contract'
import { treeLinks } from '@/domains/optim/waiting'
import { Label, usePlot } from '@/views'
import { Ring, type RingLink } from '@/views/ring'
import type { Scene } from './looks'
import { copiesOf } from './params'

/** Centres of two rings and their radius in units of the plot, side by side or one above the other, with space for a line of text below each. */
function layoutOf(
  { window: [[x0, x1], [y0, y1]], height }: Plane,
  text: number,
): { centers: readonly [Point, Point]; radius: number; line: number } {
  const [width, tall] = [x1 - x0, y1 - y0]
  const line = (26 * text * tall) / height
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const isTall = tall > width
  const radius = isTall ? Math.min(0.42 * width, tall / 4 - line) : Math.min(width / 4.6, tall / 2 - line)
  const off = isTall ? Math.min(tall / 4, radius + 2 * line) : Math.min(width / 4, 1.3 * radius)
  const centers = isTall
    ? ([
        [cx, cy + off + line / 2],
        [cx, cy - off + line / 2],
      ] as const)
    : ([
        [cx - off, cy + line / 2],
        [cx + off, cy + line / 2],
      ] as const)
  return { centers, radius, line }
}

function Rings({ frame, params, palette, words }: Scene) {
  const { plane } = usePlot()
  const {
    centers: [left, right],
    radius,
    line,
  } = layoutOf(plane, palette.text)
  const count = copiesOf(params)
  const pairs: RingLink[] = frame.pairs.map(([from, to]) => ({ from, to, color: palette.method, width: 1.75 }))
  const levels = treeLinks(count)
  const tree = levels.flatMap((links, level) =>
    links.map(([from, to]): RingLink => ({ from, to, color: palette.base, width: 1 + 0.7 * level })),
  )
  return (
    <>
      <Ring count={count} center={left} radius={radius} links={pairs} color={palette.ink} />
      <Ring count={count} center={right} radius={radius} links={tree} color={palette.ink} marked={[0]} mark={palette.base} />
      <Label at={[left[0], left[1] - radius - line]} anchor="middle" bold color={palette.method}>
        {words.pairs}
      </Label>
      <Label at={[right[0], right[1] - radius - line]} anchor="middle" bold color={palette.base}>
        {words.tree.replace('#', String(levels.length))}
      </Label>
    </>
  )
}

export const ring: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: [
    [-1, 1],
    [-1, 1],
  ],
  draw: (scene) => <Rings {...scene} />,
}
