// The live point of two drop frames and its error box: what frames and noise leave undecided.
import { contactRange, dropFactor, STILL } from '@/domains/dynamics/dropTracker'
import type { State } from './model'
import type { Params } from './params'
import { isOnRamps, theWorld, type World } from './world'

type Range = readonly [from: number, to: number]
export interface Box {
  /** Squared ratio of fall times, ratio of drops, as the tracker reports them. */
  at: readonly [times: number, heights: number]
  times: Range
  heights: Range
}

const SIGMAS = 3 // of the noise of a difference of two rows
const LOOKS = 8 // places in a range at which the seen share of a drop is evaluated

/** Fall times (frames) and drops (px) of one ball that agree with its track. */
function openOf(world: World, index: 0 | 1, s: State, p: Params): { frames: Range; drop: Range } {
  const { fall, distance } = world.balls[index]
  const { drop: frame, dropRow, first } = s.tracks[index]
  const slack = SIGMAS * Math.SQRT2 * p.noise
  const pixels = (world.camera.focal / distance) * (fall.g / p.fps ** 2) // px in g · frame²
  const restitution = isOnRamps(p) ? 0 : p.bounce
  const frames = contactRange(frame, restitution, STILL / pixels, slack / pixels)
  let factor = 1
  for (let k = 0; k <= LOOKS; k++) {
    const time = frames[0] + ((frames[1] - frames[0]) * k) / LOOKS
    if (time > 0) factor = Math.max(factor, dropFactor(frame, time, restitution))
  }
  const seen = dropRow - first
  return { frames, drop: [seen - slack, factor * seen + slack] }
}

const ratios = ([a, b]: Range, [c, d]: Range): Range => [a / d, b / c]

/**
 * Squared ratio of fall times and ratio of drops, as the tracker reports them. Null before both balls have landed, if one is released out of sight, or
 * if a drop frame of 0 says that the tracker was fooled at the start.
 */
export function pointOf({ tracks: [one, two] }: State, p: Params): Box['at'] | null {
  if (p.balls === 'one' || one.drop <= 0 || two.drop <= 0) return null
  const heights = (one.dropRow - one.first) / (two.dropRow - two.first)
  return Number.isFinite(heights) ? [(one.drop / two.drop) ** 2, heights] : null
}

export function boxOf(s: State, p: Params): Box | null {
  const at = pointOf(s, p)
  if (at === null) return null
  const world = theWorld(p)
  const [one, two] = [openOf(world, 0, s, p), openOf(world, 1, s, p)]
  const [from, to] = ratios(one.frames, two.frames)
  return { at, times: [from ** 2, to ** 2], heights: ratios(one.drop, two.drop) }
}
