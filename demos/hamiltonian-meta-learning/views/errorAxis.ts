// The axis of errors of a training.
import type { Point } from '@/contract'
import { within } from '@/views/series'
import { TRIED } from '../networks/learning'
import type { Scene } from './looks'

export const STARTS = ['pre', 'meta'] as const
export const FIVE = TRIED.indexOf(5)
const [LOW, HIGH] = [-0.8, 0.6]
/** Where errors grow beyond. */
const HIGHEST = 3
/** Least and largest logarithm on the axis. */
export function rangeOfErrors({ maps }: Scene): Point {
  const all = (maps.learning?.result?.records ?? []).flatMap(({ errors }) => [...errors.pre, ...errors.meta])
  const most = Math.max(0, ...all.filter(Number.isFinite))
  return [LOW, within(Math.log10(most) + 0.2, [HIGH, HIGHEST])]
}
/** Logarithm, kept in the picture; what is not finite stays at the upper edge. */
export const logged = (value: number, [low, high]: Point) =>
  within(Number.isFinite(value) ? Math.log10(value) : high, [low, high])
