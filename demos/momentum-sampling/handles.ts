// Things to drag, and their windows: z, the left end of the region, the order on its rail, the width of the class.
import type { Handle, Point, Window } from '@/contract'
import { orderOfRule, ruleOfOrder } from '@/domains/diffusion/multistep'
import { FAMILIES, type Params, params, rulesOf } from './params'
import { CENTRE } from './problem'
import { betaOfLength, regionOf } from './regions'

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
const thousandth = (value: number) => Math.round(value * 1000) / 1000
const { min: LEAST_BETA, max: MOST_BETA } = params.beta
const hasMomentum = (p: Params) => p.family !== 'ab'

/** How far left the picture of the plane goes: four times the stable interval of AB of order r, and the same for r = 3 and 4. */
const REACH = [7.2, 3.6, 1.6, 1.6] as const
export const reachOf = (p: Params): number => REACH[p.r - 1] ?? REACH[0]

/** The window of the plane; its sides suit the large view. */
export function planeWindow(p: Params): Window {
  const reach = reachOf(p)
  return [
    [-reach, 0.3 * reach],
    [-0.54 * reach, 0.54 * reach],
  ]
}

type Drag = Pick<Handle<Params, never>, 'at' | 'move'>

export const z: Drag = {
  at: (p) => p.z,
  move: ([re, im]) => ({ z: [thousandth(clamp(re, -8, 2)), thousandth(clamp(im, -4, 4))] }),
}

/** The left end of the region in hand: dragging it changes β. */
export const edge: Drag = {
  at: (p) => [-regionOf(rulesOf(p)[p.family]).length, 0],
  move: ([re], p) => ({
    beta: betaOfLength({ family: FAMILIES[p.family], order: p.r, beta: 1 }, -re, [LEAST_BETA, MOST_BETA]),
  }),
}
export const holdsEdge = hasMomentum

/** The rail of orders: q from 0 to 4 along the lower edge of the plane. */
export function railPoint(p: Params, q: number): Point {
  const reach = reachOf(p)
  return [reach * (-0.94 + (q / 4) * 1.1), -0.445 * reach]
}
const SNAP = 0.025 // orders: closer to a whole order it snaps

export const order: Drag = {
  at: (p) => railPoint(p, orderOfRule({ order: p.r, beta: p.beta })),
  move([x], p) {
    const q = clamp(((x / reachOf(p) + 0.94) * 4) / 1.1, LEAST_BETA, 4)
    const whole = Math.round(q)
    const { order, beta } = ruleOfOrder(whole > 0 && Math.abs(q - whole) < SNAP ? whole : q)
    return { r: order, beta: clamp(thousandth(beta), LEAST_BETA, MOST_BETA) }
  },
}
export const holdsRail = hasMomentum

/** The ring around the class stands at three standard deviations, as the box does. */
export const RINGS = 3
export const ring: Drag = {
  at: ({ width }) => [CENTRE[0] - RINGS * width, CENTRE[1]],
  move: ([x, y]) => ({ width: clamp(Math.hypot(x - CENTRE[0], y - CENTRE[1]) / RINGS, params.width.min, params.width.max) }),
}
