// Gossip, the law of its spread, and waiting. Numbers refer to the list "Must hold" of the method.
import { describe, expect, it } from 'vitest'
import { largestModulus, roots } from '@/numerics/polynomial'
import { fillNormal, stream } from '@/numerics/random'
import { mean } from '@/numerics/regression'
import { consensusRate, largestPull, localPhase, spectralRadius, spreadMatrix, spreadOfNoise, stepSpread } from './consensus'
import { gossip, localSteps, shufflePairs } from './gossip'
import { drawAllReduce, drawExchange, meanExchange, treeLevels, treeLinks } from './waiting'

type Nine = [number, number, number, number, number, number, number, number, number]
const numbersOf = (seed: number, size: number) => {
  const out = new Float64Array(size)
  fillNormal(stream(seed), out)
  return out
}
const sum = (values: Float64Array) => values.reduce((total, v) => total + v, 0)
const variance = (values: Float64Array) => {
  const middle = mean(values)
  return mean(values.map((v) => (v - middle) ** 2))
}

describe('pairs', () => {
  it('3: pulls add up to nothing', () => {
    const [phi, order, s] = [numbersOf(3, 12), Int32Array.from({ length: 12 }, (_, k) => k), stream(5)]
    const before = sum(phi)
    for (let round = 0; round < 20; round++) {
      shufflePairs(s, order)
      const delta = new Float64Array(12)
      gossip(phi, delta, new Float64Array(12), order, { alpha: 0.5, beta: 0.7, gamma: 0.7 })
      expect(Math.abs(sum(delta))).toBeLessThan(1e-13)
    }
    expect(sum(phi)).toBeCloseTo(before, 12)
  })

  it('are drawn evenly: each other is the partner equally often', () => {
    const [order, s] = [Int32Array.from({ length: 6 }, (_, k) => k), stream(11)]
    const counts = [0, 0, 0, 0, 0, 0]
    for (let round = 0; round < 20_000; round++) {
      shufflePairs(s, order)
      const place = order.indexOf(0)
      counts[order[(place + 3) % 6]!]!++
    }
    expect(counts[0]).toBe(0)
    for (const count of counts.slice(1)) expect(Math.abs(count - 4000)).toBeLessThan(4 * Math.sqrt(4000 * 0.8))
  })
})

describe('the law of the spread', () => {
  it('4: has these rates', () => {
    for (const [n, alpha, gamma, wanted] of [
      [2, 0, 0.7, 0.09],
      [8, 0, 1, 0.428571],
      [4, 0.5, 0.7, 0.6282],
      [8, 0.5, 0.7, 0.6684],
      [8, 0.9, 0.7, 1.0718],
      [64, 0.5, 0.7, 0.6965],
    ] as const)
      expect(Math.abs(consensusRate(n, alpha, gamma) - wanted)).toBeLessThan(1e-4)
  })

  it('has the largest root, real or not, as another way to find roots has it', () => {
    const [matrix, polynomial, found] = [new Float64Array(9), new Float64Array(8), new Float64Array(6)]
    for (const n of [2, 4, 16, 64])
      for (const alpha of [0.1, 0.5, 0.95])
        for (const gamma of [0, 0.3, 1, 2]) {
          spreadMatrix(n, { alpha, beta: 0.7, gamma }, 0.4, matrix)
          const [a, b, c, d, e, f, g, h, i] = Array.from(matrix) as Nine
          const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
          polynomial.set([-determinant, 0, a * e - b * d + a * i - c * g + e * i - f * h, 0, -(a + e + i), 0, 1, 0])
          roots(polynomial, 3, found)
          expect(spectralRadius(matrix)).toBeCloseTo(largestModulus(found, 3), 6)
        }
  })

  it('5: without momentum it is 1 - cγ(2 - γ)', () => {
    for (const n of [2, 6, 16, 64])
      for (const gamma of [0, 0.3, 1, 1.7, 2]) {
        const c = n / (2 * (n - 1))
        expect(Math.abs(consensusRate(n, 0, gamma) - (1 - c * gamma * (2 - gamma)))).toBeLessThan(1e-12)
      }
  })

  it('holds flocks together up to 1.615, 0.436, 1.512 and 0.385', () => {
    for (const [n, alpha, wanted] of [
      [8, 0.5, 1.615],
      [8, 0.9, 0.436],
      [64, 0.5, 1.512],
      [64, 0.9, 0.385],
    ] as const)
      expect(Math.abs(largestPull(n, alpha) - wanted)).toBeLessThan(6e-4)
  })

  it('6: is what many flocks do on average', () => {
    const start = [1, -1, 0.5, 0.2, -0.3, 0.8, -0.7, -0.5]
    const settings = { alpha: 0.5, beta: 0.7, gamma: 0.7 }
    const flocks = 2000
    const found = new Float64Array(6)
    const s = stream(2)
    const order = Int32Array.from({ length: 8 }, (_, k) => k)
    for (let flock = 0; flock < flocks; flock++) {
      const [phi, delta, still] = [Float64Array.from(start), new Float64Array(8), new Float64Array(8)]
      for (let t = 0; t < 6; t++) {
        found[t]! += variance(phi) / flocks
        shufflePairs(s, order)
        gossip(phi, delta, still, order, settings)
      }
    }
    const [spread, matrix] = [Float64Array.of(0.47, 0, 0), new Float64Array(9)]
    spreadMatrix(8, settings, 0, matrix)
    for (const [t, wanted] of [0.47, 0.2256, 0.1074, 0.0813, 0.064, 0.0426].entries()) {
      expect(Math.abs(found[t]! / wanted - 1)).toBeLessThan(0.05)
      expect(Math.abs(spread[0]! / wanted - 1)).toBeLessThan(0.003)
      stepSpread(spread, matrix, 0)
    }
  })

  it('with gradients and noise, too', () => {
    const [n, rate, count, noise, curvature] = [6, 0.1, 4, 1.5, 0.8]
    const settings = { alpha: 0.4, beta: 0.9, gamma: 0.5 }
    const flocks = 3000
    const turns = 12
    const s = stream(9)
    const order = Int32Array.from({ length: n }, (_, k) => k)
    const centers = new Float64Array(count)
    let found = 0
    for (let flock = 0; flock < flocks; flock++) {
      const [phi, delta, moved] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
      phi[0] = 3
      for (let t = 0; t < turns; t++) {
        for (let i = 0; i < n; i++) {
          fillNormal(s, centers)
          for (let k = 0; k < count; k++) centers[k]! *= noise
          localSteps(phi, i, [curvature], rate, centers, count, moved)
        }
        shufflePairs(s, order)
        gossip(phi, delta, moved, order, settings)
      }
      found += variance(phi) / flocks
    }
    const { contraction, variance: added } = localPhase(rate, curvature, count, noise ** 2)
    const [spread, matrix] = [Float64Array.of(9 * (1 / n - 1 / n ** 2), 0, 0), new Float64Array(9)]
    spreadMatrix(n, settings, contraction, matrix)
    for (let t = 0; t < turns; t++) stepSpread(spread, matrix, spreadOfNoise(n, settings.beta, added))
    expect(Math.abs(found / spread[0]! - 1)).toBeLessThan(0.04)
  })
})

describe('waiting', () => {
  it('9: of a pair is 1.446267 and 2.506880 on average', () => {
    for (const [s, wanted] of [
      [0.5, 1.446267],
      [1, 2.50688],
    ] as const) {
      expect(Math.abs(meanExchange(0, s) - wanted)).toBeLessThan(1e-6)
      const draws = stream(4)
      let drawn = 0
      for (let k = 0; k < 100_000; k++) drawn += drawExchange(s, draws) / 100_000
      expect(Math.abs(drawn / wanted - 1)).toBeLessThan(0.02)
    }
  })

  it('of all goes by a tree that reaches everybody, with n - 1 links', () => {
    for (const n of [2, 3, 6, 16, 37, 64]) {
      const links = treeLinks(n)
      expect(links).toHaveLength(treeLevels(n))
      expect(2 ** treeLevels(n)).toBeGreaterThanOrEqual(n)
      const reached = new Set([0])
      for (const level of links.toReversed())
        for (const [child, parent] of level) {
          expect(reached.has(parent)).toBe(true)
          reached.add(child)
        }
      expect(reached.size).toBe(n)
      expect(links.flat()).toHaveLength(n - 1)
    }
  })

  it('of an even network is two messages a level', () => {
    expect(drawAllReduce(16, 0, stream(1))).toBe(8)
    expect(drawAllReduce(2, 0, stream(1))).toBe(2)
    expect(drawExchange(0, stream(1))).toBe(1)
  })
})
