// Arrows of velocity, score or drift on a grid of the plane.
import type { Point } from '@/contract'
import { evaluate, type Fields, logDensity, setTime } from '@/domains/diffusion/interpolantFields'
import type { Scene } from './looks'
import { epsilonOf, isBackward } from './problem'

const [COLUMNS, ROWS] = [17, 12]
const LENGTH = 0.42 // of the longest arrow, units of the plane
const LEAST_DENSITY = 1e-3 // of a place with an arrow: at lower densities there are no particles

export function fieldAt({ params, frame }: Scene, fields: Fields): { from: Point; to: Point }[] {
  setTime(fields, frame.t)
  const [place, b, s] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)]
  const epsilon = epsilonOf(params) * (isBackward(params) ? -1 : 1)
  const found: { from: Point; along: Point }[] = []
  for (let i = 0; i < COLUMNS; i++) {
    for (let j = 0; j < ROWS; j++) {
      place[0] = -4 + (8 * (i + 0.5)) / COLUMNS
      place[1] = -2.9 + (5.8 * (j + 0.5)) / ROWS
      if (Math.exp(logDensity(fields, place)) < LEAST_DENSITY) continue
      evaluate(fields, place, 0, b, s)
      const along = [0, 1].map((axis) =>
        params.arrows === 'b' ? b[axis]! : params.arrows === 's' ? s[axis]! : b[axis]! + epsilon * s[axis]!,
      )
      found.push({ from: [place[0], place[1]], along: [along[0]!, along[1]!] })
    }
  }
  const longest = Math.max(1e-9, ...found.map(({ along }) => Math.hypot(...along)))
  return found.map(({ from, along }) => ({
    from,
    to: [from[0] + (LENGTH * along[0]) / longest, from[1] + (LENGTH * along[1]) / longest],
  }))
}
