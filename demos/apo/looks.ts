// What the pictures share: colours, and the path along which an exact reward leads.
import type { SceneOf } from '@/contract'
import { gap, tiltAfter } from '@/domains/alignment/tilt'
import { toTriangle } from '@/numerics/simplex'
import type demo from './demo'
import type { Method } from './model'
import { isSampled, type Params, referenceOf, rewardOf } from './params'

export type Scene = SceneOf<typeof demo>

/** Name of a method: with duels it is not DPO. */
export const nameOf = ({ params, words }: Scene, who: Method): string =>
  who === 'apo' ? words.apo : params.mode === 'dpo' ? words.dpo : words.plain
/** Marks of a method that differ without colour too. */
export const lookOf = ({ palette }: Scene, who: Method) =>
  who === 'apo' ? { color: palette.method } : { color: palette.base, square: true, dash: '7 3' }
export const alphaOf = (p: Params, who: Method): number => (who === 'apo' ? p.alpha : 0)
export const METHODS: readonly Method[] = ['dpo', 'apo']

const POINTS = 120
const FAR = 45 // e^-45: the rest is less than a pixel

/** Points of the triangle along π_ref e^{a r/β}, a ≥ 0; null if all rewards are the same. */
export function roadOf(p: Params): { xs: Float64Array; ys: Float64Array } | null {
  const [reward, reference] = [rewardOf(p), referenceOf(p)]
  if (reward === null || reference.length !== 3) return null
  const best = Math.max(...reward)
  const spread = best - Math.min(...reward)
  if (spread === 0) return null
  // The slowest other answer determines how far the corner is.
  const margin = Math.min(...reward.filter((r) => r < best).map((r) => best - r))
  const [xs, ys] = [new Float64Array(POINTS + 1), new Float64Array(POINTS + 1)]
  for (let k = 0; k <= POINTS; k++) {
    const share = k / POINTS
    const way = share === 1 ? FAR / margin : Math.min((share / (1 - share)) * (4 / spread) * 4, FAR / margin)
    const [x, y] = toTriangle(reference.map((v, j) => v * Math.exp(way * (reward[j]! - best))))
    xs[k] = x
    ys[k] = y
  }
  return { xs, ys }
}

/** Gap after each round by the closed form, [steps + 1]; null if no exact reward is known. */
export function predictedGaps(p: Params, who: Method, steps: number): Float64Array | null {
  const reward = rewardOf(p)
  if (reward === null || p.mode !== 'dpo' || isSampled(p)) return null
  const logs = referenceOf(p).map(Math.log)
  const best = Math.max(...reward)
  return Float64Array.from({ length: steps + 1 }, (_, t) => {
    const way = tiltAfter(t, alphaOf(p, who)) / p.beta
    return gap(
      Float64Array.from(logs, (log, y) => log + way * (reward[y]! - best)),
      reward,
    )
  })
}
