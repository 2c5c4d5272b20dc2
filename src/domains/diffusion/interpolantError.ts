// The error of a sampler whose b and s are wrong by constants δb and δs, on a line: KL(ρ1‖ρ̂1) of its end. For the ODE along characteristics, for
// SDEs by finite volumes.
import { rk4, stagesOf } from '@/numerics/ode'
import { evaluate, type Fields, logDensity, setTime, velocitySlope } from './interpolantFields'

/** The line is cut to [-EDGE, EDGE]. */
export const EDGE = 6
export const CELLS = 400

/** Girsanov: KL(ρ1‖ρ̂1) ≤ (1/4ε) ∫ E|δb + εδs|² dt; for constant errors the expectation is a number. Infinite for the ODE. */
export const klBound = (epsilon: number, deltaB: number, deltaS: number): number =>
  (deltaB + epsilon * deltaS) ** 2 / (4 * epsilon)

/** ρ_t at a place. */
const densityAt = (f: Fields, x: number, point: Float64Array) => {
  point[0] = x
  return Math.exp(logDensity(f, point))
}

/**
 * KL of the ODE Ẋ = b + δb. A grid of end points y is traced back to t = 0, where ln ρ̂1(y) = ln ρ0(x0) - ∫ ∂ₓb dt, so no density is spread out. Error
 * 1e-6 with 400 points and steps.
 */
export function odeKl(f: Fields, deltaB: number, points = CELLS, steps = 400): number {
  const h = (2 * EDGE) / points
  const ends = Float64Array.from({ length: points }, (_, k) => -EDGE + (k + 0.5) * h)
  const one = new Float64Array(1)
  const [velocity, score] = [new Float64Array(1), new Float64Array(1)]
  setTime(f, 1)
  const logTrue = ends.map((y) => {
    one[0] = y
    return logDensity(f, one)
  })
  const state = new Float64Array(2 * points) // places, then the rest of ∫ ∂ₓb dt
  state.set(ends)
  const slope = (tau: number, x: Float64Array, out: Float64Array) => {
    setTime(f, 1 - tau)
    for (let k = 0; k < points; k++) {
      one[0] = x[k]!
      evaluate(f, one, 0, velocity, score)
      out[k] = -velocity[0]! - deltaB
      out[points + k] = velocitySlope(f, one)
    }
  }
  const stages = stagesOf(state.length)
  for (let k = 0; k < steps; k++) rk4(slope, k / steps, 1 / steps, state, stages)
  setTime(f, 0)
  let kl = 0
  for (let k = 0; k < points; k++) {
    one[0] = state[k]!
    kl += h * Math.exp(logTrue[k]!) * (logTrue[k]! - logDensity(f, one) + state[points + k]!)
  }
  return kl
}

/** b and s of the exact model at the faces between cells, for all time steps; start and target as mass by cell. */
export interface Table {
  steps: number
  velocity: Float64Array // [steps, CELLS + 1], at the end of each step
  score: Float64Array
  start: Float64Array // [CELLS]
  target: Float64Array
}

export function tableOf(f: Fields, steps = 400): Table {
  const h = (2 * EDGE) / CELLS
  const faces = CELLS + 1
  const table: Table = {
    steps,
    velocity: new Float64Array(steps * faces),
    score: new Float64Array(steps * faces),
    start: new Float64Array(CELLS),
    target: new Float64Array(CELLS),
  }
  const point = new Float64Array(1)
  const [velocity, score] = [new Float64Array(1), new Float64Array(1)]
  for (let k = 0; k < steps; k++) {
    setTime(f, (k + 1) / steps)
    for (let i = 0; i < faces; i++) {
      point[0] = -EDGE + i * h
      evaluate(f, point, 0, velocity, score)
      table.velocity[k * faces + i] = velocity[0]!
      table.score[k * faces + i] = score[0]!
    }
  }
  for (const [t, masses] of [
    [0, table.start],
    [1, table.target],
  ] as const) {
    setTime(f, t)
    for (let i = 0; i < CELLS; i++) masses[i] = h * densityAt(f, -EDGE + (i + 0.5) * h, point)
  }
  return table
}

/** z/(eᶻ - 1). */
const bernoulli = (z: number) => (Math.abs(z) < 1e-4 ? 1 - z / 2 : z / Math.expm1(z))

/**
 * Mass by cell at t = 1 of ∂ₜρ + ∂ₓ((b + δb + ε(s + δs))ρ) = ε∂ₓ²ρ: implicit steps, Scharfetter and Gummel's fluxes, closed ends. Second order in
 * the cells while |drift| h < 2ε, h = 0.03; below it spreads like upwind differences.
 */
export function fokkerPlanck(
  { steps, velocity, score, start }: Table,
  epsilon: number,
  deltaB: number,
  deltaS: number,
): Float64Array {
  const h = (2 * EDGE) / CELLS
  const rate = epsilon / (h * h * steps)
  const mass = start.slice()
  const [right, left] = [new Float64Array(CELLS + 1), new Float64Array(CELLS + 1)] // outflow of the cell before a face, and of the one behind
  const ratio = new Float64Array(CELLS)
  for (let k = 0; k < steps; k++) {
    for (let i = 1; i < CELLS; i++) {
      const at = k * (CELLS + 1) + i
      const z = ((velocity[at]! + deltaB + epsilon * (score[at]! + deltaS)) * h) / epsilon
      right[i] = rate * bernoulli(-z)
      left[i] = rate * bernoulli(z)
    }
    for (let i = 0; i < CELLS; i++) {
      const below = i === 0 ? 0 : right[i]! // minus the entry left of the diagonal
      const pivot = 1 + right[i + 1]! + left[i]! - (i === 0 ? 0 : below * ratio[i - 1]!)
      ratio[i] = left[i + 1]! / pivot
      mass[i] = (mass[i]! + (i === 0 ? 0 : below * mass[i - 1]!)) / pivot
    }
    for (let i = CELLS - 2; i >= 0; i--) mass[i]! += ratio[i]! * mass[i + 1]!
  }
  return mass
}

/** KL(ρ1‖ρ̂1) of the SDE with noise ε > 0. */
export function sdeKl(table: Table, epsilon: number, deltaB: number, deltaS: number): number {
  const found = fokkerPlanck(table, epsilon, deltaB, deltaS)
  let kl = 0
  for (let i = 0; i < CELLS; i++) {
    const p = table.target[i]!
    if (p > 0) kl += p * Math.log(p / Math.max(found[i]!, Number.MIN_VALUE))
  }
  return kl
}
