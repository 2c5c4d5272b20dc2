// Leapfrog, kick-drift-kick: order 2, symplectic and reversible with equal steps. One force evaluation a step.
import { type Bodies, copyOf, SIZE } from './nbody'
import { accelerate } from './nbodyForces'

/** All that the next step needs; plain data. */
export interface Leapfrog extends Bodies {
  readonly softening: number
  readonly acceleration: Float64Array // [3, 2], at `positions`
  /** [t]; an array, since a number that changes in an object costs an allocation. */
  readonly clock: Float64Array
  steps: number
}

export function startLeapfrog(bodies: Bodies, time = 0, softening = 0): Leapfrog {
  const { masses, positions, velocities } = copyOf(bodies)
  const acceleration = new Float64Array(SIZE)
  accelerate(masses, positions, softening, acceleration)
  return { masses, positions, velocities, softening, acceleration, clock: Float64Array.of(time), steps: 0 }
}

export function stepLeapfrog(l: Leapfrog, dt: number): void {
  const { positions: x, velocities: v, acceleration: a, clock } = l
  const half = dt / 2
  for (let i = 0; i < SIZE; i++) {
    v[i]! += half * a[i]!
    x[i]! += dt * v[i]!
  }
  accelerate(l.masses, x, l.softening, a)
  for (let i = 0; i < SIZE; i++) v[i]! += half * a[i]!
  clock[0]! += dt
  l.steps++
}

/** Equal steps until `until`, the last one clipped, or until `most` were taken. Returns the number of steps. */
export function runLeapfrog(l: Leapfrog, dt: number, until: number, most = Number.POSITIVE_INFINITY): number {
  let count = 0
  while (l.clock[0]! < until && count < most) {
    const left = until - l.clock[0]!
    stepLeapfrog(l, Math.min(dt, left))
    if (dt >= left) l.clock[0] = until
    count++
  }
  return count
}
