// The side view and what can be dragged in it. The world: x to the right of the camera, y up, z from the balls towards the camera.
import type { Point } from '@/contract'
import { heightInRow, rowOf } from '@/domains/dynamics/pinhole'
import type { Params } from './params'
import { PICTURE } from './scenes'
import { isOnRamps, lensOf, RADIUS, RAMP_TOP, theWorld } from './world'

export type Place = readonly [x: number, y: number, z: number]

/** Projection of the world, seen from the camera's right and slightly above: depth goes to the right, nearer things are lower. */
const SHEAR: Point = [0.42, -0.2]
export const flatOf = ([x, y, z]: Place): Point => [SHEAR[0] * x - z, y + SHEAR[1] * x]

const SIDES = [-1, 1] as const
/** How far ball 2 is behind ball 1. */
const behind = (p: Params, index: 0 | 1) => (index === 0 ? 0 : -p.offset)
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
const drops = (p: Params) => [p.h1, p.h2] as const

/** Centre of a ball at release. */
export const releaseOf = (p: Params, index: 0 | 1): Place => [
  theWorld(p).balls[index].aside,
  drops(p)[index] + RADIUS,
  behind(p, index),
]
export const lensPlace = (p: Params): Place => [0, p.camera[1], p.camera[0]]
const AIM = 1.8 // m from the camera to the handle of its axis
const aimPlace = (p: Params): Place => {
  const pitch = (p.pitch * Math.PI) / 180
  return [0, p.camera[1] - AIM * Math.sin(pitch), p.camera[0] - AIM * Math.cos(pitch)]
}
/** On the floor under ball 2. */
const footPlace = (p: Params): Place => [theWorld(p).balls[1].aside, 0, behind(p, 1)]
const angles = (p: Params) => [p.angle1, p.angle2] as const
/** The place where a ramp meets the floor. */
export const rampFoot = (p: Params, index: 0 | 1): Place => {
  const run = drops(p)[index] / Math.tan((angles(p)[index] * Math.PI) / 180)
  return [SIDES[index] * (RAMP_TOP + run), 0, behind(p, index)]
}
/** Slope in degrees of a ramp whose foot is there, to the side. */
function slopeFor(p: Params, index: 0 | 1, aside: number): number {
  const run = Math.max(SIDES[index] * aside - RAMP_TOP, 1e-6)
  return clamp((Math.atan2(drops(p)[index], run) * 180) / Math.PI, 20, 85)
}

export type HandleName = 'ball1' | 'ball2' | 'camera' | 'aim' | 'depth' | 'ramp1' | 'ramp2'
/** Places of the scene's handles in the world. */
export const places: Readonly<Record<HandleName, (p: Params) => Place>> = {
  ball1: (p) => releaseOf(p, 0),
  ball2: (p) => releaseOf(p, 1),
  camera: lensPlace,
  aim: aimPlace,
  depth: footPlace,
  ramp1: (p) => rampFoot(p, 0),
  ramp2: (p) => rampFoot(p, 1),
}
/** How a handle moves: up, on the floor to or from the camera, on the floor to the side, or in the upright plane of the axis. */
export type Motion = 'up' | 'depth' | 'aside' | 'upright'
export const motions: Readonly<Record<HandleName, Motion>> = {
  ball1: 'up',
  ball2: 'up',
  camera: 'upright',
  aim: 'upright',
  depth: 'depth',
  ramp1: 'aside',
  ramp2: 'aside',
}

const twoBalls = (p: Params) => p.balls === 'two'
const at = (name: HandleName) => (p: Params) => flatOf(places[name](p))
const dropAt = (p: Params, index: 0 | 1, y: number) => clamp(y - SHEAR[1] * theWorld(p).balls[index].aside - RADIUS, 0.3, 4)
/** The sideways distance for a point of the view: the nearest place on the line on the floor in the depth of a ball. */
function asideAt(p: Params, index: 0 | 1, [x, y]: Point): number {
  const [a, b] = SHEAR
  return (a * (x + behind(p, index)) + b * y) / (a ** 2 + b ** 2)
}

export const sceneHandles = {
  ball1: {
    label: 'height of ball 1',
    view: 'scene',
    invite: 'drag me',
    moves: ['h1'],
    at: at('ball1'),
    move: ([, y]: Point, p: Params) => ({ h1: dropAt(p, 0, y) }),
  },
  ball2: {
    label: 'height of ball 2',
    view: 'scene',
    moves: ['h2'],
    when: twoBalls,
    at: at('ball2'),
    move: ([, y]: Point, p: Params) => ({ h2: dropAt(p, 1, y) }),
  },
  camera: {
    label: 'camera, distance and height',
    view: 'scene',
    moves: ['camera'],
    at: at('camera'),
    move: ([x, y]: Point) => ({ camera: [clamp(-x, 3, 6.5), clamp(y, 0.1, 4)] as Point }),
  },
  aim: {
    label: 'where the camera looks',
    view: 'scene',
    moves: ['pitch'],
    at: at('aim'),
    move: ([x, y]: Point, p: Params) => {
      const ahead = Math.max(x + p.camera[0], 1e-6)
      return { pitch: clamp((Math.atan2(p.camera[1] - y, ahead) * 180) / Math.PI, 0, 40) }
    },
  },
  depth: {
    label: 'ball 2 nearer or farther',
    view: 'scene',
    moves: ['offset'],
    when: twoBalls,
    at: at('depth'),
    move: ([x]: Point, p: Params) => ({ offset: clamp(x - SHEAR[0] * theWorld(p).balls[1].aside, -2, 2) }),
  },
  ramp1: {
    label: 'slope of ramp 1',
    view: 'scene',
    moves: ['angle1'],
    when: isOnRamps,
    at: at('ramp1'),
    move: (to: Point, p: Params) => ({ angle1: slopeFor(p, 0, asideAt(p, 0, to)) }),
  },
  ramp2: {
    label: 'slope of ramp 2',
    view: 'scene',
    moves: ['angle2'],
    when: (p: Params) => isOnRamps(p) && twoBalls(p),
    at: at('ramp2'),
    move: (to: Point, p: Params) => ({ angle2: slopeFor(p, 1, asideAt(p, 1, to)) }),
  },
} as const

/** The detection line in the video; coordinates are columns, and rows with the sign changed. */
export const lineHandle = {
  label: 'detection line',
  view: 'video',
  moves: ['line'],
  at: (p: Params): Point => [PICTURE.width - 40, -theWorld(p).line],
  move: ([, y]: Point, p: Params) => {
    const height = heightInRow(lensOf(p, p.camera[1]), p.camera[0], -y)
    return { line: clamp((height - RADIUS) / Math.min(p.h1, p.h2), 0.02, 1.2) }
  },
} as const

/** Row of a place at that height and distance from the camera; NaN if it is out of sight. */
export const rowAtDepth = (p: Params, distance: number, height: number): number => rowOf(lensOf(p, p.camera[1]), distance, height)
