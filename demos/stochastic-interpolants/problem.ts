// The clouds and the interpolant of the parameters.
import type { Point } from '@/contract'
import { crossCovariance } from '@/domains/diffusion/gaussianBridge'
import { type Gaussians, gaussians, marginal } from '@/domains/diffusion/gaussians'
import type { Interpolant, Path } from '@/domains/diffusion/interpolant'
import { type Fields, fieldsOf } from '@/domains/diffusion/interpolantFields'
import { memoized } from '@/memoized'
import { MOST, type Params, THIN } from './params'

const PATHS: Readonly<Record<Params['path'], Path>> = {
  linear: 'linear',
  trig: 'trig',
  encdec: 'encoding-decoding',
  sided: 'one-sided',
  round: 'one-sided-trig',
  mirror: 'mirror',
}
export const isOneSided = (p: Params): boolean => p.path === 'sided' || p.path === 'round'

export function interpolantOf(p: Params): Interpolant {
  if (p.scene === 'bridge') return { path: 'linear', latent: 'brownian', scale: p.sigma ** 2 }
  const path = PATHS[p.path]
  if (p.path === 'trig') return { path, latent: p.gammaTurn }
  if (p.path === 'encdec') return { path, latent: p.gammaZero }
  return { path, latent: isOneSided(p) ? 'zero' : p.gamma, scale: p.a }
}

// --- the plane -------------------------------------------------------------------------------------------------------

/** Gaussians of the left cloud in use: one if the cloud is itself the noise, none for the mirror. */
export const leftCount = (p: Params): number => (p.path === 'mirror' ? 0 : isOneSided(p) ? 1 : p.left)
/** Whether component k, 0 to 3 on the left and 4 to 7 on the right, is part of its cloud. */
export const isUsed = (p: Params, k: number): boolean => (k < MOST ? k < leftCount(p) : k - MOST < p.right)

const thousandth = (v: number) => Math.round(v * 1000) / 1000

/** The place of component k unless dragged: each cloud is a column. */
function homeOf(p: Params, k: number): Point {
  const [count, place] = k < MOST ? [Math.max(leftCount(p), 1), k] : [p.right, k - MOST]
  const right = leftCount(p) > 0 ? 2.9 : 0.4 // alone, the cloud is in the middle
  const height = count === 1 ? 0 : 3.6 * (0.5 - place / (count - 1)) * (count === 2 ? 0.72 : 1)
  return [k < MOST ? -2.8 : thousandth(right - 0.14 * height * height), thousandth(height)]
}
export const centreOf = (p: Params, k: number): Point => p.moved.find(({ index }) => index === k)?.at ?? homeOf(p, k)

/** One axis of the ellipse of one standard deviation, as a vector, and the length of the other. */
export interface Shape {
  axis: Point
  across: number
}
/** The vector, lengthened to the thinnest axis if it is shorter. */
export function notThin([x, y]: Point): Point {
  const length = Math.hypot(x, y)
  if (length >= THIN) return [x, y]
  return length > 0 ? [(THIN * x) / length, (THIN * y) / length] : [THIN, 0]
}
export function shapeOf(p: Params, k: number): Shape {
  const dragged = (index: number) => p.axes.find((placed) => placed.index === index)?.at
  const isLeft = k < MOST
  const axis = dragged(2 * k) ?? (isLeft ? [0.5, 0] : [0.6, thousandth(0.15 * homeOf(p, k)[1])])
  const across = dragged(2 * k + 1)?.[0] ?? (isLeft ? 0.5 : 0.4)
  return { axis: notThin(axis), across: Math.max(across, THIN) }
}

function covarianceOf({ axis: [x, y], across }: Shape): number[][] {
  const other = across ** 2 / (x * x + y * y)
  const xy = x * y * (1 - other)
  return [
    [x * x + other * y * y, xy],
    [xy, y * y + other * x * x],
  ]
}

function cloudOf(p: Params, members: readonly number[]): Gaussians {
  return gaussians(
    members.map(() => 1),
    members.map((k) => centreOf(p, k)),
    members.map((k) => covarianceOf(shapeOf(p, k))),
  )
}

// --- the line and the bridge -----------------------------------------------------------------------------------------

const HUMPS: readonly Point[] = [
  [0, 1],
  [-1.5, 0.3],
  [1.5, 0.3],
]
const ENDS: readonly Point[] = [
  [0, 1],
  [2, 0.5],
]
/** Place and width of a hump: on the line 0 at the start, 1 and 2 at the end; on the bridge 0 and 1. */
export function humpOf(p: Params, k: number): Point {
  const [moved, homes] = p.scene === 'bridge' ? [p.ends, ENDS] : [p.humps, HUMPS]
  return moved.find(({ index }) => index === k)?.at ?? homes[k] ?? [0, 1]
}
function onLine(p: Params, members: readonly number[]): Gaussians {
  const humps = members.map((k) => humpOf(p, k))
  return gaussians(
    members.map(() => 1),
    humps.map(([mean]) => [mean]),
    humps.map(([, width]) => [[width ** 2]]),
  )
}

// --- all of it -------------------------------------------------------------------------------------------------------

export interface Problem {
  from: Gaussians
  to: Gaussians
  kind: Interpolant
  /** Covariance of x0 and x1; only the bridge has one. */
  cross: number
  /** Fields of the run. */
  fields: Fields
  /** Fields of the last coordinate alone, for densities in pictures and readouts. */
  line: Fields
}

function problemFrom(p: Params): Problem {
  const right = Array.from({ length: p.right }, (_, k) => MOST + k)
  const left = Array.from({ length: leftCount(p) }, (_, k) => k)
  const to = p.scene === 'plane' ? cloudOf(p, right) : onLine(p, p.scene === 'line' ? [1, 2] : [1])
  // The mirror has no left cloud: its coefficient is 0, and any Gaussian will do.
  const from = p.scene !== 'plane' ? onLine(p, [0]) : cloudOf(p, left.length > 0 ? left : [0])
  const kind = interpolantOf(p)
  const cross = p.scene === 'bridge' ? crossCovariance(humpOf(p, 0)[1], humpOf(p, 1)[1], p.sigma) : 0
  const last = to.dim - 1
  return {
    from,
    to,
    kind,
    cross,
    fields: fieldsOf(from, to, kind, cross),
    line: fieldsOf(marginal(from, last), marginal(to, last), kind, cross),
  }
}

export const problemOf = memoized((p: Params): Problem => problemFrom(p))

/** ε of the run. The bridge is the SDE whose noise is that of its reference, √(2ε) = σ. */
export const epsilonOf = (p: Params): number => (p.scene === 'bridge' ? p.sigma ** 2 / 2 : p.eps)

/** Without noise the sampler is the ODE. */
export const isTheOde = (p: Params): boolean => epsilonOf(p) === 0

export const isBackward = (p: Params): boolean => p.scene === 'plane' && p.way === 'backward'
/** Time after so many steps. */
export const timeAt = (p: Params, step: number): number => (isBackward(p) ? 1 - step / p.steps : step / p.steps)
