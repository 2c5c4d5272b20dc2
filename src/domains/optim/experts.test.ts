// Numbers refer to the list "Must hold" of the method.
import { describe, expect, it } from 'vitest'
import { stream, uniform } from '@/numerics/random'
import {
  ADAM_LAYERS,
  adamLayers,
  calmerBeyond,
  choose,
  type Mixture,
  restlessness,
  slopeOf,
  startChoice,
  suggest,
} from './experts'
import { heavyBall, startMemory } from './rules'

const mixture: Mixture = {
  centers: Float64Array.of(2, 0, -1, 1.7, -1, -1.7, 0.5, 0.5),
  curvatures: Float64Array.of(1, 0, 0.2, 0.3, 0, 0.9, 0.6, 0.3, 0.6, 0.4, 0, 0.4),
  router: Float64Array.of(1, 0, 0, -0.5, 0.85, 0.1, -0.5, -0.85, 0, 0.25, 0.25, 0.2),
}
const places = (() => {
  const s = stream(4)
  return Array.from({ length: 60 }, () => [8 * uniform(s) - 4, 8 * uniform(s) - 4] as const)
})()
const scoreOf = (i: number, x: number, y: number) =>
  mixture.router[3 * i]! * x + mixture.router[3 * i + 1]! * y + mixture.router[3 * i + 2]!

describe('the router', () => {
  it('3: gives positive weights that add up to 1, and 1 to a single expert', () => {
    const choice = startChoice()
    for (const [x, y] of places)
      for (const top of [1, 2, 3, 4]) {
        choose(mixture, top, x, y, choice)
        const weights = [...choice.weights.subarray(0, top)]
        expect(Math.min(...weights)).toBeGreaterThan(0)
        expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1)).toBeLessThan(1e-15)
        if (top === 1) expect(weights).toEqual([1])
      }
  })

  it('asks those with the highest scores, the best first; of equal ones the lower index', () => {
    const choice = startChoice()
    for (const [x, y] of places) {
      const order = [0, 1, 2, 3].toSorted((i, j) => scoreOf(j, x, y) - scoreOf(i, x, y))
      const asked = choose(mixture, 3, x, y, choice)
      expect([...choice.experts.subarray(0, 3)]).toEqual(order.slice(0, 3))
      expect(asked).toBe(order.slice(0, 3).reduce((bits, i) => bits | (1 << i), 0))
    }
    choose({ ...mixture, router: new Float64Array(12) }, 2, 1, 1, choice)
    expect([...choice.experts.subarray(0, 2)]).toEqual([0, 1])
  })

  it('3: asking all is the dense mixture, with a softmax over all', () => {
    const [out, asked] = [new Float64Array(2), new Int32Array(1)]
    for (const [x, y] of places) {
      suggest(mixture, 4, Float64Array.of(x, y), out, asked)
      const powers = [0, 1, 2, 3].map((i) => Math.exp(scoreOf(i, x, y)))
      const sum = powers.reduce((total, power) => total + power, 0)
      for (const axis of [0, 1]) {
        const dense = powers.reduce((total, power, i) => total + (power / sum) * slopeOf(mixture, i, x, y)[axis]!, 0)
        expect(out[axis]).toBeCloseTo(dense, 13)
      }
      expect(asked[0]).toBe(15)
    }
  })

  it('suggests the slope of an objective: its change, by small differences', () => {
    const value = (i: number, x: number, y: number) => {
      const [dx, dy] = [x - mixture.centers[2 * i]!, y - mixture.centers[2 * i + 1]!]
      const [a, b, c] = mixture.curvatures.subarray(3 * i) as unknown as [number, number, number]
      return (a * dx * dx + 2 * b * dx * dy + c * dy * dy) / 2
    }
    for (const [x, y] of places.slice(0, 9))
      for (const i of [0, 1, 2, 3]) {
        const [gx, gy] = slopeOf(mixture, i, x, y)
        expect((value(i, x + 1e-4, y) - value(i, x - 1e-4, y)) / 2e-4).toBeCloseTo(gx, 8)
        expect((value(i, x, y + 1e-4) - value(i, x, y - 1e-4)) / 2e-4).toBeCloseTo(gy, 8)
      }
  })
})

describe('layers of Adam', () => {
  const settings = { ...ADAM_LAYERS, rate: 0.7, beta: 0.6, shrink: 0, layers: 1 }
  it('6: the first moves by √10 times the rate, against the sign of the slope', () => {
    for (const g of [0.11, 3, -0.4, -20]) {
      const weights = Float64Array.of(5)
      adamLayers.step(weights, [g], startMemory(adamLayers, 1), settings)
      expect(Math.abs((5 - weights[0]!) / (Math.sqrt(10) * 0.7 * Math.sign(g)) - 1)).toBeLessThan(1e-3)
    }
  })

  it('forget where the token was, if it shrinks by 1', () => {
    const [near, far] = [Float64Array.of(1), Float64Array.of(100)]
    for (const weights of [near, far]) adamLayers.step(weights, [2], startMemory(adamLayers, 1), { ...settings, shrink: 1 })
    expect(near[0]).toBeCloseTo(far[0]!, 12)
  })

  it('are followed by layers of momentum, whose memory has seen the first slope', () => {
    const slopes = [[1.3], [-0.2], [0.7]]
    const [adam, ball] = [startMemory(adamLayers, 1), startMemory(heavyBall, 1)]
    const [one, other] = [Float64Array.of(2), Float64Array.of(2)]
    for (const [layer, slope] of slopes.entries()) {
      const before = [one[0]!, other[0]!]
      adamLayers.step(one, slope, adam, settings)
      heavyBall.step(other, slope, ball, settings)
      if (layer > 0) expect(one[0]! - before[0]!).toBeCloseTo(other[0]! - before[1]!, 14)
    }
  })
})

describe('noise', () => {
  it('5: leaves these variances', () => {
    for (const [a, beta, wanted] of [
      [1.8, 0, 2.7778],
      [1.8, 0.7, 1.9676],
      [0.5, 0.7, 3.908],
      [3, 0.7, 4.7222],
      [0.5, 0, 1.3333], // 1/(a(2 - a))
    ] as const)
      expect(Math.abs(restlessness(a, beta) - wanted)).toBeLessThan(5e-5)
  })

  it('leaves less with a memory beyond 1 + β only', () => {
    for (const beta of [0.1, 0.5, 0.9]) {
      const edge = calmerBeyond(beta)
      expect(restlessness(edge, beta)).toBeCloseTo(restlessness(edge, 0), 12)
      expect(restlessness(edge + 0.05, beta)).toBeLessThan(restlessness(edge + 0.05, 0))
      expect(restlessness(edge - 0.05, beta)).toBeGreaterThan(restlessness(edge - 0.05, 0))
    }
  })

  it('grows without end where nothing settles', () => {
    for (const [a, beta] of [
      [2, 0],
      [0, 0.5],
      [3.5, 0.7],
      [-1, 0],
    ] as const)
      expect(restlessness(a, beta)).toBe(Number.POSITIVE_INFINITY)
  })
})
