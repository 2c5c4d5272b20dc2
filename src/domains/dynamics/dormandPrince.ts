// Dormand and Prince's pair of orders 5 and 4 with adaptive steps: six force evaluations a step, since the seventh is the next step's first.
import { steadyPower } from '@/numerics/steady'
import { type Bodies, copyOf, SIZE } from './nbody'
import { accelerate } from './nbodyForces'

/** All that the next step needs, with its workspace; plain data. */
export interface DormandPrince extends Bodies {
  readonly softening: number
  /** Allowed error of a step, per size of each number and absolutely. */
  readonly tolerance: number
  /** Slopes of places and of velocities at the seven stages, [7][3, 2]. */
  readonly speeds: readonly Float64Array[]
  readonly accelerations: readonly Float64Array[]
  readonly inner: Float64Array
  /** [t, size of the next step]. */
  readonly clock: Float64Array
  steps: number
  rejected: number
  evaluations: number
}
const TIME = 0
const NEXT = 1
const FIRST_STEP = 1e-3 // any: a step that is too long is refused, a short one grows up to fivefold a step

/** Row s: weights of the slopes before it that lead to stage s. The last row is the solution of order 5. */
const TABLEAU: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
]
/** Order 5 minus order 4. */
const DIFFERENCE = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40] as const

export function startDormandPrince(bodies: Bodies, tolerance: number, time = 0, softening = 0): DormandPrince {
  const { masses, positions, velocities } = copyOf(bodies)
  const stages = () => Array.from({ length: 7 }, () => new Float64Array(SIZE))
  const d: DormandPrince = {
    masses,
    positions,
    velocities,
    softening,
    tolerance,
    speeds: stages(),
    accelerations: stages(),
    inner: new Float64Array(SIZE),
    clock: Float64Array.of(time, FIRST_STEP),
    steps: 0,
    rejected: 0,
    evaluations: 1,
  }
  d.speeds[0]!.set(velocities)
  accelerate(masses, positions, softening, d.accelerations[0]!)
  return d
}

/** Takes one step, not beyond `until`, retrying with shorter ones until the error is small enough; the next is min{5, max{0.2, 0.9 err^(-1/5)}} times as long. */
export function stepDormandPrince(d: DormandPrince, until: number): void {
  const { clock } = d
  for (;;) {
    const left = until - clock[TIME]!
    const isLast = clock[NEXT]! >= left
    const dt = isLast ? left : clock[NEXT]!
    tryStep(d, dt)
    const error = errorOf(d, dt)
    const factor = Math.min(5, Math.max(0.2, 0.9 * steadyPower(error, -0.2)))
    // A step too short to move the time is accepted whatever its error; the limit `most` of the run ends such a fall.
    if (error > 1 && clock[TIME]! + dt > clock[TIME]!) {
      clock[NEXT] = dt * factor
      d.rejected++
      continue
    }
    for (let i = 0; i < SIZE; i++) {
      d.positions[i] = d.inner[i]!
      d.velocities[i] = d.speeds[6]![i]!
      d.speeds[0]![i] = d.speeds[6]![i]!
      d.accelerations[0]![i] = d.accelerations[6]![i]!
    }
    clock[TIME] = isLast ? until : clock[TIME]! + dt
    clock[NEXT] = isLast ? Math.max(clock[NEXT]!, dt * factor) : dt * factor
    d.steps++
    return
  }
}

/** All stages; the last one leaves the new places in `inner` and the new velocities in speeds[6]. */
function tryStep(d: DormandPrince, dt: number): void {
  const { positions: x, velocities: v, speeds, accelerations, inner } = d
  for (let s = 1; s < 7; s++) {
    const row = TABLEAU[s]!
    const speed = speeds[s]!
    for (let i = 0; i < SIZE; i++) {
      let dx = 0
      let dv = 0
      for (let k = 0; k < s; k++) {
        dx += row[k]! * speeds[k]![i]!
        dv += row[k]! * accelerations[k]![i]!
      }
      inner[i] = x[i]! + dt * dx
      speed[i] = v[i]! + dt * dv
    }
    accelerate(d.masses, inner, d.softening, accelerations[s]!)
  }
  d.evaluations += 6
}

/** Root mean square of the estimated errors relative to the allowed ones. */
function errorOf({ positions: x, velocities: v, speeds, accelerations, inner, tolerance }: DormandPrince, dt: number): number {
  let sum = 0
  for (let i = 0; i < SIZE; i++) {
    let dx = 0
    let dv = 0
    for (let k = 0; k < 7; k++) {
      dx += DIFFERENCE[k]! * speeds[k]![i]!
      dv += DIFFERENCE[k]! * accelerations[k]![i]!
    }
    sum += (dx / (1 + Math.max(Math.abs(x[i]!), Math.abs(inner[i]!)))) ** 2
    sum += (dv / (1 + Math.max(Math.abs(v[i]!), Math.abs(speeds[6]![i]!)))) ** 2
  }
  return (dt * Math.sqrt(sum / (2 * SIZE))) / tolerance
}

export function runDormandPrince(d: DormandPrince, until: number, most = Number.POSITIVE_INFINITY): number {
  let count = 0
  for (; d.clock[TIME]! < until && count < most; count++) stepDormandPrince(d, until)
  return count
}
