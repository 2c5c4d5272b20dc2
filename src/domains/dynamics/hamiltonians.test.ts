import { describe, expect, it } from 'vitest'
import { rk4, stagesOf } from '@/numerics/ode'
import { energyOf, fillMotion, LAWS, laws, motionOf } from './hamiltonians'

describe.each(LAWS)('%s', (law) => {
  const states = Float64Array.of(0.7, -0.4, 0.2, 0.5, -0.3, 1.1, -0.6, 0, 0.9, 0.8, 1.2, -0.7)
  const rates = new Float64Array(states.length)
  fillMotion(law, 1.3, states, rates)
  it('pulls along minus the slope of its potential, and keeps its energy: Ḣ = 0', () => {
    const h = 1e-5
    for (let at = 0; at < states.length; at += 4) {
      const [x, y] = [states[at]!, states[at + 1]!]
      const V = (dx: number, dy: number) => laws[law].potential(1.3, x + dx, y + dy)
      expect(rates[at + 2]!).toBeCloseTo(-(V(h, 0) - V(-h, 0)) / (2 * h), 8)
      expect(rates[at + 3]!).toBeCloseTo(-(V(0, h) - V(0, -h)) / (2 * h), 8)
      const slope = [-rates[at + 2]!, -rates[at + 3]!, states[at + 2]!, states[at + 3]!] // ∇H
      const change = slope.reduce((sum, s, i) => sum + s * rates[at + i]!, 0)
      expect(Math.abs(change)).toBeLessThan(1e-12)
    }
  })
})

describe('orbits', () => {
  const orbitOf = (law: (typeof LAWS)[number], x: Float64Array, time: number, dt = 1e-3) => {
    const stages = stagesOf(4)
    const steps = Math.round(time / dt)
    for (let n = 0; n < steps; n++) rk4(motionOf(law, 1), 0, time / steps, x, stages)
    return x
  }
  it('of two bodies keep their angular momentum, and close after 2π a^(3/2)', () => {
    const start = [1.1, 0, 0, 0.85] as const
    const a = -1 / (2 * energyOf('kepler', 1, start))
    const x = orbitOf('kepler', Float64Array.from(start), 2 * Math.PI * a ** 1.5)
    for (const [i, v] of start.entries()) expect(x[i]).toBeCloseTo(v, 8)
    expect(Math.abs(x[0]! * x[3]! - x[1]! * x[2]! - 1.1 * 0.85)).toBeLessThan(1e-10)
  })
  it('of Hénon and Heiles turn back below 1/6, the energy of the saddle at (0, 1)', () => {
    const saddle = Float64Array.of(0, 1, 0, 0)
    expect(energyOf('henonHeiles', 1, saddle)).toBeCloseTo(1 / 6, 15)
    const rates = new Float64Array(4)
    fillMotion('henonHeiles', 1, saddle, rates)
    expect([...rates].every((v) => Math.abs(v) < 1e-15)).toBe(true)
    expect(Math.hypot(...orbitOf('henonHeiles', Float64Array.of(0, 0.9, 0, 0.05), 50).subarray(0, 2))).toBeLessThan(1.1)
    expect(Math.hypot(...orbitOf('henonHeiles', Float64Array.of(0, 0.9, 0, 0.3), 3).subarray(0, 2))).toBeGreaterThan(1.5)
  })
})
