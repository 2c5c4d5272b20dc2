import { describe, expect, it } from 'vitest'
import { stream, uniform } from '@/numerics/random'
import { densityDistance } from '@/numerics/wasserstein'
import type { Mixture } from './mixture'
import { fillLine, logDensityJet, noiseVariance, noisyMixture, startJet } from './noisyMixture'
import { geometricTimes, linearResidual, linearVariance, normalDistance, residual, samplerStep, trueVariance } from './reverse'
import { advanceDensities, type Densities, lineGrid, lineWorkspace, type ScoreField, startDensities } from './reverseDensities'

const plane: Mixture = {
  dim: 2,
  means: Float64Array.of(-1, 0.5, 0.8, -0.3, 0.1, 1.4),
  stds: Float64Array.of(0.3, 0.5, 0.25),
  weights: Float64Array.of(2, 3, 1),
}
const line: Mixture = {
  dim: 1,
  means: Float64Array.of(-1.5, 1),
  stds: Float64Array.of(0.3, 0.25),
  weights: Float64Array.of(0.3, 0.7),
}

describe('noisyMixture', () => {
  it('has the variance ½ in the end, and e⁻ᵗ of the means', () => {
    const { means, variances } = noisyMixture(line, 20)
    for (const v of variances) expect(v).toBeCloseTo(0.5, 14)
    for (const m of means) expect(Math.abs(m)).toBeLessThan(1e-8)
    const early = noisyMixture(line, 0.7)
    expect(early.means[0]).toBeCloseTo(-1.5 * Math.exp(-0.7), 14)
    expect(early.variances[1]).toBeCloseTo(0.25 ** 2 * Math.exp(-1.4) + noiseVariance(0.7), 14)
    expect(noiseVariance(0.7)).toBeCloseTo((1 - Math.exp(-1.4)) / 2, 14)
  })

  it.each([
    ['on a line', line],
    ['in a plane', plane],
  ])('obeys the Fokker-Planck equation %s, and its jets are derivatives', (_, mixture) => {
    const draws = stream(8)
    const jet = startJet(mixture.dim)
    const at = (t: number, x: readonly number[]) => {
      logDensityJet(noisyMixture(mixture, t), x, 0, jet)
      return jet.value
    }
    for (let k = 0; k < 60; k++) {
      const t = 0.05 + 2.45 * uniform(draws)
      const x = Array.from({ length: mixture.dim }, () => 5 * uniform(draws) - 2.5)
      const h = 1e-4
      const value = at(t, x)
      const { rate, laplacian } = jet
      const gradient = jet.gradient.slice()
      expect(Math.abs(residual(jet, x, 0))).toBeLessThan(1e-10)
      expect((at(t + h, x) - at(t - h, x)) / (2 * h) / rate).toBeCloseTo(1, 4)
      let curved = 0
      for (let i = 0; i < mixture.dim; i++) {
        const moved = (by: number) =>
          at(
            t,
            x.map((v, j) => (j === i ? v + by : v)),
          )
        expect((moved(h) - moved(-h)) / (2 * h)).toBeCloseTo(gradient[i]!, 4)
        curved += (moved(h) - 2 * value + moved(-h)) / (h * h)
      }
      expect(curved / laplacian).toBeCloseTo(1, 2)
    }
  })

  it('is the same when a whole line is filled', () => {
    const places = Float64Array.from({ length: 41 }, (_, k) => (k - 20) / 2)
    const [density, score] = [places.slice(), places.slice()]
    fillLine(noisyMixture(line, 0.02), places, density, score)
    const jet = startJet(1)
    for (const [k, x] of places.entries()) {
      logDensityJet(noisyMixture(line, 0.02), [x], 0, jet)
      expect(density[k]).toBeCloseTo(Math.exp(jet.value), 12)
      expect(score[k]! / jet.gradient[0]!).toBeCloseTo(1, 12)
    }
  })
})

describe('the linear case', () => {
  it('is exact for c = 0, at any noise, and then leaves no residual', () => {
    for (const data of [0.2, 1, 3]) {
      for (const lambda of [0, 0.5, 1, 2])
        expect(linearVariance({ data, c: 0 }, lambda, 3, 0.01)).toBeCloseTo(trueVariance({ data }, 0.01), 9)
      expect(linearResidual({ data, c: 0 }, 0.6)).toBeCloseTo(0, 13)
      expect(Math.abs(linearResidual({ data, c: 0.2 }, 0.6))).toBeGreaterThan(0.01)
    }
    expect(normalDistance(4, 1)).toBe(1)
  })
})

describe('samplerStep', () => {
  it('moves by the drift alone without noise, and by root λ dt of it with', () => {
    const x = Float64Array.of(0.5, -1)
    samplerStep(x, [2, 4], [9, 9], 0, 0.1)
    expect(Array.from(x)).toEqual([0.5 + 0.1 * (0.5 + 1), -1 + 0.1 * (-1 + 2)])
    const y = Float64Array.of(0.5)
    samplerStep(y, [2], [3], 4, 0.01)
    expect(y[0]).toBeCloseTo(0.5 + 0.01 * (0.5 + 5) + 0.2 * 3, 14)
  })
})

describe('advanceDensities', () => {
  const grid = lineGrid(800, 5)
  const workspace = lineWorkspace(grid)
  const exact: ScoreField = {
    fill(_t, from, score, rest) {
      score.set(from)
      rest.fill(0)
    },
    own: (_t, density, out) => out.set(density),
  }
  const mass = (q: Float64Array) => q.reduce((sum, v) => sum + v * grid.width, 0)
  const whole = (lambda: number, field = exact): Densities => {
    const truth = noisyMixture(line, 3)
    const d = startDensities(truth, field, 'true', 3, grid, workspace)
    for (const t of geometricTimes(3, 0.01, 600).subarray(1)) advanceDensities(d, truth, field, lambda, t, grid, workspace)
    return d
  }

  it.each([0, 0.5, 1, 2])('ends with the truth for the exact score and λ = %d, within the error of the solver', (lambda) => {
    const d = whole(lambda)
    expect(densityDistance(d.third, d.truth, grid.width)).toBeLessThan(0.01)
    for (const q of [d.ode, d.sde, d.third]) {
      expect(Math.abs(mass(q) - 1)).toBeLessThan(1e-10)
      expect(Math.min(...q)).toBeGreaterThanOrEqual(0)
    }
    if (lambda === 0) expect(d.third).toEqual(d.ode)
    if (lambda === 1) expect(d.third).toEqual(d.sde)
  })

  it('integrates the square of the residual over density and time', () => {
    const steady: ScoreField = {
      ...exact,
      fill(_t, from, score, rest) {
        score.set(from)
        rest.fill(2)
      },
    }
    expect(whole(1, steady).square).toBeCloseTo(4 * 2.99, 6)
  })

  it('begins where it is told', () => {
    const at = (start: 'true' | 'prior' | 'own') => startDensities(noisyMixture(line, 3), exact, start, 3, grid, workspace)
    expect(at('own').ode).toEqual(at('true').ode)
    const prior = at('prior')
    expect(densityDistance(prior.ode, prior.truth, grid.width)).toBeGreaterThan(0.005)
    expect(mass(prior.sde)).toBeCloseTo(1, 12)
  })
})
