import { describe, expect, it } from 'vitest'
import { dirichlet, logGammaVariate } from './dirichlet'
import { stream } from './random'
import { mean } from './regression'

const DRAWS = 20_000

describe('gamma variates', () => {
  it('have the mean and the variance of their shape', () => {
    for (const shape of [0.3, 1, 4.5]) {
      const s = stream(7, `gamma ${shape}`)
      const values = Float64Array.from({ length: DRAWS }, () => Math.exp(logGammaVariate(s, shape)))
      const middle = mean(values)
      expect(Math.abs(middle - shape)).toBeLessThan(4 * Math.sqrt(shape / DRAWS))
      expect(mean(values.map((v) => (v - middle) ** 2)) / shape).toBeGreaterThan(0.9)
      expect(mean(values.map((v) => (v - middle) ** 2)) / shape).toBeLessThan(1.1)
    }
  })
})

describe('Dirichlet shares', () => {
  it('add up to 1, and spread as they should: variance (K - 1)/(K²(Ka + 1))', () => {
    for (const a of [0.1, 1, 30]) {
      const [s, out] = [stream(5, 'shares'), new Float64Array(3)]
      const squares = Float64Array.from({ length: DRAWS }, () => {
        dirichlet(s, a, out)
        return (out[0]! - 1 / 3) ** 2
      })
      expect(out.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 12)
      const wanted = 2 / (9 * (3 * a + 1))
      expect(Math.abs(mean(squares) / wanted - 1)).toBeLessThan(0.06)
    }
  })

  it('are numbers at the smallest concentrations too', () => {
    const [s, out] = [stream(1), new Float64Array(3)]
    for (let k = 0; k < 200; k++) {
      dirichlet(s, 0.001, out)
      expect(out.every((v) => v >= 0 && v <= 1)).toBe(true)
    }
  })
})
