// What can be dragged: centres and axes of the Gaussians and the pair in the plane, humps and ends on the line, ε and σ in the charts.
import type { Handle, Placed, Point } from '@/contract'
import { LEAST_LOG, MOST_LOG } from './cost'
import { MOST, type Params, params, THIN } from './params'
import { centreOf, humpOf, isUsed, notThin, shapeOf } from './problem'

type View = 'plane' | 'strip' | 'cost' | 'coupling'
type Drag = Handle<Params, View>

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
/** Places are rounded to a thousandth, so that addresses stay short. */
const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
const neatly = ([x, y]: Point): Point => [neat(x), neat(y)]
const within = ([x, y]: Point, { min, max }: { min: Point; max: Point }): Point => [
  clamp(x, min[0], max[0]),
  clamp(y, min[1], max[1]),
]

const withPlaces = (list: readonly Placed[], ...changed: readonly Placed[]): readonly Placed[] =>
  [...list.filter(({ index }) => !changed.some((placed) => placed.index === index)), ...changed].sort((a, b) => a.index - b.index)

// --- the plane -------------------------------------------------------------------------------------------------------

const nameOf = (k: number) => `Gaussian ${(k % MOST) + 1} on the ${k < MOST ? 'left' : 'right'}`
const inPlane = (k: number) => (p: Params) => p.scene === 'plane' && isUsed(p, k)

const centre = (k: number): Drag => ({
  label: nameOf(k),
  view: 'plane',
  invite: k === MOST + 1 ? 'drag me' : undefined,
  quiet: true,
  moves: ['moved'],
  when: inPlane(k),
  at: (p) => centreOf(p, k),
  move: (to, p) => ({ moved: withPlaces(p.moved, { index: k, at: neatly(within(to, params.moved)) }) }),
})

const LONGEST = 1.5
/** An axis from the centre: not thinner than `THIN`, not longer than `LONGEST`. */
function axisTo(p: Params, k: number, [x, y]: Point): Point {
  const [cx, cy] = centreOf(p, k)
  const axis = notThin([x - cx, y - cy])
  const shrink = Math.min(1, LONGEST / Math.hypot(...axis))
  return [axis[0] * shrink, axis[1] * shrink]
}
const lengthOf = (axis: Point) => Math.hypot(...axis)

/** The tip of the ellipse's first axis turns and stretches it; the other axis keeps its length. */
const tip = (k: number): Drag => ({
  label: `first axis, ${nameOf(k)}`,
  view: 'plane',
  quiet: true,
  moves: ['axes'],
  when: inPlane(k),
  at(p) {
    const [[cx, cy], { axis }] = [centreOf(p, k), shapeOf(p, k)]
    return [cx + axis[0], cy + axis[1]]
  },
  move: (to, p) => ({ axes: withPlaces(p.axes, { index: 2 * k, at: neatly(axisTo(p, k, to)) }) }),
})

/** The tip of the second axis does the same with the roles exchanged. */
const side = (k: number): Drag => ({
  label: `second axis, ${nameOf(k)}`,
  view: 'plane',
  quiet: true,
  moves: ['axes'],
  when: inPlane(k),
  at(p) {
    const [[cx, cy], { axis, across }] = [centreOf(p, k), shapeOf(p, k)]
    const scale = across / lengthOf(axis)
    return [cx - axis[1] * scale, cy + axis[0] * scale]
  },
  move(to, p) {
    const other = axisTo(p, k, to)
    const across = lengthOf(other)
    const scale = lengthOf(shapeOf(p, k).axis) / across
    return {
      axes: withPlaces(
        p.axes,
        { index: 2 * k, at: [other[1] * scale, -other[0] * scale] }, // not rounded: the second tip must stay where it is put
        { index: 2 * k + 1, at: [across, 0] },
      ),
    }
  },
})

const each = <T>(make: (k: number) => T, name: string): Record<string, T> =>
  Object.fromEntries(Array.from({ length: 2 * MOST }, (_, k) => [`${name}${k}`, make(k)]))

const pairWhen = (p: Params) => p.scene === 'plane' && p.pair

// --- the line --------------------------------------------------------------------------------------------------------

/** On the strip a hump is at its end of time, and its width is one standard deviation above. */
const hump = (scene: 'line' | 'bridge', k: number, t: number, label: string): Record<string, Drag> => {
  const key = scene === 'line' ? 'humps' : 'ends'
  const isHere = (p: Params) => p.scene === scene && !(scene === 'line' && k === 0 && p.path === 'mirror')
  const moved = (p: Params, at: Point) => ({ [key]: withPlaces(p[key], { index: k, at: neatly(within(at, params[key])) }) })
  return {
    [`${scene}${k}`]: {
      label,
      view: 'strip',
      moves: [key],
      when: isHere,
      at: (p) => [t, humpOf(p, k)[0]],
      move: ([, y], p) => moved(p, [y, humpOf(p, k)[1]]),
    },
    [`${scene}Width${k}`]: {
      label: `width, ${label}`,
      view: 'strip',
      quiet: true,
      moves: [key],
      when: isHere,
      at(p) {
        const [mean, width] = humpOf(p, k)
        return [t, mean + width]
      },
      move([, y], p) {
        const [mean] = humpOf(p, k)
        return moved(p, [mean, Math.max(y - mean, THIN)])
      },
    },
  }
}

const { min: LEAST_SIGMA, max: MOST_SIGMA } = params.sigma

export const handles: Readonly<Record<string, Drag>> = {
  ...each(tip, 'tip'),
  ...each(side, 'side'),
  ...each(centre, 'centre'),
  x0: {
    label: 'sample of the left',
    view: 'plane',
    moves: ['x0'],
    when: (p) => pairWhen(p) && p.path !== 'mirror',
    at: (p) => p.x0,
    move: (to) => ({ x0: neatly(to) }),
  },
  x1: {
    label: 'sample of the right',
    view: 'plane',
    moves: ['x1'],
    when: pairWhen,
    at: (p) => p.x1,
    move: (to) => ({ x1: neatly(to) }),
  },
  ...hump('line', 0, 0, 'start'),
  ...hump('line', 1, 1, 'first hump at the end'),
  ...hump('line', 2, 1, 'second hump at the end'),
  ...hump('bridge', 0, 0, 'start'),
  ...hump('bridge', 1, 1, 'end'),
  eps: {
    label: 'noise of the sampler',
    view: 'cost',
    quiet: true,
    moves: ['eps'],
    when: (p) => p.scene === 'line',
    at: (p) => [clamp(Math.log10(Math.max(p.eps, 1e-9)), LEAST_LOG, MOST_LOG), -3.8],
    move: ([x]) => ({ eps: x <= LEAST_LOG ? 0 : Number((10 ** Math.min(x, MOST_LOG)).toPrecision(4)) }),
  },
  sigma: {
    label: 'noise of the reference',
    view: 'coupling',
    quiet: true,
    moves: ['sigma'],
    when: (p) => p.scene === 'bridge',
    at: (p) => [Math.log10(p.sigma), 0],
    move: ([x]) => ({ sigma: clamp(10 ** x, LEAST_SIGMA, MOST_SIGMA) }),
  },
}
