// The thrown ball, the edges of the bands, the shown combination, and the compared clips.
import type { Handle, Point } from '@/contract'
import { edgesOf, shownClip } from './learners/clips'
import { type Params, params } from './params'
import { placeIn, planeAxes, planePlace, rowAt, stripMiddle } from './places'
import type { View } from './presets'
import { INTERVAL, LENGTH, onRing } from './world/ring'

type Drag = Handle<Params, View>
type Ranged = 'velocity' | 'radius' | 'start' | 'gap' | 'island' | 'slowest' | 'fastest' | 'faster'

const limited = (name: Ranged, value: number): number =>
  Math.round(1000 * Math.min(Math.max(value, params[name].min), params[name].max)) / 1000 + 0
const inFilm = (p: Params) => p.tab === 'film'
/** A way along the ring, forwards unless that is nearly all the way round. */
const forwards = (way: number): number => {
  const round = onRing(way)
  return round > 0.75 * LENGTH ? round - LENGTH : round
}

/** An edge of a band, in the strip below the chart. */
const edge = (
  label: string,
  moves: keyof Params,
  at: (p: Params) => number,
  move: Drag['move'],
  more: Partial<Drag> = {},
): Drag => ({
  label,
  view: 'response',
  moves: [moves],
  when: inFilm,
  at: (p) => [at(p), stripMiddle(p)],
  move,
  quiet: true,
  ...more,
})
const middleOf = (p: Params): number => {
  const [low, high] = edgesOf(p).gap
  return (low + high) / 2
}
const hasGap = (p: Params): boolean => inFilm(p) && p.gap > 0

export const handles: Readonly<Record<string, Drag>> = {
  ball: {
    label: 'the ball in the third frame: its velocity',
    view: 'film',
    invite: 'throw the ball',
    moves: ['velocity'],
    when: inFilm,
    at: (p) => [placeIn(shownClip(p), 2), rowAt('truth', 2)],
    move: ([x], p) => ({ velocity: limited('velocity', forwards(x - p.start) / (2 * INTERVAL)) }),
  },
  start: {
    label: 'the ball in the first frame: its start',
    view: 'film',
    quiet: true,
    moves: ['start'],
    when: inFilm,
    at: (p) => [placeIn(shownClip(p), 0), rowAt('truth', 0)],
    move: ([x]) => ({ start: limited('start', onRing(x)) }),
  },
  radius: {
    label: 'edge of the ball: its radius',
    view: 'film',
    quiet: true,
    moves: ['radius'],
    when: inFilm,
    at: (p) => [placeIn({ x: p.start + p.radius, v: p.velocity }, 1), rowAt('truth', 1)],
    move: ([x], p) => ({ radius: limited('radius', forwards(x - p.start - p.velocity * INTERVAL)) }),
  },
  law: {
    label: 'shown velocity',
    view: 'response',
    quiet: true,
    moves: ['velocity'],
    when: inFilm,
    at: (p) => [p.velocity, p.velocity],
    move: ([x]) => ({ velocity: limited('velocity', x) }),
  },
  slowest: edge(
    'slowest clip',
    'slowest',
    (p) => p.slowest,
    ([x]) => ({ slowest: limited('slowest', x) }),
  ),
  fastest: edge(
    'fastest clip',
    'fastest',
    (p) => edgesOf(p).fastest,
    ([x]) => ({ fastest: limited('fastest', x) }),
  ),
  gap: edge(
    'upper edge of the gap',
    'gap',
    (p) => edgesOf(p).gap[1],
    ([x], p) => ({ gap: limited('gap', 2 * (x - p.gapAt)) }),
    { invite: 'pull a gap open', quiet: false },
  ),
  gapBelow: edge(
    'lower edge of the gap',
    'gap',
    (p) => edgesOf(p).gap[0],
    ([x], p) => ({ gap: limited('gap', 2 * (p.gapAt - x)) }),
    { when: hasGap },
  ),
  island: edge(
    'edge of the island',
    'island',
    (p) => edgesOf(p).island?.[1] ?? middleOf(p),
    ([x], p) => ({ island: limited('island', 2 * (x - middleOf(p))) }),
    { when: (p) => hasGap(p) && p.pair === 'none' },
  ),
  shown: {
    label: 'shown combination',
    view: 'plane',
    invite: 'drag me',
    moves: ['velocity', 'radius', 'colour'],
    when: (p) => p.tab === 'plane',
    at: (p) => planePlace(p, { v: p.velocity, r: p.radius, blue: p.colour === 'blue' ? 1 : 0 }),
    move: ([x, y]: Point, p): Partial<Params> => {
      const { across, up } = planeAxes(p)
      return {
        ...(across === 'size' ? { radius: limited('radius', x) } : { velocity: limited('velocity', x) }),
        ...(up === 'size' ? { radius: limited('radius', y) } : { colour: y > 0.5 ? 'blue' : 'red' }),
      }
    },
  },
  compared: {
    label: 'radius and difference of velocity',
    view: 'ranking',
    invite: 'drag me',
    moves: ['faster', 'radius'],
    when: (p) => p.tab === 'pixels',
    at: (p) => [p.faster, p.radius],
    move: ([x, y]) => ({ faster: limited('faster', x), radius: limited('radius', y) }),
  },
}
