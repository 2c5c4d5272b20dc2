// What can be dragged in the plane: the traced sample's start, the whole wheel, and each of its components.
import { type Handle, type Placed, type Point, sameValue } from '@/contract'
import { homeOf } from './data'
import { type Params, params } from './params'

/** Places are rounded to a thousandth, so that addresses stay short. */
const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
export const neatly = ([x, y]: Point): Point => [neat(x), neat(y)]

/** Where a component stands, seen from the centre of the wheel. */
export const placeOf = (moved: readonly Placed[], index: number): Point =>
  moved.find((placed) => placed.index === index)?.at ?? homeOf(index)

/** The list after component `index` was moved to a place seen from the centre of the wheel; at its own place it is not in the list. */
export function withPlace(moved: readonly Placed[], index: number, at: Point): readonly Placed[] {
  const others = moved.filter((placed) => placed.index !== index)
  const place = neatly(at)
  if (sameValue(place, neatly(homeOf(index)))) return others
  return [...others, { index, at: place }].sort((a, b) => a.index - b.index)
}

type PlaneHandle = Handle<Params, 'plane'>
const onWheel = (p: Params) => p.scene === 'wheel'

const component = (index: number): PlaneHandle => ({
  label: `component ${index + 1} of ${params.moved.count}`,
  view: 'plane',
  quiet: true,
  moves: ['moved'],
  when: onWheel,
  at({ moved, centre }) {
    const [x, y] = placeOf(moved, index)
    return [centre[0] + x, centre[1] + y]
  },
  move: ([x, y], { moved, centre }) => ({ moved: withPlace(moved, index, [x - centre[0], y - centre[1]]) }),
})

export const planeHandles: Readonly<Record<string, PlaneHandle>> = {
  ...Object.fromEntries(Array.from({ length: params.moved.count }, (_, index) => [`component${index}`, component(index)])),
  wheel: {
    label: 'centre of the wheel',
    view: 'plane',
    moves: ['centre'],
    when: onWheel,
    at: (p) => p.centre,
    move: (to) => ({ centre: neatly(to) }),
  },
  start: {
    label: 'start of the traced sample',
    view: 'plane',
    invite: 'drag me',
    moves: ['z'],
    when: onWheel,
    at: (p) => p.z,
    move: (to) => ({ z: neatly(to) }),
  },
}
