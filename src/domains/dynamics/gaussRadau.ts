// Fifteenth-order Gauss-Radau scheme with adaptive steps, after Everhart (1985) and Rein & Spiegel (2015, "IAS15"). Within a step of size T
// the acceleration is a polynomial in s = t/T, a(s) = a₀ + b₀ s + … + b₆ s⁷, found by iteration at seven inner times.
// Places and velocities are unevaluated sums of two numbers. Unlike IAS15, distances are formed from both before they are rounded: two bodies
// that nearly touch keep all digits of their distance.
import { steadyPower } from '@/numerics/steady'
import { FROM_NEWTON, INVERSE_GAPS, LAST_WEIGHT, NODES, TO_NEWTON } from './gaussRadauTables'
import { type Bodies, copyOf, SIZE } from './nbody'
import { accelerateMoved } from './nbodyForces'

/** All that the next step needs, with its workspace; plain data. Arrays of vectors are [3, 2], of polynomials [3, 2, 7]. */
export interface GaussRadau extends Bodies {
  /** The parts lost to rounding: the true places are `positions` + `positionsLow`. */
  readonly positionsLow: Float64Array
  readonly velocitiesLow: Float64Array
  readonly acceleration: Float64Array
  /** b of this step; before the step a guess from the last one. */
  readonly b: Float64Array
  readonly guess: Float64Array
  /** b of the last step taken: with `acceleration`, the path between its ends. */
  readonly path: Float64Array
  /** The same polynomials in Newton's form. */
  readonly g: Float64Array
  readonly displacement: Float64Array
  readonly inner: Float64Array
  /** Differences of places at the start of the step, [3 pairs, 2]. */
  readonly apart: Float64Array
  /** [t, its low part, size of the next step, largest acceleration, largest b₆, size of the last step]. */
  readonly clock: Float64Array
  readonly tolerance: number
  steps: number
  rejected: number
  evaluations: number
}
const TIME = 0
const TIME_LOW = 1
const NEXT = 2
const LARGEST = 3
const LARGEST_B6 = 4
export const LAST_STEP = 5

const TOLERANCE = 1e-7 // of |b₆|/|a|; the published 1e-9 takes twice the steps and gains nothing, because rounding dominates
const CONVERGED = 1e-16 // share of the acceleration that another iteration would change
const MOST_ITERATIONS = 12
const SHRINK = 0.25 // a step is repeated if the next one should be shorter than this share of it; and none grows by more than 1/SHRINK

export function startGaussRadau(bodies: Bodies, time = 0, tolerance = TOLERANCE): GaussRadau {
  const zeros = (size = SIZE) => new Float64Array(size)
  const { masses, positions, velocities } = copyOf(bodies)
  return {
    masses,
    positions,
    velocities,
    positionsLow: zeros(),
    velocitiesLow: zeros(),
    acceleration: zeros(),
    b: zeros(42),
    guess: zeros(42),
    path: zeros(42),
    g: zeros(42),
    displacement: zeros(),
    inner: zeros(),
    apart: zeros(),
    clock: Float64Array.of(time, 0, 1e-3, 0, 0, 0), // a first step, soon corrected
    tolerance,
    steps: 0,
    rejected: 0,
    evaluations: 0,
  }
}

/** Takes one step, not beyond `until`, retrying with shorter ones until one is exact enough. */
export function stepGaussRadau(r: GaussRadau, until: number): void {
  const { clock, acceleration, tolerance } = r
  spread(r)
  accelerateMoved(r.masses, r.apart, r.displacement.fill(0), acceleration)
  r.evaluations++
  for (;;) {
    const left = until - clock[TIME]! - clock[TIME_LOW]!
    const planned = clock[NEXT]!
    const isLast = planned >= left
    const dt = isLast ? left : planned
    if (isLast) {
      rescale(r.b, left / planned)
      rescale(r.guess, left / planned)
    }
    iterate(r, dt)
    const wanted = dt * steadyPower(tolerance / (clock[LARGEST_B6]! / clock[LARGEST]!), 1 / 7)
    const next = Number.isFinite(wanted) ? Math.min(wanted, dt / SHRINK) : dt / SHRINK
    if (next < SHRINK * dt) {
      r.rejected++
      clock[NEXT] = next
      rescale(r.b, next / dt)
      rescale(r.guess, next / dt)
      continue
    }
    finish(r, dt)
    r.path.set(r.b)
    clock[LAST_STEP] = dt
    if (isLast) {
      clock[TIME] = until
      clock[TIME_LOW] = 0
    }
    clock[NEXT] = isLast ? Math.max(planned, next) : next
    extrapolate(r, clock[NEXT]! / dt)
    r.steps++
    return
  }
}

/** Steps until `until`, or until `most` steps were taken, as before a collision. Returns the number of steps. */
export function runGaussRadau(r: GaussRadau, until: number, most = Number.POSITIVE_INFINITY): number {
  let count = 0
  for (; r.clock[TIME]! < until && count < most; count++) stepGaussRadau(r, until)
  return count
}

/** Differences of places, with their low parts. */
function spread({ positions: x, positionsLow: low, apart }: GaussRadau): void {
  for (let c = 0; c < 2; c++) {
    apart[c] = x[2 + c]! - x[c]! + (low[2 + c]! - low[c]!)
    apart[2 + c] = x[4 + c]! - x[c]! + (low[4 + c]! - low[c]!)
    apart[4 + c] = x[4 + c]! - x[2 + c]! + (low[4 + c]! - low[2 + c]!)
  }
}

/** Finds b for a step of size `dt`. */
function iterate(r: GaussRadau, dt: number): void {
  const [nodes, gaps, fromNewton, toNewton] = [NODES, INVERSE_GAPS, FROM_NEWTON, TO_NEWTON] // imports are looked up at each use
  const { masses, velocities: v, acceleration: a, b, g, displacement, inner, apart, clock } = r
  for (let at = 0; at < 42; at += 7) {
    for (let k = 0; k < 7; k++) {
      let sum = 0
      for (let n = k; n < 7; n++) sum += toNewton[n * 7 + k]! * b[at + n]!
      g[at + k] = sum
    }
  }
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < MOST_ITERATIONS; round++) {
    let change = 0
    let largest = 0
    for (let n = 1; n < 8; n++) {
      const s = nodes[n]!
      const time = s * dt
      for (let i = 0, at = 0; at < 42; i++, at += 7) {
        let p = b[at + 5]! + s * (7 / 9) * b[at + 6]!
        p = b[at + 4]! + s * (3 / 4) * p
        p = b[at + 3]! + s * (5 / 7) * p
        p = b[at + 2]! + s * (2 / 3) * p
        p = b[at + 1]! + s * (3 / 5) * p
        p = b[at]! + s * (1 / 2) * p
        displacement[i] = time * (v[i]! + (time / 2) * (a[i]! + (s / 3) * p))
      }
      accelerateMoved(masses, apart, displacement, inner)
      const row = n * 7
      const last = n - 1
      const newton = last * 7
      for (let i = 0, at = 0; at < 42; i++, at += 7) {
        const here = inner[i]!
        let share = (here - a[i]!) * gaps[row]!
        for (let k = 0; k < last; k++) share = (share - g[at + k]!) * gaps[row + k + 1]!
        const more = share - g[at + last]!
        g[at + last] = share
        for (let k = 0; k < n; k++) b[at + k]! += more * fromNewton[newton + k]!
        if (n === 7) {
          change = Math.max(change, Math.abs(more))
          largest = Math.max(largest, Math.abs(here))
        }
      }
    }
    r.evaluations += 7
    clock[LARGEST] = largest
    change *= LAST_WEIGHT / largest
    // The changes fall like a power series: the next one will be about change²/before.
    if (change < CONVERGED || (round > 0 && (change * (change / before) < CONVERGED || change >= before))) break
    before = change
  }
  let b6 = 0
  for (let at = 6; at < 42; at += 7) b6 = Math.max(b6, Math.abs(b[at]!))
  clock[LARGEST_B6] = b6
}

/** Moves bodies and time to the end of the step; the sums keep what rounding would lose. */
function finish(r: GaussRadau, dt: number): void {
  const { positions, positionsLow, velocities, velocitiesLow, acceleration: a, b, clock } = r
  for (let i = 0, at = 0; i < SIZE; i++, at += 7) {
    const b0 = b[at]!
    const b1 = b[at + 1]!
    const b2 = b[at + 2]!
    const b3 = b[at + 3]!
    const b4 = b[at + 4]!
    const b5 = b[at + 5]!
    const b6 = b[at + 6]!
    const curve = b6 / 72 + b5 / 56 + b4 / 42 + b3 / 30 + b2 / 20 + b1 / 12 + b0 / 6 + a[i]! / 2
    const bend = b6 / 8 + b5 / 7 + b4 / 6 + b3 / 5 + b2 / 4 + b1 / 3 + b0 / 2 + a[i]!
    addTo(positions, positionsLow, i, dt * (dt * curve + velocitiesLow[i]! + velocities[i]!))
    addTo(velocities, velocitiesLow, i, dt * bend)
  }
  const small = dt + clock[TIME_LOW]!
  const time = clock[TIME]! + small
  clock[TIME_LOW] = clock[TIME]! - time + small
  clock[TIME] = time
}

/** high[i] + low[i] += more. */
function addTo(high: Float64Array, low: Float64Array, i: number, more: number): void {
  const small = more + low[i]!
  const sum = high[i]! + small
  low[i] = high[i]! - sum + small
  high[i] = sum
}

/** The same polynomials over a step of `ratio` times the size. */
function rescale(b: Float64Array, ratio: number): void {
  for (let k = 0, power = ratio; k < 7; k++, power *= ratio) for (let at = k; at < 42; at += 7) b[at]! *= power
}

/** BINOMIAL[k, n] = (n + 1 over k + 1). */
const BINOMIAL = Float64Array.from({ length: 49 }, (_, at) => choose((at % 7) + 1, Math.floor(at / 7) + 1))
function choose(n: number, k: number): number {
  return k > n ? 0 : k === 0 ? 1 : (n / k) * choose(n - 1, k - 1)
}

/** Continues the polynomials into the next step, and corrects them by the error of the last such guess. */
function extrapolate({ b, guess }: GaussRadau, ratio: number): void {
  const isFar = ratio > 20
  for (let at = 0; at < 42; at += 7) {
    for (let k = 0, power = ratio; k < 7; k++, power *= ratio) {
      let sum = 0
      for (let n = k; n < 7; n++) sum += BINOMIAL[k * 7 + n]! * b[at + n]!
      const was = guess[at + k]!
      guess[at + k] = isFar ? 0 : power * sum
      b[at + k] = isFar ? 0 : guess[at + k]! + (b[at + k]! - was)
    }
  }
}

/** Energy from the full places and velocities; exact even while two bodies nearly touch. */
export function fineEnergy(r: GaussRadau): number {
  spread(r)
  const { masses: m, velocities: v, velocitiesLow: low, apart } = r
  let sum = 0
  for (let i = 0; i < SIZE; i++) sum += (m[i >> 1]! * (v[i]! * v[i]! + 2 * v[i]! * low[i]!)) / 2
  const [m0, m1, m2] = [m[0]!, m[1]!, m[2]!]
  sum -= (m0 * m1) / Math.hypot(apart[0]!, apart[1]!)
  sum -= (m0 * m2) / Math.hypot(apart[2]!, apart[3]!)
  return sum - (m1 * m2) / Math.hypot(apart[4]!, apart[5]!)
}
