// Eigenvalues of the rotation by box, cached until the angles change.
import { rotationAngles, widestGap } from '@/domains/operators/rotation'
import type { Params } from './params'

type Turns = Pick<Params, 'alpha' | 'beta'>
let cache = { name: '', angles: new Map<number, Float64Array>(), gaps: new Map<number, number>() }

function cacheFor({ alpha, beta }: Turns) {
  const name = `${alpha} ${beta}`
  if (cache.name !== name) cache = { name, angles: new Map(), gaps: new Map() }
  return cache
}

/** Angles in turns. Read only. */
export function anglesOf(box: number, p: Turns): Float64Array {
  const { angles } = cacheFor(p)
  const found = angles.get(box) ?? rotationAngles(box, p.alpha, p.beta)
  angles.set(box, found)
  return found
}

/** Largest τ on the unit circle. */
export function gapOf(box: number, p: Turns): number {
  const { gaps } = cacheFor(p)
  const found = gaps.get(box) ?? widestGap(anglesOf(box, p))
  gaps.set(box, found)
  return found
}
