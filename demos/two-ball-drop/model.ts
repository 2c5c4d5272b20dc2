// One step is one recorded frame: both balls at t = i/n in closed form, their rows with noise, and the published tracker on them.
import type { Stepped } from '@/contract'
import { hasLanded } from '@/domains/dynamics/dropTracker'
import { normal, type Stream, stream } from '@/numerics/random'
import { type Box, boxOf } from './box'
import type { Params } from './params'
import { CLIP_COUNT } from './scenes'
import { centreAt, RADIUS, seenRow, theWorld, timeOf, type World } from './world'

export { type Params, params } from './params'

/** What the tracker knows about one ball; rows in px, frames counted from release, -1: not yet. */
export interface Track {
  noise: Stream
  /** Rows of the first, the newest and the previous frame. */
  first: number
  row: number
  before: number
  drop: number
  dropRow: number
  /** Highest place since the drop frame. */
  topRow: number
  /** Frame of the second landing. */
  again: number
}
export interface State {
  step: number
  tracks: [Track, Track]
}
export interface Frame {
  /** Error box of the live point, once both balls have landed. */
  box: Box | null
}

/** Length of a clip in units of the longer fall, as in the benchmark's two seconds at 24 frames. */
const LENGTH = 2.88
const [FEWEST, MOST] = [12, 4000] // frames; a fall of more than 4000 is cut

const measured = (world: World, index: 0 | 1, time: number, noise: Stream, sigma: number): number => {
  const ball = world.balls[index]
  return seenRow(world, ball, centreAt(ball, time)) + sigma * normal(noise)
}

function trackOf(p: Params, index: 0 | 1): Track {
  const noise = stream(p.seed, index === 0 ? 'rows of ball 1' : 'rows of ball 2')
  const row = measured(theWorld(p), index, 0, noise, p.noise)
  return { noise, first: row, row, before: Number.NaN, drop: -1, dropRow: Number.NaN, topRow: Number.NaN, again: -1 }
}

/** A second landing counts once the ball has come down this share of the way from its top, if it has risen by so many px (and σ). */
const DOWN = 0.25
const RISEN = 6

function advance(track: Track, step: number, contact: number, line: number, sigma: number): void {
  const { row, before } = track
  if (track.drop < 0) {
    if (!hasLanded(row, before, line)) return
    track.drop = step - 1
    track.dropRow = before
    track.topRow = row
    return
  }
  if (track.again >= 0) return
  track.topRow = Math.min(track.topRow, row)
  if (contact - track.topRow < RISEN * (1 + sigma)) return
  if (hasLanded(row, before, track.topRow + DOWN * (contact - track.topRow))) track.again = step - 1
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init: (p) => ({ step: 0, tracks: [trackOf(p, 0), trackOf(p, 1)] }),
  step(s, p) {
    const world = theWorld(p)
    s.step++
    for (let index = 0; index < 2; index++) {
      const track = s.tracks[index as 0 | 1]
      track.before = track.row
      track.row = measured(world, index as 0 | 1, s.step / p.fps, track.noise, p.noise)
      advance(track, s.step, seenRow(world, world.balls[index as 0 | 1], RADIUS), world.line, p.noise)
    }
  },
  frame: (s, p) => ({ box: boxOf(s, p) }),
  /** Of a film its frames; of the campaign its clips. */
  steps(p) {
    if (p.tab === 'campaign') return CLIP_COUNT
    const [one, two] = theWorld(p).balls
    const longest = Math.max(timeOf(one.fall), p.balls === 'two' ? timeOf(two.fall) : 0)
    return Math.round(Math.min(Math.max(LENGTH * longest * p.fps, FEWEST), MOST))
  },
  dt: (p) => 1 / p.fps,
  /** As fast as the viewer sees it. */
  pace: (p) => (p.label === 'assumed' ? 24 : p.fps) * p.alpha,
}
