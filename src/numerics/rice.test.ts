import { expect, it } from 'vitest'
import { riceDensity, scaledBesselI0 } from './rice'

it('has the scaled Bessel function of order 0', () => {
  for (const x of [0, 0.1, 1, 3.7, 3.8, 10, 30]) {
    // (1/π) ∫ e^{x (cos θ - 1)} dθ; on a full period the trapezium rule is exact up to rounding
    let sum = 0
    for (let k = 0; k < 200; k++) sum += Math.exp(x * (Math.cos((2 * Math.PI * k) / 200) - 1)) / 200
    expect(Math.abs(scaledBesselI0(x) / sum - 1)).toBeLessThan(3e-7)
  }
})

it.each([
  [0, 0.3],
  [0.4, 0.15],
  [1, 0.05],
  [2, 1],
])('integrates to one, with mean square 2s² + ρ²: ρ = %s, s = %s', (rho, s) => {
  const step = s / 40
  let [total, square] = [0, 0]
  for (let r = step / 2; r < rho + 9 * s; r += step) {
    total += step * riceDensity(r, rho, s)
    square += step * r * r * riceDensity(r, rho, s)
  }
  expect(total).toBeCloseTo(1, 4)
  expect(square / (2 * s * s + rho * rho)).toBeCloseTo(1, 4)
})

it('is Rayleigh at ρ = 0', () => {
  for (const r of [0.1, 1, 2]) expect(riceDensity(r, 0, 0.7)).toBeCloseTo((r / 0.49) * Math.exp(-(r * r) / 0.98), 7)
})
