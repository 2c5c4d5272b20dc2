// Motions by Runge and Kutta's rule, or by the implicit midpoint rule, which is symplectic: a learned H is no sum of a part in p and a part in q, so that
// the leapfrog rule is not to be had.
import { motionOf } from '@/domains/dynamics/hamiltonians'
import { implicitMidpoint, rk4, type Slope, stagesOf } from '@/numerics/ode'
import { launchOf, mainNet, NETS, type NetName, type Params } from '../params'
import { adapted, learnerOf } from './adaptation'
import { hamiltonian } from './training'

/** The true motion, and those that were learned. */
export const BODIES = ['truth', ...NETS] as const
export type BodyName = (typeof BODIES)[number]

/** The rate of change of a body. `weights`: of its network. */
export function slopeOf(p: Pick<Params, 'law' | 'theta'>, body: BodyName, weights: Float64Array | undefined): Slope {
  if (body === 'truth') return motionOf(p.law, p.theta)
  const learner = learnerOf(body as NetName)
  return (_, x, out) => learner.fillMotion(weights!, x, out)
}

const stages = stagesOf(4)
/** One step, in place. */
export const advance = (slope: Slope, x: Float64Array, dt: number, rule: Params['rule'] = 'rk4'): void =>
  (rule === 'rk4' ? rk4 : implicitMidpoint)(slope, 0, dt, x, stages)

export const launched = (p: Pick<Params, 'law' | 'launch'>): Float64Array => Float64Array.from(launchOf(p).flat())

/** Places (q₁, q₂) from the start on, [steps + 1, 2]. */
export function orbit(p: Params, slope: Slope, steps: number, dt: number): Float64Array {
  const x = launched(p)
  const out = new Float64Array(2 * (steps + 1))
  for (let n = 0; n <= steps; n++) {
    if (n > 0) advance(slope, x, dt)
    out[2 * n] = x[0]!
    out[2 * n + 1] = x[1]!
  }
  return out
}

/** The largest change of the main network's own H on the way of a motion of this length, in steps of `dt`. */
export function ownDrift(p: Params, dt: number, time: number): number {
  const weights = adapted(p, mainNet(p), p.k)
  const slope = slopeOf(p, mainNet(p), weights)
  const x = launched(p)
  let most = 0
  for (let n = Math.round(time / dt); n > 0; n--) {
    advance(slope, x, dt, p.rule)
    most = Math.max(most, Math.abs(ownGain(weights, x, launched(p))))
  }
  return most
}

const heights = new Float64Array(2)
/** H of a network at one state less that at another. */
export function ownGain(weights: Float64Array, x: Float64Array, from: Float64Array): number {
  hamiltonian.fillEnergy(weights, Float64Array.of(...x, ...from), heights)
  return heights[0]! - heights[1]!
}
