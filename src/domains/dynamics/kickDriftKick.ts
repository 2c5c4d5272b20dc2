// Leapfrog with the forces of Hermite's kernel, which also gives the time scale τ and the jerk, so that every step rule can be used. With changing steps
// it is neither symplectic nor reversible. One force evaluation a step.
import { type HermiteArrays, hermiteStep, STEP, TIME } from './hermiteKernel'
import { SIZE } from './nbody'

/** A step of size clock[STEP]. τ is found with the velocities of half a step. */
export function kickDriftKick(h: HermiteArrays): void {
  const { positions: x, velocities: v, clock } = h
  const dt = clock[STEP]!
  const half = dt / 2
  const before = h.acceleration
  for (let i = 0; i < SIZE; i++) {
    v[i]! += half * before[i]!
    x[i]! += dt * v[i]!
  }
  clock[STEP] = 0
  hermiteStep(h)
  clock[STEP] = dt
  clock[TIME]! += dt
  const after = h.acceleration
  for (let i = 0; i < SIZE; i++) v[i]! += half * after[i]!
}
