import { describe, expect, it } from 'vitest'
import {
  angle,
  bestDescent,
  bestHeavyBall,
  bestNesterov,
  criticalBeta,
  fence,
  fromSampler,
  nesterovRate,
  rate,
  region,
  roots,
  samplerFence,
  stepsTo,
  toSampler,
  wedge,
  worstRate,
} from './heavyBallTheory'

describe('regions', () => {
  it('has each of them where it belongs', () => {
    expect(region(0.01, 0.5)).toBe('glides')
    expect(region(1, 0.5)).toBe('ripples')
    expect(region(2.95, 0.5)).toBe('flips')
    expect(region(3.1, 0.5)).toBe('fliesOff')
    expect(region(-0.1, 0.5)).toBe('fliesOff')
    expect(region(1, 1.1)).toBe('fliesOff')
    expect(region(fence(0.5), 0.5)).toBe('stays')
    expect(region(0, 0.5)).toBe('stays')
    expect(region(1, 1)).toBe('stays') // a ball without friction
  })
  it('counts a double root as real, rounding or not', () => {
    for (const beta of [0.04, 0.1, 0.5, 0.64, 0.81, 0.95]) {
      const [from, to] = wedge(beta)
      expect(region(from, beta)).toBe('glides')
      expect(region(to, beta)).toBe('flips')
      expect(region(from * (1 + 1e-9) + 1e-9, beta)).toBe('ripples')
    }
  })
  it('turns by θ a step in the wedge: the roots are √β e^{±iθ}', () => {
    const theta = angle(0.7, 0.6)!
    expect(roots(0.7, 0.6)[0][0]).toBeCloseTo(Math.sqrt(0.6) * Math.cos(theta), 14)
    expect(roots(0.7, 0.6)[0][1]).toBeCloseTo(Math.sqrt(0.6) * Math.sin(theta), 14)
    expect(angle(0.01, 0.5)).toBeNull()
  })
  it('is fastest at critical damping among all β', () => {
    for (const a of [0.01, 0.1, 0.5, 0.9]) {
      const best = criticalBeta(a)
      for (let beta = 0; beta < 1; beta += 0.01) expect(rate(a, beta)).toBeGreaterThanOrEqual(rate(a, best) - 1e-7) // rounding at the double root
      expect(rate(a, best)).toBeCloseTo(1 - Math.sqrt(a), 7)
    }
  })
})

describe('best tunings', () => {
  it('put both ends on the edges of the wedge', () => {
    const { alpha, beta } = bestHeavyBall(2, 50)
    const [from, to] = wedge(beta)
    expect(alpha * 2).toBeCloseTo(from, 14)
    expect(alpha * 50).toBeCloseTo(to, 14)
  })
  it('cannot be improved by a small step in any direction', () => {
    const { alpha, beta, rate: best } = bestHeavyBall(1, 100)
    for (const [da, db] of [
      [1e-3, 0],
      [-1e-3, 0],
      [0, 1e-3],
      [0, -1e-3],
      [1e-3, 1e-3],
      [-1e-3, 1e-3],
      [1e-3, -1e-3],
      [-1e-3, -1e-3],
    ] as const) {
      expect(worstRate(alpha * (1 + da), beta + db, [1, 100])).toBeGreaterThan(best)
    }
  })
  it('have the rates that they name at their worst curvature', () => {
    for (const kappa of [1, 4, 10, 100, 1000]) {
      const grid = Array.from({ length: 201 }, (_, k) => 1 + ((kappa - 1) * k) / 200)
      const descent = bestDescent(1, kappa)
      const nesterov = bestNesterov(1, kappa)
      expect(Math.abs(worstRate(descent.alpha, 0, grid) - descent.rate)).toBeLessThan(1e-12)
      expect(
        Math.abs(Math.max(...grid.map((c) => nesterovRate(nesterov.alpha * c, nesterov.beta))) - nesterov.rate),
      ).toBeLessThan(1e-12)
    }
  })
  it('need 69 and 691 steps to a millionth for κ = 100', () => {
    expect(Math.round(stepsTo(1e-6, bestHeavyBall(1, 100).rate)!)).toBe(69)
    expect(Math.round(stepsTo(1e-6, bestDescent(1, 100).rate)!)).toBe(691)
    expect(stepsTo(1e-6, 1)).toBeNull()
    expect(stepsTo(1e-6, 0)).toBeCloseTo(0, 15)
  })
})

it('writes the same place and the same fence in a sampler’s words', () => {
  for (const beta of [0, 0.2, 0.5, 0.95]) {
    const [reach, weight] = toSampler(1.3, beta)
    const [a, back] = fromSampler(reach, weight)
    expect(a).toBeCloseTo(1.3, 14)
    expect(back).toBeCloseTo(beta, 14)
    expect(toSampler(fence(beta), beta)[0]).toBeCloseTo(samplerFence(1 - beta), 11)
  }
})
