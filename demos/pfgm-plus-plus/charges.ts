// Where the charges stand: a ring, a spiral, letters, or evenly on a line; and where they have been dragged to.
import type { Placed, Point } from '@/contract'
import type { Charges } from '@/domains/diffusion/poissonField'
import { memoized } from '@/memoized'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'
import { dimOf, type Params } from './params'

const RADIUS = 3 // of the ring; data units
const TURNS = 1.75 // of the spiral
/** P and F as strokes, in units of their height. */
const STROKES: readonly (readonly Point[])[] = [
  [
    [-0.75, -0.6],
    [-0.75, 0.6],
    [-0.25, 0.6],
    [-0.1, 0.45],
    [-0.1, 0.2],
    [-0.25, 0.05],
    [-0.75, 0.05],
  ],
  [
    [0.15, -0.6],
    [0.15, 0.6],
    [0.75, 0.6],
  ],
  [
    [0.25, 0.05],
    [0.6, 0.05],
  ],
]
const TALL = 4.5

/** The place after a share of the length of all strokes. */
function onStrokes(share: number): Point {
  const pieces = STROKES.flatMap((stroke) => stroke.slice(1).map((to, k) => ({ from: stroke[k]!, to })))
  const lengths = pieces.map(({ from, to }) => Math.hypot(to[0] - from[0], to[1] - from[1]))
  let rest = share * lengths.reduce((sum, length) => sum + length, 0)
  for (const [k, { from, to }] of pieces.entries()) {
    const part = rest / lengths[k]!
    if (part <= 1 || k === pieces.length - 1)
      return [TALL * (from[0] + part * (to[0] - from[0])), TALL * (from[1] + part * (to[1] - from[1]))]
    rest -= lengths[k]!
  }
  return [0, 0]
}

/** Where charge `k` of `count` stands by itself; one alone stands in the middle. */
function home(set: Params['set'], k: number, count: number): Point {
  if (count === 1) return [0, 0]
  if (set === 'letters') return onStrokes((k + 0.5) / count)
  const share = k / (set === 'ring' ? count : count - 1)
  const angle = 2 * Math.PI * share * (set === 'ring' ? 1 : TURNS)
  const radius = set === 'ring' ? RADIUS : 0.5 + 3.5 * share
  return [radius * steadyCos(angle), radius * steadySin(angle)]
}
const homeOnLine = (k: number, count: number): Point => [count === 1 ? 0 : RADIUS * ((2 * k) / (count - 1) - 1), 0]

/** Where a charge of the open page stands by itself. */
export const homeOf = (p: Params, k: number): Point => (p.tab === 'line' ? homeOnLine(k, p.countOnLine) : home(p.set, k, p.count))

const movedTo = (list: readonly Placed[], k: number): Point | undefined => list.find(({ index }) => index === k)?.at

/** The place of a charge of the open page. */
export const chargeAt = (p: Params, k: number): Point => movedTo(p.tab === 'line' ? p.movedOnLine : p.moved, k) ?? homeOf(p, k)
export const countOf = (p: Params): number => (p.tab === 'line' ? p.countOnLine : p.count)

export const chargesOf = memoized((p: Params): Charges => {
  const [dim, count] = [dimOf(p), countOf(p)]
  const places = new Float64Array(dim * count)
  for (let k = 0; k < count; k++) places.set(chargeAt(p, k).slice(0, dim), dim * k)
  return { dim, count, places }
})
