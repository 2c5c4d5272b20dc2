// What can be dragged: blobs, the start of the marked particle and the vortex in the plane; the start and the axis of the swirl in space.
import { type Handle, type Placed, type Point, sameValue } from '@/contract'
import { blobOf } from './data'
import { anglesOf, flattened, liftedOf, placeOf } from './geometry'
import { BLOBS, isInSpace, type Params, params } from './params'
import type { View } from './presets'

type Drag = Handle<Params, View>

/** Places are kept to a thousandth, so that addresses stay short. */
const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
const inside = ([x, y]: Point, { min, max }: { min: Point; max: Point }): Point => [
  neat(Math.min(Math.max(x, min[0]), max[0])),
  neat(Math.min(Math.max(y, min[1]), max[1])),
]
function movedBlob(p: Params, index: number, to: Point): readonly Placed[] {
  const at = inside(to, params.moved)
  const others = p.moved.filter((placed) => placed.index !== index)
  if (sameValue(at, blobOf({ moved: [] }, index))) return others
  return [...others, { index, at }].sort((a, b) => a.index - b.index)
}
const blob = (index: number): Drag => ({
  label: `blob ${index + 1}`,
  view: 'plane',
  quiet: true,
  moves: ['moved'],
  when: (p) => p.tab === 'plane' && p.data === 'blobs',
  at: (p) => blobOf(p, index),
  move: (to, p) => ({ moved: movedBlob(p, index, to) }),
})

export const handles: Readonly<Record<string, Drag>> = {
  ...Object.fromEntries(Array.from({ length: BLOBS }, (_, k) => [`blob${k}`, blob(k)])),
  startInPlane: {
    label: 'start of the marked particle',
    view: 'plane',
    invite: 'drag me',
    moves: ['start'],
    when: (p) => !isInSpace(p),
    at: (p) => p.start,
    move: (to) => ({ start: inside(to, params.start) }),
  },
  vortex: {
    label: 'centre of the vortex',
    view: 'plane',
    moves: ['centre'],
    when: (p) => p.tab === 'plane' && p.kind === 'vortex',
    at: (p) => p.centre,
    move: (to) => ({ centre: inside(to, params.centre) }),
  },
  start: {
    label: 'start of the marked particle',
    view: 'space',
    invite: 'drag me',
    moves: ['startTurn', 'startRise'],
    when: isInSpace,
    at: (p) => flattened(placeOf('start', p), p),
    move(to, p) {
      const { turn, rise } = anglesOf(liftedOf('start', to, p))
      return { startTurn: turn, startRise: rise }
    },
  },
  axis: {
    label: 'axis of the swirl',
    view: 'space',
    moves: ['axisTurn', 'axisRise'],
    when: isInSpace,
    at: (p) => flattened(placeOf('axis', p), p),
    move(to, p) {
      const { turn, rise } = anglesOf(liftedOf('axis', to, p))
      return { axisTurn: turn, axisRise: rise }
    },
  },
}
