import { expect, it } from 'vitest'
import { rk4, stagesOf } from './ode'

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
