// One step of Hermite's fourth-order scheme for three bodies, written out with local numbers only, which makes it as fast as compiled code.
import type { Bodies } from './nbody'

/** What the kernel reads and writes; arrays of vectors are [3, 2]. */
export interface HermiteArrays extends Bodies {
  readonly softening: number
  acceleration: Float64Array
  jerk: Float64Array
  /** Values of the step before. */
  oldAcceleration: Float64Array
  oldJerk: Float64Array
  /** [τ⁴, t, last step (0: none yet)]; an array, since a number that changes in an object or is returned costs an allocation. */
  readonly clock: Float64Array
}
export const TAU4 = 0
export const TIME = 1
export const STEP = 2

/**
 * Takes a step of size clock[STEP]; of size 0 it only evaluates the forces. Predict x + v Δ + a Δ²/2 + ȧ Δ³/6 and v + a Δ + ȧ Δ²/2; evaluate there
 * r″ᵢ = Σ mⱼ r/ρ³ and its rate Σ mⱼ [v/ρ³ - 3 (r·v) r/ρ⁵] with r, v relative to body i, ρ² = r² + ε²; correct
 * v₁ = v₀ + (a₀ + a₁) Δ/2 + (ȧ₀ - ȧ₁) Δ²/12 and x₁ = x₀ + (v₀ + v₁) Δ/2 + (a₀ - a₁) Δ²/12. The predicted state also gives τ, the time scale of Hut,
 * Makino and McMillan: the smallest over pairs of flyby time ρ/v and free-fall time √(ρ³/(mᵢ + mⱼ)).
 */
export function hermiteStep(h: HermiteArrays): void {
  const { masses, positions, velocities, acceleration, jerk, clock } = h
  const dt = clock[STEP]!
  const half = dt / 2
  const third = dt / 3
  const soft = h.softening * h.softening
  const m0 = masses[0]!
  const m1 = masses[1]!
  const m2 = masses[2]!
  const v0 = velocities[0]!
  const a0 = acceleration[0]!
  const j0 = jerk[0]!
  const v1 = velocities[1]!
  const a1 = acceleration[1]!
  const j1 = jerk[1]!
  const v2 = velocities[2]!
  const a2 = acceleration[2]!
  const j2 = jerk[2]!
  const v3 = velocities[3]!
  const a3 = acceleration[3]!
  const j3 = jerk[3]!
  const v4 = velocities[4]!
  const a4 = acceleration[4]!
  const j4 = jerk[4]!
  const v5 = velocities[5]!
  const a5 = acceleration[5]!
  const j5 = jerk[5]!
  const x0 = positions[0]! + dt * (v0 + half * (a0 + third * j0))
  const w0 = v0 + dt * (a0 + half * j0)
  const x1 = positions[1]! + dt * (v1 + half * (a1 + third * j1))
  const w1 = v1 + dt * (a1 + half * j1)
  const x2 = positions[2]! + dt * (v2 + half * (a2 + third * j2))
  const w2 = v2 + dt * (a2 + half * j2)
  const x3 = positions[3]! + dt * (v3 + half * (a3 + third * j3))
  const w3 = v3 + dt * (a3 + half * j3)
  const x4 = positions[4]! + dt * (v4 + half * (a4 + third * j4))
  const w4 = v4 + dt * (a4 + half * j4)
  const x5 = positions[5]! + dt * (v5 + half * (a5 + third * j5))
  const w5 = v5 + dt * (a5 + half * j5)

  const ax = x2 - x0
  const ay = x3 - x1
  const au = w2 - w0
  const av = w3 - w1
  const aInverse = 1 / (ax * ax + ay * ay + soft)
  const aWeight = aInverse * Math.sqrt(aInverse)
  const aTurn = 3 * (ax * au + ay * av) * aInverse
  const apx = aWeight * ax
  const apy = aWeight * ay
  const ajx = aWeight * au - aTurn * apx
  const ajy = aWeight * av - aTurn * apy
  const aRate = rate(aInverse, au * au + av * av, m0 + m1)

  const bx = x4 - x0
  const by = x5 - x1
  const bu = w4 - w0
  const bv = w5 - w1
  const bInverse = 1 / (bx * bx + by * by + soft)
  const bWeight = bInverse * Math.sqrt(bInverse)
  const bTurn = 3 * (bx * bu + by * bv) * bInverse
  const bpx = bWeight * bx
  const bpy = bWeight * by
  const bjx = bWeight * bu - bTurn * bpx
  const bjy = bWeight * bv - bTurn * bpy
  const bRate = rate(bInverse, bu * bu + bv * bv, m0 + m2)

  const cx = x4 - x2
  const cy = x5 - x3
  const cu = w4 - w2
  const cv = w5 - w3
  const cInverse = 1 / (cx * cx + cy * cy + soft)
  const cWeight = cInverse * Math.sqrt(cInverse)
  const cTurn = 3 * (cx * cu + cy * cv) * cInverse
  const cpx = cWeight * cx
  const cpy = cWeight * cy
  const cjx = cWeight * cu - cTurn * cpx
  const cjy = cWeight * cv - cTurn * cpy
  const cRate = rate(cInverse, cu * cu + cv * cv, m1 + m2)

  clock[TAU4] = 1 / Math.max(aRate, bRate, cRate)
  clock[TIME]! += dt

  const A0 = m1 * apx + m2 * bpx
  const J0 = m1 * ajx + m2 * bjx
  const A1 = m1 * apy + m2 * bpy
  const J1 = m1 * ajy + m2 * bjy
  const A2 = m2 * cpx - m0 * apx
  const J2 = m2 * cjx - m0 * ajx
  const A3 = m2 * cpy - m0 * apy
  const J3 = m2 * cjy - m0 * ajy
  const A4 = -m0 * bpx - m1 * cpx
  const J4 = -m0 * bjx - m1 * cjx
  const A5 = -m0 * bpy - m1 * cpy
  const J5 = -m0 * bjy - m1 * cjy

  const twelfth = (dt * dt) / 12
  const V0 = v0 + half * (a0 + A0) + twelfth * (j0 - J0)
  const V1 = v1 + half * (a1 + A1) + twelfth * (j1 - J1)
  const V2 = v2 + half * (a2 + A2) + twelfth * (j2 - J2)
  const V3 = v3 + half * (a3 + A3) + twelfth * (j3 - J3)
  const V4 = v4 + half * (a4 + A4) + twelfth * (j4 - J4)
  const V5 = v5 + half * (a5 + A5) + twelfth * (j5 - J5)
  velocities[0] = V0
  positions[0]! += half * (v0 + V0) + twelfth * (a0 - A0)
  velocities[1] = V1
  positions[1]! += half * (v1 + V1) + twelfth * (a1 - A1)
  velocities[2] = V2
  positions[2]! += half * (v2 + V2) + twelfth * (a2 - A2)
  velocities[3] = V3
  positions[3]! += half * (v3 + V3) + twelfth * (a3 - A3)
  velocities[4] = V4
  positions[4]! += half * (v4 + V4) + twelfth * (a4 - A4)
  velocities[5] = V5
  positions[5]! += half * (v5 + V5) + twelfth * (a5 - A5)

  const { oldAcceleration, oldJerk } = h
  oldAcceleration[0] = A0
  oldJerk[0] = J0
  oldAcceleration[1] = A1
  oldJerk[1] = J1
  oldAcceleration[2] = A2
  oldJerk[2] = J2
  oldAcceleration[3] = A3
  oldJerk[3] = J3
  oldAcceleration[4] = A4
  oldJerk[4] = J4
  oldAcceleration[5] = A5
  oldJerk[5] = J5
  h.acceleration = oldAcceleration
  h.jerk = oldJerk
  h.oldAcceleration = acceleration
  h.oldJerk = jerk
}

/** max{(v/ρ)⁴, (m/ρ³)²} from ρ⁻², v² and m: τ⁻⁴ of a pair. */
function rate(inverse: number, v2: number, m: number): number {
  const flyby = v2 * inverse
  return Math.max(flyby * flyby, m * m * inverse * inverse * inverse)
}
