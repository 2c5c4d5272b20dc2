// A few particles in a box with magnetic clouds that move about. Their momenta obey the law of the page; places and clouds are an illustration of what
// kicks them. They all move at the speed of light, so a gain of momentum does not show in their speed but in their colour.
import { walk } from '@/domains/acceleration/walk'
import { memoized } from '@/memoized'
import { type Stream, stream, uniform } from '@/numerics/random'
import { lawOf, type Params, startOf } from './params'

export const SHOWN = 80
export const TRAIL = 8
/** Half the side of the box. */
export const BOX = 1
const CLOUDS = 6
export const RADIUS = 0.17
const SHORT = 8 // short steps of ln χ in a step, at most: a picture needs no more
const SPEED = 0.045 // of particles, in a step
const TURN = 0.06 // of clouds on their paths, radians in a step

export interface Clouds {
  /** ln χ, [SHOWN]. */
  y: Float64Array
  /** [SHOWN, 2], and their directions, radians. */
  places: Float64Array
  ways: Float64Array
  /** Last places of the first particle, [TRAIL, 2], the newest first. */
  trail: Float64Array
  draws: Stream
}

/** Middle of cloud `index`: clouds wander on closed paths that are all different. */
export function cloudAt(index: number, step: number): readonly [x: number, y: number] {
  const angle = TURN * step * (1 + 0.13 * index)
  const home = (2 * Math.PI * index) / CLOUDS
  const far = index % 2 === 0 ? 0.45 : 0.72
  return [far * Math.cos(home) + 0.2 * Math.sin(angle + index), far * Math.sin(home) + 0.2 * Math.cos(1.3 * angle + 2 * index)]
}
export const cloudIndexes = Array.from({ length: CLOUDS }, (_, index) => index)

export function startClouds(p: Params): Clouds {
  const draws = stream(p.seed, 'clouds')
  const places = Float64Array.from({ length: 2 * SHOWN }, () => BOX * (2 * uniform(draws) - 1))
  const ways = Float64Array.from({ length: SHOWN }, () => 2 * Math.PI * uniform(draws))
  const trail = Float64Array.from({ length: 2 * TRAIL }, (_, k) => places[k % 2]!)
  return { y: new Float64Array(SHOWN).fill(startOf(p)), places, ways, trail, draws }
}

const partsOf = memoized((p: Params) => ({ law: lawOf(p), start: startOf(p) }))

export function advanceClouds(s: Clouds, p: Params, dt: number, step: number): void {
  const { law, start } = partsOf(p)
  walk(law, start, s.y, dt, s.draws, SHORT)
  for (let i = 0; i < SHOWN; i++) bounce(s, i, step)
  s.trail.copyWithin(2, 0)
  s.trail[0] = s.places[0]!
  s.trail[1] = s.places[1]!
}

/** One step of a particle: straight on, thrown back by walls, and by a cloud that it enters. */
function bounce({ places, ways }: Clouds, i: number, step: number): void {
  const [dx, dy] = [Math.cos(ways[i]!), Math.sin(ways[i]!)]
  let [x, y] = [places[2 * i]! + SPEED * dx, places[2 * i + 1]! + SPEED * dy]
  let way = ways[i]!
  if (Math.abs(x) > BOX) {
    way = Math.PI - way
    x = Math.sign(x) * BOX
  }
  if (Math.abs(y) > BOX) {
    way = -way
    y = Math.sign(y) * BOX
  }
  for (let k = 0; k < CLOUDS; k++) {
    const [cx, cy] = cloudAt(k, step)
    const [ax, ay] = [x - cx, y - cy]
    const distance = Math.hypot(ax, ay)
    if (distance >= RADIUS || distance === 0) continue
    const along = (dx * ax + dy * ay) / distance
    if (along < 0) way = 2 * Math.atan2(ay, ax) + Math.PI - way // a mirror whose normal points from the middle of the cloud
    x = cx + (ax / distance) * RADIUS
    y = cy + (ay / distance) * RADIUS
  }
  places[2 * i] = Math.min(Math.max(x, -BOX), BOX)
  places[2 * i + 1] = Math.min(Math.max(y, -BOX), BOX)
  ways[i] = Math.atan2(Math.sin(way), Math.cos(way))
}
