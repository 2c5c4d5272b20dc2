import { expect, it } from 'vitest'
import { implicitMidpoint, rk4, type Slope, stagesOf } from './ode'

/** Error at t = 2 of x'' = -x + sin 3t as a system, from x = 1, x' = 0. */
function errorWith(steps: number): number {
  const x = Float64Array.of(1, 0)
  const stages = stagesOf(2)
  const h = 2 / steps
  for (let k = 0; k < steps; k++) {
    rk4(
      (t, at, out) => {
        out[0] = at[1]!
        out[1] = -at[0]! + Math.sin(3 * t)
      },
      k * h,
      h,
      x,
      stages,
    )
  }
  return Math.abs(x[0]! - (Math.cos(2) + (3 / 8) * Math.sin(2) - Math.sin(6) / 8))
}

it('is of fourth order, also in explicit time', () => {
  for (const steps of [20, 40, 80]) {
    const order = Math.log2(errorWith(steps) / errorWith(2 * steps))
    expect(order).toBeGreaterThan(3.9)
    expect(order).toBeLessThan(4.1)
  }
})

/** H = p²/2 + q⁴/4 + p q/2 + p²q²/4, which is no sum of a part in p and one in q. */
const mixed: Slope = (_, x, out) => {
  const [q, p] = [x[0]!, x[1]!]
  out[0] = p + q / 2 + (p * q * q) / 2
  out[1] = -(q ** 3) - p / 2 - (p * p * q) / 2
}
const energy = (q: number, p: number) => p ** 2 / 2 + q ** 4 / 4 + (p * q) / 2 + (p * q) ** 2 / 4
type Rule = typeof rk4

it('the midpoint rule keeps areas of phase space, which Runge and Kutta’s does not', () => {
  /** Area of the image of a small square, over that of the square, less 1. */
  const growth = (rule: Rule, h: number) => {
    const stages = stagesOf(2)
    const after = (dq: number, dp: number) => {
      const x = Float64Array.of(0.7 + dq, 0.4 + dp)
      rule(mixed, 0, h, x, stages)
      return x
    }
    const e = 1e-5
    const slope = (a: Float64Array, b: Float64Array, i: number) => (a[i]! - b[i]!) / (2 * e)
    const [right, left, up, down] = [after(e, 0), after(-e, 0), after(0, e), after(0, -e)]
    return slope(right, left, 0) * slope(up, down, 1) - slope(up, down, 0) * slope(right, left, 1) - 1
  }
  expect(Math.abs(growth(implicitMidpoint, 0.3))).toBeLessThan(1e-9)
  expect(Math.abs(growth(rk4, 0.3))).toBeGreaterThan(1e-6)
})

it('the midpoint rule is of order two, and its energy does not drift', () => {
  const run = (steps: number, time: number) => {
    const x = Float64Array.of(1, 0)
    const stages = stagesOf(2)
    let most = 0
    for (let k = 0; k < steps; k++) {
      implicitMidpoint(mixed, 0, time / steps, x, stages)
      most = Math.max(most, Math.abs(energy(x[0]!, x[1]!) - 0.25))
    }
    return { x, most }
  }
  const fine = run(4000, 2).x
  const errors = [50, 100, 200].map((steps) => Math.hypot(run(steps, 2).x[0]! - fine[0]!, run(steps, 2).x[1]! - fine[1]!))
  for (const k of [1, 2]) expect(Math.log2(errors[k - 1]! / errors[k]!)).toBeCloseTo(2, 1)
  expect(run(20_000, 1000).most / run(200, 10).most).toBeLessThan(1.5)
})

it('the midpoint rule keeps quadratic invariants exactly', () => {
  const x = Float64Array.of(1, 0.5)
  const stages = stagesOf(2)
  const spring: Slope = (_, at, out) => {
    out[0] = at[1]!
    out[1] = -at[0]!
  }
  for (let k = 0; k < 1000; k++) implicitMidpoint(spring, 0, 0.1, x, stages)
  expect(Math.abs(x[0]! ** 2 + x[1]! ** 2 - 1.25)).toBeLessThan(1e-12)
})
