// Snapshots of Duffing's oscillator x' = v, v' = x - x³ - γv, and the radial functions that observe it.
import { kMeans } from '@/numerics/kMeans'
import { rk4, type Slope, stagesOf } from '@/numerics/ode'
import { stream, uniform } from '@/numerics/random'

export interface Oscillator {
  /** Time between the two snapshots of a pair. */
  dt: number
  gamma: number
}
const LARGEST_STEP = 0.025 // of Runge-Kutta: errors below 1e-6 for starts in the square

/** Flow over dt of one state in place. */
export function duffingFlow({ dt, gamma }: Oscillator): (state: Float64Array) => void {
  const count = Math.ceil(dt / LARGEST_STEP)
  const stages = stagesOf(2)
  const slope: Slope = (_t, s, out) => {
    out[0] = s[1]!
    out[1] = s[0]! - s[0]! ** 3 - gamma * s[1]!
  }
  return (state) => {
    for (let k = 0; k < count; k++) rk4(slope, 0, dt / count, state, stages)
  }
}

/** Starts are uniform in [-BOX, BOX]². */
export const BOX = 2
/** Successive pairs from one start. */
const FROM_ONE = 5

/** Endless pairs: each call writes x and F(x). `purpose` separates training data, fresh data and centres. */
export function snapshots(system: Oscillator, seed: number, purpose: string): (x: Float64Array, y: Float64Array) => void {
  const random = stream(seed, purpose)
  const flow = duffingFlow(system)
  const state = new Float64Array(2)
  let left = 0
  return (x, y) => {
    if (left === 0) {
      state[0] = BOX * (2 * uniform(random) - 1)
      state[1] = BOX * (2 * uniform(random) - 1)
      left = FROM_ONE
    }
    x.set(state)
    flow(state)
    y.set(state)
    left--
  }
}

/** Functions exp(-sharpness |x - c|). */
export interface Radial {
  /** [n, 2] */
  centres: Float64Array
  sharpness: number
}
const SAMPLE = 2000 // states for centres and scale

/** n functions exp(-2|x - c| / d): centres by k-means, d the mean distance to the mean. */
export function radialFor(system: Oscillator, seed: number, count: number): Radial {
  const next = snapshots(system, seed, 'centres')
  const points = new Float64Array(2 * SAMPLE)
  const [x, y] = [new Float64Array(2), new Float64Array(2)]
  const mean = [0, 0]
  for (let i = 0; i < SAMPLE; i++) {
    next(x, y)
    points.set(x, 2 * i)
    mean[0]! += x[0]! / SAMPLE
    mean[1]! += x[1]! / SAMPLE
  }
  let distance = 0
  for (let i = 0; i < SAMPLE; i++) distance += Math.hypot(points[2 * i]! - mean[0]!, points[2 * i + 1]! - mean[1]!) / SAMPLE
  return { centres: kMeans(points, count), sharpness: 2 / distance }
}

/** Writes all functions at a state to out[offset], out[offset + stride], … */
export function watch(
  { centres, sharpness }: Radial,
  state: Float64Array,
  out: Float64Array,
  offset: number,
  stride: number,
): void {
  const [x, y] = [state[0]!, state[1]!]
  for (let j = 0; 2 * j < centres.length; j++) {
    const dx = x - centres[2 * j]!
    const dy = y - centres[2 * j + 1]!
    out[offset + j * stride] = Math.exp(-sharpness * Math.sqrt(dx * dx + dy * dy))
  }
}
