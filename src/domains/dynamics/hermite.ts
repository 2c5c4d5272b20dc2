// Hermite's fourth-order scheme, predict-evaluate-correct once: one force evaluation a step. A step begins with the accelerations and the time scale
// found at the predicted end of the step before, as in the code of Hut, Makino and McMillan.
import { type HermiteArrays, hermiteStep, STEP, TAU4, TIME } from './hermiteKernel'
import { type Bodies, copyOf, SIZE } from './nbody'

/** How long a step is: constant; μ times the time scale τ (Hut, Makino and McMillan); or by Aarseth's rule. */
export type StepRule =
  | { readonly kind: 'fixed'; readonly step: number }
  | { readonly kind: 'hmm'; readonly mu: number }
  | { readonly kind: 'aarseth'; readonly eta: number }

/** All that the next step needs; plain data. */
export interface Hermite extends HermiteArrays {
  steps: number
}

export const timeOf = (h: Hermite): number => h.clock[TIME]!
/** τ at the predicted end of the last step. */
export const timeScale = (h: Hermite): number => Math.sqrt(Math.sqrt(h.clock[TAU4]!))

export function startHermite(bodies: Bodies, time = 0, softening = 0): Hermite {
  const zeros = () => new Float64Array(SIZE)
  const { masses, positions, velocities } = copyOf(bodies)
  // Written out: spread objects have many shapes, and more shapes make the kernel slow.
  const h: Hermite = {
    masses,
    positions,
    velocities,
    softening,
    acceleration: zeros(),
    jerk: zeros(),
    oldAcceleration: zeros(),
    oldJerk: zeros(),
    clock: Float64Array.of(0, time, 0),
    steps: 0,
  }
  restart(h)
  return h
}

/** Evaluates forces and τ again at the current state: at the start, after bodies were moved, or to restart a run. */
export function restart(h: Hermite): void {
  h.clock[STEP] = 0
  hermiteStep(h)
}

/** One step of the given size. */
export function stepHermite(h: Hermite, dt: number): void {
  h.clock[STEP] = dt
  hermiteStep(h)
  h.steps++
}

/** Size of the next step by a rule. */
export function nextStep(h: Hermite, rule: StepRule): number {
  const last = h.clock[STEP]!
  plan(h, rule)
  const next = h.clock[STEP]!
  h.clock[STEP] = last
  return next
}

/** Writes it to clock[STEP]; returning a number may cost an allocation. */
function plan(h: Hermite, rule: StepRule): void {
  if (rule.kind === 'fixed') h.clock[STEP] = rule.step
  else if (rule.kind === 'hmm') h.clock[STEP] = rule.mu * timeScale(h)
  else h.clock[STEP] = Math.sqrt(rule.eta) * aarsethScale(h)
}

const FIRST_STEP = 0.1 // chosen: share of τ that replaces Aarseth's time scale before there is a step to take differences of

/**
 * Smallest over bodies of √((|a||a″| + |ȧ|²)/(|ȧ||a‴| + |a″|²)). The higher derivatives are those of the cubic through both ends of the last step, a″ at
 * its end.
 */
function aarsethScale(h: Hermite): number {
  const { acceleration: a1, jerk: j1, oldAcceleration: a0, oldJerk: j0 } = h
  const dt = h.clock[STEP]!
  if (dt === 0) return FIRST_STEP * timeScale(h)
  let smallest = Number.POSITIVE_INFINITY
  for (let i = 0; i < SIZE; i += 2) {
    const jumpX = (a0[i]! - a1[i]!) / dt
    const jumpY = (a0[i + 1]! - a1[i + 1]!) / dt
    const thirdX = (12 * jumpX + 6 * (j0[i]! + j1[i]!)) / (dt * dt)
    const thirdY = (12 * jumpY + 6 * (j0[i + 1]! + j1[i + 1]!)) / (dt * dt)
    const secondX = (-6 * jumpX - 4 * j0[i]! - 2 * j1[i]!) / dt + dt * thirdX
    const secondY = (-6 * jumpY - 4 * j0[i + 1]! - 2 * j1[i + 1]!) / dt + dt * thirdY
    const a = Math.sqrt(a1[i]! ** 2 + a1[i + 1]! ** 2)
    const j2 = j1[i]! ** 2 + j1[i + 1]! ** 2
    const s2 = secondX ** 2 + secondY ** 2
    const third = Math.sqrt(thirdX ** 2 + thirdY ** 2)
    smallest = Math.min(smallest, (a * Math.sqrt(s2) + j2) / (Math.sqrt(j2) * third + s2))
  }
  return Math.sqrt(smallest)
}

/**
 * Steps until `until`, the last step clipped to it, or until `most` steps were taken, as before a collision. Returns the number of steps: less than
 * `most` means that the time was reached. `step`: another scheme, with the same forces and rules.
 */
export function runHermite(
  h: Hermite,
  rule: StepRule,
  until: number,
  most = Number.POSITIVE_INFINITY,
  step: (h: Hermite) => void = hermiteStep,
): number {
  const { clock } = h
  let count = 0
  while (clock[TIME]! < until && count < most) {
    plan(h, rule)
    const left = until - clock[TIME]!
    const isLast = !(clock[STEP]! < left)
    if (isLast) clock[STEP] = left
    step(h)
    if (isLast) clock[TIME] = until
    h.steps++
    count++
  }
  return count
}
