// Which assumption of the test the parameters break, and what makes a reading unreliable.
import { STILL } from '@/domains/dynamics/dropTracker'
import { fallen, fallSpeed, fallTime } from '@/domains/dynamics/fall'
import { pixelsPerLength } from '@/domains/dynamics/pinhole'
import type { Params } from './params'
import { isOnRamps, RADIUS, theWorld, timeOf } from './world'

export type Assumption = 'pitch' | 'depth' | 'air' | 'slopes'

/** Assumptions that do not hold; if all hold, the exact point is on the diagonal whatever the other values. */
export function broken(p: Params): Assumption[] {
  const found: Assumption[] = []
  if (p.pitch !== 0) found.push('pitch')
  if (p.offset !== 0) found.push('depth')
  if (p.air && !isOnRamps(p)) found.push('air')
  if (isOnRamps(p) && p.angle1 !== p.angle2) found.push('slopes')
  return found
}

export type Trouble = 'coarse' | 'creeps' | 'bounces' | 'unseen'

/** Least motion that the rule may meet below the detection line: in the frame during which a ball crosses it, px. */
function motionAtLine(p: Params, index: 0 | 1): number {
  const { camera, balls } = theWorld(p)
  const { fall, distance } = balls[index]
  const height = p.line * Math.min(p.h1, p.h2)
  const time = fallTime(Math.max(0, fall.drop - height), fall.g, fall.terminal)
  const way = fallen(time, fall.g, fall.terminal) - fallen(Math.max(0, time - 1 / p.fps), fall.g, fall.terminal)
  return way * pixelsPerLength(camera, distance, height + RADIUS)
}

/** Whether a ball may be above the line again before the frames in which the rule looks for its bounce, two of them at most. */
function outruns(p: Params, index: 0 | 1): boolean {
  const { fall } = theWorld(p).balls[index]
  const speed = fall.restitution * fallSpeed(fall.drop, fall.g, fall.terminal)
  const time = Math.min((2 - fall.restitution / (1 + fall.restitution)) / p.fps, speed / fall.g)
  return speed * time - (fall.g * time ** 2) / 2 > p.line * Math.min(p.h1, p.h2)
}

const SIGMAS = 3

/** The balls that a reading needs. */
export const usedBalls = (p: Params): readonly (0 | 1)[] => (p.balls === 'one' ? [0] : [0, 1])

/**
 * Why a reading cannot be trusted: a ball is out of sight; fewer than two frames show it in the air; it is so slow at the detection line that the rule
 * takes it for landed; or its bounce may rise over the line unseen. Null: none of these.
 */
export function trouble(p: Params): Trouble | null {
  const { camera, balls } = theWorld(p)
  const any = (is: (index: 0 | 1) => boolean) => usedBalls(p).some(is)
  if (any((index) => !(pixelsPerLength(camera, balls[index].distance, balls[index].fall.drop + RADIUS) > 0))) return 'unseen'
  if (any((index) => timeOf(balls[index].fall) * p.fps < 2)) return 'coarse'
  if (any((index) => motionAtLine(p, index) < STILL + SIGMAS * Math.SQRT2 * p.noise)) return 'creeps'
  return any((index) => outruns(p, index)) ? 'bounces' : null
}
