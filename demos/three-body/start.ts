// The bodies at the start of a run, and the values of well-known systems.
import type { Point } from '@/contract'
import { type ExactPath, exactPath } from '@/domains/dynamics/exactPath'
import { type Bodies, bodiesOf, centre } from '@/domains/dynamics/nbody'
import type { Params } from './params'

export type Start = Pick<Params, 'm1' | 'm2' | 'm3' | 'r1' | 'r2' | 'r3' | 'v1' | 'v2' | 'v3'>
export const START_KEYS = ['m1', 'm2', 'm3', 'r1', 'r2', 'r3', 'v1', 'v2', 'v3'] as const

const DRIFT = 1e-12 // of the speeds: a smaller drift is rounding, and stays

/** The bodies relative to their centre of mass, so that nothing drifts out of the picture. */
export function bodiesAt({ m1, m2, m3, r1, r2, r3, v1, v2, v3 }: Start): Bodies {
  const bodies = bodiesOf([m1, m2, m3], [...r1, ...r2, ...r3], [...v1, ...v2, ...v3])
  const { masses, velocities } = bodies
  const [x, y] = centre(masses, velocities)
  if (Math.hypot(x, y) > DRIFT * Math.hypot(...velocities)) {
    for (let i = 0; i < 6; i += 2) {
      velocities[i]! -= x
      velocities[i + 1]! -= y
    }
  }
  return bodies
}

/** Parameters that start these bodies. */
export function startOf({ masses, positions: x, velocities: v }: Bodies): Start {
  const [m1, m2, m3] = masses as unknown as [number, number, number]
  const pair = (from: Float64Array, index: number): Point => [from[2 * index]! + 0, from[2 * index + 1]! + 0]
  return { m1, m2, m3, r1: pair(x, 0), r2: pair(x, 1), r3: pair(x, 2), v1: pair(v, 0), v2: pair(v, 1), v3: pair(v, 2) }
}

export const startKey = (p: Start): string => JSON.stringify(START_KEYS.map((key) => p[key]))

const paths = new Map<string, ExactPath>() // a cache: the exact path depends only on the start
const KEPT = 3 // up to 10 MB each
let last: { start: Start; path: ExactPath } | null = null // the same start is asked for many times; no WeakMap, because undo keeps old parameters

/** The exact path of the bodies. */
export function truthOf(p: Start): ExactPath {
  if (last?.start === p) return last.path
  const key = startKey(p)
  const path = paths.get(key) ?? exactPath(bodiesAt(p))
  paths.delete(key) // makes it the most recently used
  paths.set(key, path)
  for (const oldest of paths.keys()) {
    if (paths.size <= KEPT) break
    paths.delete(oldest)
  }
  last = { start: p, path }
  return path
}
