// The beam: how far it tips, and the imbalance that a tip means.
import { norm } from '@/numerics/smallMatrix'
import type { Params } from './params'
import { problemOf } from './problem'

const DECADES = 3.2 // of ‖B‖/‖A‖ at which the beam tips as far as it can
const STEEPEST = 0.6 // radians

/** The right end of the beam of half length 1: its height and place, for weights ‖B‖ on the left and ‖A‖ on the right. */
export function rightEnd([heavy, light]: readonly [b: number, a: number]): readonly [x: number, y: number] {
  const decades = light > 0 ? Math.log10(heavy / light) : heavy > 0 ? DECADES : 0
  const angle = (STEEPEST * Math.min(Math.max(decades, -DECADES), DECADES)) / DECADES
  return [Math.cos(angle), Math.sin(angle)]
}

/** Weights at the start. */
export const startWeights = (p: Params): readonly [b: number, a: number] => {
  const { b, a } = problemOf(p)
  return [norm(b), norm(a)]
}

/** The imbalance c at which the right end of the beam starts at the height y. */
export function imbalanceAt(y: number, p: Params): number {
  const [heavy, light] = startWeights(p)
  const wanted = (Math.asin(Math.min(Math.max(y, -0.56), 0.56)) / STEEPEST) * DECADES
  return p.c * 10 ** ((wanted - Math.log10(heavy / light)) / 2)
}
