// What can be dragged: the start of the traced sample, the centre of the data, their components, and the count of calls in its chart.
import { type Handle, type Placed, type Point, sameValue } from '@/contract'
import { ERRORS } from './axes'
import { type Params, params, REACH } from './params'
import type { View } from './presets'
import { countOf, homeOf, placeOf } from './problem'

type Drag = Handle<Params, View>

const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
export const neatly = ([x, y]: Point): Point => [neat(x), neat(y)]
const inside = ([x, y]: Point, most: number): Point => [Math.min(Math.max(x, -most), most), Math.min(Math.max(y, -most), most)]

/** The list after component `index` was put at a place seen from the centre; at its own place it is not in the list. */
export function withPlace(data: Params['data'], moved: readonly Placed[], index: number, at: Point): readonly Placed[] {
  const others = moved.filter((placed) => placed.index !== index)
  const place = neatly(inside(at, params.moved.max[0]))
  if (sameValue(place, neatly(homeOf(data, index)))) return others
  return [...others, { index, at: place }].sort((a, b) => a.index - b.index)
}

const component = (index: number): Drag => ({
  label: `component ${index + 1}`,
  view: 'plane',
  quiet: true,
  moves: ['moved'],
  when: (p) => p.tab === 'plane' && p.data !== 'one' && index < countOf(p),
  at({ data, moved, centre }) {
    const [x, y] = placeOf(data, moved, index)
    return [centre[0] + x, centre[1] + y]
  },
  move: ([x, y], { data, moved, centre }) => ({ moved: withPlace(data, moved, index, [x - centre[0], y - centre[1]]) }),
})

export const handles: Readonly<Record<string, Drag>> = {
  ...Object.fromEntries(Array.from({ length: params.moved.count }, (_, index) => [`component${index}`, component(index)])),
  centre: {
    label: 'centre of the data',
    view: 'plane',
    moves: ['centre'],
    when: (p) => p.tab === 'plane',
    at: (p) => p.centre,
    move: (to) => ({ centre: neatly(inside(to, params.centre.max[0])) }),
  },
  start: {
    label: 'start of the traced sample',
    view: 'plane',
    invite: 'drag me',
    moves: ['start'],
    when: (p) => p.tab === 'plane',
    at: (p) => p.start,
    move: (to) => ({ start: neatly(inside(to, REACH)) }),
  },
  calls: {
    label: 'calls of the model',
    view: 'errors',
    moves: ['calls'],
    at: (p) => [Math.log10(p.calls), ERRORS[0]],
    move: ([x]) => ({ calls: Math.min(Math.max(Math.round(10 ** x), params.calls.min), params.calls.max) }),
    nudge: ([x], p) => ({ calls: Math.min(Math.max(p.calls + Math.sign(x), params.calls.min), params.calls.max) }),
  },
}
