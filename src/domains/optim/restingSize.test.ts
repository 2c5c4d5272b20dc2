// Numbers refer to the list "Must hold" of the method (weight decay scaling).
import { describe, expect, it } from 'vitest'
import { stream } from '@/numerics/random'
import { powerLaw, rootMeanSquare } from '@/numerics/regression'
import { singularValues } from '@/numerics/singular'
import { steadyNormal } from '@/numerics/steadyNormal'
import { adam } from './adaptive'
import { decayFor, mixWalsh, relaxation, restingSize, simpleSize, structuredSpread } from './restingSize'
import { startMemory } from './rules'

/** Root mean squares of d² weights under AdamW with white noise for gradients, after each step. */
function whiteWalk(d: number, rate: number, decay: number, steps: number, start: number, seed = 1) {
  const noise = stream(seed, 'white')
  const weights = Float64Array.from({ length: d * d }, () => start * steadyNormal(noise))
  const gradient = new Float64Array(d * d)
  const memory = startMemory(adam, d * d)
  const sizes: number[] = []
  for (let k = 0; k < steps; k++) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = steadyNormal(noise)
    adam.step(weights, gradient, memory, { rate, decay, beta1: 0.9, beta2: 0.999, epsilon: 1e-12 })
    sizes.push(rootMeanSquare(weights))
  }
  return { sizes, weights }
}

describe('size at rest', () => {
  it('1: is the formula, without momentum η/√(1 - a²), and none where nothing pulls or the pull overshoots', () => {
    for (const [rate, decay, size] of [
      [0.01, 0.5, 0.09783],
      [0.01, 2, 0.046041],
      [0.03, 1, 0.108722],
      [0.1, 0.5, 0.26279],
    ] as const)
      expect(Math.abs(restingSize(rate, decay, 0.9) - size)).toBeLessThan(1e-6)
    expect(restingSize(0.02, 1.5, 0)).toBeCloseTo(0.02 / Math.sqrt(1 - 0.97 ** 2), 14)
    expect(restingSize(0.02, 0, 0.9)).toBe(Number.POSITIVE_INFINITY)
    expect(restingSize(1, 2.5, 0.9)).toBe(Number.POSITIVE_INFINITY)
    expect(restingSize(1e-5, 1, 0.9) / simpleSize(1e-5, 1)).toBeCloseTo(1, 4)
  })

  it('tells the decay from the size', () => {
    for (const [rate, decay, beta1] of [
      [0.005, 2, 0.9],
      [0.2, 4.5, 0.9],
      [0.02, 0.05, 0],
      [1e-4, 80, 0.99],
    ] as const)
      expect(decayFor(rate, restingSize(rate, decay, beta1), beta1) / decay).toBeCloseTo(1, 9)
    expect(decayFor(0.01, 1e-9, 0.9)).toBeCloseTo(100, 6)
    expect(decayFor(0.01, 1e9, 0.9)).toBeCloseTo(0, 6)
  })

  it('2: is where white noise leads, from 0 and from afar', () => {
    const [rate, decay] = [0.02, 1]
    const steps = 6 * relaxation(rate, decay)
    const size = restingSize(rate, decay, 0.9)
    const ends = [0, 3].map((start) => whiteWalk(48, rate, decay, steps, start).sizes.at(-1)!)
    for (const end of ends) expect(Math.abs(end / size - 1)).toBeLessThan(0.02)
    expect(Math.abs(ends[1]! / ends[0]! - 1)).toBeLessThan(0.02)
  })

  it('3: to first order does not change when η and λ are halved together', () => {
    const change = (rate: number, decay: number) => restingSize(rate / 2, decay / 2, 0.9) / restingSize(rate, decay, 0.9) - 1
    expect(Math.abs(change(0.01, 0.5))).toBeLessThan(0.03)
    expect(change(0.02, 1) / change(0.01, 0.5)).toBeCloseTo(4, 0) // ηλ is four times as large, and so is the change
    const [one, half] = [1, 0.5].map((c) => whiteWalk(32, 0.01 * c, 0.5 * c, 600 / c ** 2, 0).sizes.at(-1)!)
    expect(Math.abs(half! / one! - 1)).toBeLessThan(0.04) // of 1024 weights each
  })

  it('4: without decay weights grow as the root of the steps', () => {
    const { sizes } = whiteWalk(24, 0.01, 0, 2000, 0)
    const times = sizes.map((_, k) => k + 1)
    expect(Math.abs(powerLaw(times.slice(200), sizes.slice(200)).slope - 0.5)).toBeLessThan(0.03)
  })

  it('5: gradients of zero leave (1 - ηλ)^t of the weights', () => {
    const weights = Float64Array.of(1.5, -0.25, 3)
    const expected = weights.slice()
    const memory = startMemory(adam, 3)
    for (let k = 0; k < 20; k++) {
      adam.step(weights, [0, 0, 0], memory, { rate: 0.1, decay: 0.7, beta1: 0.9, beta2: 0.95, epsilon: 1e-12 })
      for (let i = 0; i < 3; i++) expected[i]! *= 1 - 0.1 * 0.7
      expect(weights).toEqual(expected)
    }
  })

  it('7: white noise makes a matrix like any of normal numbers', () => {
    const { weights } = whiteWalk(48, 0.02, 1, 300, 0)
    const share = singularValues(weights, 48, 48)[0]! / (2 * Math.sqrt(48) * rootMeanSquare(weights))
    expect(share).toBeGreaterThan(0.93)
    expect(share).toBeLessThan(1.03)
  })
})

describe('structured inputs', () => {
  it('have variances that fall as a power of the rank, and a mean of 1', () => {
    const spread = structuredSpread(64, 1.5)
    expect(spread.reduce((sum, v) => sum + v, 0)).toBeCloseTo(64, 10)
    expect(spread[0]! / spread[15]!).toBeCloseTo(16 ** 1.5, 10)
    expect(structuredSpread(8, 0)).toEqual(new Float64Array(8).fill(1))
  })

  it('are mixed by a matrix that is its own inverse, and gives each number the same share of every direction', () => {
    const x = Float64Array.from({ length: 20 }, (_, k) => Math.sin(k))
    const mixed = x.slice()
    mixWalsh(mixed, 16, 2)
    for (const k of [0, 1, 18, 19]) expect(mixed[k]).toBe(x[k])
    expect(mixed[5]).not.toBeCloseTo(x[5]!, 3)
    mixWalsh(mixed, 16, 2)
    for (const [k, value] of x.entries()) expect(mixed[k]).toBeCloseTo(value, 14)
    const unit = new Float64Array(32)
    unit[13] = 1
    mixWalsh(unit, 32)
    for (const value of unit) expect(Math.abs(value)).toBeCloseTo(1 / Math.sqrt(32), 15)
  })
})
