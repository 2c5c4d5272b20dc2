// Ranges of the energy chart, from the parameters alone, so that its knob has a place.
import type { Point } from '@/contract'
import type { Params } from './params'
import { distanceOf, latticeIn } from './system'

/** Energies shown. */
export function energyRange(p: Params): Point {
  const distance = p.axis === 'distance' && p.charges ? latticeIn(p).columns - 1 : distanceOf(p)
  if (distance > 0) {
    const top = 1.35 * (p.ge2 / 2) * distance + 0.25
    return [-0.3 * top, top]
  }
  const { sites } = latticeIn(p)
  return [-1.15 * sites, 0.4 * sites]
}
/** Height of the knob, just above the lower edge. */
export const knobOf = ([low, high]: Point): number => low + 0.07 * (high - low)
