// Bumps of the data, the size of the error and the drawn error.
import type { Handle, Point } from '@/contract'
import { bumpOf, KNOTS, type Params, params, THIN } from './params'
import { errorAtLane, gripOf, heightOf, knotAt, laneAt, sideOf } from './places'
import type { View } from './presets'

type Drag = Handle<Params, View>

const neat = (v: number) => Math.round(v * 1000) / 1000 + 0
const within = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high)
const { min, max } = params.bumps

function movedBump(p: Params, k: 0 | 1, place: number, width: number): Pick<Params, 'bumps'> {
  const at: Point = [within(place, min[0], max[0]), within(width, THIN, max[1])]
  return { bumps: [...p.bumps.filter(({ index }) => index !== k), { index: k, at }].sort((a, b) => a.index - b.index) }
}
const isThere = (k: 0 | 1) => (p: Params) => p.tab === 'line' && (k === 1 || p.weight > 0)

const bump = (k: 0 | 1, name: string): Record<string, Drag> => ({
  [`bump${k}`]: {
    label: `${name} bump: place and share`,
    view: 'densities',
    moves: ['bumps', 'weight'],
    when: isThere(k),
    at: (p) => [bumpOf(p, k)[0], heightOf(p, k)],
    move([x, y], p) {
      const [, width] = bumpOf(p, k)
      const share = within(y * Math.sqrt(2 * Math.PI) * width, 0, 1)
      const weight = k === 0 ? share : 1 - share
      return { ...movedBump(p, k, neat(x), width), weight: within(weight, k === 0 ? 0.02 : 0, params.weight.max) }
    },
  },
  [`width${k}`]: {
    label: `${name} bump: width`,
    view: 'densities',
    quiet: true,
    moves: ['bumps'],
    when: isThere(k),
    at: (p) => sideOf(p, k),
    move: ([x], p) => movedBump(p, k, bumpOf(p, k)[0], neat(k === 0 ? bumpOf(p, k)[0] - x : x - bumpOf(p, k)[0])),
  },
})

const knot = (index: number): Drag => ({
  label: `error at ${KNOTS[index]}`,
  view: 'densities',
  quiet: index !== 2,
  invite: index === 2 ? 'drag me' : undefined,
  moves: ['drawn'],
  when: (p) => p.tab === 'line' && p.error === 'drawn' && p.delta >= 0.02,
  at: (p) => knotAt(p, index),
  move: ([, y], p) => ({
    drawn: p.drawn.map((height, k) => (k === index ? within(errorAtLane(y) / p.delta, -1, 1) : height)),
  }),
})

export const handles: Readonly<Record<string, Drag>> = {
  ...bump(0, 'left'),
  ...bump(1, 'right'),
  delta: {
    label: 'size of the error',
    view: 'densities',
    invite: 'drag me',
    moves: ['delta'],
    when: (p) => p.tab === 'line' && gripOf(p) !== null,
    at(p) {
      const [x, size] = gripOf(p)!
      return [x, laneAt(size * p.delta)]
    },
    move: ([, y], p) => ({ delta: errorAtLane(y) / gripOf(p)![1] }),
  },
  ...Object.fromEntries(KNOTS.map((_, index) => [`knot${index}`, knot(index)])),
}
