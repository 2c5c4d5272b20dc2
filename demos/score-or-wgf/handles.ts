// The loop, the blobs of the data, the traced particle, the size of the error, and the bump on the line.
import { type Handle, type Placed, type Point, sameValue } from '@/contract'
import { BLOBS, blobOf, isNet, type Params, params } from './params'
import { bumpHeight, KNOB, sideOf } from './places'
import type { View } from './presets'

type Drag = Handle<Params, View>

const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high)
const inside = ([x, y]: Point, { min, max }: { min: Point; max: Point }): Point => [
  neat(clamp(x, min[0], max[0])),
  neat(clamp(y, min[1], max[1])),
]
/** Where the radius is dragged: up and to the right, away from the blobs. */
const ANGLE = Math.PI / 6
const rim = ({ centre: [x, y], radius }: Params): Point => [x + radius * Math.cos(ANGLE), y + radius * Math.sin(ANGLE)]

function movedBlob(p: Params, index: number, to: Point): readonly Placed[] {
  const at = inside(to, params.moved)
  const others = p.moved.filter((placed) => placed.index !== index)
  if (sameValue(at, blobOf({ moved: [] }, index).map(neat))) return others
  return [...others, { index, at }].sort((a, b) => a.index - b.index)
}
const blob = (index: number): Drag => ({
  label: `blob ${index + 1}`,
  view: 'field',
  quiet: true,
  moves: ['moved'],
  when: (p) => p.tab === 'loop' && !isNet(p.model),
  at: (p) => blobOf(p, index),
  move: (to, p) => ({ moved: movedBlob(p, index, to) }),
})

export const handles: Readonly<Record<string, Drag>> = {
  ...Object.fromEntries(Array.from({ length: BLOBS }, (_, k) => [`blob${k}`, blob(k)])),
  centre: {
    label: 'centre of the loop',
    view: 'field',
    quiet: true,
    moves: ['centre'],
    when: (p) => p.tab === 'loop',
    at: (p) => p.centre,
    move: (to) => ({ centre: inside(to, params.centre) }),
  },
  radius: {
    label: 'radius of the loop',
    view: 'field',
    invite: 'drag me',
    moves: ['radius'],
    when: (p) => p.tab === 'loop',
    at: rim,
    move: ([x, y], p) => ({
      radius: neat(clamp(Math.hypot(x - p.centre[0], y - p.centre[1]), params.radius.min, params.radius.max)),
    }),
  },
  start: {
    label: 'start of the traced particle',
    view: 'cloud',
    invite: 'drag me',
    moves: ['start'],
    when: (p) => p.tab === 'samples',
    at: (p) => p.start,
    move: (to) => ({ start: inside(to, params.start) }),
  },
  kappa: {
    label: 'size of the error',
    view: 'fates',
    invite: 'drag me',
    moves: ['kappa'],
    when: (p) => p.tab === 'samples' && (p.model === 'turn' || p.model === 'stretch'),
    at: (p) => [p.kappa, KNOB],
    move: ([x]) => ({ kappa: neat(clamp(x, params.kappa.min, params.kappa.max)) }),
  },
  bump: {
    label: 'place of the bump',
    view: 'densities',
    invite: 'drag me',
    moves: ['m0'],
    when: (p) => p.tab === 'energy',
    at: (p) => [p.m0, bumpHeight(p)],
    move: ([x]) => ({ m0: neat(clamp(x, params.m0.min, params.m0.max)) }),
  },
  width: {
    label: 'width of the bump',
    view: 'densities',
    quiet: true,
    moves: ['v0'],
    when: (p) => p.tab === 'energy',
    at: sideOf,
    move: ([x], p) => ({ v0: neat(clamp((x - p.m0) ** 2, params.v0.min, params.v0.max)) }),
  },
}
