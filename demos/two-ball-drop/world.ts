// The world of the parameters, in lengths of scale 1: with all lengths times λ, pictures do not change and g acts as g/λ.
import { type Fall, fallTime, heightAt, rampGravity, SPIN } from '@/domains/dynamics/fall'
import { focalPixels, type Pinhole, pixelsPerLength, rowOf } from '@/domains/dynamics/pinhole'
import { memoized } from '@/memoized'
import type { Params } from './params'
import { LENS, PICTURE } from './scenes'

export const RADIUS = 0.11 // m, a ball of the benchmark
export const ASIDE = 0.61 // m, of either ball from the optical axis, as in the benchmark
/** What the viewer of a clip assumes: benchmark lens, distance of the camera (m), frames a second. */
export const ASSUMED = { focal: LENS, distance: 5.68, fps: 24 } as const

export interface Ball {
  fall: Fall
  /** Horizontal distance from the camera. */
  distance: number
  /** To the right of the optical axis at release; on a ramp it then goes outwards. */
  aside: number
  /** Horizontal way on the ramp over the height lost, signed; 0 in free fall. */
  run: number
}
export interface World {
  camera: Pinhole
  balls: readonly [Ball, Ball]
  /** Row of the detection line. */
  line: number
}

/** The lens and tilt, the same for one clip and for the 113. */
export const lensOf = (p: Params, height: number): Pinhole => ({
  focal: focalPixels(p.focal, PICTURE.height),
  centre: PICTURE.height / 2,
  height,
  pitch: (p.pitch * Math.PI) / 180,
})

/** A fall from `drop` under the physics that clips share. */
export const freeFall = (p: Params, drop: number): Fall => ({
  drop,
  g: p.g / p.size,
  restitution: p.bounce,
  terminal: p.air ? p.terminal / p.size : Number.POSITIVE_INFINITY,
})

export const isOnRamps = (p: Params): boolean => p.track === 'ramps'

function ballOf(p: Params, index: 0 | 1): Ball {
  const [drop, degrees, side] = index === 0 ? [p.h1, p.angle1, -1] : [p.h2, p.angle2, 1]
  const distance = p.camera[0] + (index === 1 ? p.offset : 0)
  if (!isOnRamps(p)) return { fall: freeFall(p, drop), distance, aside: side * ASIDE, run: 0 }
  const angle = (degrees * Math.PI) / 180
  // A stop at its foot holds the ball; ramps have no drag.
  const fall = { drop, g: rampGravity(angle, p.g / p.size, SPIN[p.spin]), restitution: 0, terminal: Number.POSITIVE_INFINITY }
  return { fall, distance, aside: side * RAMP_TOP, run: side / Math.tan(angle) }
}
/** Ramps begin back to back, this far from the axis, m. */
export const RAMP_TOP = 0.16

function worldOf(p: Params): World {
  const camera = lensOf(p, p.camera[1])
  const height = RADIUS + p.line * Math.min(p.h1, p.h2)
  return { camera, balls: [ballOf(p, 0), ballOf(p, 1)], line: rowOf(camera, p.camera[0], height) }
}
export const theWorld = memoized((p: Params): World => worldOf(p))

/** Height of a ball's centre over the floor. */
export const centreAt = (ball: Ball, time: number): number => heightAt(ball.fall, time) + RADIUS
export const asideAt = (ball: Ball, centre: number): number => ball.aside + ball.run * (ball.fall.drop + RADIUS - centre)

/** Image of a ball with its centre at a height: row, column and radius in px; NaN behind the camera. */
export const seenRow = ({ camera }: World, ball: Ball, centre: number): number => rowOf(camera, ball.distance, centre)
export function seenColumn({ camera }: World, ball: Ball, centre: number): number {
  return PICTURE.width / 2 + pixelsPerLength(camera, ball.distance, centre) * asideAt(ball, centre)
}
export const seenRadius = ({ camera }: World, ball: Ball, centre: number): number =>
  pixelsPerLength(camera, ball.distance, centre) * RADIUS

/** Rows through which a ball falls, from release to contact, px: the measurement of a perfect tracker. */
export const seenDrop = (world: World, ball: Ball): number =>
  seenRow(world, ball, RADIUS) - seenRow(world, ball, ball.fall.drop + RADIUS)

export const timeOf = ({ drop, g, terminal }: Fall): number => fallTime(drop, g, terminal)

/** The point of the exact times and drops: squared ratio of fall times, ratio of drops in the picture. */
export function exactPoint(world: World): readonly [times: number, heights: number] {
  const [one, two] = world.balls
  return [(timeOf(one.fall) / timeOf(two.fall)) ** 2, seenDrop(world, one) / seenDrop(world, two)]
}

/** Seconds that one recorded frame lasts for the viewer. */
export const shownFrame = (p: Params): number => 1 / ((p.label === 'assumed' ? ASSUMED.fps : p.fps) * p.alpha)

/** Metres that the viewer assumes for so many pixels. */
export const shownLength = (pixels: number, distance: number = ASSUMED.distance): number =>
  (pixels * distance) / focalPixels(ASSUMED.focal, PICTURE.height)

/** g as read from one ball: 2h/t². */
export const reading = (length: number, frames: number, p: Params): number => (2 * length) / (frames * shownFrame(p)) ** 2
