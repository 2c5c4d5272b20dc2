// Geometry that pictures and handles share: the q-plane in panels of side 2, one for the truth and one for each network on screen.
import type { Point, Window } from '@/contract'
import type { LawName } from '@/domains/dynamics/hamiltonians'
import { reachOf } from '../networks/landscape'
import { launchOf, type Params, shownNets } from '../params'

const GAP = 0.08 // between panels

/** Centres of the panels, the truth first. Four stand two by two, two side by side. */
export function panelsOf(p: Pick<Params, 'start'>): readonly Point[] {
  const off = 1 + GAP / 2
  return shownNets(p).length === 1
    ? [
        [-off, 0],
        [off, 0],
      ]
    : [
        [-off, off],
        [off, off],
        [-off, -off],
        [off, -off],
      ]
}
export function panelsWindow(p: Pick<Params, 'start'>): Window {
  const wide = 2 + GAP / 2
  const high = shownNets(p).length === 1 ? 1 : wide
  return [
    [-wide, wide],
    [-high, high],
  ]
}

export const toPanel = ([cx, cy]: Point, law: LawName, [x, y]: Point): Point => [cx + x / reachOf(law), cy + y / reachOf(law)]
export const fromPanel = ([cx, cy]: Point, law: LawName, [x, y]: Point): Point => [
  (x - cx) * reachOf(law),
  (y - cy) * reachOf(law),
]
export const isInPanel = ([cx, cy]: Point, [x, y]: Point): boolean => Math.abs(x - cx) <= 1 && Math.abs(y - cy) <= 1

/** Time after which the body would be at the tip of its arrow. */
export const AIM = 0.5
/** Where a body begins, and the tip of its momentum, in the q-plane. */
export function arrowOf(p: Pick<Params, 'law' | 'launch'>): readonly [from: Point, tip: Point] {
  const [q, [px, py]] = launchOf(p)
  return [q, [q[0] + AIM * px, q[1] + AIM * py]]
}

/** The q-plane of the motion. */
export function planeWindow({ law }: Pick<Params, 'law'>): Window {
  const reach = reachOf(law)
  return [
    [-reach, reach],
    [-reach, reach],
  ]
}
